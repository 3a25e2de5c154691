/** What only the platform does to an account: the platform role, disabling, removing. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { lockKey } from '#database/postgresql/advisory-locks'
import { HeadcountError } from '#errors'
import { maskedEmail } from '#model/email'
import { requireRight } from '#services/asker'
import { writeAudit } from '#services/audit/write'
import { endLinks } from '#services/operators/accounts'
import type { OperatorContext } from '#services/operators/context'
import { findOperator, type OperatorSeen } from '#services/operators/list-operators'

export interface ChosenOperator {
  readonly operatorId: string
}

/** @throws OPERATOR_NOT_FOUND, FORBIDDEN, LAST_PLATFORM_OPERATOR */
export function setPlatform(
  context: OperatorContext,
  { operatorId, isPlatform }: ChosenOperator & { readonly isPlatform: boolean },
): Promise<OperatorSeen> {
  return manage(context, operatorId, async (session, before) => {
    if (!isPlatform) await refuseLastPlatform(session, before)
    await session.query(sql`
      update operators
      set is_platform = ${isPlatform}::boolean, updated_at = ${context.now()}::timestamptz
      where id = ${operatorId}::text`)
    await writeAudit(session, context, {
      action: 'operator.set_platform',
      networkId: 0,
      subject: { operatorId },
      before: { isPlatform: before.isPlatform },
      after: { isPlatform },
    })
    return findOperator(session, context.asker, operatorId)
  })
}

/** A disabled operator is signed out everywhere and cannot sign in; his API keys stop. @throws OPERATOR_NOT_FOUND, FORBIDDEN, LAST_PLATFORM_OPERATOR */
export function setDisabled(
  context: OperatorContext,
  { operatorId, isDisabled }: ChosenOperator & { readonly isDisabled: boolean },
): Promise<OperatorSeen> {
  return manage(context, operatorId, async (session, before) => {
    const at = context.now()
    if (isDisabled) {
      await refuseLastPlatform(session, before)
      await context.auth.endAllSessions(session, operatorId)
      await endLinks(session, operatorId)
      await endInvitationsBy(session, operatorId, at)
    }
    await session.query(sql`
      update operators
      set disabled_at = ${isDisabled ? at : null}::timestamptz, updated_at = ${at}::timestamptz
      where id = ${operatorId}::text`)
    await writeAudit(session, context, {
      action: isDisabled ? 'operator.disable' : 'operator.enable',
      networkId: 0,
      subject: { operatorId },
    })
    return findOperator(session, context.asker, operatorId)
  })
}

/** The account with its roles, sessions and keys is gone; the audit log keeps its id. @throws OPERATOR_NOT_FOUND, FORBIDDEN, LAST_PLATFORM_OPERATOR */
export function removeOperator(context: OperatorContext, { operatorId }: ChosenOperator): Promise<void> {
  return manage(context, operatorId, async (session, before) => {
    await refuseLastPlatform(session, before)
    await endLinks(session, operatorId)
    await endInvitationsBy(session, operatorId, context.now())
    await session.query(sql`delete from operators where id = ${operatorId}::text`)
    await writeAudit(session, context, {
      action: 'operator.remove',
      networkId: 0,
      subject: { operatorId },
      before: { email: maskedEmail(before.email) },
    })
  })
}

/** One such change at a time, so that no two of them remove the last two platform operators. */
function manage<T>(
  { database, asker }: OperatorContext,
  operatorId: string,
  change: (session: Session, before: OperatorSeen) => Promise<T>,
): Promise<T> {
  return database.transaction(async (session) => {
    await session.query(sql`select pg_advisory_xact_lock(${lockKey('platform operators')}::bigint)`)
    const before = await findOperator(session, asker, operatorId)
    requireRight(asker, 'networks.manage')
    return change(session, before)
  })
}

async function refuseLastPlatform(session: Session, { operatorId, isPlatform }: OperatorSeen): Promise<void> {
  if (!isPlatform) return
  const others = await session.query(sql`
    select id
    from operators
    where is_platform
      and disabled_at is null
      and id <> ${operatorId}::text
    limit 1`)
  if (others.length === 0) {
    throw new HeadcountError('LAST_PLATFORM_OPERATOR', 'This is the last operator with the platform role.')
  }
}

/** Nobody comes in on the word of somebody who is gone. */
async function endInvitationsBy(session: Session, operatorId: string, at: Date): Promise<void> {
  await session.query(sql`
    update invitations
    set revoked_at = ${at}::timestamptz
    where invited_by = ${operatorId}::text
      and accepted_at is null
      and revoked_at is null`)
}
