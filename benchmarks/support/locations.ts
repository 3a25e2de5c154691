/** The two locations of a fixed size that single questions are asked about, by their external ids. */
import type { ClientBase } from 'pg'
import { SIZES, type Size } from '../generate/network.ts'

export const BIG_LOCATION = 1
export const SMALL_LOCATION = 2

export function customersOf(size: Size, location: number): string {
  const { largest, second } = SIZES[size]
  return (location === BIG_LOCATION ? largest : second).toLocaleString('en')
}

/** Its numbers in Headcount's tables. */
export async function findLocation(
  client: ClientBase,
  externalId: number,
): Promise<{ networkId: number; locationId: number }> {
  const { rows } = await client.query<{ network_id: number; location_id: number }>(
    'select network_id, location_id from locations where external_id = $1',
    [String(externalId)],
  )
  const [row] = rows
  if (row === undefined) throw new Error(`There is no location ${externalId}.`)
  return { networkId: row.network_id, locationId: row.location_id }
}
