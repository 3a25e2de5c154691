/** A page of one location's active users: filtered, in a total order, with figures of all that match. */
import sql, { raw, type Sql } from 'sql-template-tag'
import { activeSets, activeUsers, activeUsersSince, FROM_SETS } from '#counting/active-users'
import type { Place } from '#counting/finders'
import {
  asksOfCustomers,
  type CustomerFilter,
  filteredCustomers,
  ofSources,
  type SourceFilter,
} from '#counting/list-filter'
import type { RuleSet } from '#counting/rules'
import { forEachLocation, placeOf, type Scope } from '#counting/scope'
import { SOURCE_BITS, SOURCES } from '#model/source'

export const SORTS = ['name', 'source', 'since'] as const
export type Sort = (typeof SORTS)[number]

/** From the first to the last, or the other way round: the very reverse, so that it is total too. */
export const ORDERS = ['asc', 'desc'] as const
export type Order = (typeof ORDERS)[number]

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

/** What comes later in an order, and what comes no earlier. */
const COMPARISONS: Readonly<Record<Order, { readonly beyond: Sql; readonly from: Sql }>> = {
  asc: { beyond: raw('>'), from: raw('>=') },
  desc: { beyond: raw('<'), from: raw('<=') },
}

export interface ListFilter extends SourceFilter, CustomerFilter {
  readonly sort: Sort
  readonly order: Order
  readonly limit: number
  /** The last row of the page before. */
  readonly after: {
    readonly key: number | string
    readonly sortName: string
    readonly customerId: number
  } | null
}

/**
 * A page of one location's active users. The first row is of all who match, without a customer: `by_mask`, how
 * many have which sources, of all that match whatever their source; `total`, of all that match; and window_from.
 * Each other is one of the page: customer_id, mask, sort_key, sort_name, and the customer's own columns. When
 * evidence began is looked at for everybody only where it orders the list.
 */
export function listStatement(
  scope: Scope & { readonly networkId: number; readonly locationId: number },
  ruleSet: RuleSet,
  filter: ListFilter,
): Sql {
  const place = placeOf(scope)
  const columns = ['case when found.customer_id is null then p.window_from end as window_from', 'found.*']
  const inOrder = raw(filter.order)
  return sql`${forEachLocation(
    scope,
    raw(columns.join(', ')),
    sql`${matchingUsers(scope.networkId, place, ruleSet, filter)},
  ${filter.sort === 'name' ? pageByName(place, filter) : pageByKey(place, filter)}`,
    sql`
  select
    json_object_agg(of_mask.mask, of_mask.customers) as by_mask,
    coalesce(sum(of_mask.customers) filter (where ${ofSources('of_mask', filter)}), 0)::int as total,
    null::int as customer_id, null::int as mask, null::${raw(SORT_KEYS[filter.sort].type)} as sort_key, null as sort_name,
    null as external_id, null as name, null as email, null as company
  from of_mask
  union all
  select
    null, null,
    page.customer_id, page.mask, page.sort_key, page.sort_name,
    c.external_id, c.name, c.email, c.company
  from page
  join customers c on c.network_id = ${scope.networkId}::int and c.customer_id = page.customer_id`,
  )}
  order by
    found.customer_id is not null,
    found.sort_key ${inOrder}, found.sort_name ${inOrder}, found.customer_id ${inOrder}`
}

/**
 * Common table expressions `matching` (customer_id, mask, and since where it orders the list), who matches whatever
 * his source, and `of_mask` (mask, customers), how many these are by their sources.
 */
function matchingUsers(networkId: number, place: Place, ruleSet: RuleSet, filter: ListFilter): Sql {
  if (filter.sort !== 'since' && !asksOfCustomers(filter)) {
    return sql`${activeSets(place, ruleSet)},
  matching as not materialized (${FROM_SETS}
  ),
  of_mask as (
    select sets.mask, sum(cardinality(sets.customer_ids)) as customers from sets group by sets.mask
  )`
  }
  return sql`${filter.sort === 'since' ? activeUsersSince(place, ruleSet) : activeUsers(place, ruleSet)},
  matching as (${filteredCustomers(networkId, place, ruleSet, filter)}
  ),
  of_mask as (
    select matching.mask, count(*) as customers from matching group by matching.mask
  )`
}

