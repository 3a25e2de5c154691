import type { FieldsOf, WirePlatformInvoice } from '#connectors/nexudus/wire-types'
import { type BillRecord, billedCountIn, saysSomething } from '#model/bill'
import type { PlatformInvoiceRecord } from '#model/records'

export function mapPlatformInvoice(fields: FieldsOf<WirePlatformInvoice>): PlatformInvoiceRecord | null {
  const bill = readBill(fields)
  return {
    kind: 'platform_invoice',
    externalId: fields.id('Id'),
    locationExternalId: fields.id('BusinessId'),
    number: fields.text('InvoiceNumber'),
    cutOffAt: fields.instant('CreatedOn'),
    ...(saysSomething(bill) && { bill }),
  }
}

/** No count depends on it: a flaw leaves out the field alone. */
function readBill(fields: FieldsOf<WirePlatformInvoice>): BillRecord {
  const description = fields.text('Description')
  return {
    periodFrom: fields.looseInstant('InvoiceFromDate'),
    periodUntil: fields.looseInstant('InvoiceToDate'),
    description,
    billedCount: billedCountIn(description),
    currency: fields.text('CurrencyCode'),
    subscription: fields.decimal('SubscriptionAmount'),
    reseller: fields.decimal('ResellerAmount'),
    discount: fields.decimal('DiscountAmount'),
    tax: fields.decimal('TaxAmount'),
    total: fields.decimal('TotalAmount'),
  }
}
