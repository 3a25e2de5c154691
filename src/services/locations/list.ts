/** The locations that the asker may see. */
import { checkInput, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { listLocations as findAll } from '#services/locations/find'
import { findNetwork } from '#services/networks/find'

export interface LocationsOptions {
  /** Id, external id or exact name; default all networks. */
  readonly network?: string
}

export interface LocationListed {
  readonly locationId: number
  readonly networkId: number
  readonly externalId: string
  readonly name: string
  /** IANA name. */
  readonly timeZone: string
  /** ISO 4217, or null where the records do not tell. */
  readonly currency: string | null
}

const INPUT = { network: optional(text) }

/** @throws NETWORK_NOT_FOUND, NETWORK_AMBIGUOUS */
export async function listLocations(
  { database, asker }: Context,
  options: LocationsOptions = {},
): Promise<readonly LocationListed[]> {
  const { network } = checkInput(options, INPUT)
  const networkId =
    network === undefined ? undefined : (await findNetwork(database, asker, network)).networkId
  const found = await findAll(database, asker, networkId)
  return found.map(({ locationId, networkId: of, externalId, name, timeZone, currency }) => ({
    locationId,
    networkId: of,
    externalId,
    name,
    timeZone,
    currency,
  }))
}
