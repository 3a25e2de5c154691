/** Where a network’s records are shown by the system that they come from. */
import { queryOptions } from '@tanstack/react-query'
import { answerOf, client, type Schemas } from './client'

export type NetworkAddresses = Schemas['NetworkAddresses']
export type RecordAddresses = NetworkAddresses['addresses']

export function recordAddressesQuery(network: number) {
  return queryOptions({
    queryKey: ['record-addresses', network],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/networks/{network}/record-addresses', {
          params: { path: { network: String(network) } },
        }),
      ),
  })
}

/** @throws RequestFailed */
export function setRecordAddresses(network: number, body: RecordAddresses): Promise<NetworkAddresses> {
  return answerOf(
    client.PATCH('/api/v1/networks/{network}/record-addresses', {
      params: { path: { network: String(network) } },
      body,
    }),
  )
}
