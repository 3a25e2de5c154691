import { Temporal } from 'temporal-polyfill'

/**
 * A wall clock in a time zone, as an instant. An import asks this for every contract, nearly always for
 * days without a change of the clock: the offset of such a day is kept, and only the few others are asked.
 */
const DAY_MS = 86_400_000
/** About 8 MB; a network's contracts end on a few thousand days in a few dozen zones. */
const KEPT_DAYS = 100_000

/** `NaN`: the clock changes on that day. */
const offsets = new Map<string, Map<number, number>>()
let kept = 0

/**
 * @param wallClock milliseconds since 1970-01-01T00:00 on the local clock
 * @param zone an IANA name; any other throws a RangeError
 * @returns milliseconds since the epoch. A time that the clock skips is moved by the length of the gap, one
 * that it shows twice is the first; but a midnight that it skips is the first instant after the gap.
 */
export function instantOfWallClock(wallClock: number, zone: string): number {
  const day = Math.floor(wallClock / DAY_MS)
  const offset = offsetOfDay(day, zone)
  return Number.isNaN(offset) ? askTemporal(wallClock, day, zone) : wallClock - offset
}

function offsetOfDay(day: number, zone: string): number {
  let days = offsets.get(zone)
  const known = days?.get(day)
  if (known !== undefined) return known
  if (kept >= KEPT_DAYS) {
    offsets.clear()
    kept = 0
    days = undefined
  }
  if (days === undefined) {
    days = new Map()
    offsets.set(zone, days)
  }
  const offset = steadyOffset(day, zone)
  days.set(day, offset)
  kept += 1
  return offset
}

/** The offset that holds from this midnight to the next, or NaN. */
function steadyOffset(day: number, zone: string): number {
  const offset = day * DAY_MS - startOfDay(day, zone)
  return (day + 1) * DAY_MS - startOfDay(day + 1, zone) === offset ? offset : Number.NaN
}

function askTemporal(wallClock: number, day: number, zone: string): number {
  if (wallClock === day * DAY_MS) return startOfDay(day, zone)
  const clock = Temporal.Instant.fromEpochMilliseconds(wallClock).toZonedDateTimeISO('UTC').toPlainDateTime()
  return clock.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
}

function startOfDay(day: number, zone: string): number {
  const date = Temporal.Instant.fromEpochMilliseconds(day * DAY_MS)
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
  return date.toZonedDateTime(zone).epochMilliseconds
}
