/** An operator's own second factor: turned on in two steps, turned off, and its recovery codes. */
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import type { AuditAction } from '#model/audit-action'
import { writeAudit } from '#services/audit/write'
import { findAccountById, requireSession } from '#services/operators/accounts'
import type { OperatorContext, Visit } from '#services/operators/context'
import { type OwnPassword, proveOwnPassword } from '#services/operators/prove-password'
import { normalCode } from '#services/operators/verify-second-factor'

export interface SecondFactorStarted {
  /** `otpauth://…`, for an authenticator app, as text or as a picture. */
  readonly uri: string
  /** Shown once; each signs in once where the app is lost. */
  readonly recoveryCodes: readonly string[]
}

export interface PasswordProof {
  readonly password: string
}

/** The first step; nothing changes for signing in until a code confirms it. @throws SECOND_FACTOR_ON, and as a password is proven */
export async function startSecondFactor(
  context: OperatorContext,
  visit: Visit,
  { password }: PasswordProof,
): Promise<SecondFactorStarted> {
  const own = await proveOwnPassword(context, password, 'password')
  if (own.account.hasSecondFactor) throw new HeadcountError('SECOND_FACTOR_ON', 'The second factor is on.')
  return changed(context, own, 'operator.start_second_factor', (session) =>
    context.auth.startSecondFactor(session, visit, own.proven),
  )
}

/** The second step. @returns cookies of a new session, as the old one was made without it. @throws SECOND_FACTOR_OFF, SECOND_FACTOR_WRONG, SECOND_FACTOR_ON */
export async function confirmSecondFactor(
  context: OperatorContext,
  visit: Visit,
  { code }: { readonly code: string },
): Promise<readonly string[]> {
  const { operatorId } = requireSession(context.asker)
  return context.database.transaction(async (session) => {
    const account = await findAccountById(session, operatorId)
    if (account?.hasSecondFactor) throw new HeadcountError('SECOND_FACTOR_ON', 'The second factor is on.')
    const outcome = await context.auth.checkSecondFactor(session, visit, {
      code: normalCode(code),
      isRecoveryCode: false,
      during: 'session',
    })
    if ('refusedBecause' in outcome) {
      throw outcome.refusedBecause === 'INVALID_CODE'
        ? new HeadcountError('SECOND_FACTOR_WRONG', 'That code does not fit.')
        : new HeadcountError('SECOND_FACTOR_OFF', 'The second factor was not begun.')
    }
    await writeAudit(session, context, {
      action: 'operator.enable_second_factor',
      networkId: 0,
      subject: { operatorId },
    })
    return outcome.setCookies
  })
}

/** @returns cookies of a new session. @throws SECOND_FACTOR_OFF, and as a password is proven */
export async function disableSecondFactor(
  context: OperatorContext,
  visit: Visit,
  { password }: PasswordProof,
): Promise<readonly string[]> {
  const own = await requireOn(context, password)
  return changed(context, own, 'operator.disable_second_factor', (session) =>
    context.auth.removeSecondFactor(session, visit, own.proven),
  )
}

/** The old ones stop to work. @throws SECOND_FACTOR_OFF, and as a password is proven */
export async function renewRecoveryCodes(
  context: OperatorContext,
  visit: Visit,
  { password }: PasswordProof,
): Promise<{ readonly recoveryCodes: readonly string[] }> {
  const own = await requireOn(context, password)
  const recoveryCodes = await changed(context, own, 'operator.renew_recovery_codes', (session) =>
    context.auth.renewRecoveryCodes(session, visit, own.proven),
  )
  return { recoveryCodes }
}

async function requireOn(context: OperatorContext, password: string): Promise<OwnPassword> {
  const own = await proveOwnPassword(context, password, 'password')
  if (!own.account.hasSecondFactor) throw new HeadcountError('SECOND_FACTOR_OFF', 'The second factor is off.')
  return own
}

function changed<T>(
  context: OperatorContext,
  { account: { operatorId } }: OwnPassword,
  action: AuditAction,
  change: (session: Session) => Promise<T>,
): Promise<T> {
  return context.database.transaction(async (session) => {
    const result = await change(session)
    await writeAudit(session, context, { action, networkId: 0, subject: { operatorId } })
    return result
  })
}
