/** Work that a server does again and again for as long as it runs. */
import { setTimeout as sleep } from 'node:timers/promises'

export interface Repeated {
  readonly work: (signal: AbortSignal) => Promise<void>
  /** Told of each failure; the next turn tries again. */
  readonly onFailure: (error: unknown, signal: AbortSignal) => void
  /** The pause after a turn. */
  readonly everyMs: number
}

export interface Schedule {
  /** Begins no further turn, tells the one that is under way, and waits for it. */
  stop(): Promise<void>
}

/** Where the work is told what comes of it. */
export interface JobLog {
  info(details: object, message: string): void
  error(details: object, message: string): void
}

/** After failures the next turn comes later and later, up to this many times as late. */
const MOST_BACK_OFF = 60

/** The first turn begins at once: what fell due while no server ran is caught up. */
export function repeat({ work, onFailure, everyMs }: Repeated): Schedule {
  const stopping = new AbortController()
  const { signal } = stopping
  const run = async () => {
    let failures = 0
    while (!signal.aborted) {
      try {
        await work(signal)
        failures = 0
      } catch (error) {
        failures += 1
        onFailure(error, signal)
      }
      const backOff = Math.min(2 ** Math.max(0, failures - 1), MOST_BACK_OFF)
      await sleep(everyMs * backOff, undefined, { signal }).catch(() => undefined)
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
