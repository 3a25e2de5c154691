/** The time on the wall of a time zone, as `2026-11-20T12:00`, and the instant that it means. */

export function wallTime(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/** Twice, since the first guess may stand on the other side of a change of clocks. */
export function instantOf(wall: string, timeZone: string): Date {
  const asUtc = Date.parse(`${wall}:00Z`)
  const guess = new Date(asUtc - offsetAt(new Date(asUtc), timeZone))
  return new Date(asUtc - offsetAt(guess, timeZone))
}

function offsetAt(instant: Date, timeZone: string): number {
  const minute = Math.floor(instant.getTime() / 60_000) * 60_000
  return Date.parse(`${wallTime(instant, timeZone)}:00Z`) - minute
}
