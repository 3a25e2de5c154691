/** Keeps that records arrived, and when: with the change itself, and only where there was one. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'

export interface Arrival {
  readonly networkId: number
  readonly importId: number
  readonly origin: string
  readonly recordedAt: Date
  readonly report: object
}

export async function noteArrival(session: Session, arrival: Arrival): Promise<void> {
  const { networkId, importId, origin, recordedAt, report } = arrival
  await session.query(sql`
    insert into imports (network_id, import_id, origin, recorded_at, report)
    values (${networkId}::int, ${importId}::int, ${origin}::text, ${recordedAt}::timestamptz, ${JSON.stringify(report)}::jsonb)`)
}
