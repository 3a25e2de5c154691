/**
 * One small face for every engine. Code above this folder writes SQL to the PostgreSQL 15 floor and
 * never asks which engine runs it.
 */
export type SqlValue = string | number | boolean | null | Date | Buffer | readonly SqlValue[]

/** A statement with `$1 …` placeholders; `sql-template-tag` makes them. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

export type Row = Readonly<Record<string, unknown>>

/**
 * Statements on one connection. Types that come back, on every engine alike: smallint, int and bigint
 * as number (an error beyond 2^53), text as string, boolean as boolean, timestamptz as Date,
 * `infinity` as Infinity and `-infinity` as -Infinity (numbers), numeric as string, json as parsed value,
 * arrays of these as arrays, bytea as Buffer, null as null; every other type (date, timestamp, uuid) as text.
 */
export interface Session {
  query<R extends object = Row>(statement: Statement): Promise<R[]>
  /** Runs a script of several statements without parameters. */
  script(text: string): Promise<void>
  /**
   * COPY … FROM STDIN in text format. Each chunk ends at a row's end. Outside a transaction, PGlite lets
   * others in between batches, and rows copied before a failure may stay: copy into a loading table.
   * @param target table with columns, such as `loading.facts (at, ref)`
   * @returns rows copied
   */
  copyIn(target: string, chunks: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<number>
}

export interface TransactionOptions {
  /** Every statement sees one state of the data. */
  readonly isolation?: 'read committed' | 'repeatable read'
  readonly readOnly?: boolean
}

export interface Database extends Session {
  readonly engine: EngineName
  /**
   * Runs `work` in one transaction: committed when it resolves, rolled back when it throws. Statements on
   * the database itself from within `work` are refused.
   */
  transaction<T>(work: (session: Session) => Promise<T>, options?: TransactionOptions): Promise<T>
  /**
   * Lends one connection for a while (session locks, temporary state). On PGlite it lends the only one
   * statement by statement: others may run between two statements of `work`.
   */
  session<T>(work: (session: Database) => Promise<T>): Promise<T>
  /**
   * Takes the named lock for the life of the connection that `work` runs on, or calls `onBusy`.
   * The lock of a process that died is free.
   */
  withLock<T>(name: string, work: (session: Database) => Promise<T>, onBusy: () => never): Promise<T>
  /**
   * Whether somebody holds the named lock of {@link withLock} just now.
   * @param session where to ask: within a transaction, its own
   */
  isLocked(name: string, session: Session): Promise<boolean>
  /** After a bulk change: ANALYZE, VACUUM where the engine has no background process, CHECKPOINT. */
  housekeep(tables: readonly string[]): Promise<void>
  close(): Promise<void>
}

export const ENGINES = ['pglite', 'postgresql', 'citus'] as const
export type EngineName = (typeof ENGINES)[number]
