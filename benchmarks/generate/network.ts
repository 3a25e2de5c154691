/**
 * A network of any size that is the same wherever it is made: locations and their customers, with
 * contracts, teams and suspensions. Customers are numbered location by location, so few arrays hold all.
 */
import { personName } from '#demo/names'
import { Random } from '#demo/random'

export const SIZES = {
  /** For a look at the harness itself. */
  T: { locations: 4, customers: 400, largest: 150, second: 100 },
  S: { locations: 10, customers: 20_000, largest: 8000, second: 1000 },
  M: { locations: 500, customers: 1_000_000, largest: 20_000, second: 1000 },
} as const
export type Size = keyof typeof SIZES

export interface Shape {
  readonly size: Size
  readonly seed: number
  /** The locations are divided into this many networks of (nearly) the same number of locations. */
  readonly networks: number
  /** How many bookings; absent: as many as make ten dated records a customer. */
  readonly bookings?: number
  /** Share of the bookings that are cancelled within ten days. */
  readonly cancelled: number
}

/** The year that is generated, UTC: its last instant is counted just before the first cut-offs of the next. */
export const YEAR = 2025
export const YEAR_START = Date.UTC(YEAR, 0, 1)
export const AS_OF = Date.UTC(YEAR + 1, 0, 1)

export const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** Customers also book in the other locations of their own region. */
const REGION_LOCATIONS = 20
const INVOICED = 0.25
const RECURRING = 0.04
/** Days of the month on which customers are billed. */
export const BILLING_DAYS = 28

export class Network {
  readonly shape: Shape
  readonly locationCount: number
  readonly customerCount: number
  /** First customer of each location; of the number after the last, one more than the last customer. */
  readonly firstCustomer: Int32Array
  /** Home location by customer. */
  readonly homes: Int32Array
  /** 1 where a customer is invoiced each month. */
  readonly invoiced: Uint8Array
  /** 0, or which month the recurring product was bought in: 1 is July of the year before. */
  readonly productMonths: Uint8Array
  /** Day of the month, from 0. */
  readonly billingDays: Uint8Array
  readonly cutOffDelays: Int32Array

  constructor(shape: Shape) {
    const { locations, customers } = SIZES[shape.size]
    this.shape = shape
    this.locationCount = locations
    this.customerCount = customers
    this.firstCustomer = firstCustomers(shape)
    this.homes = new Int32Array(customers + 1)
    this.invoiced = new Uint8Array(customers + 1)
    this.productMonths = new Uint8Array(customers + 1)
    this.billingDays = new Uint8Array(customers + 1)
    this.cutOffDelays = Int32Array.from({ length: locations + 1 }, (_, location) =>
      new Random(shape.seed, 'location', location).whole(0, 6 * 3600 - 1),
    )
    this.#fillTraits()
  }

  #fillTraits(): void {
    for (const location of this.locations()) {
      for (const customer of this.customersOf(location)) {
        const random = new Random(this.shape.seed, 'purchase', customer)
        this.homes[customer] = location
        this.invoiced[customer] = random.chance(INVOICED) ? 1 : 0
        this.productMonths[customer] = random.chance(RECURRING) ? random.whole(1, 16) : 0
        this.billingDays[customer] = random.whole(0, BILLING_DAYS - 1)
      }
    }
  }

  locations(): number[] {
    return Array.from({ length: this.locationCount }, (_, index) => index + 1)
  }

  *customersOf(location: number): Generator<number> {
    for (let id = at(this.firstCustomer, location); id < at(this.firstCustomer, location + 1); id += 1)
      yield id
  }

  sizeOf(location: number): number {
    return at(this.firstCustomer, location + 1) - at(this.firstCustomer, location)
  }

  /** Networks are numbered from 1. */
  networkOf(location: number): number {
    return Math.floor(((location - 1) * this.shape.networks) / this.locationCount) + 1
  }

  /** First and last location of the region that a location is in; a region is in one network. */
  regionOf(location: number): readonly [number, number] {
    const network = this.networkOf(location)
    const first = Math.ceil(((network - 1) * this.locationCount) / this.shape.networks) + 1
    const last = Math.ceil((network * this.locationCount) / this.shape.networks)
    const regionFirst = location - ((location - first) % REGION_LOCATIONS)
    return [regionFirst, Math.min(regionFirst + REGION_LOCATIONS - 1, last)]
  }

  /** The twelve cut-offs of the year: the first of each month, each location at its own time of the morning. */
  cutOffs(location: number): number[] {
    const delay = at(this.cutOffDelays, location) * 1000
    return Array.from({ length: 12 }, (_, month) => Date.UTC(YEAR, month, 1) + delay)
  }

  customer(customer: number): Customer {
    const random = new Random(this.shape.seed, 'customer', customer)
    const { name, mailbox } = personName(random, 'english')
    return { name, email: `${mailbox}.${customer}@example.org` }
  }

  suspension(customer: number): Suspension | null {
    const random = new Random(this.shape.seed, 'change', customer)
    if (!random.chance(0.05)) return null
    const from = YEAR_START + random.whole(0, 339) * DAY_MS + 9 * HOUR_MS
    const until = random.chance(0.4) ? null : from + random.whole(3, 22) * DAY_MS
    return { from, until }
  }

  contracts(customer: number): Contract[] {
    const random = new Random(this.shape.seed, 'contract', customer)
    return this.invoiced[customer] === 1 ? paidContracts(random) : otherContracts(random)
  }

  /** Of eight customers in a hundred; the first member pays. */
  *teams(): Generator<Team> {
    let number = 0
    for (const location of this.locations()) {
      let left: Team | null = null
      for (const customer of this.customersOf(location)) {
        if (left !== null && left.members.length < left.size) {
          left.members.push(customer)
          continue
        }
        if (left !== null) yield left
        left = null
        const random = new Random(this.shape.seed, 'team', customer)
        if (!random.chance(0.02)) continue
        number += 1
        const size = 2 + Math.floor(random.next() ** 3 * 11)
        left = { number, location, size, hasMergedBilling: random.chance(0.6), members: [customer] }
      }
      if (left !== null) yield left
    }
  }
}

