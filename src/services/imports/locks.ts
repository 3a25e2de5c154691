/** Who may change records at a time: one import, or one change for each network. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { lockKey } from '#database/postgresql/advisory-locks'

/** Held by an import from its start to its end. */
export const IMPORT_LOCK = 'headcount import'
/** Shared by the changes of all networks while they run. */
export const RECORDS_LOCK = 'headcount records'

/**
 * Waits until the changes that run have ended; those that come later see the import and are refused.
 * On the embedded database a change holds the only connection, so having a turn is having waited.
 */
export async function waitForChanges(session: Session): Promise<void> {
  const key = lockKey(RECORDS_LOCK)
  await session.query(sql`select pg_advisory_lock(${key}::bigint)`)
  await session.query(sql`select pg_advisory_unlock(${key}::bigint)`)
}
