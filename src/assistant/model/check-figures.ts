/** Whether tools of this turn told the numbers and days of a sentence, and of what the sentence speaks of. */

import { dayKey, type Evidence, type FigureTold } from '#assistant/model/evidence'
import { type DaySaid, monthsIn, type NumberSaid, readDays, readNumbers } from '#assistant/model/numbers'
import { placeAsked } from '#assistant/model/view-of-call'
import type { PlaceKnown } from '#assistant/understanding/places'
import { type ReadQuestion, readQuestion } from '#assistant/understanding/read'

export interface FigureSaid {
  readonly said: NumberSaid
  readonly told: FigureTold
}

export interface FiguresChecked {
  readonly figures: readonly FigureSaid[]
  /** What nothing told. */
  readonly unsourced: readonly string[]
}

export interface Sentence {
  readonly text: string
  /** With names and days blanked, so that their digits are no numbers and their words no claims. */
  readonly bare: string
  /** The words of what is bare. */
  readonly read: ReadQuestion
  readonly days: readonly DaySaid[]
  readonly places: readonly { readonly place: PlaceKnown; readonly at: number }[]
}

interface SentenceAround {
  readonly evidence: Evidence
  readonly places: readonly PlaceKnown[]
  readonly question: string
}

/** @param question whose names may hold what they like */
export function sentenceOf(text: string, { evidence, places: known, question }: SentenceAround): Sentence {
  const days = readDays(text)
  const names = [...evidence.names, ...known.map(({ name }) => name)].sort((a, b) => b.length - a.length)
  let bare = text
  for (const name of names)
    bare = bare.replace(asWhole(name), (found) =>
      isClaim(name) && !question.includes(name) ? found : ' '.repeat(found.length),
    )
  for (const { at, text: said } of days)
    bare = bare.slice(0, at) + ' '.repeat(said.length) + bare.slice(at + said.length)
  const places = known.flatMap((place) => {
    const at = text.indexOf(place.name)
    return at < 0 ? [] : [{ place, at }]
  })
  return { text, read: readQuestion(bare), bare, days, places }
}

/** A name where it stands by itself, not inside a word. */
export function asWhole(name: string): RegExp {
  const plain = name.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\\$&`)
  return new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}])${plain}(?![\p{L}\p{M}\p{N}])`, 'gu')
}

/** Anybody may be called "999 active users", or "thirty": such a name hides no number. */
function isClaim(name: string): boolean {
  const numbers = readNumbers(name)
  return (
    numbers.some(({ at, text }) => at === 0 || /^\p{L}/u.test(text)) ||
    (numbers.length > 0 && readQuestion(name).has('active', 'count', 'person', 'customer', 'price'))
  )
}

/** @param vouched what a passage that the sentence names says itself */
export function checkFigures(
  sentence: Sentence,
  evidence: Evidence,
  known: readonly PlaceKnown[],
  vouched: string,
): FiguresChecked {
  const unsourced = sentence.days.filter((day) => !isDayTold(day, evidence, vouched)).map(({ text }) => text)
  const choices: { readonly said: NumberSaid; readonly fitting: readonly FigureTold[] }[] = []
  // a passage speaks of examples and limits, never of what somebody has
  const isOfSomebody = sentence.places.length > 0 || HAVE.test(sentence.bare)
  const inPassage = new Set(isOfSomebody ? [] : readNumbers(vouched).flatMap(({ readings }) => readings))
  for (const said of readNumbers(sentence.bare)) {
    const alike = evidence.figures.filter(({ shown }) => said.readings.includes(shown))
    const fitting = alike.filter((told) => fits(told, said, sentence, { evidence, known }))
    if (fitting.length > 0) choices.push({ said, fitting })
    else if (!said.readings.some((one) => inPassage.has(one)) && !isYearTold(said, evidence))
      unsourced.push(said.text)
  }
  const figures = assign(choices, sentence, known)
  return figures === null
    ? { figures: [], unsourced: choices.map(({ said }) => said.text) }
    : { figures, unsourced }
}

function isDayTold(day: DaySaid, { days }: Evidence, vouched: string): boolean {
  const key = dayKey(day)
  const isTold = day.year === null ? [...days].some((one) => one.endsWith(`-${key}`)) : days.has(key)
  return isTold || readDays(vouched).some((one) => dayKey(one) === key)
}

function isYearTold({ text }: NumberSaid, { days }: Evidence): boolean {
  return /^(19|20)\d\d$/.test(text) && [...days].some((day) => day.startsWith(text))
}

const HAVE = /\b(?:you|we|there|your \w+|our \w+) (?:now |currently |already )?(?:have|has|are|had|were)\b/i
const CURRENCY_BEFORE = /(?:\b[A-Z]{3}|[€$£¥])\s?$/u
const CURRENCY_AFTER = /^\s?(?:[A-Z]{3}\b|[€$£¥]|(?:euros?|dollars?|pounds?)\b)/u
const PERCENT_AFTER = /^\s?(?:%|per ?cent\b|prozent\b)/iu
const INVOICE_BEFORE =
  /(?:invoice|credit note|rechnung|gutschrift)(?: (?:number|no\.?|nummer|nr\.?))?\s?#?$/iu
