/** A page of one location's active users: filtered, in a total order, with the total of all that match. */
import sql, { raw, type Sql } from 'sql-template-tag'
import { activeUsersSince } from '#counting/active-users'
import type { RuleSet } from '#counting/rules'
import { placeOf, type Scope, scopeRows } from '#counting/scope'
import { SOURCE_BITS, SOURCES, type Source } from '#model/source'

export const SORTS = ['name', 'source', 'since'] as const
export type Sort = (typeof SORTS)[number]

/** The order of a list: a key of its own, then the name, then the id, so that it is total and stable. */
const SORT_KEYS: Readonly<Record<Sort, { readonly expression: string; readonly type: string }>> = {
  name: { expression: '0', type: 'int' },
  source: {
    expression: SOURCES.map(
      (source, index) =>
        `(active.mask & ${SOURCE_BITS[source]} = 0)::int * ${2 ** (SOURCES.length - 1 - index)}`,
    ).join(' + '),
    type: 'int',
  },
  since: { expression: 'active.since', type: 'timestamptz' },
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
 * sort_key, sort_name, and the customer's own columns.
 */
export function listStatement(
  scope: Scope & { readonly locationId: number },
  ruleSet: RuleSet,
  filter: ListFilter,
): Sql {
  const place = placeOf(scope)
  const { expression, type } = SORT_KEYS[filter.sort]
  const bits = filter.sources.reduce((mask, source) => mask | SOURCE_BITS[source], 0)
  const ofSources =
    bits === 0
      ? sql``
      : sql`
      and active.mask & ${bits}::int > 0`
  const { search } = filter
  const found =
    search === null
      ? sql``
      : sql`
      and (
        strpos(c.sort_name, ${search.folded}::text) > 0
        or strpos(lower(c.email), ${search.lower}::text) > 0
        or strpos(lower(c.company), ${search.lower}::text) > 0
      )`
  const searched =
    search === null
      ? sql``
      : sql`
    join customers c on c.network_id = ${scope.networkId}::int and c.customer_id = active.customer_id`
  const { after } = filter
  const afterLast =
    after === null
      ? sql`true`
      : sql`(sort_key, sort_name, customer_id)
      > (${after.key}::${raw(type)}, ${after.sortName}::text, ${after.customerId}::int)`
  return sql`
  with p as (${scopeRows(scope)}
  ),
  ${activeUsersSince(place, ruleSet)},
  matching as (
    select active.customer_id, active.mask, active.since, here.sort_name, ${raw(expression)} as sort_key
    from active
    join location_customers here
      on here.location_id = ${place.location}
      and here.customer_id = active.customer_id${place.ofNetwork('here')}${searched}
    where true${ofSources}${found}
  ),
  page as (
    select *
    from matching
    where ${afterLast}
    order by sort_key, sort_name, customer_id
    limit ${filter.limit}::int
  )
  select
    page.*,
    c.external_id,
    c.name,
    c.email,
    c.company,
    (select count(*) from matching)::int as total,
    p.window_from
  from p
  left join page on true
  left join customers c on c.network_id = ${scope.networkId}::int and c.customer_id = page.customer_id
  order by page.sort_key, page.sort_name, page.customer_id`
}
