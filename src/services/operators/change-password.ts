/** A new password for the operator who is signed in, and for one who forgot his. Either ends every session everywhere. */
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import type { AuditAction } from '#model/audit-action'
import { writeAudit } from '#services/audit/write'
import { type Account, endLinks, findAccountById, lockAccount } from '#services/operators/accounts'
import { emailHashOf, endAttempt } from '#services/operators/attempts'
import type { OperatorContext, Visit } from '#services/operators/context'
import { newPasswordFaults } from '#services/operators/fields'
import { linkInvalid, readLinkOf } from '#services/operators/links'
import { proveOwnPassword } from '#services/operators/prove-password'
import { refuseFaults } from '#services/refuse-faults'

export interface PasswordChange {
  readonly currentPassword: string
  readonly newPassword: string
}

/** @returns the cookies that make this browser forget its session. @throws SESSION_NEEDED, SIGN_IN_LOCKED, PASSWORD_WRONG, FIELDS_INVALID */
export async function changePassword(
  context: OperatorContext,
  visit: Visit,
  { currentPassword, newPassword }: PasswordChange,
): Promise<readonly string[]> {
  const { account } = await proveOwnPassword(context, currentPassword, 'currentPassword')
  const hash = await newHash(context, account, newPassword)
  return context.database.transaction(async (session) => {
    const locked = await lockAccount(session, account.operatorId)
    if (locked?.hash !== account.hash) {
      throw new HeadcountError('NOT_SIGNED_IN', 'The password was changed meanwhile.')
    }
    const setCookies = await context.auth.signOut(session, visit)
    await replacePassword(session, context, account, { hash, action: 'operator.change_password' })
    return setCookies
  })
}

/** @throws LINK_INVALID, FIELDS_INVALID, which leaves the link as it is */
export async function resetPassword(
  context: OperatorContext,
  { token, newPassword }: { readonly token: string; readonly newPassword: string },
): Promise<void> {
  const link = await readLinkOf(context, 'password_reset', token)
  const account = await findAccountById(context.database, link.operatorId)
  if (account === null || account.isDisabled) throw linkInvalid()
  const hash = await newHash(context, account, newPassword)
  await context.database.transaction(async (session) => {
    if ((await context.auth.useLink(session, 'password_reset', token)) === null) throw linkInvalid()
    await lockAccount(session, account.operatorId)
    await replacePassword(session, context, account, { hash, action: 'operator.reset_password' })
    // whoever holds the link may sign in, also where others had locked the e-mail
    await endAttempt(session, context, { emailHash: emailHashOf(context, account.email) })
  })
}

async function newHash({ auth }: OperatorContext, account: Account, password: string): Promise<string> {
  refuseFaults(await newPasswordFaults('newPassword', password, account))
  return auth.hashPassword(password)
}

interface Replacement {
  readonly hash: string
  readonly action: AuditAction
}

async function replacePassword(
  session: Session,
  context: OperatorContext,
  { operatorId }: Account,
  { hash, action }: Replacement,
): Promise<void> {
  await context.auth.setPassword(session, operatorId, hash)
  await context.auth.endAllSessions(session, operatorId)
  await endLinks(session, operatorId)
  await writeAudit(session, context, {
    action,
    networkId: 0,
    subject: { operatorId },
    after: { sessions: 'ended everywhere' },
  })
}
