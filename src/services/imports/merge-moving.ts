/** Records whose key may be corrected: one that moved leaves its old place, and is changed, not added. */
import sql, { raw } from 'sql-template-tag'
import type { Session } from '#database/database'
import { type Merged, UPSERTS, upsert } from '#services/imports/merge-records'
import { keepLastReadings } from '#services/imports/settle-repeats'

/** By table: what a record keeps wherever it moves, and whose it is. */
const MOVING = {
  customer_changes: { identity: 'ref', owner: 'customer_id' },
  paused_periods: { identity: 'ref', owner: 'contract_ref' },
  platform_invoices: { identity: 'external_id', owner: 'location_id' },
} as const

type MovingTable = keyof typeof MOVING

export interface MovedRecords extends Merged {
  /** Whose place a record left, perhaps for another of theirs. */
  readonly left: readonly number[]
}

/** Like upsert. Of a record read twice the last reading counts, also where its key differs. */
export async function upsertMoving(
  session: Session,
  networkId: number,
  name: MovingTable,
): Promise<MovedRecords> {
  await keepLastReadings(session, name, MOVING[name].identity)
  const moved = await dropMoved(session, networkId, name)
  const { added, changed } = await upsert(session, name)
  return { added: Math.max(0, added - moved.length), changed: changed + moved.length, left: moved }
}

/** @returns for each record that left its old place whose it was */
async function dropMoved(session: Session, networkId: number, name: MovingTable): Promise<number[]> {
  const { identity, owner } = MOVING[name]
  const sameKey = UPSERTS[name].key.map((column) => `same.${column} = known.${column}`).join(' and ')
  const rows = await session.query<{ owner: number }>(sql`
    delete from ${raw(name)} known
    using (select distinct ${raw(identity)} from loading.${raw(name)}) read
    where known.network_id = ${networkId}::int
      and known.${raw(identity)} = read.${raw(identity)}
      and not exists (select from loading.${raw(name)} same where ${raw(sameKey)})
    returning known.${raw(owner)} as owner`)
  return rows.map((row) => row.owner)
}
