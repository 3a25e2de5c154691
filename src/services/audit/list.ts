/** A page of the audit log, the newest entries first. */
import sql, { join, type Sql } from 'sql-template-tag'
import { requireRight } from '#services/asker'
import type { AuditEntry } from '#services/audit/entry'
import { type AuditRow, entryOf } from '#services/audit/rows'
import { checkInput, optional, text, whole } from '#services/check-input'
import type { Context } from '#services/context'
import { findNetwork } from '#services/networks/find'

export interface AuditOptions {
  /** Id, external id or exact name; absent for what belongs to no network, which only the platform sees. */
  readonly network?: string
  readonly action?: string
  readonly operatorId?: string
  /** Entries before this number: the last one of the page before. */
  readonly before?: number
  readonly limit?: number
}

export interface AuditPage {
  readonly total: number
  readonly entries: readonly AuditEntry[]
  /** For the next page, or null at the end. */
  readonly nextBefore: number | null
}

const DEFAULT_ROWS = 50
const MOST_ROWS = 500
const INPUT = {
  network: optional(text),
  action: optional(text),
  operatorId: optional(text),
  before: optional(whole(1, Number.MAX_SAFE_INTEGER)),
  limit: optional(whole(1, MOST_ROWS)),
}

/** @throws FORBIDDEN, NETWORK_NOT_FOUND, NETWORK_AMBIGUOUS, INVALID_ARGUMENT */
export async function listAudit(
  { database, asker }: Context,
  options: AuditOptions = {},
): Promise<AuditPage> {
  const asked = checkInput(options, INPUT)
  const { network, before, limit = DEFAULT_ROWS } = asked
  return database.transaction(
    async (session) => {
      const networkId = network === undefined ? 0 : (await findNetwork(session, asker, network)).networkId
      requireRight(asker, 'audit.read', networkId === 0 ? {} : { networkId })
      const matching = condition(networkId, asked)
      const [counted] = await session.query<{ total: number }>(
        sql`select count(*)::int as total from audit_entries where ${matching}`,
      )
      const rows = await session.query<AuditRow>(sql`
        select *
        from audit_entries
        where ${matching}${before === undefined ? sql`` : sql` and entry_number < ${before}::bigint`}
        order by entry_number desc
        limit ${limit + 1}::int`)
      const entries = rows.slice(0, limit).map(entryOf)
      return {
        total: counted?.total ?? 0,
        entries,
        nextBefore: rows.length > limit ? (entries.at(-1)?.entryNumber ?? null) : null,
      }
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

function condition(
  networkId: number,
  { action, operatorId }: { action: string | undefined; operatorId: string | undefined },
): Sql {
  const conditions = [sql`network_id = ${networkId}::int`]
  if (action !== undefined) conditions.push(sql`action = ${action}::text`)
  if (operatorId !== undefined) conditions.push(sql`operator_id = ${operatorId}::text`)
  return join(conditions, ' and ')
}
