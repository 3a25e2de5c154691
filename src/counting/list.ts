/** A page of one location's active users: filtered, in a total order, with figures of all that match. */
import sql, { raw, type Sql } from 'sql-template-tag'
import { activeUsers, activeUsersSince } from '#counting/active-users'
import type { Place } from '#counting/finders'
import { type CustomerFilter, filteredCustomers, ofSources, type SourceFilter } from '#counting/list-filter'
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
 * A page of one location's active users, and `total` of all that match: customer_id, mask, sort_key, sort_name,
 * and the customer's own columns. The first row also tells in `by_mask` how many have which sources, of all
 * that match whatever their source. One row without a customer where none is left. When evidence began is
 * looked at for everybody only where it orders the list.
 */
export function listStatement(
  scope: Scope & { readonly networkId: number; readonly locationId: number },
  ruleSet: RuleSet,
  filter: ListFilter,
): Sql {
  const place = placeOf(scope)
  const columns = ['p.window_from', 'found.*']
  const inOrder = raw(filter.order)
  return sql`${forEachLocation(
    scope,
    raw(columns.join(', ')),
    sql`${filter.sort === 'since' ? activeUsersSince(place, ruleSet) : activeUsers(place, ruleSet)},
  matching as (${filteredCustomers(scope.networkId, place, ruleSet, filter)}
  ),
  ${filter.sort === 'name' ? pageByName(place, filter) : pageByKey(place, filter)}`,
    sql`
  select
    page.*, c.external_id, c.name, c.email, c.company,
    case
      when row_number() over (
        order by page.sort_key ${inOrder}, page.sort_name ${inOrder}, page.customer_id ${inOrder}
      ) = 1
      then all_of_them.by_mask
    end as by_mask,
    all_of_them.total
  from (
    select
      jsonb_object_agg(of_mask.mask, of_mask.customers) as by_mask,
      coalesce(sum(of_mask.customers) filter (where ${ofSources('of_mask', filter)}), 0)::int as total
    from (select matching.mask, count(*) as customers from matching group by matching.mask) of_mask
  ) all_of_them
  left join page on true
  left join customers c on c.network_id = ${scope.networkId}::int and c.customer_id = page.customer_id`,
  )}
  order by found.sort_key ${inOrder}, found.sort_name ${inOrder}, found.customer_id ${inOrder}`
}

/** Walks the location's names in the order of their index, and stops when the page is full. */
function pageByName(place: Place, filter: ListFilter): Sql {
  const { limit, after, order } = filter
  const { beyond } = COMPARISONS[order]
  const afterLast =
    after === null
      ? sql`true`
      : sql`(here.sort_name, here.customer_id) ${beyond} (${after.sortName}::text, ${after.customerId}::int)`
  return sql`names as (
    select here.customer_id, here.sort_name
    from location_customers here
    where here.location_id = ${place.location}${place.ofNetwork('here')}
      and ${afterLast}
      and (here.customer_id in (
        select matching.customer_id from matching where ${ofSources('matching', filter)}
      )) is true
    order by here.sort_name ${raw(order)}, here.customer_id ${raw(order)}
    limit ${limit}::int
  ),
  page as (
    select names.customer_id, names.sort_name, 0 as sort_key, matching.mask
    from names
    join matching on matching.customer_id = names.customer_id
    where (matching.customer_id in (select names.customer_id from names)) is true
  )`
}

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
