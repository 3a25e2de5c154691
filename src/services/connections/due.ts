/** What a server does of connections by itself: those whose turn has come, and those with webhooks waiting. */
import sql from 'sql-template-tag'
import { HeadcountError } from '#errors'
import { applyWebhooks } from '#services/connections/apply-webhooks'
import { type StartedSync, startSync } from '#services/connections/sync'
import type { Context } from '#services/context'
import { lostBefore } from '#services/run-keeper'

const AGAIN_AFTER_MS = 60_000
/**
 * A burst is read after it: bringing in takes as long for a few as for many, and holds up the others on one
 * connection by seconds, which must not pass for the end of the burst.
 */
const QUIET_MS = 3000
const LONGEST_WAIT_MS = 120_000

interface Due {
  connection_id: number
  has_waiting: boolean
  is_due: boolean
}

/** @returns numbers of connections that were synced, and how many records webhooks brought */
export async function syncDue(
  context: Context,
  signal: AbortSignal,
): Promise<{ readonly synced: readonly number[]; readonly read: number }> {
  const now = context.now()
  const rows = await context.database.query<Due>(sql`
    select
      connection.connection_id,
      coalesce((
        select
          max(waiting.not_before) <= ${new Date(now.getTime() - QUIET_MS)}::timestamptz
            or min(waiting.not_before) <= ${new Date(now.getTime() - LONGEST_WAIT_MS)}::timestamptz
        from webhook_deliveries waiting
        where waiting.network_id = connection.network_id
          and waiting.connection_id = connection.connection_id
      ), false) as has_waiting,
      connection.sync_every_minutes > 0
        and (
          coalesce(connection.tried_at, '-infinity') + connection.sync_every_minutes * interval '1 minute'
            <= ${now}::timestamptz
          or coalesce((
            select run.ended_at is null and run.changed_at < ${lostBefore(now)}::timestamptz
            from sync_runs run
            where run.network_id = connection.network_id
              and run.connection_id = connection.connection_id
            order by run.run_id desc
            limit 1
          ), false)
        ) as is_due
    from connections connection
    order by connection.connection_id`)
  const synced: number[] = []
  let read = 0
  for (const { connection_id: connection, has_waiting, is_due } of rows) {
    if (signal.aborted) break
    if (has_waiting) read += await readTold(context, connection, signal)
    if (!is_due) continue
    const started = await unlessBusy(() => startSync(context, { connection }))
    if (started === null) continue
    await followed(started, signal)
    synced.push(connection)
  }
  return { synced, read }
}

/** Where it fails, the account is left in peace for a while: asking it again and again could lock it. */
async function readTold(context: Context, connection: number, signal: AbortSignal): Promise<number> {
  const read = await unlessBusy(() => applyWebhooks(context, { connection }, signal))
  if (read !== null) return read
  await context.database.query(sql`
    update webhook_deliveries
    set not_before = ${new Date(context.now().getTime() + AGAIN_AFTER_MS)}::timestamptz
    where connection_id = ${connection}::int`)
  return 0
}

async function followed(started: StartedSync, signal: AbortSignal): Promise<void> {
  const stop = () => started.stop()
  signal.addEventListener('abort', stop, { once: true })
  await started.ended
  signal.removeEventListener('abort', stop)
}

/** A sync that runs already does the same; an account that fails is tried at its next turn. */
async function unlessBusy<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof HeadcountError) return null
    throw error
  }
}
