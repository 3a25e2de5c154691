/** Which of the records that were read have facts already, and where: for an import, and for a batch. */
import sql, { raw, type Sql } from 'sql-template-tag'
import type { Session } from '#database/database'
import { FACT_KINDS, type FactSource } from '#model/kind'
import { SOURCE_BITS } from '#model/source'

/** A booking has one fact and so has a sale; an invoice has one at each of its locations. */
const INVOICE_BIT = raw(`${SOURCE_BITS.customer_invoice}`)
const TABLES = ['facts', 'ended_facts'] as const
const PLACE = raw('known.at, known.ref, known.location_id, known.kind')

/** Every kind beside its source. */
const KINDS = raw(
  Object.entries(FACT_KINDS)
    .flatMap(([source, kinds]) =>
      Object.values(kinds).map((kind) => `(${SOURCE_BITS[source as FactSource]}, ${kind})`),
    )
    .join(', '),
)

/** Of an import: by one pass over the facts of the network. */
export async function findKnownRecords(session: Session, networkId: number): Promise<void> {
  for (const table of TABLES) {
    await session.query(sql`
      insert into loading.known_records (has_ended, at, ref, location_id, kind)
      select ${raw(String(table === 'ended_facts'))}, ${PLACE}
      from ${raw(table)} known
      join (${readRecords()}
      ) read on read.source = known.kind & 255 and read.ref = known.ref
      where known.network_id = ${networkId}::int`)
  }
  await session.script('analyze loading.known_records')
}

/**
 * Of a batch: most of what came before stands where it is told to stand, which the key of the facts
 * answers. What does not, and invoices, which may have stood at other locations too, are looked for by number.
 * @param maybeKnown the numbers that are not surely new, by source
 */
export async function findKnownOfBatch(
  session: Session,
  networkId: number,
  maybeKnown: ReadonlyMap<FactSource, readonly number[]>,
): Promise<void> {
  for (const table of TABLES) await findByPlace(session, networkId, table)
  for (const [source, refs] of maybeKnown) {
    const left = source === 'customer_invoice' ? refs : await notFound(session, source, refs)
    if (left.length === 0) continue
    for (const table of TABLES) await findByNumber(session, networkId, table, source, left)
  }
}

async function findByPlace(
  session: Session,
  networkId: number,
  table: (typeof TABLES)[number],
): Promise<void> {
  await session.query(sql`
    insert into loading.known_records (has_ended, at, ref, location_id, kind)
    select distinct ${raw(String(table === 'ended_facts'))}, ${PLACE}
    from (
      select kind, at, ref, location_id from loading.facts
      union all
      select kind, at, ref, location_id from loading.ended_facts
    ) read
    join (values ${KINDS}) kinds (source, kind) on kinds.source = read.kind & 255
    join ${raw(table)} known
      on known.location_id = read.location_id
      and known.kind = kinds.kind
      and known.at = read.at
      and known.ref = read.ref
      and known.network_id = ${networkId}::int
    where read.kind & 255 <> ${INVOICE_BIT}`)
}

async function notFound(session: Session, source: FactSource, refs: readonly number[]): Promise<number[]> {
  const rows = await session.query<{ ref: number }>(sql`
    select ref
    from loading.known_records
    where kind & 255 = ${raw(`${SOURCE_BITS[source]}`)}`)
  const found = new Set(rows.map((row) => row.ref))
  return refs.filter((ref) => !found.has(ref))
}

async function findByNumber(
  session: Session,
  networkId: number,
  table: (typeof TABLES)[number],
  source: FactSource,
  refs: readonly number[],
): Promise<void> {
  const ordered = refs.toSorted((a, b) => a - b)
  await session.query(sql`
    insert into loading.known_records (has_ended, at, ref, location_id, kind)
    select ${raw(String(table === 'ended_facts'))}, ${PLACE}
    from ${raw(table)} known
    where known.network_id = ${networkId}::int
      and known.kind & 255 = ${raw(`${SOURCE_BITS[source]}`)}
      and known.ref >= ${ordered[0]}::bigint
      and known.ref <= ${ordered.at(-1)}::bigint
      and known.ref = any (${ordered}::bigint[])`)
}

/** The highest number of each source, for batches to come. */
export async function raiseHighestRefs(session: Session, networkId: number): Promise<void> {
  await session.query(sql`
    insert into highest_refs as known (network_id, source, ref)
    select ${networkId}::int, source, max(ref)
    from (${readRecords()}
    ) read
    where ref > 0
    group by source
    on conflict (network_id, source) do update
    set ref = excluded.ref
    where known.ref < excluded.ref`)
}

function readRecords(): Sql {
  return sql`
        select kind & 255 as source, ref from loading.facts
        union
        select kind & 255, ref from loading.ended_facts`
}
