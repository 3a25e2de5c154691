/** Syncs connections as their turn comes, and reads what webhooks told of, for as long as a server runs. */
import { type JobLog, repeat, type Schedule } from '#jobs/repeat'

export interface SyncWhenDue {
  readonly syncDue: (
    signal: AbortSignal,
  ) => Promise<{ readonly synced: readonly number[]; readonly read: number }>
  readonly everyMs: number
  readonly log: JobLog
}

/** A sync that is under way when it is stopped ends at its next request; what it has read is kept. */
export function syncWhenDue({ syncDue, everyMs, log }: SyncWhenDue): Schedule {
  return repeat({
    everyMs,
    async work(signal) {
      const { synced, read } = await syncDue(signal)
      if (synced.length + read > 0) log.info({ synced, read }, 'connections synced')
    },
    onFailure(error, { aborted }) {
      if (!aborted) log.error({ err: error }, 'connections could not be synced')
    },
  })
}
