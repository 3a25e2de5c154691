/**
 * Bookings, customer invoices and product sales. A fact's place (location, kind, instant) is its key,
 * so a record that changed is found by its number (source, ref) and its facts of other places go.
 */
import sql, { raw, type Sql } from 'sql-template-tag'
import type { Session } from '#database/database'
import { FACT_KINDS, type FactSource } from '#model/kind'
import { SOURCE_BITS } from '#model/source'
import { findKnownRecords } from '#services/imports/known-facts'
import { FACT_COLUMNS as COLUMNS, isEmpty, swapFacts } from '#services/imports/loading-tables'
import { type Merged, upsert, upsertStatement } from '#services/imports/merge-records'

export type MergedBySource = Record<FactSource, Merged>

const SAME_PLACE = raw(
  'record.location_id = read.location_id and record.kind = read.kind and record.at = read.at and record.ref = read.ref',
)

/** A fact that is known of a record. */
function sameRecord(networkId: number): Sql {
  return sql`known.location_id = record.location_id
        and known.kind = record.kind
        and known.at = record.at
        and known.ref = record.ref
        and known.network_id = ${networkId}::int`
}

/** How many records were read into the loading tables. Of five million it takes as long as building their key. */
export function countLoadedFacts(session: Session): Promise<MergedBySource> {
  return countBySource(
    session,
    sql`
      select kind & 255 as source, ref from loading.facts
      union all
      select kind & 255, ref from loading.ended_facts`,
  )
}

/** The facts of a first import: nothing to compare with. */
export async function adoptFacts(session: Session): Promise<void> {
  await swapFacts(session)
  await upsert(session, 'recurring_products')
  await session.query(
    sql`insert into ended_facts (${COLUMNS}, ended_at) select ${COLUMNS}, ended_at from loading.ended_facts`,
  )
}

/** Facts beside others: what is the same stays untouched, so a second import of the same changes nothing. */
export async function mergeFacts(
  session: Session,
  networkId: number,
  recordedAt: Date,
): Promise<MergedBySource> {
  await findKnownRecords(session, networkId)
  await mergePlans(session, networkId)
  await changeKnownFacts(session, networkId, recordedAt)
  await addFacts(session)
  return countMerged(session)
}

/** Ends and removes what is told no longer as it was, of the records in `loading.known_records`. */
export async function changeKnownFacts(session: Session, networkId: number, recordedAt: Date): Promise<void> {
  if (!(await isEmpty(session, 'loading.voided_invoices'))) {
    await endVoidedInvoices(session, networkId, recordedAt)
  }
  for (const table of ['facts', 'ended_facts']) {
    await touch(
      session,
      sql`
      with gone as materialized (
        select *
        from loading.known_records record
        where record.has_ended = ${raw(String(table === 'ended_facts'))}
          and not exists (select from loading.${raw(table)} read where ${SAME_PLACE})
      )
      delete from ${raw(table)} known
      using gone record
      where ${sameRecord(networkId)}
      returning known.kind & 255 as source, known.ref`,
    )
  }
}

/** Adds what was read and is not there, and corrects whose it is. */
export async function addFacts(session: Session): Promise<void> {
  await touch(
    session,
    sql`
      insert into facts as known (${COLUMNS})
      select ${COLUMNS} from loading.facts order by location_id, kind, at, ref
      on conflict (location_id, kind, at, ref, network_id) do update
      set customer_id = excluded.customer_id, import_id = excluded.import_id
      where known.customer_id <> excluded.customer_id
      returning known.kind & 255 as source, known.ref`,
  )
  await touch(
    session,
    sql`
      insert into ended_facts as known (${COLUMNS}, ended_at)
      select ${COLUMNS}, ended_at from loading.ended_facts
      on conflict (location_id, kind, at, ref, network_id) do update
      set customer_id = excluded.customer_id, ended_at = excluded.ended_at, import_id = excluded.import_id
      where (known.customer_id, known.ended_at) is distinct from (excluded.customer_id, excluded.ended_at)
      returning known.kind & 255 as source, known.ref`,
  )
}

