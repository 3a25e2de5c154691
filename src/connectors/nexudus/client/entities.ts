/**
 * The kinds of records that a live account is asked for, in an order in which whatever points to another
 * record is read before it: a customer made meanwhile is then there when his booking is.
 */
import { isDeletion } from '#connectors/nexudus/audit-types'
import type { ExportFile } from '#connectors/nexudus/wire-types'

export const ENTITY_KINDS = [
  'customer_invoice_line',
  'customer_invoice',
  'recurring_product',
  'booking',
  'cancelled_booking',
  'pause',
  'contract',
  'team',
  'customer_change',
  'customer',
  'platform_invoice',
  'resource',
  'plan',
  'location',
  'time_zone',
] as const
export type EntityKind = (typeof ENTITY_KINDS)[number]

export interface Entity {
  /** Last part of the path; the name of its file in an export, without the ending. */
  readonly name: string
  readonly file: ExportFile
  readonly path: string
  /** As filters, roles and audit entries call it. */
  readonly noun: string
  /** In our words. */
  readonly kind: EntityKind
  /** The fields that a count needs; no others are kept. */
  readonly fields: readonly string[]
  /** Fields that lists are known to leave out: without a value there, the record is read by its id. */
  readonly leftOut: readonly string[]
  /** The date that tells a change. */
  readonly changedBy: 'UpdatedOn' | 'CreatedOn' | 'CancelledOn'
  /** Which field names the customer, and which the record that this one belongs to. */
  readonly customer: string | null
  readonly parent: string | null
}

type Told = Pick<Entity, 'path' | 'noun' | 'kind'> & Partial<Entity> & { readonly wanted: string }

function entity({ path, wanted, ...told }: Told): Entity {
  const name = path.slice(path.indexOf('/') + 1)
  return {
    ...{ name, file: `${name}.json` as ExportFile, path, leftOut: [], changedBy: 'UpdatedOn' },
    ...{ customer: null, parent: null },
    fields: ['Id', ...wanted.split(' ')],
    ...told,
  }
}

const BOOKING = 'UniqueId ResourceId CoworkerId Tentative OverridePrice CreatedOn'

