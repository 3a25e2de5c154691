/** The platform’s own invoices, and their audits. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answerOf, client, type Schemas } from './client'

export type BillListed = Schemas['BillListed']
export type BillAudit = Schemas['BillAudit']
export type CandidateGroup = Schemas['CandidateGroup']
export type ComparedPerson = Schemas['ComparedPerson']

/** What an audit is asked with, beside the bill: nothing of it is kept. */
export interface AuditQuestion {
  readonly plan?: Schemas['PricePlan'] | undefined
  readonly platformList?: string | undefined
}

function bodyOf({ plan, platformList }: AuditQuestion): Schemas['AuditQuestion'] {
  return { ...(plan !== undefined && { plan }), ...(platformList !== undefined && { platformList }) }
}

export interface BillAsked {
  readonly network: number
  readonly bill: string
}

export function billsQuery(network: number | undefined, location: number | undefined) {
  return infiniteQueryOptions({
    queryKey: ['bills', network, location],
    queryFn: ({ pageParam }) =>
      answerOf(
        client.GET('/api/v1/networks/{network}/bills', {
          params: {
            path: { network: String(network) },
            query: { offset: pageParam, ...(location !== undefined && { location: String(location) }) },
          },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ nextOffset }) => nextOffset ?? undefined,
    enabled: network !== undefined,
  })
}

export function billAuditQuery(asked: BillAsked, question: AuditQuestion) {
  return queryOptions({
    queryKey: ['bill-audit', asked, question],
    queryFn: () =>
      answerOf(
        client.POST('/api/v1/networks/{network}/bills/{bill}/audit', {
          params: { path: pathOf(asked) },
          body: bodyOf(question),
        }),
      ),
    enabled: asked.network > 0,
    placeholderData: keepPreviousData,
    retry: false,
  })
}

/** The audit as one signed file, of the same question as what is shown. */
export async function billProof(asked: BillAsked, question: AuditQuestion): Promise<Blob> {
  const request = client.POST('/api/v1/networks/{network}/bills/{bill}/proof-pack', {
    params: { path: pathOf(asked) },
    body: bodyOf(question),
    parseAs: 'blob',
  })
  return (await answerOf<unknown>(request)) as Blob
}

const pathOf = ({ network, bill }: BillAsked) => ({ network: String(network), bill })

export interface AtCutOff {
  readonly network: number
  readonly location: number
  readonly cutOffAt: string
}

const PAGE = 100

/** Who counted in the window that the bill closes. */
export function countedAtCutOffQuery(asked: AtCutOff) {
  return infiniteQueryOptions({
    queryKey: ['counted-at-cut-off', asked],
    queryFn: ({ pageParam }) =>
      answerOf(
        client.GET('/api/v1/locations/{location}/active-users', {
          params: {
            path: { location: String(asked.location) },
            query: {
              ...cutOffOf(asked),
              limit: PAGE,
              ...(pageParam !== undefined && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
}

/** The address of the same list as a file. */
export function countedAddress(asked: AtCutOff, format: 'csv' | 'xlsx'): string {
  const query = new URLSearchParams(cutOffOf(asked))
  return `/api/v1/locations/${asked.location}/active-users/export/${format}?${query}`
}

/** Why one customer counted in that window, or did not. */
export interface ExplainedAsked extends AtCutOff {
  readonly customer: number
  readonly language: 'en' | 'de'
}

export function explainedAtCutOffQuery(asked: ExplainedAsked) {
  return queryOptions({
    queryKey: ['explained-at-cut-off', asked],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/locations/{location}/active-users/{customer}', {
          params: {
            path: { location: String(asked.location), customer: String(asked.customer) },
            query: { ...cutOffOf(asked), language: asked.language },
          },
        }),
      ),
  })
}

function cutOffOf({ network, cutOffAt }: AtCutOff) {
  return { network: String(network), as_of: cutOffAt, cut_off: 'before' as const }
}
