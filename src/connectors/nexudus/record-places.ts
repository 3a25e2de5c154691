/** Where records stand in an export, so that a problem found later is told in the words of the export. */
import type { NetworkedRecord, RecordField, RecordKind } from '#model/records'

/** The kind of record that each file gives; files that only explain others are not among them. */
export const EXPORT_KINDS: Readonly<Record<string, RecordKind>> = {
  'businesses.json': 'location',
  'coworkers.json': 'customer',
  'audittrailentries.json': 'customer_change',
  'coworkercontracts.json': 'contract',
  'contractpausedperiods.json': 'pause',
  'teams.json': 'team',
  'cancelledbookings.json': 'booking',
  'bookings.json': 'booking',
  'coworkerinvoices.json': 'customer_invoice',
  'coworkerproducts.json': 'recurring_product',
  'invoices.json': 'platform_invoice',
}

const FIELDS: Readonly<Record<RecordField, string>> = {
  location: 'BusinessId',
  customer: 'CoworkerId',
  contract: 'CoworkerContractId',
  payingCustomer: 'PayingMemberId',
  member: 'TeamMembers',
  price: 'Price',
}

export function placeInExport(record: NetworkedRecord, field: RecordField): { file: string; field: string } {
  return { file: fileOf(record), field: fieldOf(record, field) }
}

function fileOf(record: NetworkedRecord): string {
  if (record.kind === 'booking')
    return record.cancelledAt === null ? 'bookings.json' : 'cancelledbookings.json'
  return Object.keys(EXPORT_KINDS).find((file) => EXPORT_KINDS[file] === record.kind) ?? record.kind
}

function fieldOf(record: NetworkedRecord, field: RecordField): string {
  if (field === 'location' && record.kind === 'contract') return 'IssuedById'
  if (field === 'location' && record.kind === 'booking') return 'ResourceId'
  if (field === 'customer' && record.kind === 'customer_change') return 'EntityId'
  return FIELDS[field]
}
