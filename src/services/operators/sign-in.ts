/** Signs in by e-mail and password. Whether the e-mail has an account shows neither in the answer nor in its time. */
import { HeadcountError } from '#errors'
import { normalEmail } from '#model/email'
import { writeAudit } from '#services/audit/write'
import { type Account, findAccountByEmail, lockAccount } from '#services/operators/accounts'
import { beginAttempt, endAttempt, failAttempt } from '#services/operators/attempts'
import type { OperatorContext, Visit } from '#services/operators/context'

export interface SignInRequest {
  readonly email: string
  readonly password: string
}

export interface SignedIn {
  readonly status: 'signed_in' | 'second_factor_needed'
  readonly setCookies: readonly string[]
}

/** @throws SIGN_IN_FAILED, SIGN_IN_LOCKED */
export async function signIn(
  context: OperatorContext,
  visit: Visit,
  { email: typed, password }: SignInRequest,
): Promise<SignedIn> {
  const { database, auth } = context
  const email = normalEmail(typed)
  const attempt = await beginAttempt(context, email)
  const account = await findAccountByEmail(database, email)
  const isRight = await auth.verifyPassword(account?.hash ?? null, password)
  if (account === null || !isRight || account.isDisabled) {
    await failAttempt(context, attempt)
    throw signInFailed()
  }
  return database.transaction(async (session) => {
    requireUnchanged(await lockAccount(session, account.operatorId), account)
    const { isComplete, setCookies } = await auth.signIn(session, visit, {
      email,
      password,
      hash: account.hash,
    })
    // the library counts wrong codes by itself
    await endAttempt(session, context, attempt)
    if (!isComplete) return { status: 'second_factor_needed', setCookies }
    await writeSignIn(session, context, account, 'password')
    return { status: 'signed_in', setCookies }
  })
}

/** A password that was changed while it was being checked opens nothing. */
function requireUnchanged(locked: Account | null, checked: Account): void {
  if (locked === null || locked.hash !== checked.hash || locked.isDisabled) throw signInFailed()
}

export function signInFailed(): HeadcountError {
  return new HeadcountError('SIGN_IN_FAILED', 'The e-mail or the password is wrong.')
}

export async function writeSignIn(
  session: Parameters<typeof writeAudit>[0],
  context: OperatorContext,
  { operatorId, email }: Pick<Account, 'operatorId' | 'email'>,
  by: 'password' | 'authenticator_app' | 'recovery_code',
): Promise<void> {
  const asker = { ...context.asker, operator: { operatorId, email } }
  await writeAudit(
    session,
    { ...context, asker },
    { action: 'session.start', networkId: 0, subject: { operatorId }, after: { by } },
  )
}
