/**
 * A location's billing anchor: its first cut-off as a day and a time on its own clock, and how often one
 * comes. Each cut-off is worked out from the first, so that a day that a month lacks is clamped there and
 * there alone: 31 Jan, 28 Feb, 31 Mar. A time that the clock skips comes after the gap by as much as it was
 * into it; one that the clock shows twice is the first of both.
 */
import { Temporal } from 'temporal-polyfill'
import { ANCHOR_STEPS, type BillingAnchor } from '#model/billing-anchor'

/** Cut-off number `n`, from 0, as an instant. */
function cutOff({ startsOn, localTime, every }: BillingAnchor, n: number, timeZone: string): number {
  const day = Temporal.PlainDate.from(startsOn).add({ months: n * ANCHOR_STEPS[every] })
  const clock = day.toPlainDateTime(Temporal.PlainTime.from(localTime))
  return clock.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds
}

/** The number of the first cut-off after an instant. */
function firstAfter(anchor: BillingAnchor, after: number, timeZone: string): number {
  const day = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(timeZone).toPlainDate()
  const { months } = Temporal.PlainDate.from(anchor.startsOn).until(day, { largestUnit: 'months' })
  let n = Math.max(0, Math.floor(months / ANCHOR_STEPS[anchor.every]) - 1)
  while (cutOff(anchor, n, timeZone) <= after) n += 1
  return n
}

/** The first cut-off after an instant. */
export function nextCutOff(anchor: BillingAnchor, timeZone: string, after: Date): Date {
  return new Date(cutOff(anchor, firstAfter(anchor, after.getTime(), timeZone), timeZone))
}

/** The first cut-off after one instant and at or before another, and how many there are; null for none. */
export function missedCutOffs(
  anchor: BillingAnchor,
  timeZone: string,
  { after, until }: { readonly after: Date; readonly until: Date },
): { readonly first: Date; readonly count: number } | null {
  const n = firstAfter(anchor, after.getTime(), timeZone)
  const first = cutOff(anchor, n, timeZone)
  if (first > until.getTime()) return null
  return { first: new Date(first), count: firstAfter(anchor, until.getTime(), timeZone) - n }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** A sentence of what is wrong with an anchor, or null. */
export function anchorFault({ startsOn, localTime }: BillingAnchor): string | null {
  if (!TIME.test(localTime)) return 'localTime must be a time such as 09:30'
  const isDay = DAY.test(startsOn) && isRealDay(startsOn)
  return isDay ? null : 'startsOn must be a day such as 2026-01-31, in the years 1900 to 9000'
}

function isRealDay(text: string): boolean {
  try {
    const { year } = Temporal.PlainDate.from(text, { overflow: 'reject' })
    return year >= 1900 && year <= 9000
  } catch {
    return false
  }
}
