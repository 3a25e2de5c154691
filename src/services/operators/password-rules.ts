/** Which passwords are accepted. Pure: the strength itself is measured elsewhere and handed in. */
import { type Fault, type FieldFaultCode, fault } from '#model/field-fault'

export const SHORTEST_PASSWORD = 10
export const LONGEST_PASSWORD = 128
/** Of 0 to 4; from here on it withstands guessing of a stolen, salted hash. */
export const LEAST_SCORE = 3
/** A shorter part of an e-mail, such as `jo`, stands in many good passwords by chance. */
const TELLING_LETTERS = 4

export interface Strength {
  /** 0 (guessed at once) to 4 (strong). */
  readonly score: number
  /** Why it is weak. */
  readonly weakness: Weakness
  readonly suggestions: readonly string[]
}

export type Weakness = Extract<FieldFaultCode, 'too_easy' | `easy_${string}`>

/** What is wrong with a password; nothing where it is accepted. */
export function passwordFaults(password: string, email: string, { score, weakness }: Strength): Fault[] {
  const faults: Fault[] = []
  const length = [...password].length
  if (length < SHORTEST_PASSWORD) faults.push(fault('too_short', { least: SHORTEST_PASSWORD }))
  // in code units, as the auth library counts them
  if (password.length > LONGEST_PASSWORD) faults.push(fault('too_long', { most: LONGEST_PASSWORD }))
  if (containsEmail(password, email)) faults.push(fault('has_email'))
  if (score < LEAST_SCORE) faults.push(fault(weakness))
  return faults
}

function containsEmail(password: string, email: string): boolean {
  const [local = ''] = email.split('@')
  const said = password.toLowerCase()
  return (
    (email !== '' && said.includes(email.toLowerCase())) ||
    (local.length >= TELLING_LETTERS && said.includes(local.toLowerCase()))
  )
}
