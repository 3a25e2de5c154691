/**
 * Syncs a connection: reads its account into the mirror, first fully, then what changed, and brings in what
 * is new. It may end anywhere; the next one goes on from what was read.
 */
import sql, { type Sql } from 'sql-template-tag'
import { entityOf } from '#connectors/nexudus/client/entities'
import type { Database } from '#database/database'
import { HeadcountError } from '#errors'
import { requireRightSomewhere } from '#services/asker'
import { writeAudit } from '#services/audit/write'
import { checkInput, flag, optional } from '#services/check-input'
import { applyPending } from '#services/connections/apply'
import { connectionNumber } from '#services/connections/change'
import { locationsIn } from '#services/connections/check'
import { keepLocations } from '#services/connections/connect'
import { Mirror } from '#services/connections/mirror'
import { openClient } from '#services/connections/open-client'
import { readAccount } from '#services/connections/read-account'
import { type ConnectionRow, findConnection } from '#services/connections/rows'
import {
  findSyncRun,
  type SyncProgress,
  type SyncReport,
  type SyncRun,
  type SyncRunRow,
  syncRunOf,
} from '#services/connections/sync-runs'
import type { Context } from '#services/context'
import { ImportTally } from '#services/imports/report'
import { keepRun, problemOf, type RunProblem } from '#services/run-keeper'

export interface SyncOptions {
  readonly connection: number
  /** Everything is read and what vanished is found; default once a day, and at first. */
  readonly full?: boolean
}

export interface StartedSync {
  readonly run: SyncRun
  /** Settles with the run as it ended, and never fails. */
  readonly ended: Promise<SyncRun>
  /** Ends it at the next request; what was read is kept. */
  stop(): void
}

const INPUT = { connection: connectionNumber, full: optional(flag) }
const FULL_EVERY_MS = 86_400_000
const PROGRESS_EVERY_MS = 400

export const syncLock = (connectionId: number) => `headcount sync ${connectionId}`

/** @throws FORBIDDEN, CONNECTION_NOT_FOUND, CONNECTION_SEALED, SYNC_RUNNING */
export async function startSync(context: Context, options: SyncOptions): Promise<StartedSync> {
  const { connection, full } = checkInput(options, INPUT)
  requireRightSomewhere(context.asker, 'connections.manage')
  const stopping = new AbortController()
  return new Promise<StartedSync>((resolve, reject) => {
    context.database
      .withLock(
        syncLock(connection),
        async (session) => {
          const row = await findConnection(context, session, connection)
          const run = await beginRun(context, row, full)
          const ended = syncUnderLock(context, session, row, { run, signal: stopping.signal })
          resolve({ run, ended, stop: () => stopping.abort(new Stopped()) })
          await ended
        },
        () => {
          throw new HeadcountError('SYNC_RUNNING', 'A sync of this connection is running.')
        },
      )
      .catch(reject)
  })
}

/** Syncs and waits. @throws also what made it fail */
export async function sync(context: Context, options: SyncOptions): Promise<SyncRun> {
  const { ended } = await startSync(context, options)
  return ended
}

class Stopped extends Error {}

async function beginRun(context: Context, row: ConnectionRow, full: boolean | undefined): Promise<SyncRun> {
  const { asker, now, database } = context
  const at = now()
  const isDue = row.full_sync_at === null || at.getTime() - row.full_sync_at.getTime() > FULL_EVERY_MS
  const isFull = full ?? (isDue || row.open_pass !== null)
  const [run] = await database.query<SyncRunRow>(sql`
    insert into sync_runs (network_id, run_id, connection_id, is_full, operator_id, state, started_at, changed_at)
    values (
      ${row.network_id}::int, nextval('sync_run_ids')::int, ${row.connection_id}::int, ${isFull}::boolean,
      ${asker.operator?.operatorId ?? null}::text, 'reading', ${at}::timestamptz, ${at}::timestamptz
    )
    returning *`)
  if (run === undefined) throw new Error('A run was not written.')
  await database.query(sql`
    update connections
    set
      tried_at = ${at}::timestamptz,
      open_pass = case when ${isFull}::boolean then coalesce(open_pass, ${run.run_id}::int) else open_pass end
    where network_id = ${row.network_id}::int
      and connection_id = ${row.connection_id}::int`)
  return syncRunOf(run, at)
}

interface Running {
  readonly run: SyncRun
  readonly signal: AbortSignal
}

