/**
 * From the rules to the statements that count and list. There is one query, of one location. For one
 * location its place is given as constants, for many it runs once for each row of a lateral join: small
 * hashes that never spill, where one large grouping would.
 */
import sql, { join, raw, type Sql } from 'sql-template-tag'
import { bit, ownEvidence, type Place } from '#counting/finders'
import { type RuleSet, SILENCED_SOURCES } from '#counting/rules'
import { SOURCE_BITS, SOURCES, type Source, SUSPENDED_BIT } from '#model/source'

export interface Scope {
  /** Absent: every network. */
  readonly networkId?: number
  /** Absent: every location of the network. */
  readonly locationId?: number
  readonly asOf: Date
  /**
   * `after`: a platform invoice at `asOf` itself has begun a new window (the panel).
   * `before`: the window that a platform invoice at `asOf` closes.
   */
  readonly cutOff?: 'after' | 'before'
  /** On a cluster, a statement that names its network in every table runs on that network's node. */
  readonly isRouted?: boolean
}

const SILENCED_BITS = SILENCED_SOURCES.reduce((bits, source) => bits | SOURCE_BITS[source], 0)
const OWN_BITS = SOURCES.filter((source) => source !== 'team').reduce(
  (bits, source) => bits | SOURCE_BITS[source],
  0,
)
const LOUD_BITS = OWN_BITS & ~SILENCED_BITS
const ALL_BITS = OWN_BITS | SOURCE_BITS.team

/** True for a row of `own` with a source: one that suspension leaves, or any while not suspended. */
const HOLDS_OWN_SOURCE: Sql = raw(
  `(own.mask & ${LOUD_BITS} > 0 or own.mask & ${SILENCED_BITS | SUSPENDED_BIT} = ${SILENCED_BITS})`,
)

/** The locations of a scope with their windows; `offset 0` has each window worked out once. */
export function scopeRows(scope: Scope): Sql {
  const notAfter = raw(scope.cutOff === 'before' ? '<' : '<=')
  const conditions = [
    ...(scope.networkId === undefined ? [] : [sql`l.network_id = ${scope.networkId}::int`]),
    ...(scope.locationId === undefined ? [] : [sql`l.location_id = ${scope.locationId}::int`]),
  ]
  return sql`
    select
      l.network_id,
      l.location_id,
      l.external_id,
      l.name,
      l.time_zone,
      coalesce((
        select max(i.cut_off_at)
        from platform_invoices i
        where i.location_id = l.location_id
          and i.cut_off_at ${notAfter} ${scope.asOf}::timestamptz
      ), l.created_at) as window_from
    from locations l${raw(conditions.length > 0 ? '\n    where ' : '')}${conditions.length > 0 ? join(conditions, ' and ') : sql``}
    offset 0`
}

/** One location: its place as constants, its window from the common table expression `p`. */
function placeOf(scope: Scope): Place {
  const { networkId, locationId, asOf, isRouted } = scope
  return {
    ofNetwork: (table) =>
      networkId === undefined || !isRouted ? sql`` : sql` and ${raw(table)}.network_id = ${networkId}::int`,
    location: locationId === undefined ? sql`p.location_id` : sql`${locationId}::int`,
    windowFrom: locationId === undefined ? sql`p.window_from` : sql`(select window_from from p)`,
    asOf: sql`${asOf}::timestamptz`,
  }
}

/** Runs `query` (a `with` list and a select, over `place`) for each location of the scope, as `counted`. */
function forEachLocation(scope: Scope, columns: Sql, expressions: Sql, select: Sql): Sql {
  if (scope.locationId !== undefined) {
    return sql`
  with p as (${scopeRows(scope)}
  ),
  ${expressions}
  select ${columns}
  from p
  cross join (${select}
  ) counted`
  }
  return sql`
  select ${columns}
  from (${scopeRows(scope)}
  ) p
  cross join lateral (
  with ${expressions}
  ${select}
  ) counted`
}

/** What a statement needs to know of each customer beside the sources. */
type Extra = 'nothing' | 'since'

/**
 * The customers with own records as (customer_id, mask), and the members whom a paying customer brings
 * in. `(… in (…)) is true` keeps the planner from turning the look-up into a nested loop when it takes
 * the location for a small one (measured: 630 ms instead of 2 on 10,000 customers).
 */
function countedCustomers(place: Place, ruleSet: RuleSet): Sql {
  return sql`${ownCustomers(place, ruleSet, 'nothing')},
  team as (
    select distinct e.customer_id
    from team_edges e
    where ${edgesHere(place)}
      and (e.paying_customer_id in (select own.customer_id from own where ${HOLDS_OWN_SOURCE})) is true
  )`
}