export interface Customer {
  readonly name: string
  readonly email: string
}

/** `until` is null while it lasts. */
export interface Suspension {
  readonly from: number
  readonly until: number | null
}

export interface Contract {
  readonly price: number
  readonly createdAt: number
  readonly startsAt: number
  readonly endsAt: number | null
  readonly pausedFrom: number | null
}

export interface Team {
  readonly number: number
  readonly location: number
  readonly size: number
  readonly hasMergedBilling: boolean
  readonly members: number[]
}

/** Of those who are invoiced each month: renewed, cancelled, to be cancelled, paused, or plainly running. */
function paidContracts(random: Random): Contract[] {
  const price = random.whole(50, 400)
  const createdAt = YEAR_START - random.whole(0, 700) * DAY_MS
  const contract = { price, createdAt, startsAt: createdAt, endsAt: null, pausedFrom: null }
  const lot = random.next()
  const day = random.whole(0, 349)
  if (lot < 0.03) {
    const renewedAt = YEAR_START + day * DAY_MS
    return [
      { ...contract, endsAt: renewedAt },
      { ...contract, createdAt: renewedAt, startsAt: renewedAt },
    ]
  }
  if (lot < 0.09) return [{ ...contract, endsAt: YEAR_START + (200 + (day % 164)) * DAY_MS }]
  if (lot < 0.11) return [{ ...contract, endsAt: AS_OF + (1 + (day % 25)) * DAY_MS }]
  if (lot < 0.14) return [{ ...contract, pausedFrom: AS_OF - (5 + (day % 60)) * DAY_MS }]
  return [contract]
}

/** Of the others: free, long ended, not started yet, or most often none. */
function otherContracts(random: Random): Contract[] {
  const lot = random.next()
  const day = random.whole(0, 399)
  const contract = { price: 0, endsAt: null, pausedFrom: null }
  if (lot < 0.05) {
    const createdAt = YEAR_START + (day % 365) * DAY_MS
    return [{ ...contract, createdAt, startsAt: createdAt }]
  }
  if (lot < 0.17) {
    const createdAt = YEAR_START - (day + 200) * DAY_MS
    const endsAt = YEAR_START + ((day % 300) - 150) * DAY_MS
    return [{ ...contract, price: lot < 0.08 ? 0 : 120, createdAt, startsAt: createdAt, endsAt }]
  }
  if (lot < 0.176) {
    const createdAt = AS_OF - (1 + (day % 20)) * DAY_MS
    return [{ ...contract, price: 150, createdAt, startsAt: AS_OF + (1 + (day % 60)) * DAY_MS }]
  }
  return []
}

/** Two locations of a fixed size to ask about; the others lognormal, none above twenty times their mean. */
function firstCustomers({ size, seed }: Shape): Int32Array {
  const { locations, customers, largest, second } = SIZES[size]
  const weights = Array.from({ length: locations - 2 }, (_, index) => {
    const random = new Random(seed, 'size', index + 3)
    const gauss = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
    return Math.min(20, Math.exp(gauss - 0.5))
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const rest = customers - largest - second
  const sizes = weights.map((weight) => Math.max(5, Math.floor((weight / total) * rest)))
  const missing = rest - sizes.reduce((sum, count) => sum + count, 0)
  const biggest = sizes.indexOf(Math.max(...sizes))
  sizes[biggest] = (sizes[biggest] ?? 0) + missing
  const first = new Int32Array(locations + 2)
  let next = 1
  for (const [index, count] of [0, largest, second, ...sizes].entries()) {
    if (index > 0) first[index] = next
    next += count
  }
  first[locations + 1] = next
  return first
}

/** An element that is known to be there. */
export function at(numbers: Int32Array | Uint8Array, index: number): number {
  const number = numbers[index]
  if (number === undefined) throw new RangeError(`there is no element ${index}`)
  return number
}
