/** Writes an audit entry in the transaction of the change that it tells: both are there, or neither is. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { lockKey } from '#database/postgresql/advisory-locks'
import { type AuditEntry, type Change, FIRST_PREVIOUS_HASH, hashOf } from '#services/audit/entry'
import type { Context } from '#services/context'

export function writeAudit(
  session: Session,
  who: Pick<Context, 'asker' | 'now'>,
  change: Change,
): Promise<void> {
  return writeAuditOfMany(session, who, change.networkId, [change])
}

/** Entries of one network, in their order. One writer a network at a time, so that each follows the one before. */
export async function writeAuditOfMany(
  session: Session,
  { asker, now }: Pick<Context, 'asker' | 'now'>,
  networkId: number,
  changes: readonly Change[],
): Promise<void> {
  await session.query(sql`select pg_advisory_xact_lock(${lockKey(`audit ${networkId}`)}::bigint)`)
  const [last] = await session.query<{ entry_number: number; hash: string }>(sql`
    select entry_number, hash
    from audit_entries
    where network_id = ${networkId}::int
    order by entry_number desc
    limit 1`)
  const who = {
    at: now().toISOString(),
    door: asker.door,
    operatorId: asker.operator?.operatorId ?? null,
    apiKeyId: asker.apiKeyId,
    requestId: asker.requestId,
  }
  await insertEntries(session, chained(changes, who, last ?? { entry_number: 0, hash: FIRST_PREVIOUS_HASH }))
}

type Who = Pick<AuditEntry, 'at' | 'door' | 'operatorId' | 'apiKeyId' | 'requestId'>

function chained(
  changes: readonly Change[],
  who: Who,
  last: { readonly entry_number: number; readonly hash: string },
): AuditEntry[] {
  let { entry_number: entryNumber, hash: previousHash } = last
  return changes.map(({ action, networkId, subject, before = null, after = null }) => {
    entryNumber += 1
    const entry = { networkId, entryNumber, ...who, action, subject, before, after, previousHash }
    previousHash = hashOf(entry)
    return { ...entry, hash: previousHash }
  })
}

function insertEntries(session: Session, entries: readonly AuditEntry[]): Promise<unknown> {
  const rows = entries.map((entry) => ({
    ...{ network_id: entry.networkId, entry_number: entry.entryNumber, at: entry.at, door: entry.door },
    ...{ operator_id: entry.operatorId, api_key_id: entry.apiKeyId, request_id: entry.requestId },
    ...{ action: entry.action, subject: entry.subject, before: entry.before, after: entry.after },
    ...{ previous_hash: entry.previousHash, hash: entry.hash },
  }))
  return session.query(sql`
    insert into audit_entries (
      network_id, entry_number, at, door, operator_id, api_key_id, request_id,
      action, subject, before, after, previous_hash, hash
    )
    select
      row.network_id, row.entry_number, row.at, row.door, row.operator_id, row.api_key_id, row.request_id,
      row.action, row.subject, row.before, row.after, row.previous_hash, row.hash
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) row (
      network_id int, entry_number bigint, at timestamptz, door text, operator_id text, api_key_id int, request_id text,
      action text, subject jsonb, before jsonb, after jsonb, previous_hash text, hash text
    )
    order by row.entry_number`)
}
