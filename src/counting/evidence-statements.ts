/**
 * Statements that fetch the records of a few customers at one location, counting or not: the window
 * that is asked about and the one before it, since “it was in the last window” answers most questions.
 */
import sql, { raw, type Sql } from 'sql-template-tag'
import { stateAt } from '#counting/customer-state'
import { contractKind, type Place, plansWithRenewal } from '#counting/finders'
import type { CutOffSide } from '#counting/scope'
import { FACT_KINDS } from '#model/kind'

export interface EvidenceScope {
  readonly networkId: number
  readonly locationId: number
  readonly customerIds: readonly number[]
  readonly windowFrom: Date
  /** Start of the window before. */
  readonly lookBackTo: Date
  readonly asOf: Date
}

/** Of every fact, whether it counts or not. */
export const ALL_KINDS = raw(
  `'{${Object.values(FACT_KINDS)
    .flatMap((kinds) => Object.values(kinds))
    .join(',')}}'::int[]`,
)

export function intArray(values: readonly number[]): Sql {
  return raw(`'{${values.map((value) => Math.trunc(value)).join(',')}}'::int[]`)
}

/**
 * The start of the window that holds `asOf`, and of the one before it.
 * @param cutOff `before`: of the window that a platform invoice at `asOf` itself closes
 */
export function windowsStatement(
  { networkId, locationId }: Pick<EvidenceScope, 'networkId' | 'locationId'>,
  asOf: Date,
  cutOff: CutOffSide = 'after',
): Sql {
  const hasBegun = sql`i.cut_off_at ${raw(cutOff === 'before' ? '<' : '<=')} ${asOf}::timestamptz`
  return sql`
  select
    coalesce((
      select max(i.cut_off_at)
      from platform_invoices i
      where i.location_id = l.location_id and ${hasBegun}
    ), l.created_at) as window_from,
    coalesce((
      select distinct i.cut_off_at
      from platform_invoices i
      where i.location_id = l.location_id and ${hasBegun}
      order by i.cut_off_at desc
      offset 1
      limit 1
    ), l.created_at) as look_back_to
  from locations l
  where l.location_id = ${locationId}::int
    and l.network_id = ${networkId}::int`
}

/** Bookings, customer invoices and sales: customer_id, kind, at, ended_at, ref, external_id. */
export function factsStatement(scope: EvidenceScope): Sql {
  const condition = sql`f.location_id = ${scope.locationId}::int
      and f.network_id = ${scope.networkId}::int
      and f.kind = any (${ALL_KINDS})
      and f.at >= ${scope.lookBackTo}::timestamptz
      and f.at < ${scope.asOf}::timestamptz
      and f.customer_id = any (${intArray(scope.customerIds)})`
  return sql`
  select f.*, coalesce(x.external_id, f.ref::text) as external_id
  from (
    select f.customer_id, f.kind, f.at, null::timestamptz as ended_at, f.ref, f.network_id
    from facts f
    where ${condition}
    union all
    select f.customer_id, f.kind, f.at, f.ended_at, f.ref, f.network_id
    from ended_facts f
    where ${condition}
  ) f
  left join external_refs x on x.network_id = f.network_id and x.ref = f.ref
  order by f.at desc, f.ref`
}

/** Contracts that exist or existed by the instant, with their kind then. */
export function contractsStatement(scope: EvidenceScope): Sql {
  const asOf = sql`${scope.asOf}::timestamptz`
  return sql`
  select
    c.customer_id,
    case when c.until_at <= ${asOf} then 'ended' else ${contractKind(asOf)} end as kind,
    c.from_at,
    c.until_at,
    c.starts_at,
    c.price_minor = 0 as is_free,
    c.plan_name,
    coalesce(x.external_id, c.ref::text) as external_id
  from contracts c
  left join external_refs x on x.network_id = c.network_id and x.ref = c.ref
  where c.location_id = ${scope.locationId}::int
    and c.network_id = ${scope.networkId}::int
    and c.from_at <= ${asOf}
    and c.customer_id = any (${intArray(scope.customerIds)})
  order by c.from_at desc, c.ref`
}

/** Renewal plans with their first renewal from `from` on, whether it falls before the instant or after. */
export function plansStatement(scope: EvidenceScope, from: Date): Sql {
  const place: Place = {
    ofNetwork: () => sql``,
    location: sql`${scope.locationId}::int`,
    windowFrom: sql`${from}::timestamptz`,
    asOf: sql`${scope.asOf}::timestamptz`,
  }
  const asked = sql`r.location_id = ${scope.locationId}::int
                  and r.network_id = ${scope.networkId}::int
                  and r.customer_id = any (${intArray(scope.customerIds)})`
  return sql`
  select
    r.customer_id,
    r.product_name,
    r.renews_until,
    r.renewal_at as next_at,
    coalesce(x.external_id, r.ref::text) as external_id
  from ${plansWithRenewal(place, asked)}
  left join external_refs x on x.network_id = r.network_id and x.ref = r.ref
  order by r.ref`
}

/** The teams of one customer at the instant: who pays, and since when both have held. */
export function teamsStatement(networkId: number, customerId: number, asOf: Date): Sql {
  return sql`
  select
    t.name as team_name,
    t.external_id,
    billing.has_merged_billing,
    billing.paying_customer_id,
    payer.name as paying_customer_name,
    greatest(member.from_at, billing.from_at) as from_at,
    least(member.until_at, billing.until_at) as until_at
  from team_memberships member
  join teams t on t.network_id = member.network_id and t.team_id = member.team_id
  join team_billing billing
    on billing.network_id = member.network_id
    and billing.team_id = member.team_id
    and billing.from_at <= ${asOf}::timestamptz
    and billing.until_at > ${asOf}::timestamptz
  left join customers payer
    on payer.network_id = billing.network_id
    and payer.customer_id = billing.paying_customer_id
  where member.network_id = ${networkId}::int
    and member.customer_id = ${customerId}::int
    and member.from_at <= ${asOf}::timestamptz
    and member.until_at > ${asOf}::timestamptz
  order by t.name, t.team_id`
}

/** Those of the customers who are suspended or archived at the instant, with or without a record here. */
export function suspendedStatement({ networkId, customerIds, asOf }: EvidenceScope): Sql {
  const instant = sql`${asOf}::timestamptz`
  return sql`
  select c.customer_id
  from customers c
  where c.network_id = ${networkId}::int
    and c.customer_id = any (${intArray(customerIds)})
    and (${stateAt('c', 'suspended', instant)} or ${stateAt('c', 'archived', instant)})`
}
