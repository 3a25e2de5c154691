// Small random export directories full of edges, as fast-check arbitraries that shrink record by record.
// A part names no instant but a moment: an anchor of the world (a cut-off, a local midnight, a month end) and a
// shift from it. The parts become records when the whole world is known.
import fc from 'fast-check'
import { fileWorld } from './world-files.ts'
import { day, type Files, hour, second, zoneNames } from './world-times.ts'

export interface RandomWorld {
  readonly files: Files
  /** Instants at and around the edges of the world, in milliseconds, at or after every location's creation. */
  readonly instants: number[]
}

/** Points at one of what there is, by its remainder. */
const index = fc.nat(59)
const shift = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, -second, second, -1, 1) },
  { weight: 2, arbitrary: fc.integer({ min: -40 * 24, max: 40 * 24 }).map((hours) => hours * hour) },
)
const nearby = fc.oneof(
  shift,
  fc.integer({ min: -14, max: 14 }).map((hours) => hours * hour),
  fc.constant(0),
)
const moment = fc.record({ anchor: fc.nat(199), shift })
const maybe = <Value>(value: fc.Arbitrary<Value>, freq = 2) => fc.option(value, { nil: null, freq })
const rarely = fc.integer({ min: 0, max: 7 }).map((n) => n === 7)
const anyOf = <Value>(...values: Value[]) => fc.constantFrom(...values)

const locationPart = fc.record({
  zone: fc.integer({ min: 0, max: zoneNames.length }),
  createdHour: fc.nat(1400),
  cutOffDay: fc.integer({ min: 0, max: 3 }),
  cutOffTime: anyOf(0, 3 * hour, 3 * hour + 12 * second, 12 * hour),
  gaps: fc.array(anyOf(31 * day, 30 * day, 28 * day, day, second), { maxLength: 3 }),
  hasCutOffs: fc.integer({ min: 0, max: 4 }).map((n) => n < 4),
})

const customerPart = fc.record({
  active: fc.integer({ min: 0, max: 3 }).map((n) => n < 3),
  archived: rarely,
  activeChanges: fc.array(fc.record({ at: moment, to: fc.boolean() }), { maxLength: 3 }),
  archivedChange: fc.option(fc.record({ at: moment, to: fc.boolean() }), { nil: null, freq: 8 }),
})

const contractPart = fc.record({
  customer: index,
  location: index,
  created: fc.oneof(moment, fc.constant(null)),
  start: fc.oneof(fc.constant(null), moment),
  price: anyOf(null, 0, 150),
  planPrice: anyOf(undefined, null, 0, 190),
  isFreePlan: rarely,
  end: fc.oneof(
    fc.constant(null),
    {
      weight: 3,
      arbitrary: fc.record({
        how: fc.constant('local' as const),
        date: index,
        day: maybe(fc.integer({ min: -5, max: 70 })),
        nominal: fc.boolean(),
        cancelled: fc.boolean(),
      }),
    },
    fc.record({ how: fc.constant('instant' as const), at: moment, cancelled: fc.boolean() }),
    fc.record({ how: fc.constant('undated' as const), at: moment }),
  ),
  pause: fc.option(fc.record({ from: moment, until: maybe(moment, 4), inContract: fc.boolean() }), {
    nil: null,
    freq: 3,
  }),
})

const bookingPart = fc.record({
  customer: maybe(index, 10),
  resource: index,
  made: moment,
  tentative: fc.boolean(),
  price: anyOf(null, 0, 25),
  cancelled: maybe(moment),
  isInBothFiles: rarely,
})

const linePart = fc.record({
  isTicket: fc.boolean(),
  issuer: fc.oneof(fc.constant(null), index),
  isUnknown: rarely,
})
const invoicePart = fc.record({
  customer: index,
  location: index,
  issued: moment,
  state: anyOf('issued', 'issued', 'issued', 'draft', 'void', 'credit_note'),
  total: anyOf(120, 0),
  credited: anyOf('no', 'no', 'full', 'part', 'note', 'part_note'),
  noteAt: moment,
  lines: fc.array(linePart, { maxLength: 3 }),
})

