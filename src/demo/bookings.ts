/** Bookings: the rhythm of a week, many by few and few by many, one in twenty at the sister location. */
import { customerId, draws, type Person } from '#demo/cast'
import type { Random } from '#demo/random'
import type { BookingRecord, Instant, NetworkedRecord } from '#model/records'

/** The most that one customer makes in a year; ids leave room for one more. */
const MOST_BOOKINGS = 120

const CANCELLED = 0.08
const AT_SISTER = 0.05
const FREE = 0.14
const DAY = 86_400_000

/** What a customer books: one that its role is about, and others anywhere in the days given. */
interface Habit {
  readonly first?: Pick<BookingRecord, 'madeAt' | 'evidenceKind' | 'cancelledAt'>
  readonly others: number
  readonly lastDay: number
}

/** A person's bookings that were cancelled, or those that were not. */
export function bookingRecords(
  person: Person,
  wanted: 'cancelled' | 'standing',
  out: NetworkedRecord[],
): void {
  const random = draws(person, 'booking')
  const habit = habitOf(person, random)
  if (habit === null) return
  const { externalId: home, sisterExternalId: sister } = person.location
  const add = (number: number, locationExternalId: string, details: NonNullable<Habit['first']>) => {
    if ((details.cancelledAt !== null) !== (wanted === 'cancelled')) return
    out.push({
      kind: 'booking',
      externalId: String(10_000_001 + person.index * (MOST_BOOKINGS + 1) + number),
      locationExternalId,
      customerExternalId: customerId(person),
      madeAt: details.madeAt,
      evidenceKind: details.evidenceKind,
      cancelledAt: details.cancelledAt,
    })
  }
  if (habit.first !== undefined) add(0, home, habit.first)
  for (let number = 1; number <= habit.others; number++) {
    const isElsewhere = random.chance(AT_SISTER)
    add(number, isElsewhere ? sister : home, anyBooking(person, random, habit.lastDay))
  }
}

function anyBooking(person: Person, random: Random, lastDay: number): NonNullable<Habit['first']> {
  const madeAt = person.location.calendar.busyMoment(random, -362, lastDay)
  const { now } = person.location.plan
  const evidenceKind = random.chance(FREE)
    ? 'free'
    : madeAt > now - 10 * DAY && random.chance(0.2)
      ? 'tentative'
      : 'made'
  const isCancelled = random.chance(CANCELLED)
  return { madeAt, evidenceKind, cancelledAt: isCancelled ? soonAfter(random, madeAt, now) : null }
}

/** Within four days, and before `now`. */
function soonAfter(random: Random, madeAt: Instant, now: Instant): Instant {
  const seconds = Math.floor(Math.min(4 * DAY, now - madeAt - 1) / 1_000)
  return madeAt + random.whole(1, seconds) * 1_000
}

function habitOf(person: Person, random: Random): Habit | null {
  const { cutOffDay } = person.location
  switch (person.role) {
    case 'paid_member':
    case 'renewed_member':
    case 'ending_member':
    case 'team_payer':
      return { others: random.powerLaw(4, MOST_BOOKINGS), lastDay: -1 }
    case 'booker':
      return {
        first: inWindow(person, random, 'made'),
        others: random.powerLaw(3, MOST_BOOKINGS),
        lastDay: -1,
      }
    case 'suspended_booker':
      return {
        first: inWindow(person, random, 'made'),
        others: random.powerLaw(1, 30),
        lastDay: cutOffDay - 1,
      }
    case 'tentative_booker':
      return { first: inWindow(person, random, 'tentative'), others: 0, lastDay: -1 }
    case 'cancelled_booker':
      return { first: cancelledNextDay(person, random), others: 0, lastDay: -1 }
    case 'past_booker':
      return { first: inLastWindow(person, random), others: random.powerLaw(1, 40), lastDay: cutOffDay - 1 }
    case 'frozen_member':
    case 'left_member':
    case 'leaving_member':
    case 'suspended_member':
      return { others: random.powerLaw(2, 30), lastDay: cutOffDay - 1 }
    case 'team_mate':
    case 'archived_customer':
      return { others: random.powerLaw(1, 12) - 1, lastDay: cutOffDay - 201 }
    default:
      return null
  }
}

function inWindow(person: Person, random: Random, kind: 'made' | 'tentative'): NonNullable<Habit['first']> {
  const { calendar, cutOffDay } = person.location
  const evidenceKind = kind === 'made' && random.chance(FREE) ? 'free' : kind
  return { madeAt: calendar.busyMoment(random, cutOffDay + 1, -1), evidenceKind, cancelledAt: null }
}

/** Counted on the last platform invoice, and forgotten with it. */
function inLastWindow(person: Person, random: Random): NonNullable<Habit['first']> {
  const { calendar, cutOffDay } = person.location
  const madeAt = calendar.busyMoment(random, cutOffDay - 26, cutOffDay - 1)
  return { madeAt, evidenceKind: 'made', cancelledAt: null }
}

/** Kit's is of three days ago; like everybody's it lies in the window, and so does the cancellation. */
function cancelledNextDay(person: Person, random: Random): NonNullable<Habit['first']> {
  const { calendar, cutOffDay } = person.location
  const day = person.star === 'Kit Moss' ? -3 : random.whole(cutOffDay + 1, -2)
  return {
    madeAt: calendar.dayTime(random, day),
    evidenceKind: 'made',
    cancelledAt: calendar.dayTime(random, day + 1),
  }
}
