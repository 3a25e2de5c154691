/** Arguments as typed → values, with an error that names the argument. */
import { HeadcountError } from '#errors'
import { hasOffset, parseInstant } from '#lib/parse-time'
import { quoted } from '#lib/quote'

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/

/** @throws INVALID_INSTANT for anything but an ISO 8601 instant with a zone, or a day */
export function readInstant(text: string): Date {
  const ms = parseInstant(text)
  const isWhole = DAY_ONLY.test(text) || hasOffset(text)
  if (Number.isNaN(ms) || !isWhole)
    throw new HeadcountError('INVALID_INSTANT', `${quoted(text)} is not an instant.`)
  return new Date(ms)
}

/** A whole number; the verb that it is for knows the limits. */
export function readWhole(name: string, text: string): number {
  if (!/^-?\d+$/.test(text)) {
    throw new HeadcountError('INVALID_ARGUMENT', `${name} must be a whole number, not ${quoted(text)}.`)
  }
  return Number(text)
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
