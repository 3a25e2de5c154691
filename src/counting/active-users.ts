/** From the rules to the statements that count: who has which sources at a location. */
import sql, { join, raw, type Sql } from 'sql-template-tag'
import {
  audible,
  bit,
  type Extra,
  edgesHere,
  ownEvidenceAndOtherBits,
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

/** The same of the bit of a part in a team, which is the highest: one step less for each of many rows. */
function isInTeam(row: string): Sql {
  return raw(`${row}.mask >= ${IN_TEAM_BIT}`)
}

/**
 * The customers with records that count, and those with a part in a team: `own` (customer_id, mask), and since.
 * Where suspensions silence later, also those who are suspended, and masks of whom they tell.
 */
export function ownCustomers(place: Place, ruleSet: RuleSet, extra: Exclude<Extra, 'record'>): Sql {
  const columns = extra === 'since' ? sql`, min(found.since) as since` : sql``
  const own = sql`own as (
    select found.customer_id, bit_or(found.bit) as mask${columns}
    from (${ownEvidenceAndOtherBits(place, ruleSet, extra)}
    ) found
    group by found.customer_id
  )`
  return place.silencesLater ? own : join([suspendedCustomers(place), own], ',\n  ')
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
 * have that source alone. Customers are put together by their mask, of which there are few, and what suspension
 * silences is taken from these; only those in teams keep their numbers.
 */
export function countStatement(scope: Scope, ruleSet: RuleSet): Sql {
  const place = { ...placeOf(scope), silencesLater: true }
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
  ${byMask(sql`array_agg(own.customer_id) filter (where ${isInTeam('own')})`)},
  own_in_teams as (
    select unnest(by_mask.customer_ids) as customer_id, by_mask.mask
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
  )}${scope.locationId === undefined ? IN_ORDER : sql``}`
}

/** Of one location nothing needs to be put in order, which is a hundredth of its time. */
const IN_ORDER = raw(`
  order by p.location_id`)

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
        where ${isInTeam('own')} and ${holds('own', OWN_BITS)}`

/**
 * The customers of `own` by their mask, of which there are few: `by_mask` (mask, customers, customer_ids). What
 * suspension silences is taken from the mask of all of them at once.
 */
function byMask(customerIds: Sql): Sql {
  return sql`by_mask as (
    select ${audible(sql`found.mask`)} as mask, found.customers, found.customer_ids
    from (
      select own.mask, count(*)::int as customers, ${customerIds} as customer_ids
      from own
      group by own.mask
    ) found
  )`
}

/**
 * Common table expressions up to `sets` (mask of sources, customer_ids): the active users put together by their
 * sources, so that what is asked of sources is asked once and not of each. Only those with a part in a team are
 * looked for in `team` one by one. Several sets may have the same mask.
 */
export function activeSets(place: Place, ruleSet: RuleSet): Sql {
  const inTeams = sql`
      select unnest(by_mask.customer_ids) as customer_id, by_mask.mask
      from by_mask
      where ${isInTeam('by_mask')}`
  return sql`${ownCustomers({ ...place, silencesLater: true }, ruleSet, 'nothing')},
  ${byMask(sql`array_agg(own.customer_id)`)},
  team as (${teamMembers(
    place,
    sql`
        select payers.customer_id
        from (${inTeams}
        ) payers
        where ${holds('payers', OWN_BITS)}`,
  )}
  ),
  sets as (
    select by_mask.mask & ${bit(OWN_BITS)} as mask, by_mask.customer_ids
    from by_mask
    where ${holds('by_mask', OWN_BITS)} and not ${isInTeam('by_mask')}
    union all
    select looked_up.mask, array_agg(looked_up.customer_id)
    from (
      select
        in_teams.customer_id,
        in_teams.mask & ${bit(OWN_BITS)} | case
          when (in_teams.customer_id in (select team.customer_id from team)) is true then ${bit(SOURCE_BITS.team)}
          else 0
        end as mask
      from (${inTeams}
      ) in_teams
      offset 0
    ) looked_up
    where looked_up.mask > 0
    group by looked_up.mask
  )`
}

/** Customers of {@link activeSets}, one a row: (customer_id, mask). */
export const FROM_SETS = sql`
    select unnest(sets.customer_ids) as customer_id, sets.mask
    from sets`

/** Common table expressions up to `active` (customer_id, mask of sources). */
export function activeUsers(place: Place, ruleSet: RuleSet): Sql {
  return sql`${activeSets(place, ruleSet)},
  active as (${FROM_SETS}
  )`
}

/**
 * The same with since: the instant of the first evidence that counts. Through a team that is when both hold,
 * the paying customer's evidence and the membership under merged billing. Members of teams stand in `own` too,
 * by their bit.
 */
export function activeUsersSince(place: Place, ruleSet: RuleSet): Sql {
  return sql`${ownCustomers(place, ruleSet, 'since')},
  team as (
    select e.customer_id, min(greatest(e.from_at, own.since)) as since
    from team_edges e
    join own
      on own.customer_id = e.paying_customer_id
      and ${isInTeam('own')}
      and ${holds('own', OWN_BITS)}
    where ${edgesHere(place)}
    group by e.customer_id
  ),
  active as (
    select
      own.customer_id,
      own.mask & ${bit(OWN_BITS)} | case when team.customer_id is null then 0 else ${bit(SOURCE_BITS.team)} end as mask,
      least(own.since, team.since) as since
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
