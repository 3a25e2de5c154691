/** Keeps the row of a run that others follow: what changes while it works, and a sign of life. */
import sql, { raw, type Sql } from 'sql-template-tag'
import { HeadcountError } from '#errors'
import type { Context } from '#services/context'

export type RunTable = 'import_runs' | 'issue_runs' | 'sync_runs'

export interface RunProblem {
  readonly code: string
  readonly message: string
  readonly next: string
}

const HEARTBEAT_MS = 15_000
const LOST_AFTER_S = 120

export interface RunKeeper {
  /** Writes columns after those that were written before. */
  change(columns: Sql): Promise<unknown>
  /** No further sign of life. */
  stop(): void
}

/** Until it is stopped, the row of the run shows that its process lives. */
export function keepRun(
  { database, now }: Pick<Context, 'database' | 'now'>,
  table: RunTable,
  runId: number,
): RunKeeper {
  let lastWrite: Promise<unknown> = Promise.resolve()
  const change = (columns: Sql) => {
    lastWrite = lastWrite
      .catch(() => undefined)
      .then(() =>
        database.query(sql`
        update ${raw(table)}
        set changed_at = ${now()}::timestamptz, ${columns}
        where run_id = ${runId}::int`),
      )
    return lastWrite
  }
  const heartbeat = setInterval(() => change(sql`state = state`).catch(() => undefined), HEARTBEAT_MS)
  return { change, stop: () => clearInterval(heartbeat) }
}

/** A run that last changed before then has lost its process. */
export function lostBefore(now: Date): Date {
  return new Date(now.getTime() - LOST_AFTER_S * 1000)
}

/** A run whose process has gone: whoever looks tells it as failed. */
export function isLostRun(
  { ended_at, changed_at }: { readonly ended_at: Date | null; readonly changed_at: Date },
  now: Date,
): boolean {
  return ended_at === null && changed_at < lostBefore(now)
}

/** @param unknown told of an error that is nobody's mistake but ours */
export function problemOf(error: unknown, unknown: RunProblem): RunProblem {
  if (!(error instanceof HeadcountError)) return unknown
  const { code, message, next } = error
  return { code, message, next }
}
