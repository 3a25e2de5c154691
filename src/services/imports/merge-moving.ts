/** Records whose key may be corrected: one that moved leaves its old place, and is changed, not added. */
import sql, { raw } from 'sql-template-tag'
import type { Session } from '#database/database'
import { type Merged, UPSERTS, upsert } from '#services/imports/merge-records'
import { keepLastReadings } from '#services/imports/settle-repeats'

/** By table: what a record keeps wherever it moves. */
const IDENTITIES = {
  customer_changes: 'ref',
  paused_periods: 'ref',
  platform_invoices: 'external_id',
} as const

type MovingTable = keyof typeof IDENTITIES

/** Like upsert. Of a record read twice the last reading counts, also where its key differs. */
export async function upsertMoving(session: Session, networkId: number, name: MovingTable): Promise<Merged> {
  await keepLastReadings(session, name, IDENTITIES[name])
  const moved = await dropMoved(session, networkId, name)
  const { added, changed } = await upsert(session, name)
  return { added: Math.max(0, added - moved), changed: changed + moved }
}

/** @returns how many records left their old place */
async function dropMoved(session: Session, networkId: number, name: MovingTable): Promise<number> {
  const identity = IDENTITIES[name]
  const sameKey = UPSERTS[name].key.map((column) => `same.${column} = known.${column}`).join(' and ')
  const [row] = await session.query<{ moved: number }>(sql`
    with moved as (
      delete from ${raw(name)} known
      using (select distinct ${raw(identity)} from loading.${raw(name)}) read
      where known.network_id = ${networkId}::int
        and known.${raw(identity)} = read.${raw(identity)}
        and not exists (select from loading.${raw(name)} same where ${raw(sameKey)})
      returning 1
    )
    select count(*)::int as moved from moved`)
  return row?.moved ?? 0
}
