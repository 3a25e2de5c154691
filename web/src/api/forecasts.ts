/** The next platform invoice of a location, as things stand or with something supposed. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answerOf, client, type Schemas } from './client'

export type Forecast = Schemas['Forecast']

/** What is supposed for a forecast; nothing of it is kept. */
export interface Supposed {
  /** Our ids. */
  readonly suspend?: readonly string[]
  /** External ids. */
  readonly cancelContracts?: readonly string[]
  /** Our ids of customers. */
  readonly leaveTeams?: readonly string[]
  /** Our ids of customers who are supposed to have no records there. */
  readonly without?: readonly number[]
}

/** As many as one request leaves out. */
export const MOST_WITHOUT = 1000

interface LocationAsked {
  readonly network: number
  readonly location: number
}

export function forecastQuery({ network, location }: LocationAsked, supposed: Supposed = {}) {
  return queryOptions({
    queryKey: ['forecast', network, location, supposed],
    queryFn: () =>
      answerOf(
        client.POST('/api/v1/networks/{network}/locations/{location}/forecast', {
          params: { path: { network: String(network), location: String(location) } },
          body: bodyOf(supposed),
        }),
      ),
    placeholderData: keepPreviousData,
  })
}

function bodyOf({ without = [], ...supposed }: Supposed) {
  const named = { ...supposed, without: without.map((id) => `id:${id}`) }
  return Object.fromEntries(
    Object.entries(named)
      .filter(([, names]) => names.length > 0)
      .map(([change, names]) => [change, [...names]]),
  )
}
