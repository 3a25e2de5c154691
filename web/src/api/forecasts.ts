/** The next platform invoice of a location, as things stand or with something supposed. */
import { queryOptions } from '@tanstack/react-query'
import { answerOf, client, type Schemas } from './client'

export type Forecast = Schemas['Forecast']

export interface ForecastAsked {
  readonly network: number
  readonly location: number
  /** Customers who are supposed to have no records there. */
  readonly without: readonly number[]
}

/** As many as one request leaves out. */
export const MOST_WITHOUT = 1000

export function forecastQuery({ network, location, without }: ForecastAsked) {
  return queryOptions({
    queryKey: ['forecast', network, location, without],
    queryFn: () =>
      answerOf(
        client.POST('/api/v1/networks/{network}/locations/{location}/forecast', {
          params: { path: { network: String(network), location: String(location) } },
          body: without.length === 0 ? {} : { without: without.map((id) => `id:${id}`) },
        }),
      ),
    // counts move: what is compared is as of now
    gcTime: 0,
  })
}
