/** Writes an audit entry in the transaction of the change that it tells: both are there, or neither is. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { lockKey } from '#database/postgresql/advisory-locks'
import { type AuditEntry, type Change, FIRST_PREVIOUS_HASH, hashOf } from '#services/audit/entry'
import type { Context } from '#services/context'

/** One writer a network at a time, so that each entry follows the one before. */
export async function writeAudit(
  session: Session,
  { asker, now }: Pick<Context, 'asker' | 'now'>,
  { action, networkId, subject, before = null, after = null }: Change,
): Promise<void> {
  await session.query(sql`select pg_advisory_xact_lock(${lockKey(`audit ${networkId}`)}::bigint)`)
  const [last] = await session.query<{ entry_number: number; hash: string }>(sql`
    select entry_number, hash
    from audit_entries
    where network_id = ${networkId}::int
    order by entry_number desc
    limit 1`)
  const entry: Omit<AuditEntry, 'hash'> = {
    networkId,
    entryNumber: (last?.entry_number ?? 0) + 1,
    at: now().toISOString(),
    door: asker.door,
    operatorId: asker.operator?.operatorId ?? null,
    apiKeyId: asker.apiKeyId,
    requestId: asker.requestId,
    action,
    subject,
    before,
    after,
    previousHash: last?.hash ?? FIRST_PREVIOUS_HASH,
  }
  await session.query(sql`
    insert into audit_entries (
      network_id, entry_number, at, door, operator_id, api_key_id, request_id,
      action, subject, before, after, previous_hash, hash
    )
    values (
      ${entry.networkId}::int,
      ${entry.entryNumber}::bigint,
      ${entry.at}::timestamptz,
      ${entry.door}::text,
      ${entry.operatorId}::text,
      ${entry.apiKeyId}::int,
      ${entry.requestId}::text,
      ${action}::text,
      ${JSON.stringify(subject)}::jsonb,
      ${asJsonb(before)}::jsonb,
      ${asJsonb(after)}::jsonb,
      ${entry.previousHash}::text,
      ${hashOf(entry)}::text
    )`)
}

function asJsonb(value: AuditEntry['before']): string | null {
  return value === null ? null : JSON.stringify(value)
}
