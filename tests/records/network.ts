/** A network for tests of records that come in batches, and the same records as an import. */
import type { Database } from '#database/database'
import type {
  BookingRecord,
  ContractRecord,
  CustomerInvoiceRecord,
  CustomerRecord,
  LocationRecord,
  NetworkedRecord,
  PauseRecord,
  PlatformInvoiceRecord,
  ProductSaleRecord,
  RecordReader,
  TeamRecord,
} from '#model/records'
import { type Context, programContext } from '#services/context'
import { importRecords } from '#services/imports/import-records'
import { type UpsertReport, upsertRecords } from '#services/records/upsert'

export const NETWORK = 'Harbour'
export const at = (text: string) => Date.parse(text)
export const inWindow = at('2026-11-05T09:30:00Z')

/** A context whose clock stands still until it is set. */
export interface TestContext extends Context {
  clock: Date
}

export function contextOf(database: Database, clock = '2026-11-20T12:00:00Z'): TestContext {
  const now = () => context.clock
  const context: TestContext = { ...programContext(database, now), clock: new Date(clock) }
  return context
}

export function readerOf(records: readonly NetworkedRecord[]): RecordReader {
  return {
    origin: 'csv',
    network: async () => ({ externalId: NETWORK, name: NETWORK }),
    async *read() {
      yield records
    },
  }
}

export const location = (externalId: string, more: Partial<LocationRecord> = {}): LocationRecord => ({
  kind: 'location',
  externalId,
  name: `Location ${externalId}`,
  timeZone: 'Europe/London',
  currency: 'EUR',
  createdAt: at('2021-02-03T09:00:00Z'),
  ...more,
})

export const customer = (externalId: string, more: Partial<CustomerRecord> = {}): CustomerRecord => ({
  kind: 'customer',
  externalId,
  name: `Customer ${externalId}`,
  email: null,
  company: null,
  isSuspended: false,
  isArchived: false,
  updatedAt: null,
  ...more,
})

export const contract = (externalId: string, more: Partial<ContractRecord> = {}): ContractRecord => ({
  kind: 'contract',
  externalId,
  locationExternalId: 'loft',
  customerExternalId: 'ada',
  planName: 'Hot desk',
  price: '190',
  createdAt: at('2026-07-20T10:00:00Z'),
  startsAt: null,
  endsAt: null,
  updatedAt: null,
  ...more,
})

export const pause = (externalId: string, more: Partial<PauseRecord> = {}): PauseRecord => ({
  kind: 'pause',
  externalId,
  contractExternalId: 'k-1',
  from: at('2026-09-01T00:00:00Z'),
  until: null,
  ...more,
})

export const team = (externalId: string, more: Partial<TeamRecord> = {}): TeamRecord => ({
  kind: 'team',
  externalId,
  name: `Team ${externalId}`,
  hasMergedBilling: true,
  payingCustomerExternalId: 'ada',
  memberExternalIds: ['ada', 'ben'],
  updatedAt: null,
  ...more,
})

export const booking = (externalId: string, more: Partial<BookingRecord> = {}): BookingRecord => ({
  kind: 'booking',
  externalId,
  locationExternalId: 'loft',
  customerExternalId: 'ada',
  madeAt: inWindow,
  evidenceKind: 'made',
  cancelledAt: null,
  ...more,
})

export const customerInvoice = (
  externalId: string,
  more: Partial<CustomerInvoiceRecord> = {},
): CustomerInvoiceRecord => ({
  kind: 'customer_invoice',
  externalId,
  locationExternalIds: ['loft'],
  customerExternalId: 'ada',
  issuedAt: inWindow,
  evidenceKind: 'issued',
  updatedAt: null,
  ...more,
})

export const sale = (externalId: string, more: Partial<ProductSaleRecord> = {}): ProductSaleRecord => ({
  kind: 'recurring_product',
  externalId,
  locationExternalId: 'loft',
  customerExternalId: 'ada',
  productName: 'Locker',
  soldAt: inWindow,
  renewal: { cycle: 'month', every: 1, from: inWindow, until: null },
  ...more,
})

export const platformInvoice = (
  externalId: string,
  more: Partial<PlatformInvoiceRecord> = {},
): PlatformInvoiceRecord => ({
  kind: 'platform_invoice',
  externalId,
  locationExternalId: 'loft',
  number: 'P-1',
  cutOffAt: at('2026-11-01T03:00:00Z'),
  ...more,
})

/** Two locations and three customers. */
export const base: readonly NetworkedRecord[] = [
  location('loft'),
  location('pier'),
  customer('ada'),
  customer('ben'),
  customer('cara'),
]

export function importAll(context: Context, records: readonly NetworkedRecord[]) {
  return importRecords(context, readerOf(records), { networkName: NETWORK })
}

export function upsert(context: Context, ...records: readonly NetworkedRecord[]): Promise<UpsertReport> {
  return upsertRecords(context, { network: NETWORK, records })
}

/** What became of the records, such as `booking b-1 added`. */
export function told({ records }: UpsertReport): string[] {
  return records.map(({ kind, externalId, outcome }) => `${kind} ${externalId} ${outcome}`)
}
