import { listStatement, ORDERS, type Order, SORTS, type Sort } from '#counting/list'
import type { CustomerFilter, SourceFilter } from '#counting/list-filter'
import { DEFAULT_RULE_SET, type RuleSet } from '#counting/rules'
import { CUT_OFF_SIDES, type CutOffSide } from '#counting/scope'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { type ActiveUser, CUSTOMER_KINDS, type CustomerKind } from '#model/active-user'
import { sortNameOf } from '#model/sort-name'
import { SOURCES, type Source, sourcesOf } from '#model/source'
import { type Cursor, questionOf, readCursor, writeCursor } from '#services/active-users/cursor'
import { describeRows, type RowDetails } from '#services/active-users/describe-rows'
import { figuresOf, type ListFigures } from '#services/active-users/figures'
import { type Asker, requireRight } from '#services/asker'
import {
  checkInput,
  flag,
  instant,
  oneOf,
  optional,
  ruleSet,
  sourceList,
  text,
  whole,
} from '#services/check-input'
import type { Context } from '#services/context'
import { getCustomerStates } from '#services/customers/get'
import { findLocation } from '#services/locations/find'
import { type RecordKey, recordKeys } from '#services/records/find-record'

export interface ActiveUserPage {
  readonly asOf: string
  readonly ruleSet: string
  readonly location: {
    readonly locationId: number
    readonly externalId: string
    readonly name: string
    readonly timeZone: string
    readonly windowFrom: string
  }
  /** All active users that match, on this page and others. */
  readonly total: number
  /** Of all that match the other filters, whatever their source. */
  readonly figures: ListFigures
  /** For the page after; null on the last. */
  readonly nextCursor: string | null
  readonly activeUsers: readonly ActiveUser[]
}

export interface ListOptions {
  /** Id, external id or exact name. */
  readonly location: string
  readonly network?: string
  /** Customers with at least one of these; default all. */
  readonly sources?: readonly Source[]
  /** Only customers with exactly one source: whichever, or one of `sources`. */
  readonly only?: boolean
  /** Part of a name, e-mail or company; case and diacritics do not matter. */
  readonly search?: string
  /** Members have a contract at the location that stands at the instant, contacts have none. */
  readonly kind?: CustomerKind
  readonly isSuspended?: boolean
  readonly isArchived?: boolean
  /** Whether they count by nothing but disputable evidence. */
  readonly isDisputable?: boolean
  /** Only these, of all who match otherwise: 1 to {@link MOST_CHOSEN}. */
  readonly customers?: readonly RecordKey[]
  readonly sort?: Sort
  /** Default `asc`; `desc` is the very reverse. */
  readonly order?: Order
  /** Default: now, or the instant of the cursor. */
  readonly asOf?: Date
  /** `before`: in the window that a platform invoice at `asOf` itself closes; default `after`. */
  readonly cutOff?: CutOffSide
  /** 1 to {@link MOST_ROWS}; default 50. */
  readonly limit?: number
  readonly cursor?: string
  readonly ruleSet?: RuleSet
}

export const MOST_ROWS = 100_000
export const MOST_CHOSEN = 20_000
const DEFAULT_ROWS = 50

const INPUT = {
  location: text,
  network: optional(text),
  sources: optional(sourceList),
  only: optional(flag),
  search: optional(text),
  kind: optional(oneOf(CUSTOMER_KINDS)),
  isSuspended: optional(flag),
  isArchived: optional(flag),
  isDisputable: optional(flag),
  customers: optional(recordKeys(MOST_CHOSEN)),
  sort: optional(oneOf(SORTS)),
  order: optional(oneOf(ORDERS)),
  asOf: optional(instant),
  cutOff: optional(oneOf(CUT_OFF_SIDES)),
  limit: optional(whole(1, MOST_ROWS)),
  cursor: optional(text),
  ruleSet: optional(ruleSet),
}

interface ListRow {
  customer_id: number
  mask: number
  sort_key: number | Date
  sort_name: string
  external_id: string
  name: string
  email: string | null
  company: string | null
}

/** Of all that match; before the rows of the page. */
interface FiguresRow {
  customer_id: null
  /** Null where nobody matches. */
  by_mask: Readonly<Record<string, number>> | null
  total: number
  window_from: Date
}

/**
 * A page of the active users of one location at an instant, in a total, stable order.
 * @throws INVALID_ARGUMENT, INVALID_INSTANT, INVALID_CURSOR, LOCATION_NOT_FOUND, LOCATION_AMBIGUOUS, CUSTOMER_NOT_FOUND, FORBIDDEN
 */
