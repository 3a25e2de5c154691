import type { Database, EngineName, Row, Session, Statement, TransactionOptions } from '#database/database'
import { housekeep } from '#database/housekeep'
import type { Chunks, Lane } from '#database/lane'

/** Named locks, as the engine has them. */
export interface Locks {
  take(name: string, lane: Lane): Promise<boolean>
  isTaken(name: string, session: Session): Promise<boolean>
  release(name: string, lane: Lane): Promise<void>
}

/** One connection with the face of a database, for as long as it is lent. */
export class LentConnection implements Database {
  readonly engine: EngineName
  readonly #lane: Lane
  readonly #locks: Locks

  constructor(engine: EngineName, lane: Lane, locks: Locks) {
    this.engine = engine
    this.#lane = lane
    this.#locks = locks
  }

  query<R extends object = Row>(statement: Statement): Promise<R[]> {
    return this.#lane.query<R>(statement)
  }

  script(text: string): Promise<void> {
    return this.#lane.script(text)
  }

  copyIn(target: string, chunks: Chunks): Promise<number> {
    return this.#lane.copyIn(target, chunks)
  }

  transaction<T>(work: (session: Session) => Promise<T>, options?: TransactionOptions): Promise<T> {
    return this.#lane.transaction(work, options)
  }

  session<T>(work: (session: Database) => Promise<T>): Promise<T> {
    return work(this)
  }

  async withLock<T>(name: string, work: (session: Database) => Promise<T>, onBusy: () => never): Promise<T> {
    if (!(await this.#locks.take(name, this.#lane))) return onBusy()
    try {
      return await work(this)
    } finally {
      await this.#locks.release(name, this.#lane)
    }
  }

  isLocked(name: string, session: Session): Promise<boolean> {
    return this.#locks.isTaken(name, session)
  }

  housekeep(tables: readonly string[]): Promise<void> {
    return housekeep(this.engine, this, tables)
  }

  /** The lender closes it. */
  async close(): Promise<void> {}
}
