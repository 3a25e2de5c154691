/** Fields of forms about operators, checked together, so that every wrong one is told at once. */
import { emailFault, normalEmail } from '#model/email'
import { atField, type FieldFault } from '#model/field-fault'
import { normalPersonName, personNameFault } from '#model/person-name'
import { passwordFaults } from '#services/operators/password-rules'
import { measureStrength } from '#services/operators/password-strength'

export interface Person {
  readonly firstName: string
  readonly lastName: string
}

export function nameFaults({ firstName, lastName }: Person): FieldFault[] {
  return [
    ...atField('firstName', personNameFault('first', firstName)),
    ...atField('lastName', personNameFault('last', lastName)),
  ]
}

export function emailFaults(email: string): FieldFault[] {
  return atField('email', emailFault(email))
}

/** @param field the name of the field in the form */
export async function newPasswordFaults(
  field: string,
  password: string,
  { email, firstName, lastName }: Person & { readonly email: string },
): Promise<FieldFault[]> {
  const strength = await measureStrength(password, [email, firstName, lastName])
  return passwordFaults(password, email, strength).flatMap((fault) => atField(field, fault))
}

export function normalPerson({ firstName, lastName }: Person): Person {
  return { firstName: normalPersonName(firstName), lastName: normalPersonName(lastName) }
}

export function normalAccount<T extends Person & { readonly email: string }>(
  account: T,
): Person & { readonly email: string } {
  return { ...normalPerson(account), email: normalEmail(account.email) }
}