export const ENTITIES: readonly Entity[] = [
  entity({
    path: 'billing/coworkerinvoicelines',
    noun: 'CoworkerInvoiceLine',
    kind: 'customer_invoice_line',
    wanted: 'CoworkerInvoiceId EventAttendeeUniqueId IssuedByUniqueId',
    parent: 'CoworkerInvoiceId',
  }),
  entity({
    path: 'billing/coworkerinvoices',
    noun: 'CoworkerInvoice',
    kind: 'customer_invoice',
    wanted:
      'UniqueId CoworkerId BusinessId TotalAmount CreditedAmount Draft Void CreditNote OriginalInvoiceGuid CreatedOn UpdatedOn',
    customer: 'CoworkerId',
    parent: 'OriginalInvoiceGuid',
  }),
  entity({
    path: 'billing/coworkerproducts',
    noun: 'CoworkerProduct',
    kind: 'recurring_product',
    wanted:
      'CoworkerId BusinessId ProductName RegularCharge RepeatCycle RepeatUnit RepeatFrom RepeatUntil SaleDate CreatedOn',
    customer: 'CoworkerId',
  }),
  entity({
    path: 'spaces/bookings',
    noun: 'Booking',
    kind: 'booking',
    wanted: BOOKING,
    customer: 'CoworkerId',
    parent: 'ResourceId',
  }),
  // read after the bookings: one that is cancelled meanwhile is in either list
  entity({
    path: 'spaces/cancelledbookings',
    noun: 'CancelledBooking',
    kind: 'cancelled_booking',
    wanted: `${BOOKING} OriginalBookingId CancelledOn`,
    leftOut: ['OverridePrice'],
    // what it was last changed as a booking may lie long before it was cancelled
    changedBy: 'CancelledOn',
    customer: 'CoworkerId',
    parent: 'OriginalBookingId',
  }),
  entity({
    path: 'billing/contractpausedperiods',
    noun: 'ContractPausedPeriod',
    kind: 'pause',
    wanted: 'CoworkerContractId PauseFrom PauseUntil',
    parent: 'CoworkerContractId',
  }),
  entity({
    path: 'billing/coworkercontracts',
    noun: 'CoworkerContract',
    kind: 'contract',
    wanted:
      'CoworkerId IssuedById TariffId TariffName TariffPrice Price StartDate Cancelled CancellationDate CancellationDateLocal CreatedOn UpdatedOn',
    customer: 'CoworkerId',
    parent: 'IssuedById',
  }),
  entity({
    path: 'spaces/teams',
    noun: 'Team',
    kind: 'team',
    wanted: 'Name TeamMembers CoworkerIds CreateSingleInvoiceForTeam PayingMemberId UpdatedOn',
    leftOut: ['TeamMembers'],
  }),
  entity({
    path: 'sys/audittrailentries',
    noun: 'AuditTrailEntry',
    kind: 'customer_change',
    wanted: 'EntityShortName EntityId PropertyName AuditType OldValue NewValue CreatedOn',
    leftOut: ['EntityId', 'OldValue'],
    changedBy: 'CreatedOn',
    customer: 'EntityId',
  }),
  entity({
    path: 'spaces/coworkers',
    noun: 'Coworker',
    kind: 'customer',
    wanted: 'FullName CompanyName Email Active Archived UpdatedOn',
  }),
  entity({
    path: 'billing/invoices',
    noun: 'Invoice',
    kind: 'platform_invoice',
    wanted:
      'BusinessId InvoiceNumber CreatedOn InvoiceFromDate InvoiceToDate Description CurrencyCode SubscriptionAmount ResellerAmount DiscountAmount TaxAmount TotalAmount',
  }),
  entity({ path: 'spaces/resources', noun: 'Resource', kind: 'resource', wanted: 'BusinessId' }),
  entity({ path: 'billing/tariffs', noun: 'Tariff', kind: 'plan', wanted: 'Name Price' }),
  entity({
    path: 'sys/businesses',
    noun: 'Business',
    kind: 'location',
    wanted: 'UniqueId Name RootLocationId CurrencyCode SimpleTimeZoneId CreatedOn',
  }),
  entity({ path: 'sys/simpletimezones', noun: 'SimpleTimeZone', kind: 'time_zone', wanted: 'Name' }),
]

export function entityOf(kind: EntityKind): Entity {
  const found = ENTITIES.find((candidate) => candidate.kind === kind)
  if (found === undefined) throw new Error(`There is no entity for ${kind}.`)
  return found
}

/** Those that say what other records mean: when one changes, all that may stand on it is mapped again. */
export const EXPLAINING: readonly EntityKind[] = ['time_zone', 'location', 'plan', 'resource']

export type WireRecord = Readonly<Record<string, unknown>> & { readonly Id: number }

const AUDITED = ['Active', 'Archived']

/** Audit entries tell of everything; kept are those of a customer's state, and those of what was deleted. */
export function isWanted({ name }: Entity, record: WireRecord): boolean {
  if (name !== 'audittrailentries') return true
  if (isDeletion(record.AuditType)) {
    return ENTITIES.some(({ noun }) => noun === record.EntityShortName)
  }
  return record.EntityShortName === 'Coworker' && AUDITED.includes(String(record.PropertyName))
}

/** What a deleting audit entry says is gone; null for other entries. */
export function deletedBy(record: WireRecord): { readonly entity: Entity; readonly id: number } | null {
  if (!isDeletion(record.AuditType)) return null
  const entity = ENTITIES.find(({ noun }) => noun === record.EntityShortName)
  const id = Number(record.EntityId)
  return entity === undefined || !Number.isSafeInteger(id) || id <= 0 ? null : { entity, id }
}
