import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { type Asker, visibleNetworks } from '#services/asker'
import { asId, decide, type Findable } from '#services/find-by-name'

export interface NetworkFound extends Findable {
  readonly networkId: number
}

/** Every network that the asker may see, in the order in which they came. */
export async function listNetworks(session: Session, asker: Asker): Promise<NetworkFound[]> {
  const visible = visibleNetworks(asker)
  const seen = visible === 'all' ? sql`` : sql` where network_id = any (${visible}::int[])`
  const rows = await session.query<{ id: number; external_id: string; name: string }>(
    sql`select network_id as id, external_id, name from networks${seen} order by network_id`,
  )
  return rows.map((row) => ({ id: row.id, networkId: row.id, externalId: row.external_id, name: row.name }))
}

/** @throws NETWORK_NOT_FOUND with near matches, NETWORK_AMBIGUOUS */
export async function findNetwork(session: Session, asker: Asker, text: string): Promise<NetworkFound> {
  const networks = await listNetworks(session, asker)
  const id = asId(text)
  const matches = networks.filter(
    (network) => network.id === id || network.externalId === text || network.name === text,
  )
  return decide(
    matches,
    text,
    { noun: 'network', notFound: 'NETWORK_NOT_FOUND', ambiguous: 'NETWORK_AMBIGUOUS' },
    networks,
  )
}
