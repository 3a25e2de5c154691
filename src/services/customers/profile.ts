/** Everything known of one customer: where he counts and why, his records, and the history of his states. */
import sql, { raw } from 'sql-template-tag'
import { lastFirst } from '#counting/change-order'
import { sourcesAmongStatement } from '#counting/row-details'
import { DEFAULT_RULE_SET } from '#counting/rules'
import type { Session } from '#database/database'
import type { AddressedRecord } from '#model/record-address'
import { type Source, sourcesOf } from '#model/source'
import { type Asker, requireRight } from '#services/asker'
import { type BookingListed, listBookings } from '#services/bookings/list'
import { checkInput } from '#services/check-input'
import type { Context } from '#services/context'
import { type ContractListed, listContracts } from '#services/contracts/list'
import { type CustomerInvoiceListed, listCustomerInvoices } from '#services/customer-invoices/list'
import { type CustomerListed, getCustomer } from '#services/customers/list'
import { ofVisibleLocations } from '#services/locations/visible'
import { findNetwork } from '#services/networks/find'
import { type LinkRecord, linksOf } from '#services/networks/record-addresses'
import { BY_KEY_INPUT } from '#services/records/find-record'
import type { LocationNamed } from '#services/records/list-filters'
import type { GetByKeyOptions, Page } from '#services/records/page'
import { listRecurringProducts, type ProductSaleListed } from '#services/recurring-products/list'
import { listTeams, type TeamListed } from '#services/teams/list'

export interface CustomerAtLocation {
  readonly location: LocationNamed
  readonly isActiveUser: boolean
  readonly sources: readonly Source[]
  /** Null where he does not count. */
  readonly firstEvidenceAt: string | null
}

export const HISTORY_CHANGES = [
  ...['suspended', 'resumed', 'archived', 'restored'],
  ...['contract_made', 'contract_ended', 'team_joined', 'team_left'],
] as const

export interface HistoryChange {
  readonly at: string
  readonly change: (typeof HISTORY_CHANGES)[number]
  /** Of the plan or the team, where it is known. */
  readonly name: string | null
  /** Of a contract. */
  readonly location: LocationNamed | null
}

/** The address of a record at its origin; null where none is known. */
export interface Linked {
  readonly url: string | null
}

export interface CustomerProfile extends CustomerListed, Linked {
  readonly asOf: string
  readonly ruleSet: string
  /** Where he has records, or counts through a team, by name. */
  readonly locations: readonly CustomerAtLocation[]
  /** By the instant, the newest first. */
  readonly history: readonly HistoryChange[]
  /** The first {@link FIRST_ROWS} of each list; its cursor goes on in the list of the network. */
  readonly contracts: Page<ContractListed & Linked>
  readonly bookings: Page<BookingListed & Linked>
  readonly customerInvoices: Page<CustomerInvoiceListed & Linked>
  readonly recurringProducts: Page<ProductSaleListed & Linked>
  readonly teams: Page<TeamListed & Linked>
}

const FIRST_ROWS = 50

/** @throws CUSTOMER_NOT_FOUND, NETWORK_NOT_FOUND, NETWORK_AMBIGUOUS, FORBIDDEN, INVALID_ARGUMENT, INVALID_INSTANT */
export async function customerProfile(context: Context, options: GetByKeyOptions): Promise<CustomerProfile> {
  const { network, key, asOf = context.now() } = checkInput(options, BY_KEY_INPUT)
  const customer = await getCustomer(context, { network, key, asOf })
  const his = { network, asOf, customer: `id:${customer.customerId}`, limit: FIRST_ROWS }
  const { locations, history, link } = await whereAndWhen(context, network, customer.customerId, asOf)
  const url = (record: AddressedRecord, id: string) => link(record, { id, customer: customer.externalId })
  return {
    ...customer,
    url: url('customer', customer.externalId),
    asOf: asOf.toISOString(),
    ruleSet: DEFAULT_RULE_SET.id,
    locations,
    history,
    contracts: linked(await listContracts(context, { ...his, state: 'all' }), (id) => url('contract', id)),
    bookings: linked(await listBookings(context, his), (id) => url('booking', id)),
    customerInvoices: linked(await listCustomerInvoices(context, his), (id) => url('customer_invoice', id)),
    recurringProducts: linked(await listRecurringProducts(context, his), (id) =>
      url('recurring_product', id),
    ),
    teams: linked(await listTeams(context, his), (id) => url('team', id)),
  }
}

function linked<Item extends { readonly externalId: string }>(
  page: Page<Item>,
  urlOf: (externalId: string) => string | null,
): Page<Item & Linked> {
  return { ...page, items: page.items.map((item) => ({ ...item, url: urlOf(item.externalId) })) }
}

