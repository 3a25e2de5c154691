import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { type Asker, seesLocation } from '#services/asker'
import { type Supplement, supplementsWhere } from '#services/supplements/rows'

/** @throws SUPPLEMENT_NOT_FOUND, also for one of a location that the asker does not see */
export async function findSupplement(
  session: Session,
  asker: Asker,
  networkId: number,
  supplementId: number,
): Promise<Supplement> {
  const [found] = await supplementsWhere(session, networkId, sql`s.supplement_id = ${supplementId}::int`)
  if (found !== undefined && seesLocation(asker, networkId, found.locationId)) return found
  throw new HeadcountError(
    'SUPPLEMENT_NOT_FOUND',
    `No supplement ${supplementId} was agreed in this network.`,
  )
}