const productPart = fc.record({
  customer: index,
  location: index,
  sold: moment,
  hasSaleDate: fc.boolean(),
  price: anyOf(0, 15),
  isRecurring: fc.integer({ min: 0, max: 5 }).map((n) => n < 5),
  cycle: fc.integer({ min: 1, max: 6 }),
  unit: anyOf(undefined, null, 0, 1, 2, 3),
  cyclesBack: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 13 })),
  atMonthEnd: fc.boolean(),
  from: fc.oneof(fc.constant(null), moment, anyOf(0, -second, second, -5 * day, 5 * day, 31 * day)),
  until: fc.oneof(
    fc.constant(null),
    moment,
    fc.record({ cycles: fc.integer({ min: -1, max: 2 }), shift: fc.oneof(fc.constant(0), shift) }),
  ),
})

const teamPart = fc.record({
  location: index,
  members: fc.uniqueArray(index, { maxLength: 4 }),
  payer: fc.oneof(fc.constant(null), fc.constant('first' as const), index),
  isMissingPayer: rarely,
  merged: fc.integer({ min: 0, max: 3 }).map((n) => n < 3),
})

/** Where an instant to count at is taken from: changes of state, repetitions, local midnights, any record. */
type Pool = 'states' | 'repeats' | 'midnights' | 'all'

const worldPart = fc.record({
  firstDay: fc.oneof(fc.integer({ min: 0, max: 900 }), anyOf(730, 750, 944)),
  locations: fc.array(locationPart, { minLength: 1, maxLength: 3 }),
  customers: fc.array(customerPart, { maxLength: 12 }),
  contracts: fc.array(contractPart, { maxLength: 7 }),
  bookings: fc.array(bookingPart, { maxLength: 8 }),
  invoices: fc.array(invoicePart, { maxLength: 7 }),
  products: fc.array(productPart, { maxLength: 6 }),
  teams: fc.array(teamPart, { maxLength: 3 }),
  tickets: fc.array(fc.record({ customer: index, location: index }), { maxLength: 2 }),
  instants: fc.array(
    fc.record({
      pool: anyOf<Pool>('states', 'repeats', 'midnights', 'all'),
      edge: fc.nat(199),
      shift: nearby,
    }),
    { minLength: 1, maxLength: 6 },
  ),
})

export type WorldPart = typeof worldPart extends fc.Arbitrary<infer Part> ? Part : never
export type Moment = { readonly anchor: number; readonly shift: number }

/** Random small worlds and the instants to count them at. */
export const worldArbitrary: fc.Arbitrary<RandomWorld> = worldPart.map(fileWorld)

const stranger = fc.record({
  customer: fc.integer({ min: 7001, max: 7012 }),
  location: fc.integer({ min: 501, max: 503 }),
})
const dated = fc.record({ who: stranger, hour: fc.integer({ min: 0, max: 4 * 365 * 24 }) })

/** Records that are never a source, by file: to be added to a world with `withRecords`. */
export const irrelevantRecords: fc.Arbitrary<Files> = fc
  .record({
    eventattendees: fc.array(dated, { maxLength: 3 }),
    visitors: fc.array(dated, { maxLength: 3 }),
    checkins: fc.array(dated, { maxLength: 3 }),
    coworkertimepasses: fc.array(dated, { maxLength: 3 }),
    coworkermessages: fc.array(dated, { maxLength: 3 }),
    audittrailentries: fc.array(dated, { maxLength: 3 }),
  })
  .map((files) => {
    const named = Object.entries(files).map(([file, parts]) => [
      file,
      parts.map((part, at) =>
        irrelevantRecord(file, part.who, Date.UTC(2024, 0) + part.hour * hour, 300_000 + at),
      ),
    ])
    return Object.fromEntries(named) as Files
  })

