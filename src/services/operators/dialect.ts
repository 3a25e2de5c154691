/**
 * Lets the auth library use our database. Inside `within`, its statements run in the session of the
 * transaction that is open around it, so that what it writes and our audit entry stand or fall together.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type { Database, Session } from '#database/database'

const openSession = new AsyncLocalStorage<Session>()

/** Runs `work` with every statement of the library in this session. */
export function within<T>(session: Session, work: () => Promise<T>): Promise<T> {
  return openSession.run(session, work)
}

export function dialectOver(database: Database): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new SessionDriver(database),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

class SessionConnection implements DatabaseConnection {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Our sessions tell no count of affected rows; only statements that return their rows have one. */
  async executeQuery<R>({ sql, parameters }: CompiledQuery) {
    const session = openSession.getStore() ?? this.#database
    const rows = await session.query<object>({ text: sql, values: parameters })
    return { rows: rows as R[], numAffectedRows: BigInt(rows.length) }
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('The auth library is not expected to stream.')
  }
}

/** Transactions are opened by our verbs, around the library, and never by it: one connection may be all there is. */
class SessionDriver implements Driver {
  readonly #connection: SessionConnection

  constructor(database: Database) {
    this.#connection = new SessionConnection(database)
  }

  async init() {}

  async acquireConnection() {
    return this.#connection
  }

  async beginTransaction() {
    throw new Error('The auth library is not expected to open a transaction.')
  }

  async commitTransaction() {}

  async rollbackTransaction() {}

  async releaseConnection() {}

  async destroy() {}
}
