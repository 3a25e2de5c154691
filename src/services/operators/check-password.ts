/** The meter beside the field of a new password: how good it is, and why. Nothing is kept. */
import { normalEmail } from '#model/email'
import { type Fault, faultSentence } from '#model/field-fault'
import { passwordFaults } from '#services/operators/password-rules'
import { measureStrength } from '#services/operators/password-strength'

export interface PasswordCheck {
  readonly password: string
  readonly email?: string
  readonly firstName?: string
  readonly lastName?: string
}

export interface PasswordVerdict {
  readonly isAccepted: boolean
  /** 0 (guessed at once) to 4 (strong). */
  readonly score: number
  /** What is wrong, each to be read behind “The password”. */
  readonly faults: readonly (Fault & { readonly message: string })[]
  readonly suggestions: readonly string[]
}

export async function checkPassword({
  password,
  email = '',
  firstName = '',
  lastName = '',
}: PasswordCheck): Promise<PasswordVerdict> {
  const strength = await measureStrength(password, [email, firstName, lastName])
  const faults = passwordFaults(password, normalEmail(email), strength).map(told)
  return {
    isAccepted: faults.length === 0,
    score: strength.score,
    faults,
    suggestions: strength.suggestions,
  }
}

function told(fault: Fault): Fault & { readonly message: string } {
  return { ...fault, message: faultSentence(fault) }
}
