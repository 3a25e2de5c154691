/**
 * The SQL that finds evidence. Each finder selects from the records of one place: a location, its
 * window and the instant, given as constants (one location) or as the columns of an outer row (many).
 */
import sql, { join, raw, type Sql } from 'sql-template-tag'
import {
  countingContractKinds,
  countingFactKinds,
  countsIn,
  type RuleSet,
  SILENCED_SOURCES,
} from '#counting/rules'
import { DERIVED_KINDS } from '#model/kind'
import { IN_TEAM_BIT, SOURCE_BITS, type Source, SUSPENDED_BIT } from '#model/source'

/** Where and when evidence is looked for, as SQL expressions. */
export interface Place {
  /** Limits a table to the network where nothing else in the statement names it. */
  readonly ofNetwork: (table: string) => Sql
  /** Limits a table to the customers that are asked about; absent: everybody. */
  readonly ofCustomers?: (table: string) => Sql
  /** Where its contracts are read from, in place of the table of all. */
  readonly contracts?: string
  /** Whether records that suspension silences are found all the same: the suspended are a bit of their own, {@link suspendedBit}. */
  readonly silencesLater?: boolean
  readonly location: Sql
  readonly windowFrom: Sql
  readonly asOf: Sql
}

/** Limits a table with customers to those of the place. */
export function ofPlace({ ofNetwork, ofCustomers }: Place, table: string): Sql {
  return sql`${ofNetwork(table)}${ofCustomers?.(table) ?? sql``}`
}

/**
 * What is selected of each record beside whose it is and for which source: a column less is a tenth of the
 * time. `since`: when it began. `record`: which record it is and when it began, with its whole kind.
 */
export type Extra = 'nothing' | 'since' | 'record'

function extras(extra: Extra, ref: Sql, instant: Sql): Sql {
  if (extra === 'nothing') return sql``
  return extra === 'since' ? sql`, ${instant} as since` : sql`, ${ref} as ref, ${instant} as at`
}

/**
 * The kind of a standing contract `c` at the instant. A frozen one is frozen whatever else it is. `offset 0`
 * keeps the look-up one by its key: the planner would read all pauses for each location instead (measured:
 * 1.2 of 4.3 s of computing for 500 locations).
 * @param mayBePaused false for contracts that need no look-up
 */
export function contractKind(asOf: Sql, mayBePaused: Sql = sql`true`): Sql {
  return sql`case
        when ${mayBePaused} and exists (
          select from paused_periods z
          where z.network_id = c.network_id
            and z.contract_ref = c.ref
            and z.from_at <= ${asOf}
            and z.until_at > ${asOf}
          offset 0
        ) then 'frozen'
        when c.starts_at > ${asOf} then 'future_start'
        when c.price_minor = 0 then 'free'
        else 'running'
      end`
}

/** Contracts that exist at the instant and have not ended by then. */
export function contractsFinder(place: Place, ruleSet: RuleSet, extra: Extra): Sql {
  const { kinds, isAll } = countingContractKinds(ruleSet)
  const ofCountingKind = isAll
    ? sql``
    : sql`
        and ${contractKind(place.asOf)} = any (${raw(textArray(kinds))})`
  return sql`
      select c.customer_id, ${contractBits(place, extra)} as bit${extras(extra, sql`c.ref`, sql`c.from_at`)}
      from ${raw(place.contracts ?? 'contracts')} c
      where c.location_id = ${place.location}${ofPlace(place, 'c')}
        and c.until_at > ${place.asOf}
        and c.from_at <= ${place.asOf}${ofCountingKind}${unlessSilenced(place, ['contract'], 'c')}`
}

/**
 * The bit of the source, or the number of the contract's kind, which holds that bit. Where records are asked of
 * everybody, few of their contracts were ever paused: those are looked up first, from all pauses, once for all
 * locations of a statement.
 */
