/** Names of operators: letters of any script, with spaces, hyphens and apostrophes inside. */
import { type Fault, fault } from '#model/field-fault'

const LONGEST = 100
const LEAST_LETTERS = { first: 2, last: 1 } as const
const LETTERS = '(?:\\p{L}\\p{M}*)+'
/** Two at most side by side, as in “Anne- Marie”, so that a name is not a line of marks. */
const NAME = new RegExp(`^${LETTERS}(?:[ '’ʼ‐-]{1,2}${LETTERS})*$`, 'u')

/** The name as it is kept: composed letters, no spaces around it. */
export function normalPersonName(text: string): string {
  return text.normalize('NFC').trim()
}

/** What is wrong with a first or last name, or null. */
export function personNameFault(part: 'first' | 'last', text: string): Fault | null {
  const name = normalPersonName(text)
  const least = LEAST_LETTERS[part]
  if (name === '') return fault('missing')
  if (name.length > LONGEST) return fault('too_long', { most: LONGEST })
  if (/\p{N}/u.test(name)) return fault('has_digits')
  if (!NAME.test(name)) return fault('not_a_name')
  const letters = name.match(/\p{L}/gu)?.length ?? 0
  return letters < least ? fault('too_few_letters', { least }) : null
}
