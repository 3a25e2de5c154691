import type { Database } from '#database/database'

/** What every verb is given: where the data is, and what time it is. */
export interface Context {
  readonly database: Database
  /** The current instant; only the composition root reads a real clock. */
  readonly now: () => Date
}
