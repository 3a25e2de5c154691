/** Statements about customers near a cut-off: those who nearly count, and those who count twice. */
import sql, { type Sql } from 'sql-template-tag'
import { ALL_KINDS, intArray } from '#counting/evidence-statements'
import type { RuleSet } from '#counting/rules'
import { type CountedWindow, countedInWindow } from '#counting/window'

export interface NearScope extends CountedWindow {
  /** Start of the window before. */
  readonly lookBackTo: Date
  /** Records until here are soon after the cut-off. */
  readonly soonUntil: Date
}

/**
 * Who does not count and has a record at the location around the cut-off, or belongs to a team of somebody
 * who has: customer_id, external_id, name, by name.
 */
export function nearlyCountedStatement(scope: NearScope, ruleSet: RuleSet, limit: number): Sql {
  const { networkId, locationId, asOf, lookBackTo } = scope
  const network = sql`${networkId}::int`
  const location = sql`${locationId}::int`
  const at = sql`${asOf}::timestamptz`
  return sql`
  with counted as (${countedInWindow(scope, ruleSet)}
  ),
  near as (
    select c.customer_id
    from contracts c
    where c.network_id = ${network}
      and c.location_id = ${location}
      and c.from_at < ${scope.soonUntil}::timestamptz
      and c.until_at > ${lookBackTo}::timestamptz
    union
    select f.customer_id
    from (${factsAround(scope)}
    ) f
    union
    select r.customer_id
    from recurring_products r
    where r.network_id = ${network}
      and r.location_id = ${location}
    union
    select member.customer_id
    from team_memberships member
    where member.network_id = ${network}
      and member.from_at <= ${at}
      and member.until_at > ${at}
      and member.team_id in (
        select other.team_id
        from team_memberships other
        join location_customers here
          on here.location_id = ${location}
          and here.network_id = other.network_id
          and here.customer_id = other.customer_id
        where other.network_id = ${network}
          and other.from_at <= ${at}
          and other.until_at > ${at}
      )
  )
  select c.customer_id, c.external_id, c.name
  from near
  join customers c on c.network_id = ${network} and c.customer_id = near.customer_id
  where not exists (select from counted where counted.customer_id = near.customer_id)
  order by c.sort_name, c.customer_id
  limit ${limit}::int`
}

function factsAround({ networkId, locationId, lookBackTo, soonUntil }: NearScope): Sql {
  const around = sql`
      where f.location_id = ${locationId}::int
        and f.network_id = ${networkId}::int
        and f.kind = any (${ALL_KINDS})
        and f.at >= ${lookBackTo}::timestamptz
        and f.at < ${soonUntil}::timestamptz`
  return sql`
      select f.customer_id, f.at
      from facts f${around}
      union all
      select f.customer_id, f.at
      from ended_facts f${around}`
}

/** Of these customers: who belongs to a team at the cut-off, and who has a record soon after it. */
export function aroundStatement(scope: NearScope, customerIds: readonly number[]): Sql {
  const { networkId, locationId, asOf } = scope
  const at = sql`${asOf}::timestamptz`
  return sql`
  select
    u.customer_id,
    exists (
      select from team_memberships member
      where member.network_id = ${networkId}::int
        and member.customer_id = u.customer_id
        and member.from_at <= ${at}
        and member.until_at > ${at}
    ) as is_in_team,
    exists (
      select from (${factsAround({ ...scope, lookBackTo: asOf })}
      ) f
      where f.customer_id = u.customer_id
    ) or exists (
      select from contracts c
      where c.network_id = ${networkId}::int
        and c.customer_id = u.customer_id
        and c.location_id = ${locationId}::int
        and c.from_at >= ${at}
        and c.from_at < ${scope.soonUntil}::timestamptz
    ) as is_soon_after
  from unnest(${intArray(customerIds)}) u (customer_id)`
}

/** Who counts and shares his e-mail with another who counts: customer_id. */
export function samePeopleStatement(window: CountedWindow, ruleSet: RuleSet): Sql {
  return sql`
  with counted as (${countedInWindow(window, ruleSet)}
  ),
  addressed as (
    select c.customer_id, count(*) over (partition by lower(trim(c.email))) as sharing
    from counted
    join customers c on c.network_id = ${window.networkId}::int and c.customer_id = counted.customer_id
    where trim(c.email) <> ''
  )
  select addressed.customer_id
  from addressed
  where addressed.sharing > 1
  order by addressed.customer_id`
}
