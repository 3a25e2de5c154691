/**
 * Dates as other systems write them, as milliseconds. Written by hand because an import reads tens of
 * millions of them, and because `Date` rolls 30 February over instead of refusing it.
 */
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const FIRST_YEAR = 1900
const LAST_YEAR = 9999
/** A zone may not lead out of these years either. */
const FIRST_INSTANT = Date.UTC(FIRST_YEAR, 0, 1)
const LAST_INSTANT = Date.UTC(LAST_YEAR, 11, 31, 23, 59, 59, 999)
const DATE_SIZE = 10

const Z = 0x5a
const SMALL_Z = 0x7a
const PLUS = 0x2b
const MINUS = 0x2d

/** ISO 8601 with `Z` or an offset; without one it is UTC, without a time it is 00:00. NaN where it is none. */
export function parseInstant(text: string): number {
  const end = clockEnd(text)
  const wallClock = parseClock(text, end)
  if (end === text.length) return wallClock
  const instant = wallClock - parseOffset(text, end)
  return instant >= FIRST_INSTANT && instant <= LAST_INSTANT ? instant : Number.NaN
}

/**
 * The date and time as written, in milliseconds since 1970-01-01T00:00 on that same clock. A zone at the
 * end is ignored: there are systems that write `Z` after a local time. NaN where it is none.
 */
export function parseWallClock(text: string): number {
  const end = clockEnd(text)
  if (end < text.length && Number.isNaN(parseOffset(text, end))) return Number.NaN
  return parseClock(text, end)
}

/** Whether the text names a zone itself, with `Z` or an offset. */
export function hasOffset(text: string): boolean {
  return clockEnd(text) < text.length
}

/** Where the clock ends and `Z` or the offset begins; the hyphens of the date itself are no offset. */
function clockEnd(text: string): number {
  const last = text.charCodeAt(text.length - 1)
  if (last === Z || last === SMALL_Z) return text.length - 1
  for (let at = text.length - 1; at > DATE_SIZE; at -= 1) {
    const code = text.charCodeAt(at)
    if (code === PLUS || code === MINUS) return at
  }
  return text.length
}

function parseClock(text: string, end: number): number {
  if (text.charCodeAt(4) !== MINUS || text.charCodeAt(7) !== MINUS) return Number.NaN
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const day = dayNumber(year, twoDigits(text, 5), twoDigits(text, 8))
  if (end === DATE_SIZE) return day * DAY_MS
  const separator = text[DATE_SIZE]
  if (separator !== 'T' && separator !== ' ' && separator !== 't') return Number.NaN
  return day * DAY_MS + parseTimeOfDay(text, end)
}

/** `HH:mm`, `HH:mm:ss` or `HH:mm:ss.fff…`; what is finer than a millisecond is cut off. */
function parseTimeOfDay(text: string, end: number): number {
  const hour = twoDigits(text, 11)
  const minute = twoDigits(text, 14)
  if (text[13] !== ':' || !(hour < 24) || !(minute < 60)) return Number.NaN
  const minutes = (hour * 60 + minute) * MINUTE_MS
  if (end === 16) return minutes
  const second = twoDigits(text, 17)
  if (text[16] !== ':' || !(second < 60)) return Number.NaN
  if (end === 19) return minutes + second * 1000
  return minutes + second * 1000 + parseFraction(text, end)
}

function parseFraction(text: string, end: number): number {
  if (text[19] !== '.' || end < 21 || end > 29) return Number.NaN
  let milliseconds = 0
  let weight = 100
  for (let at = 20; at < end; at += 1) {
    const digit = text.charCodeAt(at) - 0x30
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    if (weight >= 1) milliseconds += digit * weight
    weight /= 10
  }
  return milliseconds
}

/** `Z`, `+hh`, `+hhmm` or `+hh:mm`, in milliseconds east of Greenwich. */
function parseOffset(text: string, from: number): number {
  const code = text.charCodeAt(from)
  const size = text.length - from
  if (code === Z || code === SMALL_Z) return size === 1 ? 0 : Number.NaN
  const hours = twoDigits(text, from + 1)
  const hasColon = text[from + 3] === ':'
  const minutes = size === 3 ? 0 : twoDigits(text, from + (hasColon ? 4 : 3))
  const isWhole = size === 3 || size === (hasColon ? 6 : 5)
  if (!isWhole || !(hours <= 18) || !(minutes < 60)) return Number.NaN
  return (hours * 60 + minutes) * MINUTE_MS * (code === MINUS ? -1 : 1)
}

/** NaN unless both are digits. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 0x30
  const ones = text.charCodeAt(at + 1) - 0x30
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

/** Days since 1970-01-01 in the Gregorian calendar (Hinnant's `days_from_civil`), NaN for no real day. */
function dayNumber(year: number, month: number, day: number): number {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1)) return Number.NaN
  if (!(day <= daysIn(year, month))) return Number.NaN
  const shiftedYear = month <= 2 ? year - 1 : year
  const era = Math.trunc(shiftedYear / 400)
  const yearOfEra = shiftedYear - era * 400
  const dayOfYear = Math.trunc((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.trunc(yearOfEra / 4) - Math.trunc(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
