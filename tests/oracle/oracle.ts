// A slow and plain restatement of who counts as an active user, to judge the product by. It never ships.
//
// How the points that the rules leave open are read here:
// - Cut-off at T itself: a count as of T starts a new, empty window; `asInvoice` counts the window before it.
// - Location without a platform invoice: the window starts at its creation; nothing else asks for its creation.
// - State at T: changes with a time <= T have happened (cancelled, ended, created, suspended, paused, void).
// - Contract that ends before it was created: never there. Cancelled without a date: ends at UpdatedOn.
// - Contract dated to cancel but not `Cancelled`: ends on that date all the same.
// - Suspension without entries: the record's state at every instant. With entries, only the entries speak.
// - Archived: suspended as well; entries with PropertyName Archived are its history, apart from Active's.
// - Two entries at one instant: by Id. Entry without OldValue: the opposite of its NewValue.
// - Booking in both files: the cancelled record speaks for it. Tentative wins over free, cancelled over both.
// - Free booking: OverridePrice 0; null is unknown, so `made`.
// - Invoice kinds, first that fits: draft, void, credit_note, tickets_only, zero_value, credited, issued.
// - Invoice over several locations: each location of a non-ticket line; an unknown issuer is the invoice's own.
// - Credited: CreditedAmount, or the credit notes of any time, reach a total above 0; else issued. At every instant.
// - Void without entries for the property Void: void at every instant.
// - Renewals: n from 0, so RepeatFrom is one itself, and those at or before the sale are renewals as well.
// - Price plan renews every RepeatUnit months.
// - RepeatUntil <= the sale: the sale is `ended` as well.
// - Last day of month: that day in the month of RepeatFrom (n = 0) and of every RepeatUnit-th month after it.
// - Months and days of a cycle are UTC's, and the time of day is the start's.
// - RepeatUnit below 1 means 1; an unknown cycle is monthly, as price plan is.
// - Teams have no history: members, payer and merged billing are the record's at every instant.
// - Suspended members, and members paid for by somebody outside the team, count by the payer all the same.
// - Paused at T: PauseFrom <= T < PauseUntil, also by the contract's own InPausedPeriodFrom/Until.
import type {
  Booking,
  Contract,
  CustomerInvoice,
  History,
  Location,
  ProductSale,
  World,
} from './read-export.ts'

export { readExport, type World } from './read-export.ts'

export const sources = ['contract', 'booking', 'customer_invoice', 'recurring_product', 'team'] as const
export type Source = (typeof sources)[number]

export interface RuleSet {
  /** Kinds that do not count besides the default ones, as 'source.kind': 'booking.tentative', 'contract.frozen'. */
  readonly notCounting?: readonly string[]
  /** Counts a platform invoice issued at the instant: its window starts at the cut-off before it. */
  readonly asInvoice?: boolean
}

export interface Evidence {
  readonly customer: number
  readonly source: Source
  /** A kind of the rule set, or 'cancelled' for a contract that is no longer there; for a team the payer's source. */
  readonly kind: string
  /** The record, or for a team the paying customer. */
  readonly record: number
  readonly at: number
  readonly counts: boolean
}

export interface ActiveUser {
  readonly customer: number
  readonly sources: Source[]
}

export interface LocationCount {
  readonly location: number
  readonly windowStart: string
  readonly count: number
  readonly bySource: Record<Source, number>
  readonly users: ActiveUser[]
}

export interface Count {
  readonly locations: LocationCount[]
  readonly distinctCustomers: number
}

const neverCounting: readonly string[] = [
  'contract.cancelled',
  'booking.cancelled',
  'customer_invoice.tickets_only',
  'customer_invoice.draft',
  'customer_invoice.void',
  'customer_invoice.credit_note',
  'recurring_product.ended',
  'recurring_product.one_off',
]

/** Who is an active user of each location as of an instant. */
export function countAt(world: World, atMs: number, ruleSet: RuleSet = {}): Count {
  const locations = world.locations.map((location) => countLocation(world, location, atMs, ruleSet))
  const customers = new Set(locations.flatMap((location) => location.users.map((user) => user.customer)))
  return { locations, distinctCustomers: customers.size }
}