function contractBits({ asOf, ofNetwork, ofCustomers }: Place, extra: Extra): Sql {
  if (extra !== 'record') return bit(SOURCE_BITS.contract)
  const numbers = Object.entries(DERIVED_KINDS.contract).map(
    ([name, number]) => `when '${name}' then ${number}`,
  )
  const everPaused =
    ofCustomers === undefined
      ? sql`c.ref in (select z.contract_ref from paused_periods z where true${ofNetwork('z')})`
      : sql`true`
  return sql`case ${contractKind(asOf, everPaused)} ${raw(numbers.join(' '))} end`
}

/** Bookings, customer invoices and product sales of the window that stand at the instant. */
export function factsFinder(place: Place, ruleSet: RuleSet, extra: Extra): Sql {
  const kinds = raw(`'{${countingFactKinds(ruleSet).join(',')}}'::int[]`)
  const silenced = unlessSilenced(place, ['booking', 'customer_invoice', 'recurring_product'], 'f')
  return sql`
      select f.customer_id, f.kind${extras(extra, sql`f.ref`, sql`f.at`)}
      from facts f
      where f.location_id = ${place.location}${ofPlace(place, 'f')}
        and f.at >= ${place.windowFrom}
        and f.at < ${place.asOf}
        and f.kind = any (${kinds})${silenced}
      union all
      select f.customer_id, f.kind${extras(extra, sql`f.ref`, sql`f.at`)}
      from ended_facts f
      where f.location_id = ${place.location}${ofPlace(place, 'f')}
        and f.at >= ${place.windowFrom}
        and f.at < ${place.asOf}
        and f.ended_at > ${place.asOf}
        and f.kind = any (${kinds})${silenced}`
}

/**
 * Renewal plans `r` for which `condition` holds, each with `renewal_at`: its first renewal at or after the
 * window’s start. Occurrence n is base + n steps, worked out from the base each time, so that a clamped
 * month end (31 Jan, 28 Feb, 31 Mar) never rolls; all in UTC, for which `interval '0'` is a quick name.
 * With n the number of average steps to the window's start, to the nearest, either n or n + 1 is the first:
 * no number of calendar steps is half a step longer or shorter than as many average ones. `offset 0` has each
 * column worked out once.
 */
export function plansWithRenewal(place: Place, condition: Sql): Sql {
  const windowFrom = sql`(${place.windowFrom} at time zone interval '0')`
  return sql`(
        select
          r.*,
          (case when r.nearest_at >= ${windowFrom} then r.nearest_at else ${occurrence('(r.n + 1)')} end)
            at time zone interval '0' as renewal_at
        from (
          select r.*, ${occurrence('r.n')} as nearest_at
          from (
            select
              r.network_id, r.ref, r.customer_id, r.product_name, r.renews_until,
              r.base, r.step_months, r.step_days, r.days_before,
              greatest(0, round(date_part('epoch', ${windowFrom} - r.base) / r.step_seconds))::int as n
            from recurring_products r
            where r.ended_at > ${place.asOf}
              and ${condition}
            offset 0
          ) r
          offset 0
        ) r
      ) r`
}

function occurrence(n: string): Sql {
  return raw(
    `r.base + make_interval(months => ${n} * r.step_months, days => ${n} * r.step_days - r.days_before)`,
  )
}

/** Recurring products that renewed in the window. */
export function renewalsFinder(place: Place, ruleSet: RuleSet, extra: Extra): Sql | null {
  if (!countsIn(ruleSet, 'recurring_product', 'renewed')) return null
  const renewed = extra === 'record' ? DERIVED_KINDS.recurring_product.renewed : SOURCE_BITS.recurring_product
  const standing = sql`r.location_id = ${place.location}${ofPlace(place, 'r')}
                  and r.renews_until > ${place.windowFrom}
                  and r.renews_from < ${place.asOf}`
  return sql`
      select r.customer_id, ${bit(renewed)}${extras(extra, sql`r.ref`, sql`r.renewal_at`)}
      from ${plansWithRenewal(place, standing)}
      where r.renewal_at < least(${place.asOf}, r.renews_until)${unlessSilenced(place, ['recurring_product'], 'r')}`
}

