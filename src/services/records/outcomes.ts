/** What became of each record of a batch: known before or not, touched or not. */
import sql, { raw } from 'sql-template-tag'
import type { Session } from '#database/database'
import type { FactSource } from '#model/kind'
import type { NetworkedRecord, RecordKind } from '#model/records'
import { SOURCE_BITS } from '#model/source'
import type { StageIds } from '#services/imports/stage'

export type Outcome = 'added' | 'changed' | 'unchanged'

/** Records by kind: external ids where they are known by these, else numbers. */
export type RecordSet = Map<RecordKind, ReadonlySet<string | number>>

type StateKind = Exclude<RecordKind, FactSource>

/** The table of each kind that is no fact, and the column that a record is known by. */
const STATES = {
  location: { table: 'locations', column: 'external_id' },
  customer: { table: 'customers', column: 'external_id' },
  customer_change: { table: 'customer_changes', column: 'ref' },
  contract: { table: 'contracts', column: 'ref' },
  pause: { table: 'paused_periods', column: 'ref' },
  team: { table: 'teams', column: 'external_id' },
  platform_invoice: { table: 'platform_invoices', column: 'external_id' },
} as const satisfies Record<StateKind, { table: string; column: 'external_id' | 'ref' }>

export const FACT_SOURCES = [
  'booking',
  'customer_invoice',
  'recurring_product',
] as const satisfies FactSource[]

/** What a record of this kind is known by. */
function nameOf(record: NetworkedRecord, { refs }: StageIds): string | number {
  const isNamed = isState(record.kind) && STATES[record.kind].column === 'external_id'
  return isNamed ? record.externalId : refs.refOf(record.kind, record.externalId)
}

function isState(kind: RecordKind): kind is StateKind {
  return kind in STATES
}

/** Those of the batch that are no facts and are there already. */
export function knownStates(
  session: Session,
  ids: StageIds,
  records: readonly NetworkedRecord[],
): Promise<RecordSet> {
  return findStates(session, ids, records, false)
}

/** Those of them that this batch wrote: a record that stays as it is keeps the number of its import. */
export function writtenStates(
  session: Session,
  ids: StageIds,
  records: readonly NetworkedRecord[],
): Promise<RecordSet> {
  return findStates(session, ids, records, true)
}

async function findStates(
  session: Session,
  ids: StageIds,
  records: readonly NetworkedRecord[],
  isWritten: boolean,
): Promise<RecordSet> {
  const found: RecordSet = new Map()
  for (const [kind, { table, column }] of Object.entries(STATES)) {
    const names = records.filter((record) => record.kind === kind).map((record) => nameOf(record, ids))
    if (names.length === 0) continue
    const ofBatch = isWritten ? sql` and import_id = ${ids.importId}::int` : sql``
    const rows = await session.query<{ name: string | number }>(sql`
      select distinct ${raw(column)} as name
      from ${raw(table)}
      where network_id = ${ids.networkId}::int
        and ${raw(column)} = any (${names}::${raw(column === 'ref' ? 'bigint' : 'text')}[])${ofBatch}`)
    found.set(kind as RecordKind, new Set(rows.map((row) => row.name)))
  }
  return found
}

/** The same of facts, which the merge itself has noted. */
export async function factsIn(
  session: Session,
  table: 'known_records' | 'touched_records',
): Promise<RecordSet> {
  const source = raw(table === 'known_records' ? 'kind & 255' : 'source')
  const rows = await session.query<{ source: number; refs: number[] }>(sql`
    select ${source} as source, array_agg(distinct ref) as refs
    from loading.${raw(table)}
    group by ${source}`)
  return new Map(
    FACT_SOURCES.map((name) => {
      const refs = rows.find((row) => row.source === SOURCE_BITS[name])?.refs ?? []
      return [name, new Set(refs)] as const
    }),
  )
}

/** @returns what became of a record of the batch */
export function outcomesOf(
  ids: StageIds,
  known: RecordSet,
  touched: RecordSet,
): (record: NetworkedRecord) => Outcome {
  return (record) => {
    const name = nameOf(record, ids)
    if (!touched.get(record.kind)?.has(name)) return 'unchanged'
    return known.get(record.kind)?.has(name) ? 'changed' : 'added'
  }
}
