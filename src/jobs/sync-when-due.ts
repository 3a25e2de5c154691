/** Syncs connections as their turn comes, and reads what webhooks told of, for as long as a server runs. */
import { setTimeout as sleep } from 'node:timers/promises'

export interface SyncWhenDue {
  readonly syncDue: (
    signal: AbortSignal,
  ) => Promise<{ readonly synced: readonly number[]; readonly read: number }>
  readonly everyMs: number
  readonly log: {
    info(details: object, message: string): void
    error(details: object, message: string): void
  }
}

/** `stop` ends a sync that is under way at its next request. */
export function syncWhenDue({ syncDue, everyMs, log }: SyncWhenDue): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const run = async () => {
    while (!signal.aborted) {
      try {
        const { synced, read } = await syncDue(signal)
        if (synced.length + read > 0) log.info({ synced, read }, 'connections synced')
      } catch (error) {
        // the next turn tries again; what was read is kept
        if (!signal.aborted) log.error({ err: error }, 'connections could not be synced')
      }
      await sleep(everyMs, undefined, { signal }).catch(() => undefined)
    }
  }
  const underWay = run()
  return {
    async stop() {
      stopping.abort()
      await underWay
    },
  }
}
