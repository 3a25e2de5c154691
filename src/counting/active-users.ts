/** From the rules to the statements that count: who has which sources at a location. */
import sql, { join, raw, type Sql } from 'sql-template-tag'
import {
  bit,
  type Extra,
  edgesHere,
  ownEvidenceAndTeamBits,
  type Place,
  suspendedCustomers,
} from '#counting/finders'
import type { RuleSet } from '#counting/rules'
import { forEachLocation, placeOf, type Scope } from '#counting/scope'
import { IN_TEAM_BIT, SOURCE_BITS, SOURCES, type Source } from '#model/source'

const OWN_SOURCES = SOURCES.filter((source) => source !== 'team')
const OWN_BITS = OWN_SOURCES.reduce((bits, source) => bits | SOURCE_BITS[source], 0)

/** True for a row with a `mask` that holds one of these bits. */
function holds(row: string, bits: number): Sql {
  return raw(`${row}.mask & ${bits} > 0`)
}

/** The customers with records that count, and those with a part in a team: `own` (customer_id, mask), and since. */
export function ownCustomers(place: Place, ruleSet: RuleSet, extra: Exclude<Extra, 'record'>): Sql {
  const columns = extra === 'since' ? sql`, min(found.since) as since` : sql``
  return sql`${suspendedCustomers(place)},
  own as (
    select found.customer_id, bit_or(found.bit) as mask${columns}
    from (${ownEvidenceAndTeamBits(place, ruleSet, extra)}
    ) found
    group by found.customer_id
  )`
}

/**
 * The members of teams here whose paying customer is one that `payers` selects, each once.
 * `(… in (…)) is true` keeps the planner from turning the look-up into a nested loop when it takes the
 * location for a small one (measured: 630 ms instead of 2 on 10,000 customers).
 */
function teamMembers(place: Place, payers: Sql): Sql {
  return sql`
    select distinct e.customer_id
    from team_edges e
    where ${edgesHere(place)}
      and (e.paying_customer_id in (${payers})) is true`
}

/**
 * Counts each location of a scope: location_id, external_id, name, window_from, active_users, and a
 * column for each source. A customer with several sources is in several columns, once in active_users.
 * With moments there is a row for each, a column `moment`, and columns such as `only_contract` of those who
 * have that source alone. Customers are put together by their mask, of which there are few; only those in
 * teams keep their numbers.
 */
export function countStatement(scope: Scope, ruleSet: RuleSet): Sql {
  const place = placeOf(scope)
  const columns = [
    ...['network_id', 'location_id', 'external_id', 'name', 'window_from'].map((name) => `p.${name}`),
    ...(scope.moments === undefined ? [] : ['p.moment']),
    ...['active_users', ...SOURCES].map((name) => `found.${name}`),
    ...(scope.moments === undefined ? [] : SOURCES.map((source) => `found.${onlyColumn(source)}`)),
  ]
  const alone = scope.moments === undefined ? NOBODY_ALONE : ALONE
  const customersWith = (bits: number) =>
    sql`coalesce(sum(by_mask.customers) filter (where ${holds('by_mask', bits)}), 0)::int`
  const perSource = OWN_SOURCES.map((source) => sql`${customersWith(SOURCE_BITS[source])} as ${raw(source)}`)
  const ownInTeams = sql`select own_in_teams.customer_id from own_in_teams`
  return sql`${forEachLocation(
    scope,
    raw(columns.join(', ')),
    sql`${ownCustomers(place, ruleSet, 'nothing')},
  by_mask as (
    select
      own.mask,
      count(*)::int as customers,
      array_agg(own.customer_id) filter (where own.mask >= ${bit(IN_TEAM_BIT)}) as in_teams
    from own
    group by own.mask
  ),
  own_in_teams as (
    select unnest(by_mask.in_teams) as customer_id, by_mask.mask
    from by_mask
    where ${holds('by_mask', OWN_BITS)}
  )`,
    sql`
  select own_users + team_users as active_users, own_counts.*, team_members as team${alone.columns}
  from (
    select
      ${customersWith(OWN_BITS)} as own_users,
      ${join(perSource, ',\n      ')}${alone.own}
    from by_mask
  ) own_counts
  cross join (
    select
      count(*)::int as team_members,
      count(*) filter (where (team.customer_id in (${ownInTeams})) is not true)::int as team_users${alone.inTeams}
    from (${teamMembers(place, ownInTeams)}
    ) team
  ) team_counts`,
  )}
  order by p.location_id`
}