function irrelevantRecord(
  file: string,
  who: { customer: number; location: number },
  at: number,
  id: number,
): object {
  const time = new Date(at).toISOString()
  const record = { Id: id, BusinessId: who.location, CreatedOn: time }
  if (file === 'audittrailentries') {
    const change = {
      EntityShortName: 'Coworker',
      EntityId: who.customer,
      PropertyName: 'FullName',
      AuditType: 2,
    }
    return { ...record, ...change, OldValue: 'True', NewValue: 'False' }
  }
  return {
    ...record,
    CoworkerId: who.customer,
    FromTime: time,
    UsedDate: time,
    Price: 0,
    Used: true,
    Arrived: true,
  }
}

/** The same files with more records at the end of each. */
export function withRecords(files: Files, more: Files): Files {
  const all: Files = { ...files }
  for (const [file, records] of Object.entries(more)) all[file] = [...(all[file] ?? []), ...records]
  return all
}

/**
 * Fewer records of each file. Locations all stay, since a network is known by them, and so do customers: one
 * who comes later joins his team only then.
 */
export function fewerRecords(files: Files): fc.Arbitrary<Files> {
  const parts = Object.entries(files).map(([name, records]) => [
    name,
    ['businesses', 'coworkers'].includes(name) ? fc.constant(records) : fc.subarray(records),
  ])
  return fc.record(Object.fromEntries(parts) as Record<string, fc.Arbitrary<unknown[]>>)
}

type Known = { readonly Id: number } & Readonly<Record<string, unknown>>

/**
 * A second telling of a network: other records, many of them under ids that the first has used for others.
 * Customers keep their state, and locations their zone, because nothing dates a change of either.
 */
export function retold(first: Files, second: Files): Files {
  const kept = { coworkers: ['Active', 'Archived'], businesses: ['SimpleTimeZoneId'] }
  const files = { ...second }
  for (const [file, fields] of Object.entries(kept)) {
    files[file] = known(second, file).map((record) => {
      const before = known(first, file).find(({ Id }) => Id === record.Id)
      return before === undefined ? record : { ...record, ...pick(before, fields) }
    })
  }
  return files
}

/** What is known after a network was told twice: of records with one id the second, unless it is left out. */
export function toldTwice(first: Files, second: Files): Files {
  const customers = new Set([...known(first, 'coworkers'), ...known(second, 'coworkers')].map(({ Id }) => Id))
  const usable = Object.entries(second).map(([file, records]) => [
    file,
    (records as Known[]).filter((record) => isUsable(record, customers)),
  ])
  const again = Object.fromEntries(usable) as Record<string, Known[]>
  const invoices = known(again, 'coworkerinvoices').map(({ Id }) => Id)
  again.coworkerinvoicelines = known(again, 'coworkerinvoicelines').filter((line) =>
    invoices.some((id) => id === line.CoworkerInvoiceId),
  )
  const isTold = (file: string, id: unknown) =>
    (again[file] ?? []).some(({ Id }) => String(Id) === String(id))
  const files: Files = { ...again }
  for (const file of Object.keys(first)) {
    const kept = known(first, file).filter((record) => {
      // A booking that is told again is not cancelled any more, and an invoice comes with its lines.
      if (file === 'coworkerinvoicelines') return !isTold('coworkerinvoices', record.CoworkerInvoiceId)
      if (file === 'cancelledbookings' && isTold('bookings', record.OriginalBookingId)) return false
      return !isTold(file, record.Id)
    })
    files[file] = [...kept, ...(again[file] ?? [])]
  }
  return files
}

/** A record whose customer is not there is left out, and what was told before stays. */
function isUsable(record: Known, customers: ReadonlySet<unknown>): boolean {
  if ('CoworkerId' in record) return customers.has(record.CoworkerId)
  return typeof record.PayingMemberId !== 'number' || customers.has(record.PayingMemberId)
}

function known(files: Files, file: string): Known[] {
  return (files[file] ?? []) as Known[]
}

function pick(record: Known, fields: readonly string[]): Partial<Known> {
  return Object.fromEntries(fields.map((field) => [field, record[field]]))
}
