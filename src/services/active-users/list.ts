import { type ListFilter, listStatement, SORTS, type Sort } from '#counting/list'
import { DEFAULT_RULE_SET, type RuleSet } from '#counting/rules'
import { ENGINE_TRAITS } from '#database/engines'
import { HeadcountError } from '#errors'
import type { ActiveUser } from '#model/active-user'
import { sortNameOf } from '#model/sort-name'
import { type Source, sourcesOf } from '#model/source'
import { type Cursor, questionOf, readCursor, writeCursor } from '#services/active-users/cursor'
import { checkInput, instant, oneOf, optional, ruleSet, sourceList, text, whole } from '#services/check-input'
import type { Context } from '#services/context'
import { findLocation } from '#services/locations/find'

export interface ActiveUserPage {
  readonly asOf: string
  readonly ruleSet: string
  readonly location: {
    readonly locationId: number
    readonly externalId: string
    readonly name: string
    readonly windowFrom: string
  }
  /** All active users that match, on this page and others. */
  readonly total: number
  /** For the page after; null on the last. */
  readonly nextCursor: string | null
  readonly activeUsers: readonly ActiveUser[]
}

export interface ListOptions {
  /** Id, external id or exact name. */
  readonly location: string
  readonly network?: string
  /** At least one of these; default all. */
  readonly sources?: readonly Source[]
  /** Part of a name, e-mail or company; case and diacritics do not matter. */
  readonly search?: string
  readonly sort?: Sort
  /** Default: now, or the instant of the cursor. */
  readonly asOf?: Date
  /** 1 to {@link MOST_ROWS}; default 50. */
  readonly limit?: number
  readonly cursor?: string
  readonly ruleSet?: RuleSet
}

export const MOST_ROWS = 100_000
const DEFAULT_ROWS = 50

const INPUT = {
  location: text,
  network: optional(text),
  sources: optional(sourceList),
  search: optional(text),
  sort: optional(oneOf(SORTS)),
  asOf: optional(instant),
  limit: optional(whole(1, MOST_ROWS)),
  cursor: optional(text),
  ruleSet: optional(ruleSet),
}

interface ListRow {
  customer_id: number | null
  mask: number
  since: Date
  sort_key: number | Date
  sort_name: string
  external_id: string
  name: string
  email: string | null
  company: string | null
  total: number
  window_from: Date
}

/**
 * A page of the active users of one location at an instant, in a total, stable order.
 * @throws INVALID_ARGUMENT, INVALID_INSTANT, INVALID_CURSOR, LOCATION_NOT_FOUND, LOCATION_AMBIGUOUS
 */
export async function listActiveUsers(context: Context, options: ListOptions): Promise<ActiveUserPage> {
  const asked = checkInput(options, INPUT)
  const { ruleSet = DEFAULT_RULE_SET, sort = 'name', sources = [], limit = DEFAULT_ROWS } = asked
  const search = searchOf(asked.search)
  const { routesByNetwork } = ENGINE_TRAITS[context.database.engine]
  return context.database.transaction(
    async (session) => {
      const location = await findLocation(session, context.asker, asked.location, asked.network)
      const question = questionOf([location.locationId, [...sources].sort(), search, sort, ruleSet.id])
      const cursor =
        asked.cursor === undefined
          ? null
          : readCursor(asked.cursor, question, sort === 'since' ? 'instant' : 'number')
      const asOf = instantOf(asked.asOf, cursor, context)
      const filter: ListFilter = { sources, search, sort, limit: limit + 1, after: cursor }
      const rows = await session.query<ListRow>(
        listStatement(
          { networkId: location.networkId, locationId: location.locationId, asOf, isRouted: routesByNetwork },
          ruleSet,
          filter,
        ),
      )
      const found = rows.filter((row) => row.customer_id !== null)
      const page = found.slice(0, limit)
      const last = found.length > limit ? page.at(-1) : undefined
      return {
        asOf: asOf.toISOString(),
        ruleSet: ruleSet.id,
        location: {
          locationId: location.locationId,
          externalId: location.externalId,
          name: location.name,
          windowFrom: rows[0]?.window_from.toISOString() ?? '',
        },
        total: rows[0]?.total ?? 0,
        nextCursor: last === undefined ? null : writeCursor(question, cursorOf(last, asOf)),
        activeUsers: page.map(activeUser),
      }
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

function searchOf(text = ''): ListFilter['search'] {
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
  return { asOf: asOf.getTime(), key, sortName: row.sort_name, customerId: row.customer_id ?? 0 }
}

function activeUser(row: ListRow): ActiveUser {
  return {
    customerId: row.customer_id ?? 0,
    externalId: row.external_id,
    name: row.name,
    email: row.email,
    company: row.company,
    sources: sourcesOf(row.mask),
    firstEvidenceAt: row.since.toISOString(),
  }
}
