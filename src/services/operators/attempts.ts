/**
 * Counts tries to prove a password, by e-mail and whether or not an operator has it, and locks the e-mail
 * after too many. A try is counted before it is checked and forgotten when it was right, so that many at
 * once do not slip through.
 */
import { createHmac } from 'node:crypto'
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { writeAudit } from '#services/audit/write'
import type { OperatorContext } from '#services/operators/context'

const MOST_FAILURES = 10
const WINDOW_MS = 15 * 60_000
const KEPT_MS = 24 * 3600_000

export interface Attempt {
  readonly emailHash: string
  /** The next one will be refused without a look. */
  readonly isLast: boolean
}

/** @throws SIGN_IN_LOCKED, in the same words whoever has the e-mail */
export async function beginAttempt(
  { database, now, auth }: Pick<OperatorContext, 'database' | 'now' | 'auth'>,
  email: string,
): Promise<Attempt> {
  const at = now()
  const longAgo = new Date(at.getTime() - WINDOW_MS)
  const lockedUntil = new Date(at.getTime() + WINDOW_MS)
  const emailHash = emailHashOf({ auth }, email)
  const [counted] = await database.query<{ failure_count: number }>(sql`
    insert into sign_in_failures as f (email_hash, failure_count, first_failed_at)
    values (${emailHash}::text, 1, ${at}::timestamptz)
    on conflict (email_hash) do update
    set
      failure_count = case when f.first_failed_at <= ${longAgo}::timestamptz or f.locked_until is not null then 1 else f.failure_count + 1 end,
      first_failed_at = case when f.first_failed_at <= ${longAgo}::timestamptz or f.locked_until is not null then excluded.first_failed_at else f.first_failed_at end,
      locked_until = case when f.first_failed_at > ${longAgo}::timestamptz and f.locked_until is null and f.failure_count + 1 >= ${MOST_FAILURES}::int then ${lockedUntil}::timestamptz end
    where f.locked_until is null
      or f.locked_until <= ${at}::timestamptz
    returning failure_count`)
  if (counted === undefined) {
    throw new HeadcountError('SIGN_IN_LOCKED', 'There were too many failed tries with this e-mail.')
  }
  return { emailHash, isLast: counted.failure_count >= MOST_FAILURES }
}

export function emailHashOf({ auth }: Pick<OperatorContext, 'auth'>, email: string): string {
  return createHmac('sha256', auth.secret).update(email).digest('hex')
}

/** The password was right: failures are forgotten, and those of anybody from long ago. */
export async function endAttempt(
  session: Session,
  { now }: Pick<OperatorContext, 'now'>,
  { emailHash }: Pick<Attempt, 'emailHash'>,
): Promise<void> {
  const longAgo = new Date(now().getTime() - KEPT_MS)
  await session.query(sql`
    delete from sign_in_failures
    where email_hash = ${emailHash}::text
      or first_failed_at < ${longAgo}::timestamptz`)
}

/** The password was wrong. The try is counted already; a lock is worth an entry in the audit log. */
export async function failAttempt(context: OperatorContext, { emailHash, isLast }: Attempt): Promise<void> {
  if (!isLast) return
  await context.database.transaction((session) =>
    writeAudit(session, context, {
      action: 'sign_in.lock',
      networkId: 0,
      subject: { emailHash: emailHash.slice(0, 16) },
    }),
  )
}
