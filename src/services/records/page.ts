/** Lists of records: a page in a total, stable order, with the exact total; and one record of the same form. */
import { createHash } from 'node:crypto'
import sql, { raw, type Sql } from 'sql-template-tag'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { type Asker, requireRight, visibleLocations } from '#services/asker'
import { instant, optional, text, whole } from '#services/check-input'
import type { Context } from '#services/context'
import { findNetwork } from '#services/networks/find'
import type { RecordKey } from '#services/records/find-record'

export interface PageOptions {
  /** Id, external id or exact name. */
  readonly network: string
  /** Default: now, or the instant of the cursor. */
  readonly asOf?: Date | undefined
  /** 1 to 1,000; default 50. */
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

/** One record by the external id that it came with. */
export interface GetByIdOptions {
  readonly network: string
  readonly externalId: string
  /** Default now. */
  readonly asOf?: Date | undefined
}

/** One location, customer or team. */
export interface GetByKeyOptions {
  readonly network: string
  readonly key: RecordKey
  /** Default now. */
  readonly asOf?: Date | undefined
}

/** The checks of a list's options; a list adds its filters. */
export const PAGE_INPUT = {
  network: text,
  asOf: optional(instant),
  limit: optional(whole(1, 1000)),
  cursor: optional(text),
} as const

export interface Page<Item> {
  /** ISO 8601, UTC; the pages of one list share it. */
  readonly asOf: string
  /** All that match, on this page and others. */
  readonly total: number
  /** For the page after; null on the last. */
  readonly nextCursor: string | null
  readonly items: readonly Item[]
}

/** Where and when a list is asked for. */
export interface ListScope {
  readonly session: Session
  readonly asker: Asker
  readonly networkId: number
  readonly asOf: Date
  /** Restricts a column to the locations that the asker may see: empty where he sees all. */
  seen(column: string): Sql
}

interface SortKey {
  readonly column: string
  readonly type: 'text' | 'bigint' | 'timestamptz'
}

/** One kind of record as a list. */
export interface Listing<Row extends object, Item> {
  /** What a cursor belongs to: the name of the list and its filters. */
  readonly question: readonly unknown[]
  /** All that match, with the columns of the keys. */
  readonly matching: Sql
  /** Two columns that order the rows, and make each of them one of a kind. */
  readonly keys: readonly [SortKey, SortKey]
  readonly isNewestFirst: boolean
  /** The columns of `item`, and key_1 and key_2, from `page`, which holds rows of `matching` with these keys. */
  readonly details: Sql
  item(row: Row): Item
}

type Define<Row extends object, Item> = (scope: ListScope) => Promise<Listing<Row, Item>>

const DEFAULT_ROWS = 50

/** @throws NETWORK_NOT_FOUND, NETWORK_AMBIGUOUS, FORBIDDEN, INVALID_ARGUMENT, INVALID_INSTANT, INVALID_CURSOR */
export function listPage<Row extends object, Item>(
  context: Context,
  options: PageOptions,
  define: Define<Row, Item>,
): Promise<Page<Item>> {
  const { limit = DEFAULT_ROWS } = options
  const cursor = options.cursor === undefined ? null : readCursor(options.cursor)
  const asOf = instantOf(options.asOf, cursor, context)
  return inScope(context, options.network, asOf, async (scope) => {
    const listing = await define(scope)
    const question = questionOf(scope.networkId, listing)
    if (cursor !== null) checkCursor(cursor, question, listing)
    const { session } = scope
    const [counted] = await session.query<{ total: number }>(
      sql`select count(*)::int as total from (${listing.matching}) matching`,
    )
    const rows = await session.query<Row & { key_1: unknown; key_2: unknown }>(
      pageStatement(listing, limit + 1, cursor),
    )
    const page = rows.slice(0, limit)
    const last = rows.length > limit ? page.at(-1) : undefined
    return {
      asOf: asOf.toISOString(),
      total: counted?.total ?? 0,
      nextCursor: last === undefined ? null : writeCursor([question, asOf.getTime(), last.key_1, last.key_2]),
      items: page.map((row) => listing.item(row)),
    }
  })
}

/** The only one that matches; undefined where none does. */
export function findOne<Row extends object, Item>(
  context: Context,
  options: { readonly network: string; readonly asOf?: Date | undefined },
  define: Define<Row, Item>,
): Promise<Item | undefined> {
  const asOf = instantOf(options.asOf, null, context)
  return inScope(context, options.network, asOf, async (scope) => {
    const listing = await define(scope)
    const [row] = await scope.session.query<Row>(pageStatement(listing, 1, null))
    return row === undefined ? undefined : listing.item(row)
  })
}

function inScope<T>(
  { database, asker }: Context,
  network: string,
  asOf: Date,
  work: (scope: ListScope) => Promise<T>,
): Promise<T> {
  return database.transaction(
    async (session) => {
      const { networkId } = await findNetwork(session, asker, network)
      requireRight(asker, 'counts.read', { networkId })
      const visible = visibleLocations(asker, networkId)
      const seen = (column: string) =>
        visible === 'all' ? sql`` : sql` and ${raw(column)} = any (${visible}::int[])`
      return work({ session, asker, networkId, asOf, seen })
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

function pageStatement<Row extends object, Item>(
  { matching, keys, isNewestFirst, details }: Listing<Row, Item>,
  limit: number,
  cursor: Cursor | null,
): Sql {
  const [first, second] = keys
  const direction = raw(isNewestFirst ? ' desc' : '')
  const order = sql`${raw(first.column)}${direction}, ${raw(second.column)}${direction}`
  const after =
    cursor === null
      ? sql``
      : sql`
      where (${raw(first.column)}, ${raw(second.column)}) ${raw(isNewestFirst ? '<' : '>')} (${cursor[2]}::${raw(first.type)}, ${cursor[3]}::${raw(second.type)})`
  return sql`
    with page as (
      select matching.*, ${raw(first.column)} as key_1, ${raw(second.column)} as key_2
      from (${matching}) matching${after}
      order by ${order}
      limit ${limit}::int
    )
    ${details}
    order by page.key_1${direction}, page.key_2${direction}`
}

/** The question, the instant, and the keys of the last row before. */
type Cursor = readonly [question: string, asOf: number, key1: string | number, key2: string | number]

const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

function questionOf(networkId: number, { question }: Listing<never, unknown>): string {
  const asked = JSON.stringify([networkId, ...question])
  return createHash('sha256').update(asked).digest('base64url').slice(0, 10)
}

function writeCursor(parts: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

function readCursor(written: string): Cursor {
  const parts = parse(written)
  const [question, asOf, ...keys] = parts
  const isWhole =
    parts.length === 4 &&
    typeof question === 'string' &&
    typeof asOf === 'number' &&
    Math.abs(asOf) <= LATEST &&
    keys.every((key) => Number.isSafeInteger(key) || (typeof key === 'string' && !key.includes('\0')))
  if (!isWhole) throw new HeadcountError('INVALID_CURSOR', 'The cursor is not one that a list gave.')
  return parts as unknown as Cursor
}

function parse(written: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(written, 'base64url').toString('utf8'))
    return Array.isArray(parts) ? parts : []
  } catch {
    return []
  }
}

const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

function checkCursor(cursor: Cursor, question: string, { keys }: Listing<never, unknown>): void {
  if (cursor[0] !== question) {
    throw new HeadcountError(
      'INVALID_CURSOR',
      'The cursor belongs to another list, or to one with other filters.',
    )
  }
  const fits = keys.every(({ type }, index) => {
    const key = cursor[index + 2]
    if (type === 'bigint') return typeof key === 'number'
    return typeof key === 'string' && (type === 'text' || INSTANT.test(key))
  })
  if (!fits) throw new HeadcountError('INVALID_CURSOR', 'The cursor is not one that a list gave.')
}

/** A cursor continues at its own instant, so that the pages of a list fit together. */
function instantOf(asked: Date | undefined, cursor: Cursor | null, context: Context): Date {
  if (cursor === null) return asked ?? context.now()
  if (asked !== undefined && asked.getTime() !== cursor[1]) {
    throw new HeadcountError(
      'INVALID_CURSOR',
      `The cursor belongs to a list as of ${new Date(cursor[1]).toISOString()}.`,
    )
  }
  return new Date(cursor[1])
}