function ownCustomers(place: Place, ruleSet: RuleSet, extra: Extra): Sql {
  const since = raw(`,
      min(found.since) filter (where found.bit & ${LOUD_BITS} > 0) as loud_since,
      min(found.since) filter (where found.bit & ${SILENCED_BITS} > 0) as silenced_since`)
  return sql`own as (
    select
      found.customer_id,
      bit_or(found.bit) as mask${extra === 'since' ? since : sql``}
    from (${ownEvidence(place, ruleSet)}
    ) found
    group by found.customer_id
  )`
}

function edgesHere(place: Place): Sql {
  return sql`e.location_id = ${place.location}${place.ofNetwork('e')}
      and e.from_at <= ${place.asOf}
      and e.until_at > ${place.asOf}`
}

/**
 * Counts each location of a scope: location_id, external_id, name, window_from, active_users, and a
 * column for each source. A customer with several sources is in several columns, once in active_users.
 */
export function countStatement(scope: Scope, ruleSet: RuleSet): Sql {
  const perSource = SOURCES.filter((source) => source !== 'team').map((source) => {
    const silenced = SILENCED_SOURCES.includes(source) ? ` and own.mask & ${SUSPENDED_BIT} = 0` : ''
    return raw(`count(*) filter (where own.mask & ${SOURCE_BITS[source]} > 0${silenced})::int as ${source}`)
  })
  const columns = ['network_id', 'location_id', 'external_id', 'name', 'window_from'].map((name) =>
    raw(`p.${name}`),
  )
  return sql`${forEachLocation(
    scope,
    join(
      [...columns, raw('counted.active_users'), ...SOURCES.map((source) => raw(`counted.${source}`))],
      ', ',
    ),
    countedCustomers(placeOf(scope), ruleSet),
    sql`
  select own_users + team_members - own_and_team as active_users, own_counts.*, team_members as team
  from (
    select
      count(*) filter (where ${HOLDS_OWN_SOURCE})::int as own_users,
      count(*) filter (
        where ${HOLDS_OWN_SOURCE} and (own.customer_id in (select team.customer_id from team)) is true
      )::int as own_and_team,
      ${join(perSource, ',\n      ')}
    from own
  ) own_counts
  cross join (select count(*)::int as team_members from team) team_counts`,
  )}
  order by p.location_id`
}

const SILENCED_MASK = raw(
  `case when own.mask & ${SUSPENDED_BIT} > 0 then own.mask & ${LOUD_BITS} else own.mask end`,
)

/** Common table expressions up to `active` (customer_id, mask of sources). */
function activeUsers(place: Place, ruleSet: RuleSet): Sql {
  return sql`${countedCustomers(place, ruleSet)},
  active as (
    select held.customer_id, bit_or(held.mask) as mask
    from (
      select own.customer_id, ${SILENCED_MASK} as mask
      from own
      where ${HOLDS_OWN_SOURCE}
      union all
      select team.customer_id, ${bit(SOURCE_BITS.team)}
      from team
    ) held
    group by held.customer_id
  )`
}

/**
 * Like {@link activeUsers}, with `since`: the instant of the first evidence that counts. Through a team
 * that is when both hold, the paying customer's evidence and the membership under merged billing.
 */
function activeUsersSince(place: Place, ruleSet: RuleSet): Sql {
  return sql`${ownCustomers(place, ruleSet, 'since')},
  direct as (
    select
      own.customer_id,
      ${SILENCED_MASK} as mask,
      case when own.mask & ${bit(SUSPENDED_BIT)} > 0 then own.loud_since else least(own.loud_since, own.silenced_since) end as since
    from own
    where ${HOLDS_OWN_SOURCE}
  ),
  active as (
    select held.customer_id, bit_or(held.mask) & ${bit(ALL_BITS)} as mask, min(held.since) as since
    from (
      select direct.customer_id, direct.mask, direct.since
      from direct
      union all
      select e.customer_id, ${bit(SOURCE_BITS.team)}, greatest(e.from_at, direct.since)
      from team_edges e
      join direct on direct.customer_id = e.paying_customer_id
      where ${edgesHere(place)}
    ) held
    group by held.customer_id
  )`
}

/** How many different customers are active users anywhere in the scope. */
export function distinctCustomersStatement(scope: Scope, ruleSet: RuleSet): Sql {
  return forEachLocation(
    scope,
    sql`count(distinct counted.customer_id)::int as distinct_customers`,
    activeUsers(placeOf(scope), ruleSet),
    sql`
  select active.customer_id from active`,
  )
}

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
