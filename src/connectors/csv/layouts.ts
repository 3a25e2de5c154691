import { RENEWAL_CYCLES } from '#model/records'

/**
 * The CSV files that can be imported, column by column. The templates, the check of a file's header and
 * the documentation are made from this table.
 */
export const COLUMN_TYPES = {
  id: 'Any text of 1 to 200 characters, in any script; the same record has the same id in every import.',
  ids: 'Several ids, separated by semicolons.',
  text: 'Text; more than 500 characters are cut.',
  boolean: '`true` or `false`.',
  decimal: 'A decimal number with a point, such as 190 or 12.50.',
  number: 'A whole number from 1 to 1000.',
  choice: 'One of the words that the column tells.',
  instant: 'ISO 8601, such as 2026-11-20T12:00:00Z or 2026-11-20T13:00:00+01:00; without a zone it is UTC.',
  local:
    "As an instant; without a zone it is the clock of the location, and a bare date is that day's 00:00.",
} as const
export type ColumnType = keyof typeof COLUMN_TYPES

export interface Column {
  readonly name: string
  readonly type: ColumnType
  readonly isRequired: boolean
  readonly sentence: string
  /** Synthetic values for the two rows of the template. */
  readonly examples: readonly [string, string]
}

/** In the order in which records point to each other. The first column of each is the record's own id. */
export const CSV_LAYOUTS = {
  'locations.csv': [
    required('id', 'id', 'The location.', 'harbour', 'mill'),
    required('name', 'text', 'Its name.', 'Harbour Loft', 'Mill Yard'),
    required(
      'time_zone',
      'text',
      'IANA or Windows name of its time zone.',
      'Europe/Amsterdam',
      'Europe/London',
    ),
    optional('currency', 'text', 'ISO 4217 code.', 'EUR', 'GBP'),
    required(
      'created_at',
      'instant',
      'Its first window begins here.',
      '2024-01-01T00:00:00Z',
      '2024-03-01T00:00:00Z',
    ),
  ],
  'customers.csv': [
    required('id', 'id', 'The customer.', 'c-1', 'c-2'),
    required('name', 'text', 'Person or company.', 'Ada Quill', 'Kit Moss'),
    optional('email', 'text', 'E-mail address.', 'ada@example.org', 'kit@example.org'),
    optional('company', 'text', 'Company name.', 'Quill Ltd', ''),
    optional('suspended', 'boolean', 'Suspended now; empty means false.', 'false', 'true'),
    optional('archived', 'boolean', 'Archived now; empty means false.', 'false', 'false'),
    optional(
      'updated_at',
      'instant',
      'When this state began.',
      '2026-11-10T12:00:00Z',
      '2026-11-14T09:00:00Z',
    ),
  ],
  'contracts.csv': [
    required('id', 'id', 'The contract.', 'k-1', 'k-2'),
    required('location_id', 'id', 'The location that issued it.', 'harbour', 'mill'),
    required('customer_id', 'id', 'The customer.', 'c-1', 'c-2'),
    optional('plan', 'text', 'Name of the plan.', 'Hot desk', 'Office'),
    optional('price', 'decimal', '0 for a free contract.', '0', '450.00'),
    required(
      'created_at',
      'instant',
      'It exists from here, started or not.',
      '2026-11-09T15:12:00Z',
      '2026-01-15T10:00:00Z',
    ),
    optional('starts_at', 'local', 'When it starts.', '2026-12-15', '2026-02-01'),
    optional('ends_at', 'local', 'It is no longer there from here; empty while it stands.', '', '2027-01-31'),
    optional('paused_from', 'local', 'Beginning of a pause.', '', '2026-11-01'),
    optional(
      'paused_until',
      'local',
      'End of the pause (excluded); empty while it is open.',
      '',
      '2026-12-01',
    ),
  ],
  'teams.csv': [
    required('id', 'id', 'The team.', 't-1', 't-2'),
    required('name', 'text', 'Its name.', 'Quill Ltd', 'Moss and friends'),
    required('merged_billing', 'boolean', 'Whether one customer is invoiced for all.', 'true', 'false'),
    optional('paying_customer_id', 'id', 'The customer who is invoiced.', 'c-1', ''),
    required('member_ids', 'ids', 'The customers in the team.', 'c-1;c-2', 'c-2'),
  ],
  'bookings.csv': [
    required('id', 'id', 'The booking.', 'b-1', 'b-2'),
    required('location_id', 'id', 'The location of what was booked.', 'harbour', 'mill'),
    required('customer_id', 'id', 'The customer.', 'c-1', 'c-2'),
    required(
      'made_at',
      'instant',
      'When it was made, not for when.',
      '2026-11-20T16:40:00Z',
      '2026-11-21T09:00:00Z',
    ),
    optional('kind', 'choice', '`made` (also when empty), `free` or `tentative`.', 'made', 'free'),
    optional('cancelled_at', 'instant', 'When it was cancelled or deleted.', '', '2026-11-22T08:00:00Z'),
  ],
  'customer-invoices.csv': [
    required('id', 'id', 'The customer invoice.', 'i-1', 'i-2'),
    required('location_ids', 'ids', 'The location that issued it, or several.', 'harbour', 'harbour;mill'),
    required('customer_id', 'id', 'The customer.', 'c-1', 'c-2'),
    required('issued_at', 'instant', 'When it was issued.', '2026-11-12T06:00:00Z', '2026-11-13T06:00:00Z'),
    optional(
      'kind',
      'choice',
      '`issued` (also when empty), `zero_value`, `credited`, `tickets_only`, `draft`, `void` or `credit_note`.',
      'issued',
      'tickets_only',
    ),
  ],
  'recurring-products.csv': [
    required('id', 'id', 'The sale.', 'p-1', 'p-2'),
    required('location_id', 'id', 'The location that sold it.', 'harbour', 'mill'),
    required('customer_id', 'id', 'The customer.', 'c-1', 'c-2'),
    optional('product', 'text', 'Name of the product.', 'Locker', 'Mail handling'),
    required('sold_at', 'instant', 'When it was sold.', '2026-11-05T09:30:00Z', '2026-10-01T09:00:00Z'),
    optional(
      'cycle',
      'choice',
      `${RENEWAL_CYCLES.map((cycle) => `\`${cycle}\``).join(', ')}; empty for a one-off.`,
      'month',
      'day',
    ),
    optional('every', 'number', 'It renews every so many cycles; empty means 1.', '1', '14'),
    optional(
      'renews_from',
      'instant',
      'First occurrence; empty means when it was sold.',
      '2026-11-05T00:00:00Z',
      '',
    ),
    optional(
      'renews_until',
      'instant',
      'It does not renew from here on; empty while it goes on.',
      '',
      '2027-01-01T00:00:00Z',
    ),
  ],
  'platform-invoices.csv': [
    required('id', 'id', 'The platform invoice.', 'v-1', 'v-2'),
    required('location_id', 'id', 'The location that it bills.', 'harbour', 'mill'),
    optional('number', 'text', 'Its number.', 'P-10233', 'P-10234'),
    required(
      'cut_off_at',
      'instant',
      'When it was created: the next window begins here.',
      '2026-11-01T03:00:12Z',
      '2026-11-01T03:00:40Z',
    ),
    optional(
      'description',
      'text',
      'What it says; “106 active users” in it is the number that it bills.',
      '106 active users',
      '',
    ),
    optional('period_from', 'instant', 'Start of what it bills.', '2026-10-01T00:00:00Z', ''),
    optional('period_until', 'instant', 'End of what it bills.', '2026-11-01T00:00:00Z', ''),
    optional('currency', 'text', 'ISO 4217 code of its amounts.', 'EUR', ''),
    optional('subscription', 'decimal', 'What it asks before discount and tax.', '212.00', ''),
    optional('discount', 'decimal', 'What it takes off.', '21.20', ''),
    optional('tax', 'decimal', 'Its tax.', '40.07', ''),
    optional('total', 'decimal', 'What is to be paid.', '230.87', ''),
  ],
} as const satisfies Record<string, readonly Column[]>

export type CsvFile = keyof typeof CSV_LAYOUTS
export const CSV_FILES = Object.keys(CSV_LAYOUTS) as readonly CsvFile[]

/** The names of a file's columns. */
export type ColumnOf<File extends CsvFile> = (typeof CSV_LAYOUTS)[File][number]['name']

type Made<Name extends string, Required extends boolean> = Column & {
  readonly name: Name
  readonly isRequired: Required
}

function required<const Name extends string>(
  name: Name,
  type: ColumnType,
  sentence: string,
  ...examples: readonly [string, string]
): Made<Name, true> {
  return { name, type, isRequired: true, sentence, examples }
}

function optional<const Name extends string>(
  name: Name,
  type: ColumnType,
  sentence: string,
  ...examples: readonly [string, string]
): Made<Name, false> {
  return { name, type, isRequired: false, sentence, examples }
}