/** Customers who are suspended or archived at the instant: no source, but it silences some. */
export function suspendedCustomers(place: Place): Sql {
  return sql`suspended as materialized (
    select s.customer_id${suspensionsHere(place)}
  )`
}

/** From where they are: suspensions `s` of the location that hold at the instant. */
export function suspensionsHere(place: Place): Sql {
  return sql`
    from location_suspensions s
    where s.location_id = ${place.location}${ofPlace(place, 's')}
      and s.until_at > ${place.asOf}
      and s.from_at <= ${place.asOf}`
}

/** The same as evidence, which a sum of all bits takes into account with {@link audible}. */
function suspendedBit(place: Place): Sql {
  return sql`
    select s.customer_id, ${bit(SUSPENDED_BIT)}${suspensionsHere(place)}`
}

/** A mask without the sources that suspension silences, if it holds that bit. */
export function audible(mask: Sql): Sql {
  const silenced = SILENCED_SOURCES.reduce((bits, source) => bits | SOURCE_BITS[source], 0)
  return sql`case when ${mask} & ${bit(SUSPENDED_BIT)} = 0 then ${mask} else ${mask} & ~${bit(silenced)} end`
}

/** Leaves out records of table `alias` that suspension silences: where each is of one source, or has a kind. */
function unlessSilenced({ silencesLater = false }: Place, sources: readonly Source[], alias: string): Sql {
  if (silencesLater) return sql``
  const silenced = sources.filter((source) => SILENCED_SOURCES.includes(source))
  if (silenced.length === 0) return sql``
  const isAudible = raw(`(${alias}.customer_id in (select suspended.customer_id from suspended)) is not true`)
  if (silenced.length === sources.length) {
    return sql`
        and ${isAudible}`
  }
  const bits = silenced.reduce((mask, source) => mask | SOURCE_BITS[source], 0)
  return sql`
        and (${raw(alias)}.kind & ${bit(bits)} = 0 or ${isAudible})`
}

/**
 * Who pays and who is paid for here under merged billing: no source either, but it rides along as a bit,
 * so that these few need not be looked for among all customers again.
 */
export function teamBitFinder(place: Place, extra: Exclude<Extra, 'record'>): Sql {
  const never = extra === 'since' ? sql`, null::timestamptz` : sql``
  return sql`
      select distinct e.paying_customer_id, ${bit(IN_TEAM_BIT)}${never}
      from team_edges e
      where ${edgesHere(place)}
      union all
      select e.customer_id, ${bit(IN_TEAM_BIT)}${never}
      from team_edges e
      where ${edgesHere(place)}`
}

/** The edges `e` of the location that hold at the instant. */
export function edgesHere(place: Place): Sql {
  return sql`e.location_id = ${place.location}${ofPlace(place, 'e')}
        and e.from_at <= ${place.asOf}
        and e.until_at > ${place.asOf}`
}

/**
 * Everything that counts for a customer himself, as (customer_id, bit) and the extra. It looks suspensions
 * up in a common table expression, {@link suspendedCustomers}.
 */
export function ownEvidence(place: Place, ruleSet: RuleSet, extra: Extra): Sql {
  const finders = [
    contractsFinder(place, ruleSet, extra),
    factsFinder(place, ruleSet, extra),
    renewalsFinder(place, ruleSet, extra),
  ]
  return join(
    finders.filter((finder) => finder !== null),
    UNION_ALL,
  )
}

/** {@link ownEvidence}, parts in teams, and suspensions where these silence later. */
export function ownEvidenceAndOtherBits(
  place: Place,
  ruleSet: RuleSet,
  extra: Exclude<Extra, 'record'>,
): Sql {
  const suspended = place.silencesLater ? [suspendedBit(place)] : []
  return join([ownEvidence(place, ruleSet, extra), teamBitFinder(place, extra), ...suspended], UNION_ALL)
}

const UNION_ALL = `
      union all`

export function bit(value: number): Sql {
  return raw(`${value}`)
}

export function textArray(values: readonly string[]): string {
  return `'{${values.join(',')}}'::text[]`
}
