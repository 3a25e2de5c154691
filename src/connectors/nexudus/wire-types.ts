import type { RecordFields, Wire } from '#connectors/read-fields'

/**
 * The fields of Nexudus records that we read, by their names in its REST API. Types are not promised:
 * a file may hold anything, so each field is read through {@link RecordFields}.
 */
export type WireTimeZone = Wire<'Id' | 'Name'>
export type WireBusiness = Wire<
  'Id' | 'UniqueId' | 'Name' | 'RootLocationId' | 'CurrencyCode' | 'SimpleTimeZoneId' | 'CreatedOn'
>
export type WireCoworker = Wire<
  'Id' | 'FullName' | 'CompanyName' | 'Email' | 'Active' | 'Archived' | 'UpdatedOn'
>
export type WireAuditEntry = Wire<
  'Id' | 'EntityShortName' | 'EntityId' | 'PropertyName' | 'AuditType' | 'OldValue' | 'NewValue' | 'CreatedOn'
>
export type WireTariff = Wire<'Id' | 'Name' | 'Price'>
export type WireContract = Wire<
  | 'Id'
  | 'CoworkerId'
  | 'IssuedById'
  | 'TariffId'
  | 'TariffName'
  | 'TariffPrice'
  | 'Price'
  | 'StartDate'
  | 'Cancelled'
  | 'CancellationDate'
  | 'CancellationDateLocal'
  | 'CreatedOn'
  | 'UpdatedOn'
>
export type WirePausedPeriod = Wire<'Id' | 'CoworkerContractId' | 'PauseFrom' | 'PauseUntil'>
export type WireTeam = Wire<
  | 'Id'
  | 'Name'
  | 'TeamMembers'
  | 'CoworkerIds'
  | 'CreateSingleInvoiceForTeam'
  | 'PayingMemberId'
  | 'UpdatedOn'
>
export type WireResource = Wire<'Id' | 'BusinessId'>
export type WireBooking = Wire<
  'Id' | 'ResourceId' | 'CoworkerId' | 'Tentative' | 'OverridePrice' | 'CreatedOn'
>
export type WireCancelledBooking = WireBooking & Wire<'OriginalBookingId' | 'CancelledOn'>
export type WireInvoice = Wire<
  | 'Id'
  | 'UniqueId'
  | 'CoworkerId'
  | 'BusinessId'
  | 'TotalAmount'
  | 'CreditedAmount'
  | 'Draft'
  | 'Void'
  | 'CreditNote'
  | 'OriginalInvoiceGuid'
  | 'CreatedOn'
  | 'UpdatedOn'
>
export type WireInvoiceLine = Wire<'Id' | 'CoworkerInvoiceId' | 'EventAttendeeUniqueId' | 'IssuedByUniqueId'>
export type WireProductSale = Wire<
  | 'Id'
  | 'CoworkerId'
  | 'BusinessId'
  | 'ProductName'
  | 'RegularCharge'
  | 'RepeatCycle'
  | 'RepeatUnit'
  | 'RepeatFrom'
  | 'RepeatUntil'
  | 'SaleDate'
  | 'CreatedOn'
>
export type WirePlatformInvoice = Wire<
  | 'Id'
  | 'BusinessId'
  | 'InvoiceNumber'
  | 'CreatedOn'
  | 'InvoiceFromDate'
  | 'InvoiceToDate'
  | 'Description'
  | 'CurrencyCode'
  | 'SubscriptionAmount'
  | 'ResellerAmount'
  | 'DiscountAmount'
  | 'TaxAmount'
  | 'TotalAmount'
>

/** The reader of a wire record's fields. */
export type FieldsOf<W> = RecordFields<Extract<keyof W, string>>

/** Every file of an export directory; the last two hold nothing that a count needs and are not opened. */
export const EXPORT_FILES = [
  'simpletimezones.json',
  'businesses.json',
  'coworkers.json',
  'audittrailentries.json',
  'tariffs.json',
  'coworkercontracts.json',
  'contractpausedperiods.json',
  'teams.json',
  'resources.json',
  'cancelledbookings.json',
  'bookings.json',
  'coworkerinvoicelines.json',
  'coworkerinvoices.json',
  'coworkerproducts.json',
  'invoices.json',
  'products.json',
  'eventattendees.json',
] as const
export type ExportFile = (typeof EXPORT_FILES)[number]

const NO_GUID = '00000000-0000-0000-0000-000000000000'

/** A GUID in lower case, null where there is none: a missing one may be written as zeros. */
export function readGuid<Field extends string>(fields: RecordFields<Field>, field: Field): string | null {
  const value = fields.raw(field)
  if (typeof value !== 'string') return null
  const guid = value.trim().toLowerCase()
  return guid === '' || guid === NO_GUID ? null : guid
}
