/** What tools told in one turn: its figures, each with what it is about, its days, and its names. */
import { type DaySaid, plainDecimal, readDays } from '#assistant/model/numbers'
import { currencyOf, isMinor, isObject } from '#assistant/model/told'
import { fromMinor, minorDigits } from '#model/money'
import { SOURCES, type Source } from '#model/source'

export interface FigureTold {
  /** As a verb answered it; of money, in whole minor units. */
  readonly value: number
  /** As it is written, without a sign. */
  readonly shown: string
  readonly is: 'number' | 'money' | 'percent' | 'invoice_number' | 'rows_of_locations'
  readonly source: Source | null
  /** Of money, where it is known. */
  readonly currency: string | null
  /** `2026-10` of a row of that month. */
  readonly month: string | null
  /** Of the row that it stands in. */
  readonly locationId: number | null
  readonly customerId: number | null
  readonly call: ToolCall
}

export interface ToolCall {
  readonly tool: string
  readonly input: Readonly<Record<string, unknown>>
}

export interface Evidence {
  readonly figures: FigureTold[]
  /** `2026-10-31`, `2026-10`. */
  readonly days: Set<string>
  readonly names: Set<string>
  readonly timeZones: Set<string>
  /** 1 to 12, by UTC: figures without a time are of it. */
  readonly monthNow: number
}

export function noEvidence(now: Date, timeZones: readonly string[]): Evidence {
  const evidence = {
    figures: [],
    days: new Set<string>(),
    names: new Set<string>(),
    timeZones: new Set(timeZones),
    monthNow: now.getUTCMonth() + 1,
  }
  noteInstant(evidence, now)
  return evidence
}

type Around = Pick<FigureTold, 'source' | 'currency' | 'month' | 'locationId' | 'customerId' | 'call'>

/** @param question what the operator typed: a number that only the model put into a call vouches for nothing */
export function noteAnswer(
  evidence: Evidence,
  call: ToolCall,
  answer: unknown,
  question: ReadonlySet<string>,
): void {
  const asked = new Set(numbersOf(call.input).filter((shown) => !question.has(shown)))
  const around = { source: null, month: null, locationId: null, customerId: null, currency: null, call }
  const noted = evidence.figures.length
  walk(evidence, answer, around, '')
  const own = evidence.figures.splice(noted)
  evidence.figures.push(...own.filter(({ shown }) => !asked.has(shown)))
}

/** Ids, and numbers that say how something is stored. */
const NO_FIGURE = /(^|[a-z])(Id|Ref)$|^(id|ref|version|limit|offset|upTo|ordinal)$/
const NAMES = new Set([
  'name',
  'location',
  'network',
  'company',
  'customer',
  'team',
  'teams',
  'plan',
  'pricePlan',
])
const MONEY = /price|fee|amount|cost/i

function walk(evidence: Evidence, value: unknown, around: Around, key: string): void {
  if (Array.isArray(value)) {
    if (key === 'locations') noteFigure(evidence, value.length, 'rows_of_locations', around)
    for (const one of value) walk(evidence, one, around, key)
  } else if (isObject(value)) {
    const inside = { ...around, ...of(value, around) }
    for (const [name, one] of Object.entries(value)) walk(evidence, one, withSource(inside, name), name)
  } else if (typeof value === 'string') {
    noteText(evidence, value, around, key)
  } else if (typeof value === 'number' && !NO_FIGURE.test(key)) {
    noteFigure(evidence, value, kindOf(key), around)
  }
}

function of(row: Readonly<Record<string, unknown>>, around: Around): Partial<Around> {
  const location = isObject(row.location) ? row.location.locationId : undefined
  const customer = isObject(row.customer) ? row.customer.customerId : undefined
  return {
    currency: currencyOf(row) ?? around.currency,
    month: typeof row.month === 'string' ? row.month : around.month,
    source: sourceOf(row.source) ?? around.source,
    locationId: idOf(row.locationId) ?? idOf(location) ?? around.locationId,
    customerId: idOf(row.customerId) ?? idOf(customer) ?? around.customerId,
  }
}

function withSource(around: Around, key: string): Around {
  const source = sourceOf(key)
  return source === null ? around : { ...around, source }
}

function sourceOf(said: unknown): Source | null {
  return SOURCES.find((source) => source === said) ?? null
}

function idOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

function kindOf(key: string): FigureTold['is'] {
  if (isMinor(key)) return 'money'
  if (/percent/i.test(key)) return 'percent'
  return key === 'number' || key === 'about' ? 'invoice_number' : 'number'
}

function noteFigure(evidence: Evidence, value: number, is: FigureTold['is'], around: Around): void {
  const text =
    is === 'money' ? fromMinor(Math.abs(value), minorDigits(around.currency)) : String(Math.abs(value))
  const shown = plainDecimal(text)
  if (shown !== null) evidence.figures.push({ value, shown, is, ...around })
}

function noteText(evidence: Evidence, text: string, around: Around, key: string): void {
  if (NAMES.has(key)) {
    if (text.trim().length >= 2) evidence.names.add(text)
  } else if (/^\d{4}-\d\d-\d\dT/.test(text)) {
    noteInstant(evidence, new Date(text))
  } else if (/^-?\d+(\.\d+)?$/.test(text)) {
    noteDecimal(evidence, text, around, key)
  } else if (key === 'timeZone') {
    evidence.timeZones.add(text)
  } else if (key !== 'description') {
    // texts of verbs quote days; a number in one may be part of a name that somebody typed
    for (const day of readDays(text)) evidence.days.add(dayKey(day))
  }
}

/** Rates and prices are told as decimal texts. */
function noteDecimal(evidence: Evidence, text: string, around: Around, key: string): void {
  const shown = plainDecimal(text)
  const is = MONEY.test(key)
    ? 'money'
    : /percent/i.test(key)
      ? 'percent'
      : key === 'number'
        ? 'invoice_number'
        : null
  if (shown !== null && is !== null) evidence.figures.push({ value: Number(text), shown, is, ...around })
}

/** An instant is a day at each place; one that ends a month or a day belongs to the one before as well. */
function noteInstant({ days, timeZones }: Evidence, at: Date): void {
  if (Number.isNaN(at.getTime())) return
  for (const timeZone of new Set([...timeZones, 'UTC'])) {
    for (const instant of [at, new Date(at.getTime() - 1)]) {
      const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant)
      days.add(day)
      days.add(day.slice(0, 7))
    }
  }
}

export function dayKey({ year, month, day }: DaySaid): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return [year ?? '', two(month), ...(day === null ? [] : [two(day)])].filter((part) => part !== '').join('-')
}

function numbersOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(numbersOf)
  if (isObject(value)) return Object.values(value).flatMap(numbersOf)
  const shown = typeof value === 'number' ? plainDecimal(String(Math.abs(value))) : null
  return shown === null ? [] : [shown]
}