/** How many records of each source are new, and how many changed. */
async function countMerged(session: Session): Promise<MergedBySource> {
  const touched = await countBySource(session, sql`select source, ref from loading.touched_records`)
  const changed = await countBySource(
    session,
    sql`
      select source, ref from loading.touched_records
      intersect
      select kind & 255, ref from loading.known_records`,
  )
  return eachSource((source) => ({
    added: touched[source].added - changed[source].added,
    changed: changed[source].added,
  }))
}

/** Renewal plans belong to their sales: a product that is no longer recurring has none. */
export async function mergePlans(session: Session, networkId: number): Promise<void> {
  await session.query(sql`
    delete from recurring_products plan
    using loading.one_off_products sale
    where plan.network_id = ${networkId}::int
      and plan.ref = sale.ref`)
  await touch(
    session,
    sql`${upsertStatement('recurring_products')}
      returning ${raw(`${SOURCE_BITS.recurring_product}`)} as source, ref`,
  )
}

/**
 * An invoice that stood and is void now stood until it was voided: its fact ends, and the reading as
 * void is dropped, as it is by every later import that finds it ended.
 */
async function endVoidedInvoices(session: Session, networkId: number, recordedAt: Date): Promise<void> {
  const bit = raw(`${SOURCE_BITS.customer_invoice}`)
  const silent = Object.entries(FACT_KINDS.customer_invoice)
    .filter(([name]) => name === 'void' || name === 'draft' || name === 'credit_note')
    .map(([, number]) => number)
  await touch(
    session,
    sql`
      insert into ended_facts (${COLUMNS}, ended_at)
      select
        known.at, known.ref, known.network_id, known.location_id, known.customer_id, known.import_id, known.kind,
        case
          when voided.updated_at > known.at and voided.updated_at <= ${recordedAt}::timestamptz then voided.updated_at
          else ${recordedAt}::timestamptz
        end
      from facts known
      join loading.known_records record on ${sameRecord(networkId)}
      join loading.voided_invoices voided on voided.ref = known.ref
      where known.kind & 255 = ${bit}
        and known.kind <> all (${raw(`'{${silent.join(',')}}'::int[]`)})
      on conflict do nothing
      returning kind & 255 as source, ref`,
  )
  await session.query(sql`
    delete from facts known
    using loading.known_records record, loading.voided_invoices voided, ended_facts ended
    where ${sameRecord(networkId)}
      and known.kind & 255 = ${bit}
      and known.ref = voided.ref
      and ended.network_id = known.network_id
      and ended.kind & 255 = ${bit}
      and ended.ref = known.ref`)
  await session.query(sql`
    insert into loading.ended_facts (${COLUMNS}, ended_at)
    select ${prefixed('ended', COLUMNS)}, ended.ended_at
    from ended_facts ended
    join loading.voided_invoices voided on voided.ref = ended.ref
    where ended.network_id = ${networkId}::int
      and ended.kind & 255 = ${bit}`)
  await session.query(sql`
    delete from loading.facts read
    using loading.ended_facts ended
    where read.kind & 255 = ${bit}
      and ended.kind & 255 = ${bit}
      and ended.ref = read.ref`)
}

async function touch(session: Session, changes: Sql): Promise<void> {
  await session.query(sql`
    with touched as (${changes}
    )
    insert into loading.touched_records (source, ref) select source, ref from touched`)
}

async function countBySource(session: Session, records: Sql): Promise<MergedBySource> {
  const rows = await session.query<{ source: number; records: number }>(sql`
    select source, count(distinct ref)::int as records
    from (${records}
    ) record
    group by source`)
  const bySource = new Map(rows.map((row) => [row.source, row.records]))
  return eachSource((source) => ({ added: bySource.get(SOURCE_BITS[source]) ?? 0, changed: 0 }))
}

export function eachSource(of: (source: FactSource) => Merged): MergedBySource {
  return {
    booking: of('booking'),
    customer_invoice: of('customer_invoice'),
    recurring_product: of('recurring_product'),
  }
}

function prefixed(table: string, columns: Sql): Sql {
  return raw(
    columns.sql
      .split(', ')
      .map((column) => `${table}.${column}`)
      .join(', '),
  )
}
