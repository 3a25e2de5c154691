/** Brings a staged batch in with the merges of an import, in its narrower surroundings. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import type { FactSource } from '#model/kind'
import type { NetworkedRecord, RecordKind } from '#model/records'
import { SOURCE_BITS } from '#model/source'
import { findKnownOfBatch, raiseHighestRefs } from '#services/imports/known-facts'
import { mergeRecords } from '#services/imports/merge-all'
import { addFacts, changeKnownFacts, mergePlans } from '#services/imports/merge-facts'
import type { StageIds } from '#services/imports/stage'
import { refreshTouched } from '#services/records/derive-batch'
import {
  FACT_SOURCES,
  factsIn,
  knownStates,
  type Outcome,
  outcomesOf,
  type RecordSet,
  writtenStates,
} from '#services/records/outcomes'

export interface Batch {
  readonly session: Session
  readonly ids: StageIds
  readonly records: readonly NetworkedRecord[]
  readonly recordedAt: Date
}

/** @returns what became of each record */
export async function mergeBatch(batch: Batch): Promise<(record: NetworkedRecord) => Outcome> {
  const { session, ids, records, recordedAt } = batch
  const { networkId, importId } = ids
  const kinds = new Set<RecordKind>(records.map(({ kind }) => kind))
  const known = await knownStates(session, ids, records)
  const customers = [...customersOf(batch), ...(await customersOfKnownChanges(batch))]
  let changedTeams: readonly number[] = []
  await mergeRecords({
    session,
    networkId,
    importId,
    isFirst: false,
    recordedAt,
    isRead: (kind) => kinds.has(kind),
    hasNewRefs: ids.refs.fresh.length > 0,
    note: () => undefined,
    noteTeams: (teams) => {
      changedTeams = teams
    },
    async mergeFacts() {
      if (kinds.has('recurring_product')) await mergePlans(session, networkId)
      await mergeFactsOfBatch(batch)
      return null
    },
  })
  await refreshTouched(session, networkId, { customers, teams: teamsOf(batch) })
  const written = await writtenStates(session, ids, records)
  addTeams(written, batch, new Set(changedTeams))
  for (const [all, table] of [
    [known, 'known_records'],
    [written, 'touched_records'],
  ] as const) {
    if (FACT_SOURCES.some((source) => kinds.has(source))) addAll(all, await factsIn(session, table))
  }
  return outcomesOf(ids, known, written)
}

function addAll(all: RecordSet, more: RecordSet): void {
  for (const [kind, records] of more) all.set(kind, records)
}

async function mergeFactsOfBatch(batch: Batch): Promise<void> {
  const { session, ids, recordedAt } = batch
  const maybeKnown = await findMaybeKnown(batch)
  await raiseHighestRefs(session, ids.networkId)
  if (maybeKnown.size > 0) {
    await findKnownOfBatch(session, ids.networkId, maybeKnown)
    await changeKnownFacts(session, ids.networkId, recordedAt)
  }
  await addFacts(session)
}

/** The numbers of facts that are not surely new: new is what stands above all numbers, or has just got its own. */
async function findMaybeKnown({ session, ids, records }: Batch): Promise<Map<FactSource, number[]>> {
  const rows = await session.query<{ source: number; ref: number }>(
    sql`select source, ref from highest_refs where network_id = ${ids.networkId}::int`,
  )
  const highest = new Map(rows.map(({ source, ref }) => [source, ref]))
  const fresh = new Set(ids.refs.fresh.map(({ ref }) => ref))
  const maybeKnown = new Map<FactSource, number[]>()
  for (const { kind, externalId } of records) {
    if (kind !== 'booking' && kind !== 'customer_invoice' && kind !== 'recurring_product') continue
    const ref = ids.refs.refOf(kind, externalId)
    const isNew = ref > 0 ? ref > (highest.get(SOURCE_BITS[kind]) ?? 0) : fresh.has(ref)
    if (isNew) continue
    const refs = maybeKnown.get(kind)
    if (refs === undefined) maybeKnown.set(kind, [ref])
    else refs.push(ref)
  }
  return maybeKnown
}

/** Customers whose own record or history came. */
function customersOf({ ids, records }: Batch): number[] {
  const externalIds = records.flatMap((record) => {
    if (record.kind === 'customer') return [record.externalId]
    return record.kind === 'customer_change' ? [record.customerExternalId] : []
  })
  return numbersOf(externalIds, (externalId) => ids.customers.get(externalId))
}

/** A change that is corrected to be another customer's was one of his before. */
async function customersOfKnownChanges({ session, ids, records }: Batch): Promise<number[]> {
  const refs = records
    .filter(({ kind }) => kind === 'customer_change')
    .map(({ kind, externalId }) => ids.refs.refOf(kind, externalId))
  if (refs.length === 0) return []
  const rows = await session.query<{ customer_id: number }>(sql`
    select distinct customer_id
    from customer_changes
    where network_id = ${ids.networkId}::int
      and ref = any (${refs}::bigint[])`)
  return rows.map((row) => row.customer_id)
}

function teamsOf({ ids, records }: Batch): number[] {
  const teams = records.filter(({ kind }) => kind === 'team').map(({ externalId }) => externalId)
  return numbersOf(teams, (externalId) => ids.teams.get(externalId))
}

function numbersOf(
  externalIds: readonly string[],
  find: (externalId: string) => number | undefined,
): number[] {
  return [...new Set(externalIds)].map(find).filter((id) => id !== undefined)
}

/** A team whose members or billing changed keeps its own row. */
function addTeams(written: RecordSet, { ids, records }: Batch, changedTeams: ReadonlySet<number>): void {
  const changed = records
    .filter(({ kind, externalId }) => kind === 'team' && changedTeams.has(ids.teams.get(externalId) ?? 0))
    .map(({ externalId }) => externalId)
  written.set('team', new Set([...(written.get('team') ?? []), ...changed]))
}
