/** Months of a time zone, numbered so that one can reckon with them: 2026-11 is 12 × 2026 + 10. */
import { Temporal } from 'temporal-polyfill'

/** The number of the month that an instant lies in. */
export function monthAt(instant: Date, zone: string): number {
  const { year, month } = zoned(instant, zone)
  return 12 * year + month - 1
}

/** The first instant of the month after. */
export function endOfMonth(month: number, zone: string): Date {
  const next = month + 1
  const first = Temporal.PlainDate.from({ year: Math.floor(next / 12), month: (next % 12) + 1, day: 1 })
  return new Date(first.toZonedDateTime(zone).epochMilliseconds)
}

/** `2026-11`. */
export function nameOfMonth(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
}

/** The same day and time on the clock of the zone, so many months on; a day that a month lacks is its last. */
export function monthsAfter(instant: Date, months: number, zone: string): Date {
  return new Date(zoned(instant, zone).add({ months }).epochMilliseconds)
}

function zoned(instant: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone)
}
