/** Where records stand in our CSV files, for problems that are found after reading. */
import { CSV_FILES, type CsvFile } from '#connectors/csv/layouts'
import type { NetworkedRecord, RecordField, RecordKind } from '#model/records'

export const CSV_KINDS: Readonly<Record<CsvFile, RecordKind>> = {
  'locations.csv': 'location',
  'customers.csv': 'customer',
  'contracts.csv': 'contract',
  'teams.csv': 'team',
  'bookings.csv': 'booking',
  'customer-invoices.csv': 'customer_invoice',
  'recurring-products.csv': 'recurring_product',
  'platform-invoices.csv': 'platform_invoice',
}

const COLUMNS: Readonly<Record<RecordField, string>> = {
  location: 'location_id',
  customer: 'customer_id',
  contract: 'id',
  payingCustomer: 'paying_customer_id',
  member: 'member_ids',
  price: 'price',
}

export function placeInCsv(record: NetworkedRecord, field: RecordField): { file: string; field: string } {
  const kind = record.kind === 'pause' ? 'contract' : record.kind
  const file = CSV_FILES.find((candidate) => CSV_KINDS[candidate] === kind) ?? kind
  return {
    file,
    field: record.kind === 'customer_invoice' && field === 'location' ? 'location_ids' : COLUMNS[field],
  }
}
