/** A page of one location's active users: filtered, in a total order, with the total of all that match. */
import sql, { raw, type Sql } from 'sql-template-tag'
import { activeUsersSince } from '#counting/active-users'
import type { Place } from '#counting/finders'
import type { RuleSet } from '#counting/rules'
import { forEachLocation, placeOf, type Scope } from '#counting/scope'
import { SOURCE_BITS, SOURCES, type Source } from '#model/source'

export const SORTS = ['name', 'source', 'since'] as const
export type Sort = (typeof SORTS)[number]

/** The order of a list: a key of its own, then the name, then the id, so that it is total and stable. */
const SORT_KEYS: Readonly<Record<Sort, { readonly expression: string; readonly type: string }>> = {
  name: { expression: '0', type: 'int' },
  source: {
    expression: SOURCES.map(
      (source, index) =>
        `(matching.mask & ${SOURCE_BITS[source]} = 0)::int * ${2 ** (SOURCES.length - 1 - index)}`,
    ).join(' + '),
    type: 'int',
  },
  since: { expression: 'matching.since', type: 'timestamptz' },
}

export interface ListFilter {
  /** Customers with at least one of these; none means all. */
  readonly sources: readonly Source[]
  /** Found in the name (folded as sort names are), the e-mail or the company (in lower case); null means all. */
  readonly search: { readonly folded: string; readonly lower: string } | null
  readonly sort: Sort
  readonly limit: number
  /** The last row of the page before. */
  readonly after: {
    readonly key: number | string
    readonly sortName: string
    readonly customerId: number
  } | null
}

/**
 * A page of one location's active users, and `total` of all that match: customer_id, mask, since,
 * sort_key, sort_name, and the customer's own columns. One row without a customer where none is left.
 */
export function listStatement(
  scope: Scope & { readonly locationId: number },
  ruleSet: RuleSet,
  filter: ListFilter,
): Sql {
  const place = placeOf(scope)
  const columns = ['p.window_from', 'found.*']
  return sql`${forEachLocation(
    scope,
    raw(columns.join(', ')),
    sql`${activeUsersSince(place, ruleSet)},
  matching as (${matching(scope, filter)}
  ),
  ${filter.sort === 'name' ? pageByName(place, filter) : pageByKey(place, filter)}`,
    sql`
  select page.*, c.external_id, c.name, c.email, c.company, all_of_them.total
  from (select count(*)::int as total from matching) all_of_them
  left join page on true
  left join customers c on c.network_id = ${scope.networkId}::int and c.customer_id = page.customer_id`,
  )}
  order by found.sort_key, found.sort_name, found.customer_id`
}

function matching(scope: Scope, { sources, search }: ListFilter): Sql {
  const bits = sources.reduce((mask, source) => mask | SOURCE_BITS[source], 0)
  const ofSources = bits === 0 ? sql`true` : sql`active.mask & ${bits}::int > 0`
  if (search === null) {
    return sql`
    select active.customer_id, active.mask, active.since
    from active
    where ${ofSources}`
  }
  return sql`
    select active.customer_id, active.mask, active.since
    from active
    join customers c on c.network_id = ${scope.networkId}::int and c.customer_id = active.customer_id
    where ${ofSources}
      and (
        strpos(c.sort_name, ${search.folded}::text) > 0
        or strpos(lower(c.email), ${search.lower}::text) > 0
        or strpos(lower(c.company), ${search.lower}::text) > 0
      )`
}

/** Walks the location's names in the order of their index, and stops when the page is full. */
function pageByName(place: Place, { limit, after }: ListFilter): Sql {
  const afterLast =
    after === null
      ? sql`true`
      : sql`(here.sort_name, here.customer_id) > (${after.sortName}::text, ${after.customerId}::int)`
  return sql`names as (
    select here.customer_id, here.sort_name
    from location_customers here
    where here.location_id = ${place.location}${place.ofNetwork('here')}
      and ${afterLast}
      and (here.customer_id in (select matching.customer_id from matching)) is true
    order by here.sort_name, here.customer_id
    limit ${limit}::int
  ),
  page as (
    select names.customer_id, names.sort_name, 0 as sort_key, matching.mask, matching.since
    from names
    join matching on matching.customer_id = names.customer_id
  )`
}

/**
 * Finds by their keys alone how far a page can reach at most, so that only customers up to there need
 * their names, in which equal keys are sorted.
 */
function pageByKey(place: Place, { sort, limit, after }: ListFilter): Sql {
  const { expression, type } = SORT_KEYS[sort]
  const key = after === null ? null : sql`${after.key}::${raw(type)}`
  const notBefore = (comparison: string) =>
    key === null ? sql`true` : sql`keyed.sort_key ${raw(comparison)} ${key}`
  const afterLast =
    after === null || key === null
      ? sql`true`
      : sql`(near.sort_key, here.sort_name, near.customer_id)
        > (${key}, ${after.sortName}::text, ${after.customerId}::int)`
  return sql`keyed as materialized (
    select matching.customer_id, matching.mask, matching.since, ${raw(expression)} as sort_key
    from matching
  ),
  near as (
    select keyed.customer_id, keyed.mask, keyed.since, keyed.sort_key
    from keyed
    where ${notBefore('>=')}
      and (keyed.sort_key > (
        select keyed.sort_key
        from keyed
        where ${notBefore('>')}
        order by keyed.sort_key
        offset ${limit}::int - 1
        limit 1
      )) is not true
  ),
  page as (
    select near.customer_id, here.sort_name, near.sort_key, near.mask, near.since
    from near
    join location_customers here
      on here.location_id = ${place.location}
      and here.customer_id = near.customer_id${place.ofNetwork('here')}
    where ${afterLast}
    order by near.sort_key, here.sort_name, near.customer_id
    limit ${limit}::int
  )`
}
