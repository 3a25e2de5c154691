/** Networks, their locations and how many count there. */
import { queryOptions } from '@tanstack/react-query'
import { answerOf, client, type Schemas } from './client'

export type Network = Schemas['Network']
export type Location = Schemas['Location']

const MOST_A_PAGE = 1000
/** How often figures on screen are asked for again. */
const REFRESH_MS = 60_000

export const networksQuery = queryOptions({
  queryKey: ['networks'],
  queryFn: async () => (await answerOf(client.GET('/api/v1/networks'))).networks,
  staleTime: 60_000,
})

export function locationsQuery(network: number | undefined) {
  return queryOptions({
    queryKey: ['locations', network],
    queryFn: () => allLocations(String(network)),
    enabled: network !== undefined,
    staleTime: 60_000,
  })
}

async function allLocations(network: string): Promise<readonly Location[]> {
  const found: Location[] = []
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
    const query = { limit: MOST_A_PAGE, ...(cursor !== undefined && { cursor }) }
    const request = client.GET('/api/v1/networks/{network}/locations', {
      params: { path: { network }, query },
    })
    const page = await answerOf(request)
    found.push(...page.items)
    cursor = page.nextCursor ?? undefined
  }
  return found
}

export interface CountAsked {
  readonly network?: number | undefined
  readonly location?: number | undefined
  readonly asOf?: string | undefined
}

/** Of a location by its id alone, as the server foretells it in the head of the page. */
export function countQuery({ network, location, asOf }: CountAsked) {
  const query = {
    ...(location !== undefined
      ? { location: `id:${location}` }
      : network !== undefined && { network: String(network) }),
    ...(asOf !== undefined && { as_of: asOf }),
  }
  return queryOptions({
    queryKey: ['count', query],
    queryFn: () => answerOf(client.GET('/api/v1/active-users/count', { params: { query } })),
    enabled: network !== undefined || location !== undefined,
    refetchInterval: asOf === undefined ? REFRESH_MS : false,
  })
}

export type NetworkOverview = Schemas['NetworkOverview']
export type LocationOverview = Schemas['LocationOverview']

/** Each location with its last platform invoice, the change since and the last twelve months. */
export function overviewQuery(network: number | undefined) {
  return queryOptions({
    queryKey: ['overview', network],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/networks/{network}/overview', { params: { path: { network: String(network) } } }),
      ),
    enabled: network !== undefined,
    refetchInterval: REFRESH_MS,
  })
}
