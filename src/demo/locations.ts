/** The locations of a demo network: how large each is, and when the platform bills it. */
import { Calendar } from '#demo/calendar'
import { locationNames, type Place } from '#demo/places'
import type { DemoPlan } from '#demo/plan'
import { Random } from '#demo/random'
import type { BillingAnchor } from '#model/billing-anchor'
import type { Instant, LocationRecord, PlatformInvoiceRecord } from '#model/records'

export interface DemoLocation {
  readonly plan: DemoPlan
  readonly index: number
  readonly externalId: string
  readonly name: string
  readonly place: Place
  readonly calendar: Calendar
  readonly openingDay: number
  /** The day of the last platform invoice; the window has at least {@link SHORTEST_WINDOW} days since. */
  readonly cutOffDay: number
  /** Newest first. */
  readonly platformInvoices: readonly { readonly month: string; readonly cutOffAt: Instant }[]
  /** Its first cut-off is the month of the oldest of these. */
  readonly anchor: BillingAnchor
  readonly firstCustomer: number
  readonly customerCount: number
  /** Where its customers go when they go elsewhere; itself in a network of one. */
  readonly sisterExternalId: string
  /** From 0 to 1: how many of its occasional visitors came again in this window. */
  readonly liveliness: number
}

const PLATFORM_INVOICES = 12

/** In days: shorter, and hardly anybody would count by what happened in the window. */
const SHORTEST_WINDOW = 5

/** Days of month on which locations are billed; at any time at most one lies in the last few days. */
const BILLING_DAYS = [1, 15, 8, 22] as const

export function layOut(plan: DemoPlan): readonly DemoLocation[] {
  const calendars = new Map<string, Calendar>()
  const sizes = locationSizes(plan)
  let firstCustomer = 0
  return locationNames(plan.locations).map(({ name, place }, index) => {
    const calendar = calendars.get(place.timeZone) ?? new Calendar(place.timeZone, plan.now)
    calendars.set(place.timeZone, calendar)
    const random = new Random(plan.seed, 'location', index)
    const customerCount = sizes[index] ?? 0
    const location: DemoLocation = {
      plan,
      index,
      externalId: locationId(index),
      name,
      place,
      calendar,
      openingDay: -random.whole(800, 2_600),
      ...billing(calendar, random, index),
      firstCustomer,
      customerCount,
      sisterExternalId: locationId(sisterOf(index, plan.locations)),
      liveliness: random.next(),
    }
    firstCustomer += customerCount
    return location
  })
}

const locationId = (index: number): string => String(1_001 + index)

/** Neighbours are sisters in pairs; an odd last one goes with the first. */
function sisterOf(index: number, count: number): number {
  const neighbour = index % 2 === 0 ? index + 1 : index - 1
  return neighbour < count ? neighbour : 0
}

/** The largest has half as many again as the smallest; the first is a large one. */
function locationSizes(plan: DemoPlan): readonly number[] {
  const weights = Array.from({ length: plan.locations }, (_, index) =>
    index === 0 ? 1.2 : 0.8 + 0.4 * new Random(plan.seed, 'size', index).next(),
  )
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let weightSoFar = 0
  let customersSoFar = 0
  return weights.map((weight) => {
    weightSoFar += weight
    const until = Math.round((plan.customers * weightSoFar) / total)
    const size = until - customersSoFar
    customersSoFar = until
    return size
  })
}

function billing(calendar: Calendar, random: Random, index: number) {
  const dayOfMonth = billingDay(calendar, index)
  const newest = calendar.monthsBefore(0, dayOfMonth)
  const dayOf = (months: number) => calendar.firstOfMonth(months) + dayOfMonth - 1
  const hour = index === 0 ? 3 : random.whole(0, 5)
  const platformInvoices = Array.from({ length: PLATFORM_INVOICES }, (_, age) => ({
    month: calendar.monthName(newest + age),
    cutOffAt: calendar.localTime(dayOf(newest + age), { hour, minute: 0, second: random.whole(1, 59) }),
  }))
  const anchor: BillingAnchor = {
    startsOn: calendar.dateOf(dayOf(newest + PLATFORM_INVOICES - 1)),
    localTime: `0${hour}:00`,
    every: 'month',
  }
  return { cutOffDay: dayOf(newest), platformInvoices, anchor }
}

/** The wished day of month, or the next in the list where that one was only just billed. */
function billingDay(calendar: Calendar, wish: number): number {
  for (let turn = 0; turn < BILLING_DAYS.length; turn++) {
    const dayOfMonth = BILLING_DAYS[(wish + turn) % BILLING_DAYS.length] ?? 1
    const day = calendar.firstOfMonth(calendar.monthsBefore(0, dayOfMonth)) + dayOfMonth - 1
    if (day <= -SHORTEST_WINDOW) return dayOfMonth
  }
  throw new Error('every day of month in the list was billed within the last few days')
}

export function locationRecord(location: DemoLocation): LocationRecord {
  return {
    kind: 'location',
    externalId: location.externalId,
    name: location.name,
    timeZone: location.place.timeZone,
    currency: location.place.currency,
    createdAt: location.calendar.midnight(location.openingDay),
  }
}

export function platformInvoiceRecords(location: DemoLocation): readonly PlatformInvoiceRecord[] {
  return location.platformInvoices.toReversed().map(({ month, cutOffAt }, age) => ({
    kind: 'platform_invoice',
    externalId: String(9_000_001 + location.index * PLATFORM_INVOICES + age),
    locationExternalId: location.externalId,
    number: `${location.externalId}-${month}`,
    cutOffAt,
  }))
}
