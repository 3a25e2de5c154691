/** Products sold to customers: recurring ones with every cycle, and one-offs. */
import { HOUR } from '#demo/calendar'
import { customerId, draws, type Person, turn } from '#demo/cast'
import { contractsOf } from '#demo/contracts'
import type { Random } from '#demo/random'
import { type Instant, type ProductSaleRecord, RENEWAL_CYCLES, type RenewalCycle } from '#model/records'

type Renewal = NonNullable<ProductSaleRecord['renewal']>
type Sale = Pick<ProductSaleRecord, 'productName' | 'soldAt' | 'renewal'>

const RECURRING = [
  'Locker',
  'Mail handling',
  'Parking bay',
  'Bicycle rack',
  'Second monitor',
  'Phone line',
] as const
const ONE_OFFS = ['Welcome pack', 'Access card', 'Printing credit', 'Podcast room kit'] as const

/** When a sale is made that is meant to renew in the window: the date is that of UTC from UTC-8 to UTC+14. */
const AFTERNOON = 15 * HOUR

/** A customer has at most one product sale. */
export function productSaleRecord(person: Person): ProductSaleRecord | null {
  const sale = saleOf(person)
  if (sale === null) return null
  return {
    kind: 'recurring_product',
    externalId: String(700_001 + person.index),
    locationExternalId: person.location.externalId,
    customerExternalId: customerId(person),
    ...sale,
  }
}

function saleOf(person: Person): Sale | null {
  switch (person.role) {
    case 'product_holder':
      return inWindow(person, draws(person, 'product'))
    case 'former_product_holder':
      return over(person, draws(person, 'product'))
    case 'shopper':
    case 'past_shopper':
    case 'one_off_buyer':
      return {
        productName: draws(person, 'product').pick(ONE_OFFS),
        soldAt: purchaseAt(person),
        renewal: null,
      }
    case 'paid_member':
    case 'team_payer':
    case 'renewed_member':
    case 'ending_member':
      return ofMember(person, draws(person, 'product'))
    default:
      return null
  }
}

/** When a customer without a contract bought something; shoppers are invoiced for it at the same moment. */
export function purchaseAt(person: Person): Instant {
  const { calendar, cutOffDay } = person.location
  const random = draws(person, 'purchase')
  if (person.role !== 'past_shopper') return calendar.busyMoment(random, cutOffDay + 1, -1)
  const earliest = person.slot === 0 ? cutOffDay - 26 : cutOffDay - 300
  return calendar.busyMoment(random, earliest, cutOffDay - 1)
}

/** Sold or renewed on a day that lies wholly in the window; the cycles take turns. */
function inWindow(person: Person, random: Random): Sale {
  const { calendar, cutOffDay } = person.location
  const cycle = RENEWAL_CYCLES[turn(person) % RENEWAL_CYCLES.length] ?? 'month'
  const day = random.whole(cutOffDay + 1, -1)
  const soldAt = calendar.midnight(earlierOccurrence(person, random, cycle, day)) + AFTERNOON
  return {
    productName: random.pick(RECURRING),
    soldAt,
    renewal: { cycle, every: 1, from: soldAt, until: null },
  }
}

/** A day from which the cycle comes round to `day`, or `day` itself. */
function earlierOccurrence(person: Person, random: Random, cycle: RenewalCycle, day: number): number {
  const { calendar } = person.location
  switch (cycle) {
    case 'day':
      return day - random.whole(0, 30)
    case 'week':
      return day - 7 * random.whole(0, 30)
    case 'last_day_of_month':
      return day
    case 'month':
    case 'year': {
      const monthsAgo = calendar.monthsBefore(day, 1)
      const dayOfMonth = day - calendar.firstOfMonth(monthsAgo)
      // Later days are missing in some month, and would come round on another day.
      if (dayOfMonth >= 28) return day
      const months = cycle === 'year' ? 12 : random.whole(1, 18)
      return calendar.firstOfMonth(monthsAgo + months) + dayOfMonth
    }
  }
}

/** Ended before the window; one in three ended with its very sale. */
function over(person: Person, random: Random): Sale {
  const { calendar, cutOffDay } = person.location
  const soldAt = calendar.busyMoment(random, cutOffDay - 330, cutOffDay - 120)
  const isReturned = turn(person) % 3 === 2
  const until = isReturned ? soldAt : calendar.midnight(cutOffDay - random.whole(1, 90))
  return {
    productName: random.pick(RECURRING),
    soldAt,
    renewal: { cycle: 'month', every: 1, from: soldAt, until },
  }
}

function ofMember(person: Person, random: Random): Sale | null {
  if (!random.chance(0.4)) return null
  const { calendar } = person.location
  const startDay = Math.max(contractsOf(person)[0]?.startDay ?? -360, -360)
  const soldAt = calendar.busyMoment(random, startDay, -2)
  const until = random.chance(0.2) ? calendar.midnight(random.whole(-30, 200)) : null
  const from = random.chance(0.2) ? calendar.midnight(0) - (calendar.midnight(0) - soldAt) / 2 : soldAt
  return {
    productName: random.pick(RECURRING),
    soldAt,
    renewal: {
      ...memberCycle(random),
      from: Math.floor(from),
      until: until === null ? null : Math.max(until, from),
    },
  }
}

function memberCycle(random: Random): Pick<Renewal, 'cycle' | 'every'> {
  const draw = random.next()
  if (draw < 0.6) return { cycle: 'month', every: 1 }
  if (draw < 0.75) return { cycle: 'month', every: 3 }
  if (draw < 0.85) return { cycle: 'year', every: 1 }
  if (draw < 0.93) return { cycle: 'last_day_of_month', every: 1 }
  return { cycle: 'week', every: random.whole(1, 4) }
}
