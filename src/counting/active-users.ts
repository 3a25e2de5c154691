/** From the rules to the statements that count: who has which sources at a location. */
import sql, { join, raw, type Sql } from 'sql-template-tag'
import { bit, edgesHere, ownEvidence, type Place } from '#counting/finders'
import { type RuleSet, SILENCED_SOURCES } from '#counting/rules'
import { forEachLocation, placeOf, type Scope } from '#counting/scope'
import { MEMBER_BIT, PAYS_BIT, SOURCE_BITS, SOURCES, SUSPENDED_BIT } from '#model/source'

const SILENCED_BITS = SILENCED_SOURCES.reduce((bits, source) => bits | SOURCE_BITS[source], 0)
const OWN_BITS = SOURCES.filter((source) => source !== 'team').reduce(
  (bits, source) => bits | SOURCE_BITS[source],
  0,
)
const LOUD_BITS = OWN_BITS & ~SILENCED_BITS

/** True for a row of `own` with a source: one that suspension leaves, or any while not suspended. */
const HOLDS_OWN_SOURCE: Sql = raw(
  `(own.mask & ${LOUD_BITS} > 0 or own.mask & ${SILENCED_BITS | SUSPENDED_BIT} = ${SILENCED_BITS})`,
)

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
      and (e.paying_customer_id in (
        select own.customer_id from own where own.mask & ${bit(PAYS_BIT)} > 0 and ${HOLDS_OWN_SOURCE}
      )) is true
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
        where own.mask & ${bit(MEMBER_BIT)} > 0
          and ${HOLDS_OWN_SOURCE}
          and (own.customer_id in (select team.customer_id from team)) is true
      )::int as own_and_team,
      ${join(perSource, ',\n      ')}
    from own
  ) own_counts
  cross join (select count(*)::int as team_members from team) team_counts`,
  )}
  order by p.location_id`
}

/** The sources of a row of `own`, without what suspension silences. */
const OWN_SOURCES: Sql = raw(
  `case when own.mask & ${SUSPENDED_BIT} > 0 then own.mask & ${LOUD_BITS} else own.mask & ${OWN_BITS} end`,
)

/** When a row of `own` with a source began to hold one. */
const OWN_SINCE: Sql = raw(
  `case when own.mask & ${SUSPENDED_BIT} > 0 then own.loud_since else least(own.loud_since, own.silenced_since) end`,
)

/**
 * Common table expressions up to `active` (customer_id, mask of sources, since: the instant of the first
 * evidence that counts). Through a team that is when both hold, the paying customer's evidence and the
 * membership under merged billing. Members stand in `own` too, by their bit.
 */
export function activeUsersSince(place: Place, ruleSet: RuleSet): Sql {
  return sql`${ownCustomers(place, ruleSet, 'since')},
  team as (
    select e.customer_id, min(greatest(e.from_at, ${OWN_SINCE})) as since
    from team_edges e
    join own on own.customer_id = e.paying_customer_id and ${HOLDS_OWN_SOURCE}
    where ${edgesHere(place)}
    group by e.customer_id
  ),
  active as (
    select
      own.customer_id,
      ${OWN_SOURCES} | case when team.customer_id is null then 0 else ${bit(SOURCE_BITS.team)} end as mask,
      least(case when ${HOLDS_OWN_SOURCE} then ${OWN_SINCE} end, team.since) as since
    from own
    left join team on team.customer_id = own.customer_id
    where ${HOLDS_OWN_SOURCE} or team.customer_id is not null
  )`
}

/** How many different customers are active users anywhere in the scope. */
export function distinctCustomersStatement(scope: Scope, ruleSet: RuleSet): Sql {
  return forEachLocation(
    scope,
    sql`count(distinct counted.customer_id)::int as distinct_customers`,
    countedCustomers(placeOf(scope), ruleSet),
    sql`
  select own.customer_id from own where ${HOLDS_OWN_SOURCE}
  union all
  select team.customer_id from team`,
  )
}
