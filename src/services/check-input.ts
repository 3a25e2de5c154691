/**
 * What a caller hands to a verb, checked once for every door: types bind neither a program in JavaScript
 * nor what came over a wire.
 */
import { types } from 'node:util'
import type { RuleSet } from '#counting/rules'
import { HeadcountError } from '#errors'
import { quoted } from '#lib/quote'
import { isSource, SOURCES, type Source } from '#model/source'

/** Gives the value of the option `name`. @throws HeadcountError that names it */
export type Check<T> = (name: string, value: unknown) => T

type Checked<Checks> = { readonly [Name in keyof Checks]: Checks[Name] extends Check<infer T> ? T : never }

/** The first and the last instant that every database and every ISO 8601 reader can hold. */
export const FIRST_INSTANT = Date.parse('0001-01-01T00:00:00Z')
export const LAST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z')

/** About what one argument of a command line can carry. */
const MOST_LETTERS = 100_000

export const LONGEST_NETWORK_NAME = 200

/**
 * The options of a verb, each as its check gives it; one that is undefined counts as not given.
 * @throws INVALID_ARGUMENT, INVALID_INSTANT
 */
export function checkInput<Checks extends Record<string, Check<unknown>>>(
  options: unknown,
  checks: Checks,
): Checked<Checks> {
  if (typeof options !== 'object') throw invalid(`The options must be an object, not ${shown(options)}.`)
  const given = new Map<string, unknown>(Object.entries(options ?? {}))
  for (const [name, value] of given) {
    // a misspelt filter would otherwise widen the answer without a word
    if (value !== undefined && !Object.hasOwn(checks, name)) {
      throw invalid(`There is no option ${quoted(name)}; the options are ${Object.keys(checks).join(', ')}.`)
    }
  }
  const checked = Object.entries(checks).map(([name, check]) => [name, check(name, given.get(name))])
  return Object.fromEntries(checked) as Checked<Checks>
}

export function optional<T>(check: Check<T>): Check<T | undefined> {
  return (name, value) => (value === undefined ? undefined : check(name, value))
}

/**
 * A text as a database can be asked for it. No name holds a NUL character or half a character: imports
 * put U+FFFD in their place, and so does a question.
 */
export function text(name: string, value: unknown): string {
  if (typeof value !== 'string') throw invalid(`${name} must be a text, not ${shown(value)}.`)
  if (value.length > MOST_LETTERS) throw invalid(`${name} has more than ${MOST_LETTERS} letters.`)
  return value.replace(/\0|\p{Surrogate}/gu, '\ufffd')
}

export function instant(name: string, value: unknown): Date {
  if (!types.isDate(value)) throw noInstant(`${name} must be a Date, not ${shown(value)}.`)
  const ms = value.getTime()
  if (Number.isNaN(ms)) throw noInstant(`${name} is a Date without an instant.`)
  if (ms < FIRST_INSTANT || ms > LAST_INSTANT) {
    throw noInstant(`${name} must lie in the years 1 to 9999, not at ${value.toISOString()}.`)
  }
  return value
}

export function boolean(name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value
  throw invalid(`${name} must be true or false, not ${shown(value)}.`)
}

export function whole(least: number, most: number): Check<number> {
  return (name, value) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
    throw invalid(`${name} must be a whole number from ${least} to ${most}, not ${shown(value)}.`)
  }
}

export function oneOf<Choice extends string>(choices: readonly Choice[]): Check<Choice> {
  return (name, value) => {
    const choice = choices.find((candidate) => candidate === value)
    if (choice !== undefined) return choice
    throw invalid(`${name} must be one of ${choices.join(', ')}, not ${shown(value)}.`)
  }
}

export function sourceList(name: string, value: unknown): readonly Source[] {
  if (!Array.isArray(value)) throw invalid(`${name} must be a list of sources, not ${shown(value)}.`)
  return value.map((source: unknown) => {
    if (typeof source === 'string' && isSource(source)) return source
    throw invalid(`${shown(source)} is not a source; the sources are ${SOURCES.join(', ')}.`)
  })
}

/** The folder itself is judged by the file system, whose answer says more. */
export function folderName(value: unknown): string {
  if (typeof value !== 'string' || value === '') {
    throw invalid(`The folder must be the name of one, not ${shown(value)}.`)
  }
  return value
}

/** A name that everybody can read and type. */
export function networkName(_name: string, value: unknown): string {
  const isName =
    typeof value === 'string' &&
    value.trim() !== '' &&
    value.length <= LONGEST_NETWORK_NAME &&
    !/[\p{Cc}\p{Surrogate}]/u.test(value)
  if (isName) return value
  throw invalid(
    `A network needs a name of 1 to ${LONGEST_NETWORK_NAME} letters without control characters, not ${shown(value)}. Nothing was imported.`,
  )
}

export function callback(name: string, value: unknown): (...args: never[]) => unknown {
  if (typeof value !== 'function') throw invalid(`${name} must be a function, not ${shown(value)}.`)
  return value as (...args: never[]) => unknown
}

/** Rule sets are ours: this tells one from a mistake, and does not check its rules. */
export function ruleSet(name: string, value: unknown): RuleSet {
  const { id, kinds } = (value ?? {}) as Partial<RuleSet>
  if (typeof id !== 'string' || !Array.isArray(kinds)) throw invalid(`${name} is not a rule set.`)
  return value as RuleSet
}

function invalid(message: string): HeadcountError {
  return new HeadcountError('INVALID_ARGUMENT', message)
}

function noInstant(message: string): HeadcountError {
  return new HeadcountError('INVALID_INSTANT', message)
}

/** A value in a message: never more of it than fits there. */
function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  return value !== null && ['object', 'function', 'symbol'].includes(typeof value)
    ? `a value of type ${typeof value}`
    : String(value)
}
