/** Upserts records one by one or in batches, with the same meaning as an import of the same records. */
import type { NetworkedRecord, RecordKind } from '#model/records'
import { visibleLocations } from '#services/asker'
import { checkInput, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { type IdempotentRequest, idempotentRequest } from '#services/idempotency'
import { loadBatchIds } from '#services/records/batch-ids'
import { withLoadingTables } from '#services/records/batch-session'
import {
  changeNetwork,
  type Done,
  type NetworkChange,
  type RecordCounts,
} from '#services/records/change-network'
import { checkRecords, refuseFaults } from '#services/records/check-records'
import { mergeBatch } from '#services/records/merge-batch'
import { factsOutOfSight, statesOutOfSight } from '#services/records/out-of-sight'
import type { Outcome } from '#services/records/outcomes'
import { hiddenLocations, identityOf, stageBatch } from '#services/records/stage-batch'

export interface UpsertOptions {
  /** Id, external id or exact name. */
  readonly network: string
  /**
   * 1 to 5,000 records in any order; of one that is sent twice the last reading counts. They may point to
   * each other and to all that is known.
   */
  readonly records: readonly NetworkedRecord[]
  readonly idempotency?: IdempotentRequest
}

const INPUT = {
  network: text,
  // checked record by record
  records: (_name: string, value: unknown) => value,
  idempotency: optional(idempotentRequest),
}

export interface UpsertReport {
  readonly network: { readonly networkId: number; readonly name: string }
  /** The number of this arrival; null where nothing changed. */
  readonly importId: number | null
  readonly recordedAt: string
  readonly hasChanges: boolean
  /** Of each kind that was sent, each record once. */
  readonly counts: RecordCounts
  /** In the order in which they were sent. */
  readonly records: readonly {
    readonly kind: RecordKind
    readonly externalId: string
    readonly outcome: Outcome
  }[]
}

/**
 * Adds and changes records of a network: all of them, or none where one cannot be used. Sent again they
 * are unchanged.
 * @throws INVALID_ARGUMENT, RECORDS_INVALID with every fault in `details.faults`, NETWORK_NOT_FOUND,
 *   NETWORK_AMBIGUOUS, FORBIDDEN, IMPORT_RUNNING, IDEMPOTENCY_KEY_REUSED
 */
export async function upsertRecords(context: Context, options: UpsertOptions): Promise<UpsertReport> {
  checkInput(options, INPUT)
  const records = checkRecords(options.records)
  const factsOf = records.map(({ externalId }) => externalId)
  return changeNetwork(context, 'records.write', { ...options, factsOf }, (change) =>
    upsertInto(change, records),
  )
}

async function upsertInto(
  { session: transaction, network, asker, recordedAt }: NetworkChange,
  sent: readonly NetworkedRecord[],
): Promise<Done<UpsertReport>> {
  const session = await withLoadingTables(transaction)
  const visible = visibleLocations(asker, network.networkId)
  const ids = await loadBatchIds(session, network.networkId, sent, visible)
  if (visible !== 'all') {
    const misplaced = [
      ...hiddenLocations(sent, ids),
      ...(await statesOutOfSight(session, ids, sent, visible)),
    ]
    refuseFaults(misplaced, sent.length)
  }
  const { records, faults } = await stageBatch(session, ids, sent)
  refuseFaults(faults, sent.length)
  const outcomeOf = await mergeBatch({ session, ids, records, recordedAt })
  if (visible !== 'all') refuseFaults(await factsOutOfSight(session, ids, sent, visible), sent.length)
  const outcomes = new Map(records.map((record) => [identityOf(record), outcomeOf(record)]))
  const counts = countByKind(records, outcomes)
  const hasChanges = [...outcomes.values()].some((outcome) => outcome !== 'unchanged')
  const { importId } = ids
  const answer: UpsertReport = {
    network: { networkId: network.networkId, name: network.name },
    importId: hasChanges ? importId : null,
    recordedAt: recordedAt.toISOString(),
    hasChanges,
    counts,
    records: sent.map((record) => ({
      kind: record.kind,
      externalId: record.externalId,
      outcome: outcomes.get(identityOf(record)) ?? 'unchanged',
    })),
  }
  if (!hasChanges) return { answer, change: null }
  const entries = [{ action: 'records.upsert' as const, subject: { importId }, after: { ...counts } }]
  return { answer, change: { entries, importId, origin: 'batch', counts, rows: sent.length } }
}

function countByKind(
  records: readonly NetworkedRecord[],
  outcomes: ReadonlyMap<string, Outcome>,
): RecordCounts {
  const counts: Partial<Record<RecordKind, Record<Outcome, number>>> = {}
  for (const record of records) {
    const outcome = outcomes.get(identityOf(record))
    counts[record.kind] ??= { added: 0, changed: 0, unchanged: 0 }
    const ofKind = counts[record.kind]
    if (ofKind !== undefined && outcome !== undefined) ofKind[outcome] += 1
  }
  return counts
}
