/** The network and the location that the address names. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type Location, locationsQuery, type Network, networksQuery } from '../api/places'

export interface PlaceSeen {
  readonly networks: readonly Network[] | undefined
  /** The one that is looked at; undefined until it is known, or where there is none. */
  readonly network: Network | undefined
  readonly locations: readonly Location[] | undefined
  /** Undefined for all of the network. */
  readonly location: Location | undefined
  readonly error: unknown
}

const panel = getRouteApi('/panel')

export function usePlace(): PlaceSeen {
  const { network: wanted, location: wantedLocation } = panel.useSearch()
  const networks = useQuery(networksQuery)
  const network = networks.data?.find(({ networkId }) => networkId === wanted) ?? networks.data?.[0]
  const locations = useQuery(locationsQuery(network?.networkId))
  return {
    networks: networks.data,
    network,
    locations: locations.data,
    location: locations.data?.find(({ locationId }) => locationId === wantedLocation),
    error: networks.error ?? locations.error,
  }
}