async function syncUnderLock(
  context: Context,
  session: Database,
  row: ConnectionRow,
  running: Running,
): Promise<SyncRun> {
  const { run, signal } = running
  const { change, stop } = keepRun(context, 'sync_runs', run.runId)
  const end = async (columns: Sql): Promise<SyncRun> => {
    const at = context.now()
    await change(sql`${columns}, ended_at = ${at}::timestamptz`)
    const ended = await findSyncRun(context.database, row, run.runId)
    // the connection was removed meanwhile, and its runs with it
    return ended === undefined
      ? { ...run, state: 'stopped', endedAt: at.toISOString() }
      : syncRunOf(ended, at)
  }
  try {
    const report = await work(context, session, row, { ...running, told: tellsProgress(context, change) })
    return await end(sql`state = 'done', report = ${JSON.stringify(report)}::jsonb`)
  } catch (error) {
    if (error instanceof Stopped || signal.aborted) return await end(sql`state = 'stopped'`)
    const problem = JSON.stringify(problemOf(error, INTERNAL))
    return await end(sql`state = 'failed', problem = ${problem}::jsonb`)
  } finally {
    stop()
  }
}

const INTERNAL: RunProblem = {
  code: 'INTERNAL',
  message: 'Something went wrong inside Headcount. What was read is kept.',
  next: 'Sync again; if it happens again, report it.',
}

type Told = (state: 'reading' | 'merging', progress: SyncProgress) => void

/** Now and then: what is read is told more often than anybody looks. */
function tellsProgress({ now }: Context, change: (columns: Sql) => Promise<unknown>): Told {
  let writtenAt = 0
  return (state, progress) => {
    const at = now().getTime()
    if (at - writtenAt < PROGRESS_EVERY_MS) return
    writtenAt = at
    change(sql`state = ${state}::text, progress = ${JSON.stringify(progress)}::jsonb`).catch(() => undefined)
  }
}

async function work(
  context: Context,
  session: Database,
  row: ConnectionRow,
  { run, signal, told }: Running & { readonly told: Told },
): Promise<SyncReport> {
  const startedAt = context.now()
  const place = { networkId: row.network_id, connectionId: row.connection_id }
  const client = await openClient(context, row, signal)
  const onPage = (progress: Pick<SyncProgress, 'kind' | 'read' | 'total'>) => {
    const { requests, throttled } = client.tally
    told('reading', { ...progress, requests, throttled })
  }
  const [fresh] = await session.query<{ open_pass: number | null }>(sql`
    select open_pass from connections
    where network_id = ${place.networkId}::int and connection_id = ${place.connectionId}::int`)
  const pass = run.isFull ? (fresh?.open_pass ?? run.runId) : null
  const unread = new ImportTally()
  const removed = await readAccount({
    ...{ session, client, place, startedAt, onPage },
    onProblem: (problem) => unread.note(problem),
    pass,
    unreadable: row.check_result.missing.map(({ kind }) => kind),
  })
  const seen = await new Mirror(session, place).all(entityOf('location'))
  await keepLocations(session, place.networkId, place.connectionId, locationsIn(seen))
  const imported = await applyPending(context, session, row, {
    signal,
    onProgress: (progress) => {
      const { requests, throttled } = client.tally
      told('merging', { kind: null, read: progress.recordsRead, total: null, requests, throttled })
    },
  })
  // credentials that were entered meanwhile ask for another reading of everything
  await session.query(sql`
    update connections
    set
      synced_at = ${startedAt}::timestamptz,
      full_sync_at = case when open_pass = ${pass}::int then ${startedAt}::timestamptz else full_sync_at end,
      open_pass = nullif(open_pass, ${pass}::int)
    where network_id = ${place.networkId}::int
      and connection_id = ${place.connectionId}::int`)
  const figures = Object.values(imported?.records ?? {})
  const report: SyncReport = {
    isFull: run.isFull,
    added: figures.reduce((sum, { added }) => sum + added, 0),
    changed: figures.reduce((sum, { changed }) => sum + changed, 0),
    removed,
    notUnderstood: unread.problemCount + (imported?.problemCount ?? 0),
    problems: unread.problems,
    requests: client.tally.requests,
    throttled: client.tally.throttled,
    durationMs: context.now().getTime() - startedAt.getTime(),
    imported,
  }
  await noteInAudit(context, row, run, report)
  return report
}

async function noteInAudit(
  context: Context,
  row: ConnectionRow,
  run: SyncRun,
  report: SyncReport,
): Promise<void> {
  if (report.added + report.changed + report.removed === 0) return
  const { added, changed, removed } = report
  await context.database.transaction((session) =>
    writeAudit(session, context, {
      action: 'connection.sync',
      networkId: row.network_id,
      subject: { connectionId: row.connection_id, runId: run.runId },
      after: { added, changed, removed },
    }),
  )
}