export async function listActiveUsers(context: Context, options: ListOptions): Promise<ActiveUserPage> {
  const asked = checkInput(options, INPUT)
  const { ruleSet = DEFAULT_RULE_SET, sort = 'name', order = 'asc', limit = DEFAULT_ROWS } = asked
  const { cutOff = 'after' } = asked
  return context.database.transaction(
    async (session) => {
      const location = await findLocation(session, context.asker, asked.location, asked.network)
      const { networkId, locationId } = location
      requireRight(context.asker, 'counts.read', { networkId })
      const customerIds = await chosenIn(session, context.asker, networkId, asked.customers)
      const filter = { ...filterOf(asked), customerIds }
      const question = questionOf([locationId, filter, sort, order, ruleSet.id, cutOff])
      const cursor =
        asked.cursor === undefined
          ? null
          : readCursor(asked.cursor, question, sort === 'since' ? 'instant' : 'number')
      const asOf = instantOf(asked.asOf, cursor, context)
      const scope = { networkId, locationId, asOf, cutOff }
      const rows = await session.query<FiguresRow | ListRow>(
        listStatement(scope, ruleSet, { ...filter, sort, order, limit: limit + 1, after: cursor }),
      )
      const ofAll = rows.find((row) => row.customer_id === null)
      const found = rows.filter((row) => row.customer_id !== null)
      const page = found.slice(0, limit)
      const last = found.length > limit ? page.at(-1) : undefined
      const ids = page.map((row) => row.customer_id)
      const details = await describeRows(session, scope, ruleSet, ids)
      return {
        asOf: asOf.toISOString(),
        ruleSet: ruleSet.id,
        location: {
          locationId,
          externalId: location.externalId,
          name: location.name,
          timeZone: location.timeZone,
          windowFrom: ofAll?.window_from.toISOString() ?? '',
        },
        total: ofAll?.total ?? 0,
        figures: figuresOf(ofAll?.by_mask ?? {}),
        nextCursor: last === undefined ? null : writeCursor(question, cursorOf(last, asOf)),
        activeUsers: page.map((row) => activeUser(row, details)),
      }
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

async function chosenIn(
  session: Session,
  asker: Asker,
  networkId: number,
  keys: readonly RecordKey[] | undefined,
): Promise<readonly number[] | undefined> {
  if (keys === undefined) return undefined
  const chosen = await getCustomerStates(session, asker, networkId, keys)
  return chosen.map(({ customerId }) => customerId)
}

type Asked = ReturnType<typeof checkInput<typeof INPUT>>

function filterOf({ sources = [], only = false, search, ...asked }: Asked): SourceFilter & CustomerFilter {
  return {
    sources: SOURCES.filter((source) => sources.includes(source)),
    isOnlySource: only,
    search: searchOf(search),
    kind: asked.kind,
    isSuspended: asked.isSuspended,
    isArchived: asked.isArchived,
    isDisputable: asked.isDisputable,
  }
}

function searchOf(text = ''): CustomerFilter['search'] {
  const lower = text.trim().toLowerCase()
  return lower === '' ? null : { folded: sortNameOf(text), lower }
}

/** A cursor continues at its own instant, so that the pages of a list fit together. */
function instantOf(asked: Date | undefined, cursor: Cursor | null, context: Context): Date {
  if (cursor === null) return asked ?? context.now()
  if (asked !== undefined && asked.getTime() !== cursor.asOf) {
    throw new HeadcountError(
      'INVALID_CURSOR',
      `The cursor belongs to a list as of ${new Date(cursor.asOf).toISOString()}.`,
    )
  }
  return new Date(cursor.asOf)
}

function cursorOf(row: ListRow, asOf: Date): Cursor {
  const key = row.sort_key instanceof Date ? row.sort_key.toISOString() : row.sort_key
  return { asOf: asOf.getTime(), key, sortName: row.sort_name, customerId: row.customer_id }
}

function activeUser(row: ListRow, details: ReadonlyMap<number, RowDetails>): ActiveUser {
  const told = details.get(row.customer_id)
  if (told === undefined) throw new Error('A row of a page was not described.')
  return {
    customerId: row.customer_id,
    externalId: row.external_id,
    name: row.name,
    email: row.email,
    company: row.company,
    ...told,
    sources: sourcesOf(row.mask),
  }
}
