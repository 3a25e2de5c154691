/**
 * The statement that freezes lists: who counts at each of several locations, each as of a cut-off of its
 * own, by which sources and which records. Its evidence is what the count itself reads, so that a list
 * and its evidence cannot differ.
 */
import sql, { join, raw, type Sql } from 'sql-template-tag'
import { evidenceRecord, joinEvidenceRecord } from '#counting/evidence-record'
import { bit, edgesHere, ownEvidence, type Place, suspendedCustomers } from '#counting/finders'
import type { RuleSet } from '#counting/rules'
import { type CountedWindow, placeOfWindow } from '#counting/window'
import { DERIVED_KINDS } from '#model/kind'
import { SOURCE_BITS, SOURCES } from '#model/source'

export interface CutOff {
  readonly locationId: number
  readonly cutOffAt: Date
  /** 1, or one more than the last that was voided. */
  readonly edition: number
}

/** The window that a platform invoice closes: it ends at the invoice, and what begins at that instant is not in it. */
function cutOffRows(networkId: number, cutOffs: readonly CutOff[]): Sql {
  return sql`
    select
      l.network_id,
      l.location_id,
      due.cut_off_at,
      due.edition,
      coalesce((
        select max(i.cut_off_at)
        from platform_invoices i
        where i.location_id = l.location_id
          and i.cut_off_at < due.cut_off_at
      ), l.created_at) as window_from
    from unnest(
      ${cutOffs.map(({ locationId }) => locationId)}::int[],
      ${cutOffs.map(({ cutOffAt }) => cutOffAt.toISOString())}::timestamptz[],
      ${cutOffs.map(({ edition }) => edition)}::int[]
    ) due (location_id, cut_off_at, edition)
    join locations l on l.network_id = ${networkId}::int and l.location_id = due.location_id
    offset 0`
}

/**
 * Who counts at place `p`, with the evidence: `evidence` (customer_id, kind, ref, at), and `active`
 * (customer_id, mask) made from it. The evidence is put in order once, where it is kept for both: an order
 * for each of them took some 8 of 100 more of the computing.
 */
function listed(place: Place, ruleSet: RuleSet): Sql {
  return sql`${suspendedCustomers(place)},
  records as materialized (${ownEvidence(place, ruleSet, 'record')}
  ),
  edges as materialized (
    select e.customer_id, e.paying_customer_id, e.team_id, e.from_at
    from team_edges e
    where ${edgesHere(place)}
  ),
  payers as materialized (
    select distinct records.customer_id
    from records
    where (records.customer_id in (select edges.paying_customer_id from edges)) is true
  ),
  evidence as materialized (
    select records.customer_id, records.bit as kind, records.ref, records.at
    from records
    union all
    select edges.customer_id, ${bit(DERIVED_KINDS.team.paying_customer)}, edges.team_id, edges.from_at
    from edges
    where (edges.paying_customer_id in (select payers.customer_id from payers)) is true
    order by customer_id, kind, at, ref
  ),
  active as (
    select evidence.customer_id, bit_or(evidence.kind) & ${bit(ALL_BITS)} as mask
    from evidence
    group by evidence.customer_id
  )`
}

/** The low byte of a kind is the bit of its source. */
const ALL_BITS = Object.values(SOURCE_BITS).reduce((bits, one) => bits | one, 0)

/**
 * Since 1970; null for since ever. As a float, which is exact for instants of whole milliseconds, as all of
 * ours are, and takes a tenth of the time of a numeric.
 */
const MILLISECONDS = raw(
  "case when isfinite(evidence.at) then (date_part('epoch', evidence.at) * 1000)::bigint end",
)

