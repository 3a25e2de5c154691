/** Which passwords are accepted. Pure: the strength itself is measured elsewhere and handed in. */

export const SHORTEST_PASSWORD = 10
export const LONGEST_PASSWORD = 128
/** Of 0 to 4; from here on it withstands guessing of a stolen, salted hash. */
export const LEAST_SCORE = 3
/** A shorter part of an e-mail, such as `jo`, stands in many good passwords by chance. */
const TELLING_LETTERS = 4

export interface Strength {
  /** 0 (guessed at once) to 4 (strong). */
  readonly score: number
  /** Why it is weak, or null. */
  readonly warning: string | null
  readonly suggestions: readonly string[]
}

/** What is wrong with a password, a sentence each; nothing where it is accepted. */
export function passwordFaults(password: string, email: string, { score, warning }: Strength): string[] {
  const faults: string[] = []
  const length = [...password].length
  if (length < SHORTEST_PASSWORD) faults.push(`must have at least ${SHORTEST_PASSWORD} characters`)
  // in code units, as the auth library counts them
  if (password.length > LONGEST_PASSWORD) faults.push(`must have at most ${LONGEST_PASSWORD} characters`)
  if (containsEmail(password, email)) faults.push('must not contain the e-mail address')
  if (score < LEAST_SCORE) {
    faults.push(`is too easy to guess${warning === null ? '' : `: ${withoutStop(warning)}`}`)
  }
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

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '').replace(/^./, (first) => first.toLowerCase())
}
