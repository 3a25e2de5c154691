/** Customers, and the records that a network has of them. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answerOf, client, type Schemas } from './client'

export type Customer = Schemas['Customer']
export type CustomerProfile = Schemas['CustomerProfile']

const PAGE = 50

interface CustomersAsked {
  readonly network: number | undefined
  readonly location?: number | undefined
  readonly search?: string | undefined
}

interface PageAsked {
  readonly limit: number
  readonly cursor?: string | undefined
}

export function customersQuery({ limit, ...asked }: CustomersAsked & Pick<PageAsked, 'limit'>) {
  return queryOptions({
    queryKey: ['customers', asked, limit],
    queryFn: () => customerPage(asked, { limit }),
    enabled: asked.network !== undefined,
  })
}

export function customerPagesQuery(asked: CustomersAsked) {
  return infiniteQueryOptions({
    queryKey: ['customer-pages', asked],
    queryFn: ({ pageParam: cursor }) => customerPage(asked, { limit: PAGE, cursor }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled: asked.network !== undefined,
  })
}

function customerPage({ network, location, search }: CustomersAsked, { limit, cursor }: PageAsked) {
  const query = {
    limit,
    ...(location !== undefined && { location: String(location) }),
    ...(search !== undefined && search !== '' && { search }),
    ...(cursor !== undefined && { cursor }),
  }
  return answerOf(
    client.GET('/api/v1/networks/{network}/customers', {
      params: { path: { network: String(network) }, query },
    }),
  )
}

/** With his records, where he counts and his history. @param customer our id */
export function customerQuery(network: number, customer: string) {
  return queryOptions({
    queryKey: ['customer', network, customer],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/networks/{network}/customers/{key}', {
          params: { path: { network: String(network), key: `id:${customer}` } },
        }),
      ),
  })
}

export type SuspensionVerb = 'suspend' | 'resume'

export interface SuspensionAsked {
  readonly network: number
  readonly customerIds: readonly number[]
  readonly verb: SuspensionVerb
}

/** What it would do to the counts; the change itself is not made. */
export function suspensionPreviewQuery({ network, customerIds, verb }: SuspensionAsked) {
  return queryOptions({
    queryKey: ['suspension-preview', network, customerIds, verb],
    queryFn: () =>
      answerOf(
        client.POST('/api/v1/networks/{network}/suspensions/preview', {
          params: { path: { network: String(network) } },
          body: { customers: customerIds.map((id) => `id:${id}`), verb },
        }),
      ),
    // counts move: what is shown before a decision is as of now
    gcTime: 0,
  })
}
