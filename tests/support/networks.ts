import type { Database } from '#database/database'

export interface AddedNetwork {
  readonly networkId: number
  /** By their names. */
  readonly locationIds: Readonly<Record<string, number>>
}

/** A network with locations and no other records. */
export async function addNetwork(
  database: Database,
  name: string,
  locations: readonly string[],
): Promise<AddedNetwork> {
  const [network] = await database.query<{ id: number }>({
    text: `insert into networks (network_id, origin, external_id, name)
      values (nextval('network_ids')::int, 'csv', $1::text, $1::text)
      returning network_id as id`,
    values: [name],
  })
  const networkId = network?.id ?? 0
  const rows = await database.query<{ id: number; name: string }>({
    text: `insert into locations (network_id, location_id, external_id, name, time_zone, created_at, import_id)
      select $1::int, nextval('location_ids')::int, name, name, 'UTC', '2024-01-01', 1
      from unnest($2::text[]) name
      returning location_id as id, name`,
    values: [networkId, locations],
  })
  return { networkId, locationIds: Object.fromEntries(rows.map((row) => [row.name, row.id])) }
}
