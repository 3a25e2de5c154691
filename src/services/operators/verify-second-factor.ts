/** The second step of signing in: a code of the authenticator app, or one of the recovery codes. */
import { createHash } from 'node:crypto'
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { findAccountById } from '#services/operators/accounts'
import type { OperatorContext, Visit } from '#services/operators/context'
import { type SignedIn, signInFailed, writeSignIn } from '#services/operators/sign-in'

const APP_CODE = /^\d{6}$/
/** What the library calls a code that does not fit; anything else means that the sign-in is over. */
const WRONG_CODES: readonly string[] = ['INVALID_CODE', 'INVALID_BACKUP_CODE']

/** @throws SECOND_FACTOR_WRONG, SECOND_FACTOR_EXPIRED, SIGN_IN_FAILED for an operator who was disabled meanwhile */
export async function verifySecondFactor(
  context: OperatorContext,
  visit: Visit,
  { code: typed }: { readonly code: string },
): Promise<SignedIn> {
  const code = normalCode(typed)
  const isRecoveryCode = !APP_CODE.test(code)
  // a refusal is told outside, as the failure that the library counted must stay
  const outcome = await context.database.transaction(async (session) => {
    const checked = await context.auth.checkSecondFactor(session, visit, {
      code,
      isRecoveryCode,
      during: 'sign_in',
    })
    if ('refusedBecause' in checked) return checked
    const account = await findAccountById(session, checked.operatorId)
    if (account === null || account.isDisabled) throw signInFailed()
    if (!isRecoveryCode) await spendCode(session, checked.operatorId, code)
    await writeSignIn(session, context, account, isRecoveryCode ? 'recovery_code' : 'authenticator_app')
    return checked
  })
  if ('refusedBecause' in outcome) throw secondFactorRefused(outcome.refusedBecause)
  return { status: 'signed_in', setCookies: outcome.setCookies }
}

/** As people type codes: with spaces, and recovery codes with any sort of dash. */
export function normalCode(typed: string): string {
  return typed.replace(/\s+/g, '').replace(/[‐-―]/g, '-')
}

export function secondFactorRefused(because: string): HeadcountError {
  return WRONG_CODES.includes(because)
    ? new HeadcountError('SECOND_FACTOR_WRONG', 'That code does not fit.')
    : new HeadcountError('SECOND_FACTOR_EXPIRED', 'This sign-in has waited too long or had too many tries.')
}

/** A code of the app lives for a minute and a half; whoever looked over a shoulder must not use it again. */
async function spendCode(session: Session, operatorId: string, code: string): Promise<void> {
  const hash = createHash('sha256').update(`${operatorId} ${code}`).digest('hex')
  const spent = await session.query(sql`
    update operator_two_factors
    set last_code_hash = ${hash}::text
    where operator_id = ${operatorId}::text
      and last_code_hash is distinct from ${hash}::text
    returning id`)
  if (spent.length === 0) throw new HeadcountError('SECOND_FACTOR_WRONG', 'That code was used already.')
}
