/** E-mail addresses of operators: what is one, how it is kept, and how the audit log shows it. */
import { type Fault, fault } from '#model/field-fault'

const LONGEST = 254
/** As the auth library reads addresses, so that whoever has an account can sign in. */
const EMAIL = /^(?!\.)(?!.*\.\.)[a-z0-9_'+\-.]*[a-z0-9_+-]@(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/

/** The address as it is kept and compared. */
export function normalEmail(text: string): string {
  return text.trim().toLowerCase()
}

/** What is wrong with an address, or null. */
export function emailFault(text: string): Fault | null {
  const email = normalEmail(text)
  if (email === '') return fault('missing')
  if (email.length > LONGEST) return fault('too_long', { most: LONGEST })
  return EMAIL.test(email) ? null : fault('not_an_email')
}

/** Enough to recognise an address that one knows: `a…@example.com`. */
export function maskedEmail(email: string): string {
  return email.replace(/^(.).*@/, '$1…@')
}