/** Every record that speaks for one customer at one location, or would if it counted: windows' records and contracts. */
export function verdict(
  world: World,
  location: number,
  customer: number,
  atMs: number,
  ruleSet: RuleSet = {},
): Evidence[] {
  const found = world.locations.find((one) => one.id === location)
  if (found === undefined) return []
  return allEvidence(world, found, atMs, ruleSet).filter((evidence) => evidence.customer === customer)
}

function countLocation(world: World, location: Location, at: number, ruleSet: RuleSet): LocationCount {
  const evidence = allEvidence(world, location, at, ruleSet).filter((one) => one.counts)
  const bySource = { contract: 0, booking: 0, customer_invoice: 0, recurring_product: 0, team: 0 }
  const users: ActiveUser[] = []
  for (const customer of [...world.customers.keys()].sort((a, b) => a - b)) {
    const holds = sources.filter((source) =>
      evidence.some((one) => one.customer === customer && one.source === source),
    )
    for (const source of holds) bySource[source] += 1
    if (holds.length > 0) users.push({ customer, sources: holds })
  }
  const windowStart = new Date(windowStartOf(location, at, ruleSet)).toISOString()
  return { location: location.id, windowStart, count: users.length, bySource, users }
}

function windowStartOf(location: Location, at: number, ruleSet: RuleSet): number {
  const before = location.cutOffs.filter((cutOff) =>
    ruleSet.asInvoice === true ? cutOff < at : cutOff <= at,
  )
  return before.length > 0 ? Math.max(...before) : location.createdAt
}

function allEvidence(world: World, location: Location, at: number, ruleSet: RuleSet): Evidence[] {
  const from = windowStartOf(location, at, ruleSet)
  const isHere = (record: { location: number }) => record.location === location.id
  const events = [
    ...world.bookings.filter(isHere).map((booking) => bookingEvidence(booking, at)),
    ...world.invoices.flatMap((invoice) => invoiceEvidence(world, invoice, location, at)),
    ...world.products.filter(isHere).flatMap((sale) => productEvidence(sale, at)),
  ].filter((event) => event.at >= from && event.at < at)
  const contracts = world.contracts
    .filter((contract) => isHere(contract) && contract.createdAt <= at)
    .map((contract) => contractEvidence(world, contract, at))
  const own = [...contracts, ...events].map((one) => ({
    ...one,
    counts: one.counts && mayCount(one, ruleSet),
  }))
  return [...own, ...teamEvidence(world, own, at).filter((one) => mayCount(one, ruleSet))]
}

function mayCount(evidence: Evidence, ruleSet: RuleSet): boolean {
  const kind = `${evidence.source}.${evidence.kind}`
  return !neverCounting.includes(kind) && !(ruleSet.notCounting ?? []).includes(kind)
}

function contractEvidence(world: World, contract: Contract, at: number): Evidence {
  const { customer, id, createdAt } = contract
  const kind = contractKind(contract, at)
  const counts = !isSuspended(world, customer, at)
  return { customer, source: 'contract', kind, record: id, at: createdAt, counts }
}

function contractKind(contract: Contract, at: number): string {
  if (contract.endsAt <= at) return 'cancelled'
  if (contract.paused.some((period) => period.from <= at && at < period.until)) return 'frozen'
  if (contract.startsAt > at) return 'future_start'
  return contract.isFree ? 'free' : 'running'
}

function isSuspended(world: World, customer: number, at: number): boolean {
  const record = world.customers.get(customer)
  return record !== undefined && (!stateAt(record.active, at) || stateAt(record.archived, at))
}

function stateAt(history: History, at: number): boolean {
  let state = history.changes[0]?.before ?? history.now
  for (const change of history.changes) if (change.at <= at) state = change.after
  return state
}

function bookingEvidence(booking: Booking, at: number): Evidence {
  const { customer, id, madeAt } = booking
  let kind = booking.isFree ? 'free' : 'made'
  if (booking.isTentative) kind = 'tentative'
  if (booking.cancelledAt <= at) kind = 'cancelled'
  return { customer, source: 'booking', kind, record: id, at: madeAt, counts: true }
}