/** The arrays of a list and the figures over them. In order, as `evidence` is, so that the same list has the same text. */
const ARRAYS = sql`
  select users.*, proofs.*
  from (
    select
      count(*)::int as active_users,
      ${join(
        SOURCES.map(
          (source) =>
            sql`count(*) filter (where a.mask & ${bit(SOURCE_BITS[source])} > 0)::int as ${raw(source)}`,
        ),
        ',\n      ',
      )},
      coalesce(array_agg(a.customer_id), '{}') as customers,
      coalesce(array_agg(a.mask), '{}') as masks
    from (select active.customer_id, active.mask from active order by active.customer_id) a
  ) users
  cross join (
    select
      coalesce(array_agg(evidence.customer_id), '{}') as evidence_customers,
      coalesce(array_agg(evidence.kind), '{}') as evidence_kinds,
      coalesce(array_agg(evidence.ref), '{}') as evidence_refs,
      coalesce(array_agg(${MILLISECONDS}), '{}') as evidence_ms
    from evidence
  ) proofs`

/** The columns of a list in the order in which they are hashed. */
export const LIST_COLUMNS = [
  'customers',
  'masks',
  'evidence_customers',
  'evidence_kinds',
  'evidence_refs',
  'evidence_ms',
] as const

/** SHA-256 over the arrays of a list as texts, such as `{1,2}|{4,5}|…`. @param row the name of the row */
export function listHash(row: string): Sql {
  const texts = LIST_COLUMNS.map((column) => `${row}.${column}::text`).join(', ')
  return raw(`encode(sha256(convert_to(concat_ws('|', ${texts}), 'UTF8')), 'hex')`)
}

/**
 * Keeps the list of each cut-off and tells of it: location_id, cut_off_at, edition, window_from,
 * active_users, a column for each source, and list_hash. One statement, so one state of the data.
 */
export function freezeStatement(networkId: number, cutOffs: readonly CutOff[], ruleSet: RuleSet): Sql {
  const place: Place = {
    ofNetwork: (table) => sql` and ${raw(table)}.network_id = ${networkId}::int`,
    location: sql`p.location_id`,
    windowFrom: sql`p.window_from`,
    asOf: sql`p.cut_off_at`,
  }
  const columns = raw(LIST_COLUMNS.join(', '))
  return sql`
  with frozen as materialized (
    select p.network_id, p.location_id, p.cut_off_at, p.edition, p.window_from, found.*
    from (${cutOffRows(networkId, cutOffs)}
    ) p
    cross join lateral (
    with ${listed(place, ruleSet)}
    ${ARRAYS}
    ) found
  ),
  kept as (
    insert into platform_invoice_lists (network_id, location_id, cut_off_at, edition, ${columns})
    select network_id, location_id, cut_off_at, edition, ${columns}
    from frozen
  )
  select
    frozen.location_id, frozen.cut_off_at, frozen.edition, frozen.window_from, frozen.active_users,
    ${raw(SOURCES.map((source) => `frozen.${source}`).join(', '))},
    ${listHash('frozen')} as list_hash
  from frozen
  order by frozen.cut_off_at, frozen.location_id`
}

/**
 * The list of one window with its evidence, kept nowhere: the columns of {@link LIST_COLUMNS}, active_users,
 * a column for each source, and list_hash.
 */
export function listedStatement(window: CountedWindow, ruleSet: RuleSet): Sql {
  return sql`
  with listing as (
    with ${listed(placeOfWindow(window), ruleSet)}
    ${ARRAYS}
  )
  select listing.*, ${listHash('listing')} as list_hash
  from listing`
}

/**
 * Who counts in a window by one record alone, by name: customer_id, external_id, name, kind, and record,
 * its external id.
 */
export function singleRecordsStatement(window: CountedWindow, ruleSet: RuleSet): Sql {
  return sql`
  with ${listed(placeOfWindow(window), ruleSet)},
  single as (
    select evidence.customer_id, min(evidence.kind) as kind, min(evidence.ref) as ref
    from evidence
    group by evidence.customer_id
    having count(*) = 1
  )
  select c.customer_id, c.external_id, c.name, single.kind, ${evidenceRecord('single')} as record
  from single
  join customers c on c.network_id = ${window.networkId}::int and c.customer_id = single.customer_id${joinEvidenceRecord('single', 'c.network_id')}
  order by c.sort_name, c.customer_id`
}
