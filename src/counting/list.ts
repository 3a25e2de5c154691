/** A page of one location's active users: filtered, in a total order, with figures of all that match. */
import sql, { raw, type Sql } from 'sql-template-tag'
import { activeUsersSince } from '#counting/active-users'
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
        `(chosen.mask & ${SOURCE_BITS[source]} = 0)::int * ${2 ** (SOURCES.length - 1 - index)}`,
    ).join(' + '),
    type: 'int',
  },
  since: { expression: 'chosen.since', type: 'timestamptz' },
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
 * A page of one location's active users, and `total` of all that match: customer_id, mask, since,
 * sort_key, sort_name, and the customer's own columns. The first row also tells in `by_mask` how many have
 * which sources, of all that match whatever their source. One row without a customer where none is left.
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
    sql`${activeUsersSince(place, ruleSet)},
  matching as (${filteredCustomers(scope.networkId, place, ruleSet, filter)}
  ),${chosenAmong(filter)}
  ${filter.sort === 'name' ? pageByName(place, filter) : pageByKey(place, filter)}`,
    sql`
  select
    page.*, c.external_id, c.name, c.email, c.company,
    case
      when row_number() over (
        order by page.sort_key ${inOrder}, page.sort_name ${inOrder}, page.customer_id ${inOrder}
      ) = 1
      then (
        select jsonb_object_agg(of_mask.mask, of_mask.customers)
        from (select matching.mask, count(*) as customers from matching group by matching.mask) of_mask
      )
    end as by_mask,
    all_of_them.total
  from (select count(*)::int as total from ${chosen(filter)} chosen) all_of_them
  left join page on true
  left join customers c on c.network_id = ${scope.networkId}::int and c.customer_id = page.customer_id`,
  )}
  order by found.sort_key ${inOrder}, found.sort_name ${inOrder}, found.customer_id ${inOrder}`
}

/** Those who match and have the sources that are asked for. */
function chosenAmong(filter: ListFilter): Sql {
  const condition = ofSources('matching', filter)
  if (condition === null) return sql``
  return sql`
  chosen as (
    select matching.customer_id, matching.mask, matching.since
    from matching
    where ${condition}
  ),`
}

function chosen(filter: ListFilter): Sql {
  return raw(ofSources('matching', filter) === null ? 'matching' : 'chosen')
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
      and (here.customer_id in (select chosen.customer_id from ${chosen(filter)} chosen)) is true
    order by here.sort_name ${raw(order)}, here.customer_id ${raw(order)}
    limit ${limit}::int
  ),
  page as (
    select names.customer_id, names.sort_name, 0 as sort_key, chosen.mask, chosen.since
    from names
    join ${chosen(filter)} chosen on chosen.customer_id = names.customer_id
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
    select chosen.customer_id, chosen.mask, chosen.since, ${raw(expression)} as sort_key
    from ${chosen(filter)} chosen
  ),
  near as (
    select keyed.customer_id, keyed.mask, keyed.since, keyed.sort_key
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
    select near.customer_id, here.sort_name, near.sort_key, near.mask, near.since
    from near
    join location_customers here
      on here.location_id = ${place.location}
      and here.customer_id = near.customer_id${place.ofNetwork('here')}
    where ${afterLast}
    order by near.sort_key ${inOrder}, here.sort_name ${inOrder}, near.customer_id ${inOrder}
    limit ${limit}::int
  )`
}
