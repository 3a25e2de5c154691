/** A page of the audit log, the newest entries first. */
import sql, { join, type Sql } from 'sql-template-tag'
import { HeadcountError } from '#errors'
import { requireRight } from '#services/asker'
import type { AuditEntry } from '#services/audit/entry'
import { type AuditRow, entryOf } from '#services/audit/rows'
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

/** @throws FORBIDDEN, NETWORK_NOT_FOUND, NETWORK_AMBIGUOUS, INVALID_ARGUMENT */
export async function listAudit(
  { database, asker }: Context,
  options: AuditOptions = {},
): Promise<AuditPage> {
  const { limit = DEFAULT_ROWS } = options
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ROWS) {
    throw new HeadcountError(
      'INVALID_ARGUMENT',
      `The limit must be a whole number from 1 to ${MOST_ROWS}, not ${limit}.`,
    )
  }
  return database.transaction(
    async (session) => {
      const networkId =
        options.network === undefined ? 0 : (await findNetwork(session, asker, options.network)).networkId
      requireRight(asker, 'audit.read', networkId === 0 ? {} : { networkId })
      const matching = condition(networkId, options)
      const [counted] = await session.query<{ total: number }>(
        sql`select count(*)::int as total from audit_entries where ${matching}`,
      )
      const rows = await session.query<AuditRow>(sql`
        select *
        from audit_entries
        where ${matching}${options.before === undefined ? sql`` : sql` and entry_number < ${options.before}::bigint`}
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

function condition(networkId: number, { action, operatorId }: AuditOptions): Sql {
  const conditions = [sql`network_id = ${networkId}::int`]
  if (action !== undefined) conditions.push(sql`action = ${action}::text`)
  if (operatorId !== undefined) conditions.push(sql`operator_id = ${operatorId}::text`)
  return join(conditions, ' and ')
}
