import pg from 'pg'
import type { Database, EngineName, Row, Session, Statement, TransactionOptions } from '#database/database'
import { housekeep } from '#database/housekeep'
import { type Chunks, type Connection, Lane, refuseInsideTransaction } from '#database/lane'
import { LentConnection } from '#database/lent-connection'
import { ADVISORY_LOCKS } from '#database/postgresql/advisory-locks'
import { explain, type Place, placeOf } from '#database/postgresql/connection-error'
import { copyIn } from '#database/postgresql/copy'
import { SET_LARGEST_LOCATIONS } from '#database/postgresql/largest-locations'
import { routeStatement } from '#database/postgresql/route-statement'
import { StatementNames } from '#database/statement-names'
import { TYPE_PARSERS } from '#database/types'
import { HeadcountError } from '#errors'

const OLDEST_VERSION = 150000
const CONNECT_TIMEOUT_MS = 10_000
const MAX_CONNECTIONS = 10

/**
 * A user's own settings change nothing: instants travel in UTC, tables are in `public`, and who waited for
 * a lock sees what was done meanwhile. Compiling a query of ours costs more than it
 * saves, and so does planning a prepared one again at every call: a page of 50 took 2.6 ms instead of 1.5.
 * Citus must: only the number of a network tells it the node.
 */
const SESSION_SETTINGS = `
  set timezone to 'UTC';
  set datestyle to 'ISO, YMD';
  set search_path to public;
  set default_transaction_isolation to 'read committed';
  set jit to off;
  select set_config(
    'plan_cache_mode',
    case when exists (select from pg_extension where extname = 'citus') then 'force_custom_plan' else 'force_generic_plan' end,
    false);
  set client_min_messages to warning;${SET_LARGEST_LOCATIONS}`

/** The time limit is for the server's answer; waiting for a connection that others use has none. */
class ImpatientClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, connectionTimeoutMillis: CONNECT_TIMEOUT_MS })
  }
}

/** Connects to a server, PostgreSQL or Citus. @throws DATABASE_UNREACHABLE, DATABASE_TOO_OLD, DATABASE_ENCODING */
export async function openPostgresql(databaseUrl: string): Promise<PostgresqlDatabase> {
  const place = placeOf(databaseUrl)
  const pool = new pg.Pool({
    connectionString: withPlainSslMode(databaseUrl),
    max: MAX_CONNECTIONS,
    Client: ImpatientClient,
    keepAlive: true,
    application_name: 'headcount',
    types: TYPE_PARSERS,
    onConnect: async (client) => void (await client.query(SESSION_SETTINGS)),
  })
  pool.on('error', () => undefined) // an idle connection that breaks is replaced when one is needed
  try {
    return new PostgresqlDatabase(pool, place, await engineOf(pool))
  } catch (error) {
    await pool.end()
    throw explain(place, error)
  }
}

/** The client takes these for verify-full, and would print a page of warnings that a later one will not. */
function withPlainSslMode(databaseUrl: string): string {
  if (databaseUrl.includes('uselibpqcompat=')) return databaseUrl
  return databaseUrl.replace(/([?&]sslmode=)(prefer|require|verify-ca)(?=&|$)/, '$1verify-full')
}

interface Server {
  readonly number: number
  readonly name: string
  readonly encoding: string
  readonly citus: boolean
}

async function engineOf(pool: pg.Pool): Promise<EngineName> {
  const { rows } = await pool.query<Server>(`
    select current_setting('server_version_num')::int as number,
           current_setting('server_version') as name,
           current_setting('server_encoding') as encoding,
           exists (select from pg_extension where extname = 'citus') as citus`)
  const [{ number, name, encoding, citus }] = rows as [Server]
  if (number < OLDEST_VERSION) {
    throw new HeadcountError(
      'DATABASE_TOO_OLD',
      `The server is PostgreSQL ${name}; Headcount needs 15 or newer.`,
    )
  }
  if (encoding !== 'UTF8') {
    throw new HeadcountError(
      'DATABASE_ENCODING',
      `The database keeps text as ${encoding}, which does not hold every letter; Headcount needs UTF8.`,
    )
  }
  return citus ? 'citus' : 'postgresql'
}

