/** Who counts at a location, a page at a time, and why. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answerOf, client, type Schemas } from './client'

export type ActiveUser = Schemas['ActiveUser']
export type Explanation = Schemas['Explanation']
export type Evidence = Schemas['Evidence']
export type Sort = 'name' | 'source' | 'since'
export type Order = 'asc' | 'desc'

/** What is shown of a location, all of it in the address of the page. */
export interface View {
  readonly network: number
  readonly location: number
  readonly asOf: string | undefined
  readonly sources: readonly Schemas['Source'][]
  readonly search: string
  readonly narrowed: Narrowed
  readonly sort: Sort
  readonly order: Order
}

/** What else a list is narrowed to; absent: not by this. */
export interface Narrowed {
  /** Who counts by one source alone. */
  readonly only?: true | undefined
  readonly kind?: ActiveUser['kind'] | undefined
  readonly suspended?: true | undefined
  readonly disputable?: true | undefined
}

export function isNarrowed({ sources, search, narrowed }: View): boolean {
  return sources.length > 0 || search !== '' || Object.values(narrowed).some((value) => value !== undefined)
}

/** A first page that is there at once, then as many as a request may have. */
const FIRST_PAGE = 100
const LATER_PAGE = 1000
const REFRESH_MS = 60_000
/** Many pages are asked for again only on demand. */
const MOST_REFRESHED_PAGES = 2

export function activeUsersQuery(view: View) {
  return infiniteQueryOptions({
    queryKey: ['active-users', view],
    queryFn: ({ pageParam }) =>
      answerOf(
        client.GET('/api/v1/locations/{location}/active-users', {
          params: {
            path: { location: String(view.location) },
            query: {
              ...filtersOf(view),
              limit: pageParam === undefined ? FIRST_PAGE : LATER_PAGE,
              ...(pageParam !== undefined && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: ({ state }) =>
      view.asOf === undefined && (state.data?.pages.length ?? 0) <= MOST_REFRESHED_PAGES ? REFRESH_MS : false,
  })
}

/** The address of a file of exactly what is shown. */
export function exportAddress(view: View, format: 'csv' | 'xlsx'): string {
  const { source = [], ...filters } = filtersOf(view)
  const query = new URLSearchParams(Object.entries(filters).map(([name, value]) => [name, String(value)]))
  for (const one of source) query.append('source', one)
  return `/api/v1/locations/${view.location}/active-users/export/${format}?${query}`
}

export interface FileMade {
  readonly content: Blob
  readonly name: string
}

/** A file of chosen customers, whatever filters they were found by. */
export async function exportChosen(
  { network, location, asOf, sort, order }: View,
  customers: readonly number[],
  format: 'csv' | 'xlsx',
): Promise<FileMade> {
  const { data, error, response } = await client.POST(
    '/api/v1/locations/{location}/active-users/export/{format}',
    {
      params: {
        path: { location: String(location), format },
        query: { network: String(network), sort, order, ...(asOf !== undefined && { as_of: asOf }) },
      },
      body: { customers: customers.map((id) => `id:${id}`) },
      parseAs: 'blob',
    },
  )
  const content = await answerOf<Blob | undefined>(Promise.resolve({ data, error, response }))
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return { content: content ?? new Blob(), name: name ?? `active-users.${format}` }
}

function filtersOf({ network, asOf, sources, search, sort, order, narrowed }: View) {
  const { only, kind, suspended, disputable } = narrowed
  return {
    network: String(network),
    sort,
    order,
    ...(asOf !== undefined && { as_of: asOf }),
    ...(sources.length > 0 && { source: [...sources] }),
    ...(search !== '' && { search }),
    ...(only && { only }),
    ...(kind !== undefined && { kind }),
    ...(suspended && { suspended }),
    ...(disputable && { disputable }),
  }
}

export interface ExplanationAsked extends Pick<View, 'network' | 'location' | 'asOf'> {
  readonly customer: number
  readonly language: 'en' | 'de'
}

export function explanationQuery({ network, location, customer, asOf, language }: ExplanationAsked) {
  return queryOptions({
    queryKey: ['explanation', network, location, customer, asOf, language],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/locations/{location}/active-users/{customer}', {
          params: {
            path: { location: String(location), customer: String(customer) },
            query: { network: String(network), language, ...(asOf !== undefined && { as_of: asOf }) },
          },
        }),
      ),
  })
}