function whereAndWhen(
  { database, asker }: Context,
  network: string,
  customerId: number,
  asOf: Date,
): Promise<Pick<CustomerProfile, 'locations' | 'history'> & { readonly link: LinkRecord }> {
  return database.transaction(
    async (session) => {
      const { networkId } = await findNetwork(session, asker, network)
      requireRight(asker, 'counts.read', { networkId })
      const scope = { networkId, asOf }
      return {
        link: await linksOf(session, networkId),
        locations: await locationsOf(session, asker, scope, customerId),
        history: [
          ...(await stateChanges(session, scope, customerId)),
          ...(await recordChanges(session, asker, scope, customerId)),
        ].sort((one, other) => other.at.localeCompare(one.at)),
      }
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

interface ProfileScope {
  readonly networkId: number
  readonly asOf: Date
}

async function locationsOf(
  session: Session,
  asker: Asker,
  scope: ProfileScope,
  customerId: number,
): Promise<CustomerAtLocation[]> {
  const rows = await session.query<{ location_id: number; external_id: string; name: string }>(sql`
    select l.location_id, l.external_id, l.name
    from location_customers here
    join locations l on l.network_id = here.network_id and l.location_id = here.location_id
    where here.network_id = ${scope.networkId}::int
      and here.customer_id = ${customerId}::int${ofVisibleLocations(asker, scope.networkId, 'here')}
    order by l.name, l.location_id`)
  const locationIds = rows.map((row) => row.location_id)
  const counting = await session.query<{ location_id: number; mask: number; since: Date }>(
    sourcesAmongStatement({ ...scope, locationIds }, DEFAULT_RULE_SET, [customerId]),
  )
  const byLocation = new Map(counting.map((row) => [row.location_id, row]))
  return rows.map((row) => {
    const found = byLocation.get(row.location_id)
    return {
      location: { locationId: row.location_id, externalId: row.external_id, name: row.name },
      isActiveUser: found !== undefined,
      sources: sourcesOf(found?.mask ?? 0),
      firstEvidenceAt: found?.since.toISOString() ?? null,
    }
  })
}

const WORDS = {
  suspended: { true: 'suspended', false: 'resumed' },
  archived: { true: 'archived', false: 'restored' },
} as const

async function stateChanges(
  session: Session,
  { networkId, asOf }: ProfileScope,
  customerId: number,
): Promise<HistoryChange[]> {
  const rows = await session.query<{ property: keyof typeof WORDS; at: Date; after: boolean }>(sql`
    select changes.property, changes.at, changes.after
    from customer_changes changes
    where changes.network_id = ${networkId}::int
      and changes.customer_id = ${customerId}::int
      and changes.at <= ${asOf}::timestamptz
    order by ${lastFirst('changes')}, changes.property`)
  return rows.map(({ property, at, after }) => ({
    at: at.toISOString(),
    change: WORDS[property][`${after}`],
    name: null,
    location: null,
  }))
}

interface RecordChangeRow {
  at: Date
  change: HistoryChange['change']
  name: string | null
  location: LocationNamed | null
}

/** Contracts are spans from when they were made; of a membership it may not be known since when it holds. */
async function recordChanges(
  session: Session,
  asker: Asker,
  { networkId, asOf }: ProfileScope,
  customerId: number,
): Promise<HistoryChange[]> {
  const happened = (at: string) => sql`isfinite(${raw(at)}) and ${raw(at)} <= ${asOf}::timestamptz`
  const contract = (change: string, at: string) => sql`
    select
      ${raw(at)} as at, ${change}::text as change, c.plan_name as name,
      jsonb_build_object('locationId', l.location_id, 'externalId', l.external_id, 'name', l.name) as location
    from contracts c
    join locations l on l.network_id = c.network_id and l.location_id = c.location_id
    where c.network_id = ${networkId}::int
      and c.customer_id = ${customerId}::int${ofVisibleLocations(asker, networkId, 'c')}
      and ${happened(at)}`
  const team = (change: string, at: string) => sql`
    select ${raw(at)} as at, ${change}::text as change, team.name, null::jsonb as location
    from team_memberships member
    join teams team on team.network_id = member.network_id and team.team_id = member.team_id
    where member.network_id = ${networkId}::int
      and member.customer_id = ${customerId}::int
      and ${happened(at)}`
  const rows = await session.query<RecordChangeRow>(sql`
    select changes.at, changes.change, changes.name, changes.location
    from (${contract('contract_made', 'c.from_at')}
    union all${contract('contract_ended', 'c.until_at')}
    union all${team('team_joined', 'member.from_at')}
    union all${team('team_left', 'member.until_at')}
    ) changes
    order by changes.at desc, changes.change, changes.name, changes.location ->> 'name'`)
  return rows.map(({ at, ...change }) => ({ at: at.toISOString(), ...change }))
}
