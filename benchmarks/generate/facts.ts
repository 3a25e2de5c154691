/**
 * The dated records of the year, day by day as they arrive, locations interleaved: the worst case for the
 * order of rows in a table. Bookings have a weekday rhythm and a power law within each location (the
 * busiest hundredth of the customers makes a third of them); one in twenty is made in a sister location.
 */
import { hash, Random } from '#demo/random'
import { AS_OF, at, BILLING_DAYS, DAY_MS, type Network, YEAR, YEAR_START } from './network.ts'

export interface Booking {
  readonly number: number
  readonly location: number
  readonly customer: number
  readonly madeAt: number
  readonly kind: 'made' | 'free' | 'tentative'
  /** Null while it stands, at the end of the year. */
  readonly cancelledAt: number | null
}

export interface Invoice {
  readonly number: number
  readonly location: number
  readonly customer: number
  readonly issuedAt: number
  readonly kind: 'issued' | 'zero_value' | 'credited'
}

/** A recurring product: sold once, then renewed each month on the day of the month of the sale. */
export interface Product {
  readonly customer: number
  readonly location: number
  readonly soldAt: number
  readonly until: number | null
}

export interface Occurrence {
  readonly number: number
  readonly location: number
  readonly customer: number
  readonly at: number
}

export interface FactSink {
  booking(booking: Booking): void
  invoice(invoice: Invoice): void
  /** A sale or a renewal of a recurring product, within the year. */
  occurrence(occurrence: Occurrence): void
}

const DAYS = (AS_OF - YEAR_START) / DAY_MS
const FACTS_PER_CUSTOMER = 10
const INVOICED_MONTHS = 0.95
const SISTER_LOCATION = 0.05
/** Sunday first. */
const WEEKDAY_WEIGHTS = [0.2, 1.1, 1.2, 1.2, 1.1, 0.9, 0.4]
const OPENS_MS = 7 * 3_600_000
const OPEN_MS = 14 * 3_600_000

export function generateYear(network: Network, sink: FactSink): void {
  const year = new Year(network, sink)
  for (let day = 0; day < DAYS; day += 1) year.generateDay(day)
}

export function productOf(network: Network, customer: number): Product | null {
  const month = at(network.productMonths, customer)
  if (month === 0) return null
  const billingDay = at(network.billingDays, customer)
  // after the cut-offs of the morning, so that no occurrence hits one to the second
  const soldAt = Date.UTC(YEAR, month - 7, 1 + billingDay, 8, 0, hash(network.shape.seed, customer) % 3600)
  const endsAfter = hash(customer, network.shape.seed) % 20 === 0 ? 3 : null
  const until = endsAfter === null ? null : Date.UTC(YEAR, month - 7 + endsAfter, 1 + billingDay)
  return { customer, location: at(network.homes, customer), soldAt, until }
}

class Year {
  readonly #network: Network
  readonly #sink: FactSink
  /** Customers with something to bill, by billing day. */
  readonly #billed: number[][] = Array.from({ length: BILLING_DAYS }, () => [])
  readonly #bookingsPerWeight: number
  #due = 0
  #bookings = 0
  #invoices = 0
  #occurrences = 0

  constructor(network: Network, sink: FactSink) {
    this.#network = network
    this.#sink = sink
    for (let customer = 1; customer <= network.customerCount; customer += 1) {
      if (network.invoiced[customer] === 1 || network.productMonths[customer] !== 0) {
        this.#billed[at(network.billingDays, customer)]?.push(customer)
      }
    }
    let weights = 0
    for (let day = 0; day < DAYS; day += 1) weights += weightOf(day)
    this.#bookingsPerWeight = bookingCount(network) / weights
  }

  generateDay(day: number): void {
    const date = new Date(YEAR_START + day * DAY_MS)
    const billed = this.#billed[date.getUTCDate() - 1] ?? []
    for (const customer of billed) this.#bill(customer, date)
    this.#due += this.#bookingsPerWeight * weightOf(day)
    const count = Math.floor(this.#due)
    this.#due -= count
    this.#book(date, day, count)
  }

  #bill(customer: number, date: Date): void {
    const { invoiced, homes, shape } = this.#network
    const lot = hash(shape.seed, customer, date.getUTCMonth())
    const location = at(homes, customer)
    if (invoiced[customer] === 1 && lot % 1000 < INVOICED_MONTHS * 1000) {
      const kind = lot % 100 === 7 ? 'zero_value' : lot % 100 === 8 ? 'credited' : 'issued'
      const issuedAt = date.getTime() + 7 * 3_600_000 + ((lot >>> 10) % 3600) * 1000
      this.#sink.invoice({ number: ++this.#invoices, location, customer, issuedAt, kind })
    }
    const product = productOf(this.#network, customer)
    if (product === null) return
    const renewal = date.getTime() + (product.soldAt % DAY_MS)
    if (renewal < product.soldAt || renewal >= (product.until ?? AS_OF)) return
    this.#sink.occurrence({ number: ++this.#occurrences, location, customer, at: renewal })
  }

  #book(date: Date, day: number, count: number): void {
    const { homes, firstCustomer, customerCount, shape } = this.#network
    const random = new Random(shape.seed, 'booking', day)
    for (let index = 0; index < count; index += 1) {
      const home = at(homes, random.whole(1, customerCount))
      const customer = at(firstCustomer, home) + Math.floor(random.next() ** 4 * this.#network.sizeOf(home))
      const location = random.chance(SISTER_LOCATION) ? random.whole(...this.#network.regionOf(home)) : home
      const second = Math.floor(((index + random.next()) / count) * (OPEN_MS / 1000))
      const madeAt = date.getTime() + OPENS_MS + second * 1000
      const cancelledAt = random.chance(shape.cancelled)
        ? madeAt + random.whole(1, 10 * 24) * 3_600_000
        : null
      const lot = random.next()
      this.#sink.booking({
        number: ++this.#bookings,
        location,
        customer,
        madeAt,
        kind: lot < 0.14 ? 'free' : lot < 0.15 ? 'tentative' : 'made',
        cancelledAt: cancelledAt !== null && cancelledAt < AS_OF ? cancelledAt : null,
      })
    }
  }
}

function weightOf(day: number): number {
  return WEEKDAY_WEIGHTS[new Date(YEAR_START + day * DAY_MS).getUTCDay()] ?? 1
}

/** As many as make ten dated records a customer with the invoices and the sales of products. */
function bookingCount({ shape, customerCount, invoiced, productMonths }: Network): number {
  if (shape.bookings !== undefined) return shape.bookings
  let others = 0
  for (let customer = 1; customer <= customerCount; customer += 1) {
    others += at(invoiced, customer) * 12 * INVOICED_MONTHS + (productMonths[customer] === 0 ? 0 : 1)
  }
  return Math.max(0, Math.round(customerCount * FACTS_PER_CUSTOMER - others))
}