/** A server: a pool of connections, one lent to each statement or transaction. */
export class PostgresqlDatabase implements Database {
  readonly engine: EngineName
  readonly #pool: pg.Pool
  readonly #place: Place
  #ended: Promise<void> | undefined
  readonly #names = new WeakMap<pg.PoolClient, StatementNames>()
  /** Why a connection broke: what it is asked afterwards is told that instead of that it is broken. */
  readonly #brokenBy = new WeakMap<pg.PoolClient, Error>()

  constructor(pool: pg.Pool, place: Place, engine: EngineName) {
    this.#pool = pool
    this.#place = place
    this.engine = engine
  }

  query<R extends object = Row>(statement: Statement): Promise<R[]> {
    return this.#lend((lane) => lane.query<R>(statement))
  }

  script(text: string): Promise<void> {
    return this.#lend((lane) => lane.script(text))
  }

  copyIn(target: string, chunks: Chunks): Promise<number> {
    return this.#lend((lane) => lane.copyIn(target, chunks))
  }

  transaction<T>(work: (session: Session) => Promise<T>, options?: TransactionOptions): Promise<T> {
    return this.#lend((lane) => lane.transaction(work, options))
  }

  /** The connection ends with the session: so do its temporary tables, settings and locks. */
  session<T>(work: (session: Database) => Promise<T>): Promise<T> {
    return this.#lend((lane) => work(new LentConnection(this.engine, lane, ADVISORY_LOCKS)), true)
  }

  withLock<T>(name: string, work: (session: Database) => Promise<T>, onBusy: () => never): Promise<T> {
    return this.session((session) => session.withLock(name, work, onBusy))
  }

  isLocked(name: string, session: Session): Promise<boolean> {
    return ADVISORY_LOCKS.isTaken(name, session)
  }

  housekeep(tables: readonly string[]): Promise<void> {
    return housekeep(this.engine, this, tables)
  }

  /** A second time it waits for the first. */
  close(): Promise<void> {
    this.#ended ??= this.#pool.end()
    return this.#ended
  }

  async #lend<T>(work: (lane: Lane) => Promise<T>, endsConnection = false): Promise<T> {
    refuseInsideTransaction(this)
    const client = await this.#connect()
    let isBroken = false
    const onError = (error: Error) => {
      isBroken = true
      if (!this.#brokenBy.has(client)) this.#brokenBy.set(client, error)
    }
    client.on('error', onError)
    try {
      return await work(new Lane(this.#connectionOf(client)))
    } catch (error) {
      const explained = isBroken ? this.#explain(client, error) : error
      isBroken ||= explained instanceof HeadcountError && explained.code === 'DATABASE_UNREACHABLE'
      throw explained
    } finally {
      client.off('error', onError)
      client.release(isBroken || endsConnection)
    }
  }

  async #connect(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect()
    } catch (error) {
      throw explain(this.#place, error)
    }
  }

  #connectionOf(client: pg.PoolClient): Connection {
    const names = this.#names.get(client) ?? new StatementNames()
    this.#names.set(client, names)
    return {
      client,
      names,
      owner: this,
      copyIn: (target, chunks, takeTurn) =>
        copyIn(client, target, chunks, takeTurn).catch((error: unknown) => {
          // any other error may be of the file that is read
          throw error instanceof pg.DatabaseError ? explain(this.#place, error) : error
        }),
      route: this.engine === 'citus' ? routeStatement : (statement) => statement,
      explain: (error) => this.#explain(client, error),
    }
  }

  #explain(client: pg.PoolClient, error: unknown): unknown {
    return explain(this.#place, isAboutBroken(error) ? (this.#brokenBy.get(client) ?? error) : error)
  }
}

/** What the client says to whoever uses a connection that broke before. */
function isAboutBroken(error: unknown): boolean {
  return error instanceof Error && /not queryable/.test(error.message)
}
