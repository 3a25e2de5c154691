import sql, { type Sql } from 'sql-template-tag'
import type { Session } from '#database/database'
import { type Asker, visibleLocations, visibleNetworks } from '#services/asker'
import { asId, decide, type Findable } from '#services/find-by-name'
import { findNetwork } from '#services/networks/find'

export interface LocationFound extends Findable {
  readonly networkId: number
  readonly locationId: number
  readonly timeZone: string
  readonly currency: string | null
}

interface LocationRow {
  id: number
  network_id: number
  external_id: string
  name: string
  time_zone: string
  currency: string | null
  network_name: string
}

/** @throws LOCATION_NOT_FOUND with near matches, LOCATION_AMBIGUOUS, and the network's errors */
export async function findLocation(
  session: Session,
  asker: Asker,
  text: string,
  network?: string,
): Promise<LocationFound> {
  const networkId = network === undefined ? undefined : (await findNetwork(session, asker, network)).networkId
  const ofNetwork = networkId === undefined ? sql`` : sql` and l.network_id = ${networkId}::int`
  const matches = await locationsWhere(
    session,
    asker,
    sql`(l.location_id = ${asId(text)}::int or l.external_id = ${text}::text or l.name = ${text}::text)${ofNetwork}`,
  )
  const near = matches.length > 0 ? [] : await locationsWhere(session, asker, sql`true${ofNetwork}`)
  return decide(
    matches,
    text,
    { noun: 'location', notFound: 'LOCATION_NOT_FOUND', ambiguous: 'LOCATION_AMBIGUOUS' },
    near,
  )
}

/** Every location that the asker may see, of one network or of all. */
export function listLocations(session: Session, asker: Asker, networkId?: number): Promise<LocationFound[]> {
  return locationsWhere(
    session,
    asker,
    networkId === undefined ? sql`true` : sql`l.network_id = ${networkId}::int`,
  )
}

async function locationsWhere(session: Session, asker: Asker, condition: Sql): Promise<LocationFound[]> {
  const rows = await session.query<LocationRow>(sql`
    select l.location_id as id, l.network_id, l.external_id, l.name, l.time_zone, l.currency, n.name as network_name
    from locations l
    join networks n on n.network_id = l.network_id
    where ${condition}${ofVisibleNetworks(asker)}
    order by l.location_id`)
  return rows
    .filter((row) => isVisible(asker, row))
    .map((row) => ({
      id: row.id,
      locationId: row.id,
      networkId: row.network_id,
      externalId: row.external_id,
      name: row.name,
      timeZone: row.time_zone,
      currency: row.currency,
      detail: `network ${row.network_name}`,
    }))
}

function ofVisibleNetworks(asker: Asker): Sql {
  const visible = visibleNetworks(asker)
  return visible === 'all' ? sql`` : sql` and l.network_id = any (${visible}::int[])`
}

function isVisible(asker: Asker, { id, network_id }: LocationRow): boolean {
  const visible = visibleLocations(asker, network_id)
  return visible === 'all' || visible.includes(id)
}