/** The column of a count by moments with those whom one source alone makes active users. */
export function onlyColumn(source: Source): `only_${Source}` {
  return `only_${source}`
}

const NOBODY_ALONE = { columns: sql``, own: sql``, inTeams: sql`` }

/** Those with one source of their own, less those of them whom a team makes count too. */
const ALONE = {
  columns: raw(
    [
      '',
      ...OWN_SOURCES.map((source) => `own_${source} - in_team_${source} as ${onlyColumn(source)}`),
      `team_users as ${onlyColumn('team')}`,
    ].join(',\n    '),
  ),
  own: raw(
    OWN_SOURCES.map((source) => {
      const isAlone = `by_mask.mask & ${OWN_BITS} = ${SOURCE_BITS[source]}`
      return `,\n      coalesce(sum(by_mask.customers) filter (where ${isAlone}), 0)::int as own_${source}`
    }).join(''),
  ),
  inTeams: raw(
    OWN_SOURCES.map((source) => {
      const alone = `select alone.customer_id from own_in_teams alone where alone.mask & ${OWN_BITS} = ${SOURCE_BITS[source]}`
      return `,\n      count(*) filter (where (team.customer_id in (${alone})) is true)::int as in_team_${source}`
    }).join(''),
  ),
}

/** Who pays for others here and counts himself. */
const PAYERS = sql`
        select own.customer_id
        from own
        where ${holds('own', IN_TEAM_BIT)} and ${holds('own', OWN_BITS)}`

/** Common table expressions up to `active` (customer_id, mask of sources). */
export function activeUsers(place: Place, ruleSet: RuleSet): Sql {
  return sql`${ownCustomers(place, ruleSet, 'nothing')},
  team as (${teamMembers(place, PAYERS)}
  ),
  ${activeOf(sql``)}`
}

/**
 * The same with since: the instant of the first evidence that counts. Through a team that is when both hold,
 * the paying customer's evidence and the membership under merged billing.
 */
export function activeUsersSince(place: Place, ruleSet: RuleSet): Sql {
  return sql`${ownCustomers(place, ruleSet, 'since')},
  team as (
    select e.customer_id, min(greatest(e.from_at, own.since)) as since
    from team_edges e
    join own
      on own.customer_id = e.paying_customer_id
      and ${holds('own', IN_TEAM_BIT)}
      and ${holds('own', OWN_BITS)}
    where ${edgesHere(place)}
    group by e.customer_id
  ),
  ${activeOf(sql`,
      least(own.since, team.since) as since`)}`
}

/** Of `own` and `team`. Members of teams stand in `own` too, by their bit. */
function activeOf(since: Sql): Sql {
  return sql`active as (
    select
      own.customer_id,
      own.mask & ${bit(OWN_BITS)} | case when team.customer_id is null then 0 else ${bit(SOURCE_BITS.team)} end as mask${since}
    from own
    left join team on team.customer_id = own.customer_id
    where ${holds('own', OWN_BITS)} or team.customer_id is not null
  )`
}

/** How many different customers are active users anywhere in the scope; with moments, at each of them. */
export function distinctCustomersStatement(scope: Scope, ruleSet: RuleSet): Sql {
  const place = placeOf(scope)
  const distinct = sql`count(distinct found.customer_id)::int as distinct_customers`
  const statement = forEachLocation(
    scope,
    scope.moments === undefined ? distinct : sql`p.moment, ${distinct}`,
    ownCustomers(place, ruleSet, 'nothing'),
    sql`
  select own.customer_id from own where ${holds('own', OWN_BITS)}
  union all
  (${teamMembers(place, PAYERS)})`,
  )
  return scope.moments === undefined
    ? statement
    : sql`${statement}
  group by p.moment`
}
