/** Arguments as typed → values, with an error that names the argument. */
import { HeadcountError } from '#errors'
import { hasOffset, parseInstant } from '#lib/parse-time'
import { quoted } from '#lib/quote'
import { isSource, SOURCES, type Source } from '#model/source'

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/

/** @throws INVALID_INSTANT for anything but an ISO 8601 instant with a zone, or a day */
export function readInstant(text: string): Date {
  const ms = parseInstant(text)
  const isWhole = DAY_ONLY.test(text) || hasOffset(text)
  if (Number.isNaN(ms) || !isWhole)
    throw new HeadcountError('INVALID_INSTANT', `${quoted(text)} is not an instant.`)
  return new Date(ms)
}

export function readSource(text: string): Source {
  if (!isSource(text)) {
    throw new HeadcountError(
      'INVALID_ARGUMENT',
      `${quoted(text)} is not a source; the sources are ${SOURCES.join(', ')}.`,
    )
  }
  return text
}

/** A whole number within limits. */
export function readWhole(name: string, text: string, least: number, most: number): number {
  const value = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= least && value <= most)) {
    throw new HeadcountError(
      'INVALID_ARGUMENT',
      `${name} must be a whole number from ${least} to ${most}, not ${quoted(text)}.`,
    )
  }
  return value
}

export function readChoice<Choice extends string>(
  name: string,
  text: string,
  choices: readonly Choice[],
): Choice {
  const choice = choices.find((candidate) => candidate === text)
  if (choice === undefined) {
    throw new HeadcountError(
      'INVALID_ARGUMENT',
      `${name} must be one of ${choices.join(', ')}, not ${quoted(text)}.`,
    )
  }
  return choice
}
