import type { ColumnOf, CsvFile } from '#connectors/csv/layouts'
import {
  choose,
  readEvery,
  readLocal,
  readRequiredBoolean,
  requireText,
  splitIds,
} from '#connectors/csv/read-cells'
import { readCurrency } from '#connectors/read-currency'
import type { RecordFields } from '#connectors/read-fields'
import { ianaZone } from '#lib/windows-zones'
import { type BillRecord, billedCountIn, saysSomething } from '#model/bill'
import {
  type BookingRecord,
  type ContractRecord,
  type CustomerInvoiceRecord,
  type CustomerRecord,
  type LocationRecord,
  type PauseRecord,
  type PlatformInvoiceRecord,
  type ProductSaleRecord,
  RENEWAL_CYCLES,
  type TeamRecord,
} from '#model/records'

/** What later files need to know of earlier ones. */
export interface CsvContext {
  /** Location → IANA name. */
  readonly timeZones: Map<string, string>
  /** Contract → its pause, told in the contract's row and handed out after all contracts. */
  readonly pauses: Map<string, PauseRecord>
}

type Fields<File extends CsvFile> = RecordFields<ColumnOf<File>>

const BOOKING_KINDS = ['made', 'free', 'tentative'] as const
const INVOICE_KINDS = [
  'issued',
  'zero_value',
  'credited',
  'tickets_only',
  'draft',
  'void',
  'credit_note',
] as const

export function mapLocationRow(fields: Fields<'locations.csv'>, context: CsvContext): LocationRecord {
  const externalId = fields.key('id')
  const zone = ianaZone(fields.text('time_zone') ?? '')
  if (zone === null) fields.warn('time_zone', 'no_time_zone')
  if (externalId !== '') context.timeZones.set(externalId, zone ?? 'UTC')
  return {
    kind: 'location',
    externalId,
    name: requireText(fields, 'name'),
    timeZone: zone ?? 'UTC',
    currency: readCurrency(fields, 'currency'),
    createdAt: fields.instant('created_at'),
  }
}

export function mapCustomerRow(fields: Fields<'customers.csv'>): CustomerRecord {
  return {
    kind: 'customer',
    externalId: fields.key('id'),
    name: requireText(fields, 'name'),
    email: fields.text('email'),
    company: fields.text('company'),
    isSuspended: fields.boolean('suspended', false),
    isArchived: fields.boolean('archived', false),
    updatedAt: fields.looseInstant('updated_at'),
  }
}

export function mapContractRow(fields: Fields<'contracts.csv'>, context: CsvContext): ContractRecord {
  const externalId = fields.key('id')
  const locationExternalId = fields.key('location_id')
  const zone = context.timeZones.get(locationExternalId)
  const record: ContractRecord = {
    kind: 'contract',
    externalId,
    locationExternalId,
    customerExternalId: fields.key('customer_id'),
    planName: fields.text('plan'),
    price: fields.decimal('price'),
    createdAt: fields.instant('created_at'),
    startsAt: readLocal(fields, 'starts_at', zone),
    endsAt: readLocal(fields, 'ends_at', zone),
    updatedAt: null,
  }
  if (fields.fault === null) notePause(fields, { externalId, zone, context })
  return record
}

function notePause(
  fields: Fields<'contracts.csv'>,
  contract: { readonly externalId: string; readonly zone: string | undefined; readonly context: CsvContext },
): void {
  const { externalId, zone, context } = contract
  const from = readLocal(fields, 'paused_from', zone)
  const until = readLocal(fields, 'paused_until', zone)
  if (fields.fault !== null) return
  // the row before, of a contract that stands twice
  context.pauses.delete(externalId)
  if (from === null && until === null) return
  if (from === null || (until !== null && until <= from)) {
    fields.warn('paused_until', 'pause_left_out', { from: 'paused_from' })
    return
  }
  context.pauses.set(externalId, { kind: 'pause', externalId, contractExternalId: externalId, from, until })
}

export function mapTeamRow(fields: Fields<'teams.csv'>): TeamRecord {
  return {
    kind: 'team',
    externalId: fields.key('id'),
    name: requireText(fields, 'name'),
    hasMergedBilling: readRequiredBoolean(fields, 'merged_billing'),
    payingCustomerExternalId: fields.optionalKey('paying_customer_id'),
    memberExternalIds: splitIds(fields.raw('member_ids')),
    updatedAt: null,
  }
}

export function mapBookingRow(fields: Fields<'bookings.csv'>): BookingRecord {
  return {
    kind: 'booking',
    externalId: fields.key('id'),
    locationExternalId: fields.key('location_id'),
    customerExternalId: fields.key('customer_id'),
    madeAt: fields.instant('made_at'),
    evidenceKind: choose(fields, 'kind', BOOKING_KINDS) ?? 'made',
    cancelledAt: fields.optionalInstant('cancelled_at'),
  }
}

export function mapCustomerInvoiceRow(fields: Fields<'customer-invoices.csv'>): CustomerInvoiceRecord {
  const locations = splitIds(fields.raw('location_ids'))
  if (locations.length === 0) fields.reject('location_ids', 'missing')
  return {
    kind: 'customer_invoice',
    externalId: fields.key('id'),
    locationExternalIds: locations,
    customerExternalId: fields.key('customer_id'),
    issuedAt: fields.instant('issued_at'),
    evidenceKind: choose(fields, 'kind', INVOICE_KINDS) ?? 'issued',
    updatedAt: null,
  }
}

export function mapProductSaleRow(fields: Fields<'recurring-products.csv'>): ProductSaleRecord {
  const soldAt = fields.instant('sold_at')
  const cycle = choose(fields, 'cycle', RENEWAL_CYCLES)
  const from = fields.optionalInstant('renews_from') ?? soldAt
  const until = fields.optionalInstant('renews_until')
  return {
    kind: 'recurring_product',
    externalId: fields.key('id'),
    locationExternalId: fields.key('location_id'),
    customerExternalId: fields.key('customer_id'),
    productName: fields.text('product'),
    soldAt,
    renewal: cycle === null ? null : { cycle, every: readEvery(fields, 'every'), from, until },
  }
}

export function mapPlatformInvoiceRow(fields: Fields<'platform-invoices.csv'>): PlatformInvoiceRecord {
  const bill = readBill(fields)
  return {
    kind: 'platform_invoice',
    externalId: fields.key('id'),
    locationExternalId: fields.key('location_id'),
    number: fields.text('number'),
    cutOffAt: fields.instant('cut_off_at'),
    ...(saysSomething(bill) && { bill }),
  }
}

function readBill(fields: Fields<'platform-invoices.csv'>): BillRecord {
  const description = fields.text('description')
  return {
    periodFrom: fields.looseInstant('period_from'),
    periodUntil: fields.looseInstant('period_until'),
    description,
    billedCount: billedCountIn(description),
    currency: fields.text('currency'),
    subscription: fields.decimal('subscription'),
    reseller: null,
    discount: fields.decimal('discount'),
    tax: fields.decimal('tax'),
    total: fields.decimal('total'),
  }
}
