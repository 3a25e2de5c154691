/** Brings what was read into the tables, kind by kind: what an import does, and a batch. */
import type { Session } from '#database/database'
import type { RecordKind } from '#model/records'
import { mergeContracts } from '#services/imports/merge-contracts'
import type { MergedBySource } from '#services/imports/merge-facts'
import { upsertMoving } from '#services/imports/merge-moving'
import { type Merged, upsert } from '#services/imports/merge-records'
import { mergeTeams } from '#services/imports/merge-teams'
import { noteAfterMoves, noteSeenStates } from '#services/imports/seen-states'

export interface Merging {
  readonly session: Session
  readonly networkId: number
  readonly importId: number
  /** Whether it is the first import of the network. */
  readonly isFirst: boolean
  readonly recordedAt: Date
  /** Whether records of this kind were read; the others are passed over. */
  isRead(kind: RecordKind): boolean
  note(kind: RecordKind, merged: Merged): void
  /** Told which known teams changed. */
  noteTeams?(teamIds: readonly number[]): void
  /** Whether records got numbers of their own. */
  readonly hasNewRefs: boolean
  /** Merges bookings, customer invoices and product sales. @returns null where nobody counts them */
  mergeFacts(): Promise<MergedBySource | null>
}

/** Merges all kinds in an order in which a record comes after those that it points to. */
export async function mergeRecords(merging: Merging): Promise<void> {
  const { session, networkId, importId, isFirst, recordedAt, isRead, note } = merging
  const merge = async (kind: RecordKind, work: () => Promise<Merged>) => {
    if (isRead(kind)) note(kind, await work())
  }
  await merge('location', () => upsert(session, 'locations'))
  if (merging.hasNewRefs) await upsert(session, 'external_refs')
  const arrival = { networkId, importId }
  await merge('customer_change', async () => {
    const merged = await upsertMoving(session, networkId, 'customer_changes')
    if (merged.left.length > 0) await noteAfterMoves(session, arrival, merged.left)
    return merged
  })
  if (isRead('customer')) await noteSeenStates(session, arrival, recordedAt)
  await merge('customer', () => upsert(session, 'customers'))
  await merge('contract', () => mergeContracts(session, networkId, recordedAt))
  await merge('pause', () => upsertMoving(session, networkId, 'paused_periods'))
  await merge('team', async () => {
    const merged = await mergeTeams(session, { networkId, importId, isFirst, recordedAt })
    merging.noteTeams?.(merged.changedTeams)
    return merged
  })
  await merge('platform_invoice', () => mergePlatformInvoices(session, networkId))
  if (isRead('booking') || isRead('customer_invoice') || isRead('recurring_product')) {
    const facts = await merging.mergeFacts()
    if (facts === null) return
    note('booking', facts.booking)
    note('customer_invoice', facts.customer_invoice)
    note('recurring_product', facts.recurring_product)
  }
}

/** A cut-off that was known and a bill that was not make a record that changed. */
async function mergePlatformInvoices(session: Session, networkId: number): Promise<Merged> {
  const { added, changed } = await upsertMoving(session, networkId, 'platform_invoices')
  const bills = await upsert(session, 'bills')
  const late = Math.max(0, bills.added - added)
  return { added, changed: Math.max(changed, bills.changed + late) }
}
