/** Asks for what the page shows as soon as its address is known, while its code still comes. */
import type { QueryClient } from '@tanstack/react-query'
import { activeUsersQuery } from '../../api/active-users'
import { countQuery, locationsQuery, networksQuery } from '../../api/places'
import { type ActiveUsersSearch, viewOf } from './search'

interface Asked extends ActiveUsersSearch {
  readonly network?: number | undefined
  readonly location?: number | undefined
}

/** What fails here is told by the page, which asks the same. */
export async function askForActiveUsers(queryClient: QueryClient, asked: Asked): Promise<void> {
  const { location } = asked
  if (location !== undefined) void queryClient.prefetchQuery(countQuery({ location, asOf: asked.as_of }))
  const networks = await queryClient.ensureQueryData(networksQuery).catch(() => [])
  const network = (networks.find(({ networkId }) => networkId === asked.network) ?? networks[0])?.networkId
  if (network === undefined) return
  void queryClient.prefetchQuery(locationsQuery(network))
  if (location === undefined) return
  void queryClient.prefetchInfiniteQuery(activeUsersQuery(viewOf({ network, location }, asked)))
}
