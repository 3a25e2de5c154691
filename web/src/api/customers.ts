/** Customers, and the records that a network has of them. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answerOf, client, type Schemas } from './client'

export type Customer = Schemas['Customer']

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

/** @param customer our id */
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

export interface SuspensionAsked {
  readonly network: number
  readonly customerId: number
  readonly verb: 'suspend' | 'resume'
}

/** What it would do to the counts; the change itself is not made. */
export function suspensionPreviewQuery({ network, customerId, verb }: SuspensionAsked) {
  return queryOptions({
    queryKey: ['suspension-preview', network, customerId, verb],
    queryFn: () =>
      answerOf(
        client.POST('/api/v1/networks/{network}/suspensions/preview', {
          params: { path: { network: String(network) } },
          body: { customers: [`id:${customerId}`], verb },
        }),
      ),
    // counts move: what is shown before a decision is as of now
    gcTime: 0,
  })
}

interface RecordsAsked {
  readonly path: { readonly network: string }
  readonly query: { readonly customer: string; readonly limit: number }
}

/** The newest records of one kind that a customer has. */
function recordsQuery<Page>(
  kind: string,
  network: number,
  customer: string,
  ask: (params: RecordsAsked) => Promise<{ data?: Page; error?: unknown; response: Response }>,
) {
  const params = { path: { network: String(network) }, query: { customer, limit: PAGE } }
  return queryOptions({
    queryKey: ['records', kind, network, customer],
    queryFn: () => answerOf(ask(params)),
  })
}

export const contractsQuery = (network: number, customer: string) =>
  recordsQuery('contracts', network, customer, (params) =>
    client.GET('/api/v1/networks/{network}/contracts', { params }),
  )

export const bookingsQuery = (network: number, customer: string) =>
  recordsQuery('bookings', network, customer, (params) =>
    client.GET('/api/v1/networks/{network}/bookings', { params }),
  )

export const customerInvoicesQuery = (network: number, customer: string) =>
  recordsQuery('customer-invoices', network, customer, (params) =>
    client.GET('/api/v1/networks/{network}/customer-invoices', { params }),
  )

export const recurringProductsQuery = (network: number, customer: string) =>
  recordsQuery('recurring-products', network, customer, (params) =>
    client.GET('/api/v1/networks/{network}/recurring-products', { params }),
  )

export const teamsQuery = (network: number, customer: string) =>
  recordsQuery('teams', network, customer, (params) =>
    client.GET('/api/v1/networks/{network}/teams', { params }),
  )
