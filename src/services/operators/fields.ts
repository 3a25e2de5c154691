/** Fields of forms about operators, checked together, so that every wrong one is told at once. */
import { HeadcountError } from '#errors'
import { emailFault, normalEmail } from '#model/email'
import { normalPersonName, personNameFault } from '#model/person-name'
import { passwordFaults } from '#services/operators/password-rules'
import { measureStrength } from '#services/operators/password-strength'

export interface FieldFault {
  readonly path: string
  readonly message: string
}

export interface Person {
  readonly firstName: string
  readonly lastName: string
}

export function nameFaults({ firstName, lastName }: Person): FieldFault[] {
  return [
    ...fault('firstName', personNameFault('first', firstName)),
    ...fault('lastName', personNameFault('last', lastName)),
  ]
}

export function emailFaults(email: string): FieldFault[] {
  return fault('email', emailFault(email))
}

/** @param field the name of the field in the form */
export async function newPasswordFaults(
  field: string,
  password: string,
  { email, firstName, lastName }: Person & { readonly email: string },
): Promise<FieldFault[]> {
  const strength = await measureStrength(password, [email, firstName, lastName])
  return passwordFaults(password, email, strength).map((message) => ({ path: field, message }))
}

/** @throws FIELDS_INVALID where there are faults */
export function refuseFaults(faults: readonly FieldFault[]): void {
  const [first] = faults
  if (first === undefined) return
  throw new HeadcountError('FIELDS_INVALID', `${first.path} ${first.message}.`, { fields: faults })
}

export function normalPerson({ firstName, lastName }: Person): Person {
  return { firstName: normalPersonName(firstName), lastName: normalPersonName(lastName) }
}

export function normalAccount<T extends Person & { readonly email: string }>(
  account: T,
): Person & { readonly email: string } {
  return { ...normalPerson(account), email: normalEmail(account.email) }
}

function fault(path: string, message: string | null): FieldFault[] {
  return message === null ? [] : [{ path, message }]
}
