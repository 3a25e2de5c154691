/** Syncs as they are kept: what a run is doing, and what it did. */
import sql, { type Sql } from 'sql-template-tag'
import type { EntityKind } from '#connectors/nexudus/client/entities'
import type { Session } from '#database/database'
import { ERRORS, HeadcountError } from '#errors'
import { LARGEST_INT } from '#lib/largest-int'
import { requireRightSomewhere } from '#services/asker'
import { checkInput, optional, whole } from '#services/check-input'
import { type ConnectionRow, findConnection } from '#services/connections/rows'
import type { Context } from '#services/context'
import type { ImportReport, KeptProblem } from '#services/imports/report'
import { isLostRun, type RunProblem } from '#services/run-keeper'

export const SYNC_STATES = ['reading', 'merging', 'done', 'failed', 'stopped'] as const
export type SyncState = (typeof SYNC_STATES)[number]

export interface SyncProgress {
  /** What is read just now; null while records are brought in. */
  readonly kind: EntityKind | null
  readonly read: number
  /** Null where the account does not tell. */
  readonly total: number | null
  readonly requests: number
  /** Requests that the account asked to make later. */
  readonly throttled: number
}

export interface SyncReport {
  readonly isFull: boolean
  readonly added: number
  readonly changed: number
  readonly removed: number
  /** Records that could not be used. */
  readonly notUnderstood: number
  /** The first of them that could not even be kept; `imported.problems` tells of those that were. */
  readonly problems: readonly KeptProblem[]
  readonly requests: number
  readonly throttled: number
  readonly durationMs: number
  /** Null where nothing was new. */
  readonly imported: ImportReport | null
}

export interface SyncRun {
  readonly runId: number
  readonly connectionId: number
  readonly networkId: number
  readonly isFull: boolean
  readonly state: SyncState
  readonly progress: SyncProgress | null
  readonly report: SyncReport | null
  readonly problem: RunProblem | null
  readonly startedAt: string
  readonly endedAt: string | null
}

export interface SyncRunRow {
  network_id: number
  run_id: number
  connection_id: number
  is_full: boolean
  state: SyncState
  progress: SyncProgress | null
  /** One of an earlier version tells no problems of its own. */
  report: (Omit<SyncReport, 'problems'> & Partial<Pick<SyncReport, 'problems'>>) | null
  problem: RunProblem | null
  started_at: Date
  changed_at: Date
  ended_at: Date | null
}

const LOST: RunProblem = {
  code: 'SYNC_INTERRUPTED',
  message: 'The process that synced has ended. What it read is kept.',
  next: ERRORS.SYNC_INTERRUPTED.next,
}

export function syncRunOf(row: SyncRunRow, now: Date): SyncRun {
  const isLost = isLostRun(row, now)
  return {
    runId: row.run_id,
    connectionId: row.connection_id,
    networkId: row.network_id,
    isFull: row.is_full,
    state: isLost ? 'failed' : row.state,
    progress: row.progress,
    report: row.report && { ...row.report, problems: row.report.problems ?? [] },
    problem: isLost ? LOST : row.problem,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  }
}

/** @throws CONNECTION_NOT_FOUND, SYNC_NOT_FOUND */
export async function getSync(
  context: Context,
  options: { readonly connection: number; readonly run: number },
): Promise<SyncRun> {
  const number = whole(1, LARGEST_INT)
  const { connection, run } = checkInput(options, { connection: number, run: number })
  requireRightSomewhere(context.asker, 'connections.manage')
  const row = await findConnection(context, context.database, connection)
  const found = await findSyncRun(context.database, row, run)
  if (found === undefined)
    throw new HeadcountError('SYNC_NOT_FOUND', `There is no sync ${run} of this connection.`)
  return syncRunOf(found, context.now())
}

/** Undefined where the connection was removed, and its runs with it. */
export async function findSyncRun(
  session: Session,
  row: ConnectionRow,
  runId: number,
): Promise<SyncRunRow | undefined> {
  const [found] = await runsOf(session, row, sql`run_id = ${runId}::int`, 1)
  return found
}

const MOST_ROWS = 100

/** The newest first. @throws CONNECTION_NOT_FOUND */
export async function listSyncs(
  context: Context,
  options: { readonly connection: number; readonly limit?: number },
): Promise<readonly SyncRun[]> {
  const { connection, limit = 20 } = checkInput(options, {
    connection: whole(1, LARGEST_INT),
    limit: optional(whole(1, MOST_ROWS)),
  })
  requireRightSomewhere(context.asker, 'connections.manage')
  const row = await findConnection(context, context.database, connection)
  const rows = await runsOf(context.database, row, sql`true`, limit)
  return rows.map((found) => syncRunOf(found, context.now()))
}

function runsOf(session: Session, row: ConnectionRow, condition: Sql, limit: number): Promise<SyncRunRow[]> {
  return session.query<SyncRunRow>(sql`
    select *
    from sync_runs
    where network_id = ${row.network_id}::int
      and connection_id = ${row.connection_id}::int
      and ${condition}
    order by run_id desc
    limit ${limit}::int`)
}
