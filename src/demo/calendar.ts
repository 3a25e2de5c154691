/**
 * Days at a location. A day is a whole number: 0 is the local day of `now`, -1 the day before. A network of
 * millions of records asks for the same few hundred midnights again and again, so each is worked out once.
 */
import { Temporal } from 'temporal-polyfill'
import type { Random } from '#demo/random'
import type { Instant } from '#model/records'

export const HOUR = 3_600_000
const SECOND = 1_000

/** Midnights are kept from this many days before `now` … */
const DAYS_BEFORE = 3_200
/** … until this many after. */
const DAYS_AFTER = 800

/** How busy a day is, Monday first; the busiest is 1. */
const WEEKDAYS = [0.8, 0.95, 1, 0.95, 0.7, 0.2, 0.12] as const

export class Calendar {
  readonly timeZone: string
  readonly #today: Temporal.PlainDate
  readonly #midnights = new Float64Array(DAYS_BEFORE + DAYS_AFTER)
  readonly #months = new Map<number, number>()

  constructor(timeZone: string, now: Instant) {
    this.timeZone = timeZone
    this.#today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate()
    this.#midnights.fill(Number.NaN)
  }

  /** The first instant of a day. */
  midnight(day: number): Instant {
    const kept = this.#midnights[day + DAYS_BEFORE]
    if (kept !== undefined && !Number.isNaN(kept)) return kept
    const found = this.#today.add({ days: day }).toZonedDateTime(this.timeZone).epochMilliseconds
    this.#midnights[day + DAYS_BEFORE] = found
    return found
  }

  /** The exact local time, on days when the clocks change too. */
  localTime(day: number, time: { hour: number; minute: number; second: number }): Instant {
    const date = this.#today.add({ days: day })
    return date.toZonedDateTime({ timeZone: this.timeZone, plainTime: Temporal.PlainTime.from(time) })
      .epochMilliseconds
  }

  /** The first day of the month that lies `monthsBefore` months before that of `now`. */
  firstOfMonth(monthsBefore: number): number {
    const kept = this.#months.get(monthsBefore)
    if (kept !== undefined) return kept
    const first = this.#today.with({ day: 1 }).subtract({ months: monthsBefore })
    const day = this.#today.until(first, { largestUnit: 'day' }).days
    this.#months.set(monthsBefore, day)
    return day
  }

  /** `2026-11-20` */
  dateOf(day: number): string {
    return this.#today.add({ days: day }).toString()
  }

  /** `2026-11` */
  monthName(monthsBefore: number): string {
    return this.#today.subtract({ months: monthsBefore }).toPlainYearMonth().toString()
  }

  /** The last `dayOfMonth` (1 to 28) on or before `day`, as months before `now`. */
  monthsBefore(day: number, dayOfMonth: number): number {
    let months = 0
    while (this.firstOfMonth(months) + dayOfMonth - 1 > day) months++
    return months
  }

  /** A moment at which people are about, with the rhythm of a week; both days are included. */
  busyMoment(random: Random, firstDay: number, lastDay: number): Instant {
    let day = random.whole(firstDay, lastDay)
    for (let tries = 0; tries < 6 && !random.chance(this.#busyness(day)); tries++) {
      day = random.whole(firstDay, lastDay)
    }
    return this.dayTime(random, day)
  }

  /** A moment between 7 and 21 o'clock, most often about two in the afternoon. */
  dayTime(random: Random, day: number): Instant {
    const hours = 7 + (random.next() + random.next()) * 7
    return this.midnight(day) + Math.floor((hours * HOUR) / SECOND) * SECOND
  }

  #busyness(day: number): number {
    return WEEKDAYS[(((this.#today.dayOfWeek - 1 + day) % 7) + 7) % 7] ?? 1
  }
}
