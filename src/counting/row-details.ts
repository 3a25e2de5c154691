/**
 * What a list tells of each active user beside his sources, asked for the customers of one page alone, so
 * that a list of thousands costs what the list costs.
 */
import sql, { raw, type Sql } from 'sql-template-tag'
import { activeUsersSince, ownCustomers, ownSource } from '#counting/active-users'
import { stateAt } from '#counting/customer-state'
import { edgesHere, type Place, suspendedCustomers } from '#counting/finders'
import { isMember } from '#counting/list-filter'
import type { RuleSet } from '#counting/rules'
import { forEachLocation, placeOf, type Scope } from '#counting/scope'

type LocationScope = Scope & { readonly networkId: number; readonly locationId: number }

/** Looks at nothing but the records of the customers that a table expression `who` holds. */
function amongWho(place: Place): Place {
  return {
    ...place,
    ofNetwork: (table) =>
      sql`${place.ofNetwork(table)} and (${raw(table)}.customer_id in (select who.customer_id from who)) is true`,
  }
}

/** Kind and state of customers: customer_id, is_member, is_suspended, is_archived. */
export function statesStatement(scope: LocationScope, customerIds: readonly number[]): Sql {
  const place = amongWho(placeOf(scope))
  const state = (property: 'suspended' | 'archived') => sql`
      case
        when (c.customer_id in (select suspended.customer_id from suspended)) is true
        then ${stateAt('c', property, place.asOf)}
        else false
      end as is_${raw(property)}`
  return forEachLocation(
    scope,
    raw('found.*'),
    sql`who as materialized (
    select unnest(${customerIds}::int[]) as customer_id
  ),
  ${suspendedCustomers(place)}`,
    sql`
  select
    c.customer_id,
    (${isMember(place, 'who')}) is true as is_member,${state('suspended')},${state('archived')}
  from who
  join customers c on c.network_id = ${scope.networkId}::int and c.customer_id = who.customer_id`,
  )
}

/** The names of the teams by which customers count: customer_id, teams. */
export function teamNamesStatement(
  scope: LocationScope,
  ruleSet: RuleSet,
  customerIds: readonly number[],
): Sql {
  const place = placeOf(scope)
  const members = sql`(e.customer_id in (select unnest(${customerIds}::int[]))) is true`
  return forEachLocation(
    scope,
    raw('found.*'),
    sql`who as materialized (
    select distinct e.paying_customer_id as customer_id
    from team_edges e
    where ${edgesHere(place)}
      and ${members}
  ),
  ${ownCustomers(amongWho(place), ruleSet, 'nothing')}`,
    sql`
  select e.customer_id, array_agg(distinct t.name order by t.name) as teams
  from team_edges e
  join own on own.customer_id = e.paying_customer_id and ${ownSource('own')}
  join teams t on t.network_id = ${scope.networkId}::int and t.team_id = e.team_id
  where ${edgesHere(place)}
    and ${members}
  group by e.customer_id`,
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
