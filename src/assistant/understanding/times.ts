/** When a question is about: instants and months, as people say them. Days are days at the location. */
import type { ReadQuestion, Word } from '#assistant/understanding/read'
import type { AskedTime } from '#assistant/understanding/topic'
import { endOfMonth, monthAt, monthsAfter, nameOfMonth } from '#lib/local-months'
import { parseInstant } from '#lib/parse-time'
import { instantOfWallClock } from '#lib/zoned-time'

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar'],
  ['february', 'feb', 'februar'],
  ['march', 'mar', 'marz', 'maerz'],
  ['april', 'apr'],
  ['may', 'mai'],
  ['june', 'jun', 'juni'],
  ['july', 'jul', 'juli'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['october', 'oct', 'oktober', 'okt', 'ocotber'],
  ['november', 'nov'],
  ['december', 'dec', 'dezember', 'dez'],
]
const UNITS: Readonly<Record<string, 'day' | 'week' | 'month' | 'year'>> = {
  ...{ day: 'day', days: 'day', tag: 'day', tage: 'day', tagen: 'day' },
  ...{ week: 'week', weeks: 'week', woche: 'week', wochen: 'week' },
  ...{ month: 'month', months: 'month', monat: 'month', monats: 'month', monate: 'month', monaten: 'month' },
  ...{ year: 'year', years: 'year', jahr: 'year', jahre: 'year', jahren: 'year' },
}
const NUMBERS: Readonly<Record<string, number>> = {
  ...{
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    ten: 10,
    thirty: 30,
    ninety: 90,
  },
  ...{
    einem: 1,
    einer: 1,
    zwei: 2,
    drei: 3,
    vier: 4,
    funf: 5,
    sechs: 6,
    sieben: 7,
    zehn: 10,
    dreissig: 30,
    neunzig: 90,
  },
}
const LAST = new Set([
  'last',
  'previous',
  'past',
  'letzten',
  'letzter',
  'letztes',
  'letzte',
  'vorigen',
  'vergangenen',
])
const DAY_MS = 86_400_000

interface Clock {
  readonly now: Date
  readonly timeZone: string
}

/** The time that is said first, whose words are taken; null where none is. */
export function readTime({ words, text }: ReadQuestion, clock: Clock): AskedTime | null {
  return isoTime(words, text, clock) ?? wordTime(words, clock)
}

