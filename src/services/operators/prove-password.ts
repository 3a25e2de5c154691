/** An operator who is signed in proves that it is still he, before something that must not happen by a left-open browser. */
import { HeadcountError } from '#errors'
import { atField, fault } from '#model/field-fault'
import { type Account, findAccountById, requireSession } from '#services/operators/accounts'
import { beginAttempt, endAttempt, failAttempt } from '#services/operators/attempts'
import type { OperatorContext, ProvenPassword } from '#services/operators/context'

export interface OwnPassword {
  readonly account: Account
  readonly proven: ProvenPassword
}

/**
 * @param field the name of the password in the form
 * @throws SESSION_NEEDED, SIGN_IN_LOCKED, PASSWORD_WRONG
 */
export async function proveOwnPassword(
  context: OperatorContext,
  password: string,
  field: string,
): Promise<OwnPassword> {
  const { operatorId } = requireSession(context.asker)
  const account = await findAccountById(context.database, operatorId)
  if (account === null) throw new HeadcountError('NOT_SIGNED_IN', 'This operator is not there any more.')
  const attempt = await beginAttempt(context, account.email)
  if (!(await context.auth.verifyPassword(account.hash, password))) {
    await failAttempt(context, attempt)
    const fields = atField(field, fault('wrong_password'))
    throw new HeadcountError('PASSWORD_WRONG', 'That is not your password.', { fields })
  }
  await endAttempt(context.database, context, attempt)
  return { account, proven: { hash: account.hash, password } }
}
