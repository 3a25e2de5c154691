/** The view of the panel that shows what a tool told, and which addresses are views at all. */
import type { FigureTold, ToolCall } from '#assistant/model/evidence'
import type { PlaceKnown } from '#assistant/understanding/places'
import { folded } from '#assistant/understanding/words'
import {
  activeUsersView,
  billsView,
  customerView,
  forecastView,
  invoicesView,
  overviewView,
  planView,
} from '#assistant/views'
import { SOURCES } from '#model/source'

type Place = Pick<PlaceKnown, 'networkId'> & { readonly locationId?: number }
type View = (place: Place, told: Pick<FigureTold, 'call' | 'customerId'>) => string

const usersView: View = (place, { call: { input }, customerId }) => {
  if (place.locationId === undefined) return overviewView(place)
  const sources = Array.isArray(input.sources) ? input.sources : []
  return activeUsersView(place, {
    sources: SOURCES.filter((source) => sources.includes(source)),
    only: input.only === true,
    asOf: typeof input.asOf === 'string' ? input.asOf : undefined,
    customerId: customerId ?? undefined,
  })
}
const wholeUsersView: View = (place, { call }) => usersView(place, { call, customerId: null })

const VIEWS: Readonly<Record<string, View>> = {
  count_active_users: wholeUsersView,
  list_active_users: wholeUsersView,
  explain_active_user: usersView,
  history_of_active_users: overviewView,
  get_rules: () => '/help/who-is-considered-an-active-user',
  list_networks: () => '/networks',
  list_locations: overviewView,
  get_network_overview: overviewView,
  find_customers: ({ networkId }) => `/customers?network=${networkId}`,
  get_customer: (place, { customerId }) =>
    customerId === null ? overviewView(place) : customerView(place, customerId),
  list_platform_invoices: invoicesView,
  get_platform_invoice: invoicesView,
  list_invoiced_users: invoicesView,
  reconcile_platform_invoice: invoicesView,
  list_adjustments: invoicesView,
  verify_platform_invoices: invoicesView,
  list_bills: billsView,
  audit_bill: billsView,
  forecast_platform_invoice: forecastView,
  get_location_billing: planView,
  price_active_users: planView,
  list_price_plans: planView,
}

export const TOOLS_WITH_VIEW = Object.keys(VIEWS)

export function viewOf(
  told: Pick<FigureTold, 'call' | 'customerId' | 'locationId'>,
  places: readonly PlaceKnown[],
): string {
  const at = places.find(({ locationId }) => locationId === told.locationId) ?? placeAsked(told.call, places)
  const network = places.find((place) => place.networkId === networkAsked(told.call, places)) ?? places[0]
  const place = at ?? (network === undefined ? undefined : { networkId: network.networkId })
  return place === undefined ? '/' : (VIEWS[told.call.tool]?.(place, told) ?? overviewView(place))
}

/** Named as tools let it be: by id or by name. */
export function placeAsked({ input }: ToolCall, places: readonly PlaceKnown[]): PlaceKnown | undefined {
  const said = input.location
  if (typeof said !== 'string') return undefined
  return places.find(({ locationId, name }) => said === `id:${locationId}` || folded(said) === folded(name))
}

function networkAsked({ input }: ToolCall, places: readonly PlaceKnown[]): number | undefined {
  const said = input.network
  return places.find(({ networkId, network }) => said === `id:${networkId}` || said === network)?.networkId
}

const PAGES =
  /^\/(settings\/(subscription\/(active-users|invoices|bills|plan|forecast)|connections)|customers(\/\d+)?|imports|operators|account|audit-log|networks|price-plans|help(\/[a-z-]+)?)?$/

/** @returns the address as the panel has it, or null where it has none such */
export function viewAt(href: string): string | null {
  if (!href.startsWith('/') || href.startsWith('//') || !URL.canParse(href, 'http://panel')) return null
  const { pathname, search, hash } = new URL(href, 'http://panel')
  const isPlain = [...new URLSearchParams(search)].every(
    ([name, value]) =>
      /^(network|location|customer|source|only|as_of|suspended)$/.test(name) && /^[\w,:.-]+$/.test(value),
  )
  return PAGES.test(pathname) && isPlain ? `${pathname}${search}${hash}` : null
}
