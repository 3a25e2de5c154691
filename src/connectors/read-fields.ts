import { parseInstant, parseWallClock } from '#lib/parse-time'
import type { FieldProblemCode, ProblemValues } from '#model/record-problem'

/**
 * Strict readers for the fields of records that other systems wrote. A reader never throws: the first
 * fault is kept and a harmless stand-in returned, so that a mapper reads as a list of fields and asks once,
 * at its end, whether the record can be used. One instance serves a whole file.
 */
export interface FieldFault {
  readonly field: string
  readonly value: unknown
  readonly code: FieldProblemCode
  readonly values: ProblemValues
}

/** A record of another system: only these fields are looked at, and none of them can be trusted. */
export type Wire<Field extends string> = Readonly<Partial<Record<Field, unknown>>>

const NUMERIC_ID = /^[0-9]{1,16}$/
const DECIMAL = /^[+-]?[0-9]{1,15}(?:\.[0-9]{1,12})?$/
const MAX_KEY = 200
const MAX_TEXT = 500
// PostgreSQL text cannot hold U+0000.
const NUL = /\0/g

export class RecordFields<Field extends string> {
  /** Why the record cannot be used; null while it can. */
  fault: FieldFault | null = null
  /** What was read in spite of a flaw. */
  readonly warnings: FieldFault[] = []
  #record: Wire<Field>

  constructor(record: Wire<Field>) {
    this.#record = record
  }

  /** Turns to the next record and forgets what was found in the last. */
  open(record: Wire<Field>): void {
    this.#record = record
    this.fault = null
    if (this.warnings.length > 0) this.warnings.length = 0
  }

  raw(field: Field): unknown {
    return this.#record[field]
  }

  has(field: Field): boolean {
    const value = this.#record[field]
    return value !== undefined && value !== null && value !== ''
  }

  reject(field: Field, code: FieldProblemCode, values: ProblemValues = {}): void {
    this.fault ??= { field, value: this.#record[field], code, values }
  }

  warn(field: Field, code: FieldProblemCode, values: ProblemValues = {}): void {
    this.warnings.push({ field, value: this.#record[field], code, values })
  }

  /** A positive whole number, or its digits, as text; `''` after a fault. */
  id(field: Field): string {
    const id = parseId(this.#record[field])
    if (id === null) this.#rejectValue(field, 'not_an_id')
    return id ?? ''
  }

  /** Whether it points to a record at all: systems that have no empty number write 0, also as text. */
  hasId(field: Field): boolean {
    const value = this.#record[field]
    return this.has(field) && !(typeof value === 'string' ? /^\s*0*\s*$/.test(value) : value === 0)
  }

  optionalId(field: Field): string | null {
    return this.hasId(field) ? this.id(field) : null
  }

  /** Any text up to 200 characters that names a record; `''` after a fault. */
  key(field: Field): string {
    const text = asText(this.#record[field])
    if (text === null || text === '' || text.length > MAX_KEY) {
      this.#rejectValue(field, 'not_a_key', { most: MAX_KEY })
      return ''
    }
    return text
  }

  optionalKey(field: Field): string | null {
    return this.has(field) ? this.key(field) : null
  }

  /** Text to show, trimmed and cut at 500 characters. What is no text is left out with a warning. */
  text(field: Field): string | null {
    const value = this.#record[field]
    if (value === undefined || value === null) return null
    const text = asText(value)
    if (text === null) this.warn(field, 'not_text')
    return text === null || text === '' ? null : cut(text)
  }

  boolean(field: Field, missing: boolean): boolean {
    const value = this.#record[field]
    if (typeof value === 'boolean') return value
    if (!this.has(field)) return missing
    const known = parseBoolean(value)
    if (known === null) this.#rejectValue(field, 'not_a_boolean')
    return known ?? missing
  }

  /** A decimal number as text. One that cannot be read decides no count: it is left out with a warning. */
  decimal(field: Field): string | null {
    if (!this.has(field)) return null
    const decimal = parseDecimal(this.#record[field])
    if (decimal === null) this.warn(field, 'not_a_decimal')
    return decimal
  }

  /** Milliseconds since the epoch; NaN after a fault. */
  instant(field: Field): number {
    const instant = this.#instantIn(field)
    if (Number.isNaN(instant)) this.#rejectValue(field, 'not_an_instant')
    return instant
  }

  optionalInstant(field: Field): number | null {
    return this.has(field) ? this.instant(field) : null
  }

  /** An instant that decides no count: one that cannot be read is left out with a warning. */
  looseInstant(field: Field): number | null {
    if (!this.has(field)) return null
    const instant = this.#instantIn(field)
    if (!Number.isNaN(instant)) return instant
    this.warn(field, 'no_instant_left_out')
    return null
  }

  /** Milliseconds since 1970-01-01T00:00 on the local clock; NaN after a fault. */
  wallClock(field: Field): number {
    const value = this.#record[field]
    const wallClock = typeof value === 'string' ? parseWallClock(value) : Number.NaN
    if (Number.isNaN(wallClock)) this.#rejectValue(field, 'not_a_local_date')
    return wallClock
  }

  #instantIn(field: Field): number {
    const value = this.#record[field]
    return typeof value === 'string' ? parseInstant(value) : Number.NaN
  }

  #rejectValue(field: Field, code: FieldProblemCode, values: ProblemValues = {}): void {
    if (this.has(field)) this.reject(field, code, values)
    else this.reject(field, 'missing')
  }
}

/** A positive safe integer, or digits that make one, as canonical text; null for anything else. */
export function parseId(value: unknown): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? String(value) : null
  if (typeof value !== 'string' || !NUMERIC_ID.test(value.trim())) return null
  return parseId(Number(value))
}

/** `true` and `false`, also as words in any case; null for anything else. */
export function parseBoolean(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string') return null
  const word = value.trim().toLowerCase()
  return word === 'true' ? true : word === 'false' ? false : null
}

/** Without an exponent, as a database takes it; null for what is no number or has over 15 whole digits. */
export function parseDecimal(value: unknown): string | null {
  if (typeof value !== 'number') {
    const text = typeof value === 'string' ? value.trim() : ''
    return DECIMAL.test(text) ? text.replace(/^\+/, '') : null
  }
  const text = String(value)
  if (DECIMAL.test(text)) return text
  return Math.abs(value) < 1e15 ? value.toFixed(12).replace(/\.?0+$/, '') : null
}

/** Text without surrounding space; numbers are taken as they print. Null for what is neither. */
function asText(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return null
  const text = value.trim()
  return text.includes('\0') ? text.replace(NUL, '') : text
}

/** Cut between characters, never within a surrogate pair. */
function cut(text: string): string {
  if (text.length <= MAX_TEXT) return text
  const last = text.charCodeAt(MAX_TEXT - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? MAX_TEXT - 1 : MAX_TEXT)
}
