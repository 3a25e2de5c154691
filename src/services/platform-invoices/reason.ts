import { HeadcountError } from '#errors'
import { text } from '#services/check-input'

const LONGEST = 1000

/** A reason that is kept with an invoice: never empty, and of readable letters. */
export function reason(name: string, value: unknown): string {
  const given = text(name, value).trim()
  if (given !== '' && given.length <= LONGEST && !/[^\P{Cc}\n\t]/u.test(given)) return given
  throw new HeadcountError('INVALID_ARGUMENT', `${name} must be a sentence of 1 to ${LONGEST} letters.`)
}
