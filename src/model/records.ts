/**
 * What a connector hands to an import: the records of a network in our words, free of any other
 * system's field names. Ids here are the *external* ids, as strings. Instants are milliseconds since
 * 1970-01-01T00:00:00Z. Money is a decimal string in the currency's major unit, or null where unknown.
 */
import type { BillRecord } from '#model/bill'
import type { ProblemWords } from '#model/record-problem'

export type Instant = number

export interface NetworkRecord {
  readonly externalId: string
  readonly name: string
}

export interface LocationRecord {
  readonly kind: 'location'
  readonly externalId: string
  readonly name: string
  /** IANA name, such as `Europe/London`. */
  readonly timeZone: string
  /** ISO 4217, or null where unknown. */
  readonly currency: string | null
  readonly createdAt: Instant
}

export interface CustomerRecord {
  readonly kind: 'customer'
  readonly externalId: string
  readonly name: string
  readonly email: string | null
  readonly company: string | null
  readonly isSuspended: boolean
  readonly isArchived: boolean
  /** Last change at the origin: the best guess of when a state that differs from the last import's began. */
  readonly updatedAt: Instant | null
}

/** A dated change of a customer's suspended or archived state, from the origin's own history. */
export interface CustomerChangeRecord {
  readonly kind: 'customer_change'
  readonly externalId: string
  readonly customerExternalId: string
  readonly at: Instant
  readonly property: 'suspended' | 'archived'
  readonly before: boolean
  readonly after: boolean
}

export interface ContractRecord {
  readonly kind: 'contract'
  readonly externalId: string
  readonly locationExternalId: string
  readonly customerExternalId: string
  readonly planName: string | null
  readonly price: string | null
  readonly createdAt: Instant
  readonly startsAt: Instant | null
  /** The contract is no longer there from this instant; null while it stands. */
  readonly endsAt: Instant | null
  readonly updatedAt: Instant | null
}

/** A paused period of a contract; `until` is excluded, null while open. */
export interface PauseRecord {
  readonly kind: 'pause'
  readonly externalId: string
  readonly contractExternalId: string
  readonly from: Instant
  readonly until: Instant | null
}

export interface TeamRecord {
  readonly kind: 'team'
  readonly externalId: string
  readonly name: string
  readonly hasMergedBilling: boolean
  readonly payingCustomerExternalId: string | null
  readonly memberExternalIds: readonly string[]
  readonly updatedAt: Instant | null
}

export interface BookingRecord {
  readonly kind: 'booking'
  readonly externalId: string
  readonly locationExternalId: string
  readonly customerExternalId: string
  readonly madeAt: Instant
  readonly evidenceKind: 'made' | 'free' | 'tentative'
  /** Set once it was cancelled or deleted. */
  readonly cancelledAt: Instant | null
}

export interface CustomerInvoiceRecord {
  readonly kind: 'customer_invoice'
  readonly externalId: string
  /** One, or several for an invoice whose lines are issued by several locations. Never empty. */
  readonly locationExternalIds: readonly string[]
  readonly customerExternalId: string
  readonly issuedAt: Instant
  readonly evidenceKind:
    | 'issued'
    | 'zero_value'
    | 'credited'
    | 'tickets_only'
    | 'draft'
    | 'void'
    | 'credit_note'
  readonly updatedAt: Instant | null
  /** Set once it was removed at the origin: it stood until then. */
  readonly removedAt?: Instant
}

export const RENEWAL_CYCLES = ['day', 'week', 'month', 'year', 'last_day_of_month'] as const
export type RenewalCycle = (typeof RENEWAL_CYCLES)[number]

/** A product sold to a customer. With `renewal` it is a recurring product, without it a one-off. */
export interface ProductSaleRecord {
  readonly kind: 'recurring_product'
  readonly externalId: string
  readonly locationExternalId: string
  readonly customerExternalId: string
  readonly productName: string | null
  readonly soldAt: Instant
  readonly renewal: {
    readonly cycle: RenewalCycle
    /** Every how many cycles; 1 or more. */
    readonly every: number
    readonly from: Instant
    /** Excluded; null while it goes on. */
    readonly until: Instant | null
  } | null
  /** Set once it was removed at the origin: it stood until then. */
  readonly removedAt?: Instant
}

export interface PlatformInvoiceRecord {
  readonly kind: 'platform_invoice'
  readonly externalId: string
  readonly locationExternalId: string
  readonly number: string | null
  readonly cutOffAt: Instant
  /** What it asks; absent where the origin tells its instant alone. */
  readonly bill?: BillRecord
}

export type NetworkedRecord =
  | LocationRecord
  | CustomerRecord
  | CustomerChangeRecord
  | ContractRecord
  | PauseRecord
  | TeamRecord
  | BookingRecord
  | CustomerInvoiceRecord
  | ProductSaleRecord
  | PlatformInvoiceRecord
export type RecordKind = NetworkedRecord['kind']

/** A part of a record that can be told of in a problem. */
export type RecordField = 'location' | 'customer' | 'contract' | 'payingCustomer' | 'member' | 'price'

/** Something in the input that could not be used; the rest of the input is. */
export interface Problem extends ProblemWords {
  /** File name, without its folder. */
  readonly file: string
  /** The record's own id, or its position (`#17`, counted from 1) where it has none. */
  readonly record: string
  readonly field: string
  /** The value as found, shortened to 200 characters. */
  readonly value: string
  /** `skipped`: the record is left out. `warning`: it is used, with an assumption that the reason tells. */
  readonly severity: 'skipped' | 'warning'
}

/** Told while reading, for a progress bar. */
export interface ReadingProgress {
  readonly file: string
  readonly bytesRead: number
  readonly bytesTotal: number
  readonly recordsRead: number
}

/**
 * A source of records. `read` yields batches in an order in which a record comes after those that it
 * points to: locations, customers, customer changes, contracts, pauses, teams, bookings (cancelled ones
 * first), customer invoices, product sales, platform invoices. A whole-file fault is a thrown
 * HeadcountError; a fault of one record is a {@link Problem} handed to `onProblem`.
 */
export interface RecordReader {
  /** `nexudus` or `csv`: with the network's external id it tells networks of different origins apart. */
  readonly origin: string
  network(): Promise<NetworkRecord | null>
  /** Where a record came from, in the words of its origin, for problems that are found later. */
  placeOf?(record: NetworkedRecord, field: RecordField): { readonly file: string; readonly field: string }
  /** The kind of record that each file gives, to count what is skipped. */
  readonly kindOfFile?: Readonly<Record<string, RecordKind>>
  read(events: {
    onProblem(problem: Problem): void
    onProgress?(progress: ReadingProgress): void
  }): AsyncIterable<readonly NetworkedRecord[]>
}
