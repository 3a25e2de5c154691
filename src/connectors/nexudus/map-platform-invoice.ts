import type { FieldsOf, WirePlatformInvoice } from '#connectors/nexudus/wire-types'
import type { PlatformInvoiceRecord } from '#model/records'

export function mapPlatformInvoice(fields: FieldsOf<WirePlatformInvoice>): PlatformInvoiceRecord | null {
  return {
    kind: 'platform_invoice',
    externalId: fields.id('Id'),
    locationExternalId: fields.id('BusinessId'),
    number: fields.text('InvoiceNumber'),
    cutOffAt: fields.instant('CreatedOn'),
  }
}