function invoiceEvidence(world: World, invoice: CustomerInvoice, location: Location, at: number): Evidence[] {
  if (!invoiceLocations(invoice).includes(location.id)) return []
  const { customer, id, issuedAt } = invoice
  const kind = invoiceKind(world, invoice, at)
  return [{ customer, source: 'customer_invoice', kind, record: id, at: issuedAt, counts: true }]
}

function invoiceLocations(invoice: CustomerInvoice): number[] {
  if (invoice.lines.length === 0) return [invoice.location]
  const others = invoice.lines.filter((line) => !line.isTicket)
  return (others.length > 0 ? others : invoice.lines).map((line) => line.location)
}

function invoiceKind(world: World, invoice: CustomerInvoice, at: number): string {
  if (invoice.isDraft) return 'draft'
  if (stateAt(invoice.isVoid, at)) return 'void'
  if (invoice.isCreditNote) return 'credit_note'
  if (invoice.lines.length > 0 && invoice.lines.every((line) => line.isTicket)) return 'tickets_only'
  if (invoice.total === 0) return 'zero_value'
  return isCredited(world, invoice) ? 'credited' : 'issued'
}

function isCredited(world: World, invoice: CustomerInvoice): boolean {
  const total = invoice.total ?? 0
  if (total <= 0) return false
  let byNotes = 0
  for (const note of world.invoices) {
    if (!note.isCreditNote || note.isDraft || note.isVoid.now) continue
    if (invoice.uniqueId === undefined || note.creditsInvoice !== invoice.uniqueId) continue
    byNotes += Math.abs(note.total ?? total)
  }
  return invoice.credited >= total || byNotes >= total
}

function productEvidence(sale: ProductSale, at: number): Evidence[] {
  const found: Evidence[] = []
  const add = (kind: string, when: number) =>
    found.push({
      customer: sale.customer,
      source: 'recurring_product',
      kind,
      record: sale.id,
      at: when,
      counts: true,
    })
  if (!sale.isRecurring) {
    add('one_off', sale.soldAt)
    return found
  }
  add(sale.repeatsUntil <= sale.soldAt ? 'ended' : 'sold', sale.soldAt)
  for (let n = 0; occurrence(sale.repeatsFrom, sale.cycle, sale.unit, n) < at; n++) {
    const when = occurrence(sale.repeatsFrom, sale.cycle, sale.unit, n)
    add(sale.repeatsUntil <= when ? 'ended' : 'renewed', when)
  }
  return found
}

const dayMs = 86_400_000

/** The n-th instant of a repetition, from its start: the cycle is the API's RepeatCycle. */
export function occurrence(start: number, cycle: number | undefined, unit: number, n: number): number {
  const steps = n * unit
  if (cycle === 2) return start + steps * dayMs
  if (cycle === 3) return start + steps * 7 * dayMs
  if (cycle === 5) return monthsLater(start, 12 * steps, false)
  return monthsLater(start, steps, cycle === 6)
}

function monthsLater(start: number, months: number, toLastDay: boolean): number {
  const date = new Date(start)
  const year = date.getUTCFullYear()
  const month = date.getUTCMonth() + months
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const day = toLastDay ? lastDay : Math.min(date.getUTCDate(), lastDay)
  const timeOfDay = start - Date.UTC(year, date.getUTCMonth(), date.getUTCDate())
  return Date.UTC(year, month, day) + timeOfDay
}

function teamEvidence(world: World, own: readonly Evidence[], at: number): Evidence[] {
  const found: Evidence[] = []
  for (const team of world.teams) {
    const payer = team.payingCustomer
    if (!team.hasMergedBilling || payer === undefined) continue
    for (const customer of team.members) {
      if (customer === payer || !world.customers.has(customer)) continue
      for (const source of sources) {
        const holds = own.some((one) => one.counts && one.customer === payer && one.source === source)
        if (holds) found.push({ customer, source: 'team', kind: source, record: payer, at, counts: true })
      }
    }
  }
  return found
}
