/** Addresses of the panel's views, as its router reads them. */
import type { PlaceKnown } from '#assistant/understanding/places'
import type { CustomerKind } from '#model/active-user'
import type { Source } from '#model/source'

export interface ActiveUsersView {
  readonly sources?: readonly Source[] | undefined
  readonly only?: boolean | undefined
  readonly asOf?: string | undefined
  readonly customerId?: number | undefined
  readonly kind?: CustomerKind | undefined
  readonly isSuspended?: boolean | undefined
  readonly isDisputable?: boolean | undefined
}

type Placed = Pick<PlaceKnown, 'networkId'> & { readonly locationId?: number }

export function activeUsersView(
  place: Placed,
  { sources = [], only, asOf, customerId, kind, isSuspended, isDisputable }: ActiveUsersView = {},
): string {
  return address('/settings/subscription/active-users', place, {
    source: sources.length === 0 ? undefined : sources.join(','),
    only: only === true ? 'true' : undefined,
    kind,
    suspended: isSuspended === true ? 'true' : undefined,
    disputable: isDisputable === true ? 'true' : undefined,
    as_of: asOf,
    customer: customerId === undefined ? undefined : String(customerId),
  })
}

export function overviewView(place: Placed): string {
  return address('/', place)
}

export function invoicesView(place: Placed): string {
  return address('/settings/subscription/invoices', place)
}

export function billsView(place: Placed): string {
  return address('/settings/subscription/bills', place)
}

export function billView({ networkId }: Placed, externalId: string): string {
  return address(`/settings/subscription/bills/${encodeURIComponent(externalId)}`, { networkId })
}

export function forecastView(place: Placed): string {
  return address('/settings/subscription/forecast', place)
}

export function planView(place: Placed): string {
  return address('/settings/subscription/plan', place)
}

export function customerView(place: Placed, customerId: number): string {
  return address(`/customers/${customerId}`, place)
}

function address(
  path: string,
  { networkId, locationId }: Placed,
  more: Readonly<Record<string, string | undefined>> = {},
): string {
  const query = new URLSearchParams({ network: String(networkId) })
  if (locationId !== undefined) query.set('location', String(locationId))
  for (const [name, value] of Object.entries(more)) if (value !== undefined) query.set(name, value)
  return `${path}?${query}`
}
