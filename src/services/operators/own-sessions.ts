/** Where an operator is signed in, and an end to any of it. */
import sql from 'sql-template-tag'
import { HeadcountError } from '#errors'
import { writeAudit } from '#services/audit/write'
import { requireSession } from '#services/operators/accounts'
import type { OperatorContext } from '#services/operators/context'

export interface OwnSession {
  readonly sessionId: string
  readonly isCurrent: boolean
  readonly address: string | null
  /** As the browser describes itself. */
  readonly browser: string | null
  readonly createdAt: string
  readonly expiresAt: string
}

interface SessionRow {
  id: string
  address: string | null
  browser: string | null
  created_at: Date
  expires_at: Date
}

/** The newest first. @throws SESSION_NEEDED */
export async function listOwnSessions({ database, asker, now }: OperatorContext): Promise<OwnSession[]> {
  const { operatorId, sessionId } = requireSession(asker)
  const rows = await database.query<SessionRow>(sql`
    select id, nullif(address, '') as address, nullif(browser, '') as browser, created_at, expires_at
    from operator_sessions
    where operator_id = ${operatorId}::text
      and expires_at > ${now()}::timestamptz
    order by created_at desc, id`)
  return rows.map((row) => ({
    sessionId: row.id,
    isCurrent: row.id === sessionId,
    address: row.address,
    browser: row.browser,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }))
}

/** @throws SESSION_NEEDED, SESSION_NOT_FOUND for one that is not his */
export async function endSession(
  context: OperatorContext,
  { sessionId }: { readonly sessionId: string },
): Promise<void> {
  const { operatorId } = requireSession(context.asker)
  await context.database.transaction(async (session) => {
    const ended = await session.query(sql`
      delete from operator_sessions
      where id = ${sessionId}::text
        and operator_id = ${operatorId}::text
      returning id`)
    if (ended.length === 0) throw new HeadcountError('SESSION_NOT_FOUND', 'You have no such session.')
    await writeAudit(session, context, {
      action: 'session.end',
      networkId: 0,
      subject: { operatorId, sessionId },
    })
  })
}
