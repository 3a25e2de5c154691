/**
 * The SQL that finds evidence. Each finder selects from the records of one place: a location, its
 * window and the instant, given as constants (one location) or as the columns of an outer row (many).
 */
import sql, { join, raw, type Sql } from 'sql-template-tag'
import { countingContractKinds, countingFactKinds, countsIn, type RuleSet } from '#counting/rules'
import { MEMBER_BIT, PAYS_BIT, SOURCE_BITS, SUSPENDED_BIT } from '#model/source'

/** Where and when evidence is looked for, as SQL expressions. */
export interface Place {
  /** Limits a table to the network where the engine needs it to find the node; elsewhere it is nothing. */
  readonly ofNetwork: (table: string) => Sql
  readonly location: Sql
  readonly windowFrom: Sql
  readonly asOf: Sql
}

/** The kind of a standing contract `c` at the instant. A frozen one is frozen whatever else it is. */
export function contractKind(asOf: Sql): Sql {
  return sql`case
        when exists (
          select from paused_periods z
          where z.network_id = c.network_id
            and z.contract_ref = c.ref
            and z.from_at <= ${asOf}
            and z.until_at > ${asOf}
        ) then 'frozen'
        when c.starts_at > ${asOf} then 'future_start'
        when c.price_minor = 0 then 'free'
        else 'running'
      end`
}

/** Contracts that exist at the instant and have not ended by then. */
export function contractsFinder(place: Place, ruleSet: RuleSet): Sql {
  const { kinds, isAll } = countingContractKinds(ruleSet)
  const ofCountingKind = isAll
    ? sql``
    : sql`
        and ${contractKind(place.asOf)} = any (${raw(textArray(kinds))})`
  return sql`
      select c.customer_id, ${bit(SOURCE_BITS.contract)} as bit, c.from_at as since
      from contracts c
      where c.location_id = ${place.location}${place.ofNetwork('c')}
        and c.until_at > ${place.asOf}
        and c.from_at <= ${place.asOf}${ofCountingKind}`
}

/** Bookings, customer invoices and product sales of the window that stand at the instant. */
export function factsFinder(place: Place, ruleSet: RuleSet): Sql {
  const kinds = raw(`'{${countingFactKinds(ruleSet).join(',')}}'::int[]`)
  return sql`
      select f.customer_id, f.kind, f.at
      from facts f
      where f.location_id = ${place.location}${place.ofNetwork('f')}
        and f.at >= ${place.windowFrom}
        and f.at < ${place.asOf}
        and f.kind = any (${kinds})
      union all
      select f.customer_id, f.kind, f.at
      from ended_facts f
      where f.location_id = ${place.location}${place.ofNetwork('f')}
        and f.at >= ${place.windowFrom}
        and f.at < ${place.asOf}
        and f.ended_at > ${place.asOf}
        and f.kind = any (${kinds})`
}

/**
 * The first renewal of plan `r` at or after the window’s start, as `renewal.at`. Occurrence n is
 * base + n steps, worked out from the base each time, so that a clamped month end (31 Jan, 28 Feb,
 * 31 Mar) never rolls; all in UTC. The last day of a month is its successor's first less one day.
 * With n such that its month is not after the window's start, either n or n + 1 is the first.
 * `offset 0` has each step worked out once instead of wherever it is used; `date_part` is in floating
 * point, which `extract` is not any more.
 */
export function nextRenewal(place: Place): Sql {
  return sql`cross join lateral (
        select
          r.renews_from at time zone 'UTC' as anchor,
          case r.cycle when 'month' then r.every when 'last_day_of_month' then r.every when 'year' then r.every * 12 else 0 end as months,
          case r.cycle when 'day' then r.every when 'week' then r.every * 7 else 0 end as days,
          case r.cycle when 'last_day_of_month' then 1 else 0 end as month_end
        offset 0
      ) step
      cross join lateral (
        select
          case step.month_end
            when 1 then step.anchor - make_interval(days => date_part('day', step.anchor)::int - 1)
            else step.anchor
          end as base,
          greatest(0, case
            when step.days > 0 then ceil(date_part('epoch', ${place.windowFrom} - r.renews_from) / (86400 * step.days))
            else floor((${monthOf(sql`${place.windowFrom} at time zone 'UTC'`)} - ${monthOf(sql`step.anchor`)}) / step.months)
          end)::int as n
        offset 0
      ) first
      cross join lateral (
        select ${occurrence(sql`first.n`)} as at
        offset 0
      ) this
      cross join lateral (
        select case when this.at >= ${place.windowFrom} then this.at else ${occurrence(sql`(first.n + 1)`)} end as at
      ) renewal`
}

/** Months since year 0. */
function monthOf(timestamp: Sql): Sql {
  return sql`(date_part('year', ${timestamp}) * 12 + date_part('month', ${timestamp}))`
}

function occurrence(n: Sql): Sql {
  return sql`(first.base + make_interval(
          months => ${n} * step.months + step.month_end,
          days => ${n} * step.days - step.month_end
        )) at time zone 'UTC'`
}

/** Recurring products that renewed in the window. */
export function renewalsFinder(place: Place, ruleSet: RuleSet): Sql | null {
  if (!countsIn(ruleSet, 'recurring_product', 'renewed')) return null
  return sql`
      select r.customer_id, ${bit(SOURCE_BITS.recurring_product)}, renewal.at
      from recurring_products r
      ${nextRenewal(place)}
      where r.location_id = ${place.location}${place.ofNetwork('r')}
        and r.renews_until > ${place.windowFrom}
        and r.renews_from < ${place.asOf}
        and renewal.at < least(${place.asOf}, r.renews_until)`
}

/** Customers who are suspended or archived at the instant: no source, but it silences some. */
export function suspensionsFinder(place: Place): Sql {
  return sql`
      select s.customer_id, ${bit(SUSPENDED_BIT)}, null::timestamptz
      from location_suspensions s
      where s.location_id = ${place.location}${place.ofNetwork('s')}
        and s.until_at > ${place.asOf}
        and s.from_at <= ${place.asOf}`
}

/**
 * Who pays for whom here under merged billing: no source either, but it rides along as two bits so that
 * the paying customers and the members need not be looked for among all customers again.
 */
export function teamBitsFinder(place: Place): Sql {
  return sql`
      select e.paying_customer_id, ${bit(PAYS_BIT)}, null::timestamptz
      from team_edges e
      where ${edgesHere(place)}
      union all
      select e.customer_id, ${bit(MEMBER_BIT)}, null::timestamptz
      from team_edges e
      where ${edgesHere(place)}`
}

/** The edges `e` of the location that hold at the instant. */
export function edgesHere(place: Place): Sql {
  return sql`e.location_id = ${place.location}${place.ofNetwork('e')}
        and e.from_at <= ${place.asOf}
        and e.until_at > ${place.asOf}`
}

/** Everything that speaks for a customer himself, his suspension and his part in teams, as (customer_id, bit, since). */
export function ownEvidence(place: Place, ruleSet: RuleSet): Sql {
  const finders = [
    contractsFinder(place, ruleSet),
    factsFinder(place, ruleSet),
    renewalsFinder(place, ruleSet),
    suspensionsFinder(place),
    teamBitsFinder(place),
  ]
  return join(
    finders.filter((finder) => finder !== null),
    `
      union all`,
  )
}

export function bit(value: number): Sql {
  return raw(`${value}`)
}

export function textArray(values: readonly string[]): string {
  return `'{${values.join(',')}}'::text[]`
}
