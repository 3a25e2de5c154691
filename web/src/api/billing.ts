/** Money: how locations are billed, what was issued, and what is to be expected. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answerOf, client, type Schemas } from './client'

export type PricePlan = Schemas['PricePlan']
export type PricePlanVersion = Schemas['PricePlanVersion']
export type ChargeLine = Schemas['ChargeLine']
export type LocationBilling = Schemas['LocationBilling']
export type PlatformInvoiceListed = Schemas['PlatformInvoiceListed']
export type PlatformInvoice = Schemas['PlatformInvoice']
export type Reconciliation = Schemas['Reconciliation']

interface LocationAsked {
  readonly network: number
  readonly location: number
}

export function locationBillingQuery({ network, location }: LocationAsked) {
  return queryOptions({
    queryKey: ['location-billing', network, location],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/networks/{network}/locations/{location}/billing', {
          params: { path: { network: String(network), location: String(location) } },
        }),
      ),
  })
}

export const pricePlansQuery = queryOptions({
  queryKey: ['price-plans'],
  queryFn: async () => (await answerOf(client.GET('/api/v1/price-plans'))).pricePlans,
})

export function pricePlanQuery(pricePlan: string) {
  return queryOptions({
    queryKey: ['price-plan', pricePlan],
    queryFn: () =>
      answerOf(client.GET('/api/v1/price-plans/{pricePlan}', { params: { path: { pricePlan } } })),
  })
}

export type AssignedToMany = Schemas['AssignedToMany']

export interface AssignmentAsked {
  readonly pricePlanId: number
  readonly locations: readonly number[]
  readonly addOns: Readonly<Record<string, number>>
  /** An instant, or a time on the clock here; empty for now. */
  readonly from: string
}

/** @param asked with `dryRun` only tells what would change */
export function assignToMany(asked: AssignmentAsked & { readonly dryRun: boolean }): Promise<AssignedToMany> {
  const { pricePlanId, locations, addOns, from, dryRun } = asked
  return answerOf(
    client.POST('/api/v1/price-plans/{pricePlan}/assignments', {
      params: { path: { pricePlan: String(pricePlanId) } },
      body: {
        locations: locations.map(String),
        addOns: { ...addOns },
        ...(from !== '' && { from: new Date(from).toISOString() }),
        dryRun,
      },
    }),
  )
}

interface PreviewAsked {
  readonly plan: PricePlan
  readonly count: number
  readonly addOns?: Readonly<Record<string, number>> | undefined
  /** The last number of the curve; default none. */
  readonly upTo?: number
}

/** What a number would cost, with a curve; the plan need not be kept anywhere. */
export function pricePreviewQuery({ plan, count, addOns = {}, upTo }: PreviewAsked) {
  return queryOptions({
    queryKey: ['price-preview', plan, count, addOns, upTo],
    queryFn: () =>
      answerOf(
        client.POST('/api/v1/price-previews', {
          body: { plan, count, addOns: { ...addOns }, ...(upTo !== undefined && { upTo }) },
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

const INVOICE_PAGE = 100

/** Invoices and credit notes, the newest first. */
export function platformInvoicesQuery(network: number | undefined, location: number | undefined) {
  return infiniteQueryOptions({
    queryKey: ['platform-invoices', network, location],
    queryFn: ({ pageParam }) =>
      answerOf(
        client.GET('/api/v1/networks/{network}/platform-invoices', {
          params: {
            path: { network: String(network) },
            query: {
              limit: INVOICE_PAGE,
              ...(location !== undefined && { location: String(location) }),
              ...(pageParam !== undefined && { before: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ nextBefore }) => nextBefore ?? undefined,
    enabled: network !== undefined,
  })
}

export interface InvoiceAsked {
  readonly network: number
  readonly number: number
}

const pathOf = ({ network, number }: InvoiceAsked) => ({ network: String(network), number })

/** The address of an invoice, and of its files below it. */
export function invoiceAddress({ network, number }: InvoiceAsked): string {
  return `/api/v1/networks/${network}/platform-invoices/${number}`
}

/** A platform invoice with what became of it. */
export interface InvoiceDetails {
  readonly network: string
  readonly invoice: Schemas['PlatformInvoice']
  readonly hash: string
  readonly void: Schemas['PlatformInvoiceVoid'] | null
  readonly creditNotes: readonly Schemas['CreditNote'][]
  readonly supplements: readonly Schemas['Supplement'][]
}

export function platformInvoiceQuery(asked: InvoiceAsked) {
  return queryOptions({
    queryKey: ['platform-invoice', asked.network, asked.number],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/networks/{network}/platform-invoices/{number}', {
          params: { path: pathOf(asked) },
        }),
      ),
  })
}

export interface InvoicedUsersAsked extends InvoiceAsked {
  readonly sources: readonly Schemas['Source'][]
  readonly search: string
}

const USER_PAGE = 200

/** The list as it was frozen with the invoice. */
export function invoicedUsersQuery(asked: InvoicedUsersAsked) {
  const { sources, search } = asked
  return infiniteQueryOptions({
    queryKey: ['invoiced-users', asked],
    queryFn: ({ pageParam }) =>
      answerOf(
        client.GET('/api/v1/networks/{network}/platform-invoices/{number}/active-users', {
          params: {
            path: pathOf(asked),
            query: {
              limit: USER_PAGE,
              offset: pageParam,
              ...(sources.length > 0 && { source: [...sources] }),
              ...(search !== '' && { search }),
            },
          },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ nextOffset }) => nextOffset ?? undefined,
    placeholderData: keepPreviousData,
  })
}

/** What was frozen of one customer; null where he is not on the list. */
export function invoicedUserQuery(asked: InvoiceAsked & { readonly customer: number }) {
  return queryOptions({
    queryKey: ['invoiced-user', asked],
    queryFn: async () => {
      const page = await answerOf(
        client.GET('/api/v1/networks/{network}/platform-invoices/{number}/active-users', {
          params: { path: pathOf(asked), query: { customer: String(asked.customer) } },
        }),
      )
      return page.items[0] ?? null
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export interface ReconciliationAsked extends InvoiceAsked {
  readonly asOf: string | undefined
  /** The number of another invoice of the location, instead of an instant. */
  readonly against: number | undefined
}

export function reconciliationQuery(asked: ReconciliationAsked) {
  return queryOptions({
    queryKey: ['reconciliation', asked],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/networks/{network}/platform-invoices/{number}/reconciliation', {
          params: { path: pathOf(asked), query: otherSideOf(asked) },
        }),
      ),
  })
}

function otherSideOf({ asOf, against }: ReconciliationAsked) {
  return { ...(asOf !== undefined && { as_of: asOf }), ...(against !== undefined && { against }) }
}

/** The address of a file of what is shown. */
export function differenceAddress(asked: ReconciliationAsked, format: 'csv' | 'xlsx'): string {
  const query = new URLSearchParams(
    Object.entries(otherSideOf(asked)).map(([name, value]) => [name, String(value)]),
  )
  return `${invoiceAddress(asked)}/reconciliation/export/${format}?${query}`
}

export function adjustmentsQuery(asked: InvoiceAsked) {
  return queryOptions({
    queryKey: ['adjustments', asked],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/networks/{network}/platform-invoices/{number}/adjustments', {
          params: { path: pathOf(asked) },
        }),
      ),
  })
}