function isoTime(words: readonly Word[], text: string, clock: Clock): AskedTime | null {
  const iso = /\b(\d{4}-\d{2}-\d{2})(T[\d:.]+(?:Z|[+-]\d{2}:?\d{2}))?/i.exec(text)
  if (iso !== null) {
    take(words.filter(({ raw }) => raw.startsWith(iso[1] ?? '')))
    const ms =
      iso[2] === undefined ? localDay(parseInstant(iso[1] ?? ''), clock) : parseInstant(iso[0].toUpperCase())
    return instantOf(ms)
  }
  const month = /\b(\d{4})-(\d{2})\b/.exec(text)
  if (month !== null && Number(month[2]) >= 1 && Number(month[2]) <= 12) {
    take(words.filter(({ raw }) => raw.startsWith(month[0])))
    return monthOf(12 * Number(month[1]) + Number(month[2]) - 1, clock)
  }
  const dotted = /\b(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(text)
  if (dotted === null) return null
  take(words.filter(({ raw }) => raw.startsWith(dotted[0].slice(0, 4))))
  return dayOf({ day: Number(dotted[1]), month: Number(dotted[2]), year: Number(dotted[3]) }, clock)
}

function wordTime(words: readonly Word[], clock: Clock): AskedTime | null {
  for (const [index, current] of words.entries()) {
    const found = timeAt(words, index, current, clock)
    if (found !== null) return found
  }
  return null
}

function timeAt(words: readonly Word[], index: number, current: Word, clock: Clock): AskedTime | null {
  const plain = lower(current)
  const next = words[index + 1]
  const before = words[index - 1]
  if (plain === 'yesterday' || plain === 'gestern')
    return taken([current], instantOf(clock.now.getTime() - DAY_MS))
  if (LAST.has(plain) && next !== undefined) {
    const unit = UNITS[lower(next)]
    const month = monthNumber(next)
    if (unit === 'month')
      return taken([current, next], monthOf(monthAt(clock.now, clock.timeZone) - 1, clock))
    if (unit !== undefined && unit !== 'day') return taken([current, next], ago(1, unit, clock))
    if (month !== null) return taken([current, next], monthOf(lastNamed(month, clock), clock))
  }
  const unit = UNITS[plain]
  if (unit !== undefined && before !== undefined) {
    const many = amount(before)
    const sayer = words[index + 1]
    const isAgo = (sayer !== undefined && lower(sayer) === 'ago') || lower(words[index - 2]) === 'vor'
    if (many !== null && isAgo)
      return taken(
        [before, current, ...(sayer && lower(sayer) === 'ago' ? [sayer] : [])],
        ago(many, unit, clock),
      )
  }
  return namedMonth(words, index, clock)
}

function namedMonth(words: readonly Word[], index: number, clock: Clock): AskedTime | null {
  const current = words[index]
  const month = current === undefined ? null : monthNumber(current)
  if (month === null || current === undefined) return null
  const [before, after, second] = [words[index - 1], words[index + 1], words[index + 2]]
  // "may" is a month only where it is said like one
  if (lower(current) === 'may' && current.raw !== 'May') return null
  const yearAfter = yearIn(after) ?? yearIn(second)
  const dayBefore = dayNumber(before) ?? (lower(before) === 'of' ? dayNumber(words[index - 2]) : null)
  const dayAfter = dayNumber(after)
  const day = dayBefore ?? dayAfter
  const said = [
    current,
    ...(dayBefore === null ? [] : [before]),
    ...(dayAfter === null ? [] : [after]),
    ...[after, second].filter((word) => yearIn(word) !== null),
  ]
  take(said.filter((word) => word !== undefined))
  const named = yearAfter === null ? lastNamed(month, clock) : 12 * yearAfter + month
  if (day === null) return monthOf(named, clock)
  const date = { day, month: month + 1, year: Math.floor(named / 12) }
  const at = dayOf(date, clock)
  if (at === null || yearAfter !== null || Date.parse(at.at) <= clock.now.getTime()) return at
  return dayOf({ ...date, year: date.year - 1 }, clock)
}

/** Days of a condition such as "for 90 days"; null where none are said. */
export function readDays({ words }: ReadQuestion): number | null {
  for (const [index, word] of words.entries()) {
    const unit = UNITS[lower(word)]
    const many = amount(words[index - 1])
    if (unit === undefined || many === null) continue
    take([word, words[index - 1] as Word])
    return many * { day: 1, week: 7, month: 30, year: 365 }[unit]
  }
  return null
}

/** The word as typed, since a month must not be taken for another word that is spelt alike. */
function lower(word: Word | undefined): string {
  return word === undefined
    ? ''
    : word.raw
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()
        .replace(/'s$/, '')
        .replace(/[.:']+$/, '')
}

function monthNumber(word: Word): number | null {
  const said = lower(word)
  const found = MONTHS.findIndex((names) => names.includes(said))
  if (found >= 0) return found
  if (said.length < 6) return null
  const near = MONTHS.findIndex((names) => names.some((name) => name.length >= 6 && isNear(name, said)))
  return near >= 0 ? near : null
}

function isNear(name: string, said: string): boolean {
  if (name[0] !== said[0] || Math.abs(name.length - said.length) > 1) return false
  const letters = [...said].sort().join('')
  const own = [...name].sort().join('')
  return (
    letters === own ||
    own.includes(letters) ||
    [...name].filter((letter, at) => letter !== said[at]).length <= 1
  )
}

function amount(word: Word | undefined): number | null {
  const said = lower(word)
  if (/^\d{1,4}$/.test(said)) return Number(said)
  return NUMBERS[said] ?? null
}

function dayNumber(word: Word | undefined): number | null {
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(lower(word))?.[1]
  return day !== undefined && Number(day) >= 1 && Number(day) <= 31 ? Number(day) : null
}

function yearIn(word: Word | undefined): number | null {
  const said = lower(word)
  return /^(19|20)\d{2}$/.test(said) ? Number(said) : null
}

/** The last month of this name that has begun. */
function lastNamed(month: number, { now, timeZone }: Clock): number {
  const current = monthAt(now, timeZone)
  const sameYear = current - (((current % 12) - month + 12) % 12)
  return sameYear
}

function ago(many: number, unit: 'day' | 'week' | 'month' | 'year', { now, timeZone }: Clock): AskedTime {
  if (unit === 'day' || unit === 'week')
    return instantOf(now.getTime() - many * (unit === 'day' ? 1 : 7) * DAY_MS)
  return instantOf(monthsAfter(now, -many * (unit === 'year' ? 12 : 1), timeZone).getTime())
}

/** A month that has not ended is asked about as of now. */
function monthOf(month: number, { now, timeZone }: Clock): AskedTime {
  const end = endOfMonth(month, timeZone)
  const at = end > now && month === monthAt(now, timeZone) ? now : end
  return { kind: 'month', at: at.toISOString(), month: nameOfMonth(month) }
}

function dayOf(
  { day, month, year }: { day: number; month: number; year: number },
  clock: Clock,
): AskedTime | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const ms = parseInstant(text)
  return Number.isNaN(ms) ? null : instantOf(localDay(ms, clock))
}

function localDay(wallClock: number, { timeZone }: Clock): number {
  return Number.isNaN(wallClock) ? wallClock : instantOfWallClock(wallClock, timeZone)
}

function instantOf(ms: number): AskedTime {
  return { kind: 'instant', at: new Date(Number.isNaN(ms) ? 0 : ms).toISOString() }
}

function take(words: readonly Word[]): void {
  for (const word of words) word.isTaken = true
}

function taken(words: readonly Word[], time: AskedTime): AskedTime {
  take(words)
  return time
}
