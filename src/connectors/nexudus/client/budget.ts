/**
 * How fast an account is asked, by everything in this process together: below the guide values that its
 * documentation publishes (10 reads in 100 ms; 60 writes a minute, 2,500 a day).
 */
import { setTimeout as sleep } from 'node:timers/promises'

const READS_A_SECOND = 70
const READ_BURST = 7
const WRITES_A_SECOND = 50 / 60
const WRITE_BURST = 5
const WRITES_A_DAY = 2000
const DAY_MS = 86_400_000

/** Lets through so many a second, and a few at once after a pause. */
class Bucket {
  readonly #perMs: number
  readonly #burst: number
  #tokens: number
  #filledAt = performance.now()

  constructor(perSecond: number, burst: number) {
    this.#perMs = perSecond / 1000
    this.#burst = burst
    this.#tokens = burst
  }

  /** Takes one, which may be one of those to come. @returns ms until it is there */
  take(): number {
    const now = performance.now()
    this.#tokens = Math.min(this.#burst, this.#tokens + (now - this.#filledAt) * this.#perMs)
    this.#filledAt = now
    this.#tokens -= 1
    return this.#tokens >= 0 ? 0 : -this.#tokens / this.#perMs
  }
}

export class Budget {
  readonly #reads = new Bucket(READS_A_SECOND, READ_BURST)
  readonly #writes = new Bucket(WRITES_A_SECOND, WRITE_BURST)
  #writtenToday = 0
  #dayBegan = performance.now()
  #pausedUntil = 0

  /** Waits for a turn. @returns false where no write is left today */
  async turn(kind: 'read' | 'write', signal: AbortSignal | undefined): Promise<boolean> {
    if (kind === 'write' && !this.#mayWrite()) return false
    await wait(kind === 'read' ? this.#reads.take() : this.#writes.take(), signal)
    for (;;) {
      const left = this.#pausedUntil - performance.now()
      if (left <= 0) return true
      await wait(left, signal)
    }
  }

  /** Nobody asks this account before so many ms have passed: it said that it was asked too much. */
  pause(ms: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, performance.now() + ms)
  }

  #mayWrite(): boolean {
    if (performance.now() - this.#dayBegan > DAY_MS) {
      this.#dayBegan = performance.now()
      this.#writtenToday = 0
    }
    this.#writtenToday += 1
    return this.#writtenToday <= WRITES_A_DAY
  }
}

export async function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted()
  if (ms > 0) await sleep(ms, undefined, signal === undefined ? {} : { signal })
}

const budgets = new Map<string, Budget>()

/** The one budget of an account. */
export function budgetOf(account: string): Budget {
  const known = budgets.get(account) ?? new Budget()
  budgets.set(account, known)
  return known
}
