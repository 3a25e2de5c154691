/**
 * What a list tells of each active user beside his sources, asked for the customers of one page alone, so
 * that a list of thousands costs what the list costs.
 */
import sql, { raw, type Sql } from 'sql-template-tag'
import { activeUsersSince } from '#counting/active-users'
import { type StateOfCustomer, stateAt } from '#counting/customer-state'
import { edgesHere, ownEvidence, type Place, suspendedCustomers } from '#counting/finders'
import { disputableKinds, type RuleSet } from '#counting/rules'
import { forEachLocation, placeOf, type Scope } from '#counting/scope'

type LocationScope = Scope & { readonly networkId: number; readonly locationId: number }

/** Looks at nothing but the records of the customers that a table expression `who` holds. */
function amongWho(place: Place): Place {
  return {
    ...place,
    ofCustomers: (table) =>
      sql` and (${raw(table)}.customer_id in (select who.customer_id from who)) is true`,
  }
}

/**
 * Of customers who count under the rule set: customer_id, since (the instant of the first evidence that counts),
 * is_member, is_suspended, is_archived, is_disputable (they count by nothing that is beyond dispute), and teams,
 * the names of those by which they count. All in one statement, since each would read the records of the window
 * again.
 */
export function rowDetailsStatement(
  scope: LocationScope,
  ruleSet: RuleSet,
  customerIds: readonly number[],
): Sql {
  const place = placeOf(scope)
  const ofThese = { ...amongWho(place), contracts: 'standing' }
  const disputable = raw(`'{${disputableKinds(ruleSet).join(',')}}'::int[]`)
  const state = (property: StateOfCustomer) => sql`
    case
      when (asked.customer_id in (select suspended.customer_id from suspended)) is true
      then (
        select ${stateAt('c', property, place.asOf)}
        from customers c
        where c.network_id = ${scope.networkId}::int and c.customer_id = asked.customer_id
      )
      else false
    end as is_${raw(property)}`
  return forEachLocation(
    scope,
    raw('found.*'),
    sql`asked as materialized (
    select unnest(${customerIds}::int[]) as customer_id
  ),
  edges as materialized (
    select e.customer_id, e.paying_customer_id, e.team_id, e.from_at
    from team_edges e
    where ${edgesHere(place)}
      and (e.customer_id in (select asked.customer_id from asked)) is true
  ),
  who as materialized (
    select asked.customer_id from asked
    union
    select edges.paying_customer_id from edges
  ),
  ${suspendedCustomers(ofThese)},
  standing as materialized (
    select c.*
    from who
    cross join lateral (
      select c.*
      from contracts c
      where c.location_id = ${place.location}${place.ofNetwork('c')}
        and c.customer_id = who.customer_id
      offset 0
    ) c
    where c.until_at > ${place.asOf}
      and c.from_at <= ${place.asOf}
  ),
  own as (
    select
      found.customer_id,
      min(found.at) as since,
      bool_or(found.bit <> all (${disputable})) as is_firm
    from (${ownEvidence(ofThese, ruleSet, 'record')}
    ) found
    group by found.customer_id
  ),
  through_teams as (
    select
      named.customer_id,
      array_agg(distinct named.team order by named.team) as teams,
      min(named.since) as since,
      bool_or(named.is_firm) as is_firm
    from (
      select
        edges.customer_id,
        payer.is_firm,
        greatest(edges.from_at, payer.since) as since,
        (select t.name from teams t where t.network_id = ${scope.networkId}::int and t.team_id = edges.team_id) as team
      from edges
      join own payer on payer.customer_id = edges.paying_customer_id
    ) named
    group by named.customer_id
  )`,
    sql`
  select
    asked.customer_id,
    least(own.since, through_teams.since) as since,
    (asked.customer_id in (select standing.customer_id from standing)) is true as is_member,${state('suspended')},${state('archived')},
    own.is_firm is not true and through_teams.is_firm is not true as is_disputable,
    coalesce(through_teams.teams, '{}') as teams
  from asked
  left join own on own.customer_id = asked.customer_id
  left join through_teams on through_teams.customer_id = asked.customer_id`,
  )
}

/**
 * Those of the customers who count under a rule set, be it by themselves or through a team, at each location
 * of the scope: location_id, customer_id, mask, since.
 */
export function sourcesAmongStatement(scope: Scope, ruleSet: RuleSet, customerIds: readonly number[]): Sql {
  const place = placeOf(scope)
  return forEachLocation(
    scope,
    raw('p.location_id, found.*'),
    sql`asked as materialized (
    select unnest(${customerIds}::int[]) as customer_id
  ),
  who as materialized (
    select asked.customer_id from asked
    union
    select e.paying_customer_id
    from team_edges e
    where ${edgesHere(place)}
      and (e.customer_id in (select asked.customer_id from asked)) is true
  ),
  ${activeUsersSince(amongWho(place), ruleSet)}`,
    sql`
  select active.customer_id, active.mask, active.since
  from active
  where (active.customer_id in (select asked.customer_id from asked)) is true`,
  )
}