const PLACES_AFTER = /^\s(?:locations?|standorten?|sites?)\b/iu
const OF_THEN = /\b(was|were|had|then|ago|last|war|waren|hatte|hatten|damals|letzte[nrs]?|vor)\b/i
const OF_ALL =
  /\b(all|total|together|overall|network|of the|insgesamt|zusammen|allen?|gesamt\p{L}*|netzwerk|von)\b/iu

/** Of what the sentence speaks of, as far as that can be told. */
function fits(
  told: FigureTold,
  said: NumberSaid,
  sentence: Sentence,
  { evidence, known }: { readonly evidence: Evidence; readonly known: readonly PlaceKnown[] },
): boolean {
  return (
    isOfKind(told, said, sentence) &&
    isOfDirection(told, sentence) &&
    isOfTime(told, sentence, evidence) &&
    isOfSource(told, sentence) &&
    isOfPlace(told, sentence, known)
  )
}

const UP =
  /\+\d|\b(?:more|rose|risen|grew|grown|gain\w*|increase\w*|higher|mehr|gestiegen|gewachsen|höher)\b/i
const DOWN =
  /[-−]\d|\b(?:less|fewer|lower|fell|fallen|lost|los(?:e|es|ing)|drop\w*|decrease\w*|down|gone|left|minus|weniger|gesunken|gefallen|niedriger)\b/i

/** A loss is not told as a gain. */
function isOfDirection({ value }: FigureTold, { bare }: Sentence): boolean {
  return value >= 0 || DOWN.test(bare) || !UP.test(bare)
}

const CODES: Readonly<Record<string, readonly string[]>> = {
  '€': ['EUR'],
  '£': ['GBP'],
  '¥': ['JPY', 'CNY'],
  euro: ['EUR'],
  pound: ['GBP'],
}

/** Of the same currency; a dollar may be one of many countries. */
function isOfCurrency(currency: string | null, before: string, after: string): boolean {
  if (currency === null) return true
  const said = (CURRENCY_BEFORE.exec(before) ?? CURRENCY_AFTER.exec(after))?.[0].trim() ?? ''
  if (/^(?:\$|dollars?)$/i.test(said)) return /D$/.test(currency)
  return (CODES[said.toLowerCase().replace(/s$/, '')] ?? [said]).includes(currency)
}

function isOfKind({ is, currency }: FigureTold, { text, at }: NumberSaid, { bare }: Sentence): boolean {
  const before = bare.slice(0, at)
  const after = bare.slice(at + text.length)
  const isMoney = CURRENCY_BEFORE.test(before) || CURRENCY_AFTER.test(after)
  if (isMoney || is === 'money') return isMoney && is === 'money' && isOfCurrency(currency, before, after)
  if (PERCENT_AFTER.test(after) || is === 'percent') return PERCENT_AFTER.test(after) && is === 'percent'
  if (INVOICE_BEFORE.test(before) || is === 'invoice_number')
    return INVOICE_BEFORE.test(before) && is === 'invoice_number'
  return is !== 'rows_of_locations' || PLACES_AFTER.test(after)
}

/** Tools that count as of now unless they are given an instant. */
const OF_NOW = new Set(['count_active_users', 'list_active_users'])

function isOfTime(
  { month, call }: FigureTold,
  { text, bare, days }: Sentence,
  { monthNow }: Evidence,
): boolean {
  if (month !== null) {
    const named = [...monthsIn(text), ...days.map((day) => day.month)]
    return named.length > 0
      ? named.includes(Number(month.slice(5)))
      : /\b(last|previous|this) month\b|monat/i.test(text)
  }
  const isOfNow = call.input.asOf === undefined
  if (isOfNow && OF_NOW.has(call.tool) && OF_THEN.test(bare))
    return monthsIn(bare).every((named) => named === monthNow)
  return isOfNow || days.length > 0 || monthsIn(text).length > 0 || OF_THEN.test(text)
}

function isOfSource({ source }: FigureTold, { read }: Sentence): boolean {
  if (source === null) return true
  return source === 'customer_invoice' ? read.has('invoice') : read.has(source)
}

function isOfPlace(told: FigureTold, { places, text }: Sentence, known: readonly PlaceKnown[]): boolean {
  if (places.length === 0) return true
  const own = placeOfFigure(told, known)
  return own === null
    ? told.call.input.location !== undefined || OF_ALL.test(text)
    : places.some(({ place }) => place.locationId === own)
}

function placeOfFigure({ locationId, call }: FigureTold, known: readonly PlaceKnown[]): number | null {
  return locationId ?? placeAsked(call, known)?.locationId ?? null
}

/** Where several places are named, each number is of the one before it, or each of the one after it. */
function assign(
  choices: readonly { readonly said: NumberSaid; readonly fitting: readonly FigureTold[] }[],
  { places }: Sentence,
  known: readonly PlaceKnown[],
): readonly FigureSaid[] | null {
  if (places.length < 2)
    return choices.flatMap(({ said, fitting: [told] }) => (told === undefined ? [] : { said, told }))
  const sorted = [...places].sort((a, b) => a.at - b.at)
  const ways = [
    (at: number) => sorted.findLast((one) => one.at < at),
    (at: number) => sorted.find((one) => one.at > at),
  ]
  for (const way of ways) {
    const found = choices.map(({ said, fitting }) => {
      const place = way(said.at)?.place.locationId ?? null
      const told = fitting.find((one) => [place, null].includes(placeOfFigure(one, known)))
      return told === undefined ? null : { said, told }
    })
    if (found.every((one) => one !== null)) return found
  }
  return null
}