/**
 * Looks among the next few names first, unless few will match. Only where these do not fill the page are the names
 * after them walked in the order of their index until it is full, since for that all who match are put into a hash
 * table. Who is near is told by a full join, of which no planner makes a nested loop; `is null` keeps it one, as
 * `is true` keeps what is looked up in a hash table there.
 */
function pageByName(place: Place, filter: ListFilter): Sql {
  const { limit, after, order } = filter
  const { beyond } = COMPARISONS[order]
  const isNarrow = filter.search !== null || filter.customerIds !== undefined
  const few = isNarrow ? 0 : limit * NAMES_A_ROW
  const inOrder = (names: string) => raw(`${names}.sort_name ${order}, ${names}.customer_id ${order}`)
  const afterLast =
    after === null
      ? sql`true`
      : sql`(here.sort_name, here.customer_id) ${beyond} (${after.sortName}::text, ${after.customerId}::int)`
  const names = sql`
      select here.customer_id, here.sort_name
      from location_customers here
      where here.location_id = ${place.location}${place.ofNetwork('here')}
        and ${afterLast}
      order by ${inOrder('here')}`
  return sql`of_near as materialized (
    select near.customer_id, near.sort_name, 0 as sort_key, found.mask
    from (${names}
      limit ${few}::int
    ) near
    full join (
      select matching.customer_id, matching.mask from matching where ${ofSources('matching', filter)}
    ) found on found.customer_id = near.customer_id
    where (near.customer_id is null) is false and (found.customer_id is null) is false
  ),
  far as (
    select later.customer_id, later.sort_name
    from (${names}
      offset ${few}::int
    ) later
    where (select count(*) from of_near) < ${limit}::int
      and (later.customer_id in (
        select matching.customer_id from matching where ${ofSources('matching', filter)}
      )) is true
    order by ${inOrder('later')}
    limit ${limit}::int
  ),
  page as (
    select found.*
    from (
    select of_near.* from of_near
    union all
    select far.customer_id, far.sort_name, 0 as sort_key, matching.mask
    from far
    join matching on matching.customer_id = far.customer_id
    where ${ofSources('matching', filter)}
      and (matching.customer_id in (select far.customer_id from far)) is true
    ) found
    order by ${inOrder('found')}
    limit ${limit}::int
  )`
}

/** So many names are looked at for each row of the page before all who match are. */
const NAMES_A_ROW = 5

/**
 * Finds by their keys alone how far a page can reach at most, so that only customers up to there need
 * their names, in which equal keys are sorted.
 */
function pageByKey(place: Place, filter: ListFilter): Sql {
  const { sort, limit, after, order } = filter
  const { expression, type } = SORT_KEYS[sort]
  const { beyond, from } = COMPARISONS[order]
  const inOrder = raw(order)
  const key = after === null ? null : sql`${after.key}::${raw(type)}`
  const reached = (comparison: Sql) => (key === null ? sql`true` : sql`keyed.sort_key ${comparison} ${key}`)
  const afterLast =
    after === null || key === null
      ? sql`true`
      : sql`(near.sort_key, here.sort_name, near.customer_id)
        ${beyond} (${key}, ${after.sortName}::text, ${after.customerId}::int)`
  return sql`keyed as materialized (
    select matching.customer_id, matching.mask, ${raw(expression)} as sort_key
    from matching
    where ${ofSources('matching', filter)}
  ),
  near as (
    select keyed.customer_id, keyed.mask, keyed.sort_key
    from keyed
    where ${reached(from)}
      and (keyed.sort_key ${beyond} (
        select keyed.sort_key
        from keyed
        where ${reached(beyond)}
        order by keyed.sort_key ${inOrder}
        offset ${limit}::int - 1
        limit 1
      )) is not true
  ),
  page as (
    select near.customer_id, here.sort_name, near.sort_key, near.mask
    from near
    join location_customers here
      on here.location_id = ${place.location}
      and here.customer_id = near.customer_id${place.ofNetwork('here')}
    where ${afterLast}
    order by near.sort_key ${inOrder}, here.sort_name ${inOrder}, near.customer_id ${inOrder}
    limit ${limit}::int
  )`
}
