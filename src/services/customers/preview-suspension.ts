/** What suspending or resuming customers would do to the counts: it is done, counted, and taken back. */
import sql from 'sql-template-tag'
import { countStatement } from '#counting/active-users'
import { sourcesAmongStatement } from '#counting/row-details'
import { DEFAULT_RULE_SET } from '#counting/rules'
import type { Scope } from '#counting/scope'
import type { Session } from '#database/database'
import { type Source, sourcesOf } from '#model/source'
import type { Asker } from '#services/asker'
import { checkInput, instant, oneOf, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { getCustomerStates } from '#services/customers/get'
import { setSuspended } from '#services/customers/set-suspended'
import { customerKeys } from '#services/customers/suspend-many'
import { ofVisibleLocations } from '#services/locations/visible'
import { changeNetwork, type NetworkChange } from '#services/records/change-network'
import { pastInstant, type RecordKey } from '#services/records/find-record'
import type { CustomerNamed, LocationNamed } from '#services/records/list-filters'
import { takenBack } from '#services/taken-back'

export const SUSPENSION_VERBS = ['suspend', 'resume'] as const
export type SuspensionVerb = (typeof SUSPENSION_VERBS)[number]

export interface PreviewOptions {
  /** Id, external id or exact name. */
  readonly network: string
  readonly customers: readonly RecordKey[]
  /** Default `suspend`. */
  readonly verb?: SuspensionVerb
  /** Default now; not in the future. */
  readonly at?: Date
}

export type CustomerCounting = CustomerNamed & { readonly sources: readonly Source[] }

export interface LocationPreview {
  readonly location: LocationNamed
  /** Active users as of the instant. */
  readonly before: number
  readonly after: number
  /** Who counts no longer, with the sources until then; also members of teams that the customers pay for. */
  readonly stops: readonly CustomerCounting[]
  /** Who counts from then on, with the sources. */
  readonly starts: readonly CustomerCounting[]
  /** Who goes on counting, with the sources that remain. */
  readonly stays: readonly CustomerCounting[]
}

export interface SuspensionPreview {
  /** From when, and as of when it is counted; ISO 8601, UTC. */
  readonly at: string
  /** The customers that it would change; the others are so already. */
  readonly changes: number
  /** Where the customers, or members of teams that they pay for, have records; by name. */
  readonly locations: readonly LocationPreview[]
}

const INPUT = {
  network: text,
  customers: customerKeys,
  verb: optional(oneOf(SUSPENSION_VERBS)),
  at: optional(instant),
}

/** @throws those of suspending */
export async function previewSuspension(
  context: Context,
  options: PreviewOptions,
): Promise<SuspensionPreview> {
  const { network, ...asked } = checkInput(options, INPUT)
  return takenBack<NetworkChange, SuspensionPreview>(
    (work) => changeNetwork(context, 'customers.suspend', { network }, work),
    (change) => preview(change, asked),
  )
}

interface Asked {
  readonly customers: readonly RecordKey[]
  readonly verb?: SuspensionVerb | undefined
  readonly at?: Date | undefined
}

async function preview(change: NetworkChange, asked: Asked): Promise<SuspensionPreview> {
  const { session, asker, recordedAt } = change
  const { networkId } = change.network
  const at = pastInstant(asked.at, recordedAt)
  const chosen = await getCustomerStates(session, asker, networkId, asked.customers)
  const chosenIds = chosen.map(({ customerId }) => customerId)
  const people = await affectedBy(session, networkId, chosenIds, at)
  const locations = await locationsOf(session, asker, networkId, [...people.keys()])
  const locationIds = locations.map(({ locationId }) => locationId)
  const scope = { networkId, locationIds, asOf: at }
  const before = await countedAt(session, scope, [...people.keys()])
  const isSuspended = asked.verb !== 'resume'
  const { customers } = await setSuspended(change, { customers: asked.customers, at, isSuspended })
  const after = await countedAt(session, scope, [...people.keys()])
  return {
    at: at.toISOString(),
    changes: customers.filter(({ hasChanges }) => hasChanges).length,
    locations: locations.map((location) => compare(location, people, before, after)),
  }
}

interface Counted {
  readonly counts: ReadonlyMap<number, number>
  /** Sources of customers by location. */
  readonly sources: ReadonlyMap<number, ReadonlyMap<number, readonly Source[]>>
}

function compare(
  location: LocationNamed,
  people: ReadonlyMap<number, CustomerNamed>,
  before: Counted,
  after: Counted,
): LocationPreview {
  const { locationId } = location
  const then = before.sources.get(locationId) ?? new Map<number, readonly Source[]>()
  const now = after.sources.get(locationId) ?? new Map<number, readonly Source[]>()
  const counting = (sources: typeof then, isMeant: (customerId: number) => boolean) =>
    [...people.values()].flatMap((customer) => {
      const own = sources.get(customer.customerId)
      return own !== undefined && isMeant(customer.customerId) ? [{ ...customer, sources: own }] : []
    })
  return {
    location,
    before: before.counts.get(locationId) ?? 0,
    after: after.counts.get(locationId) ?? 0,
    stops: counting(then, (id) => !now.has(id)),
    starts: counting(now, (id) => !then.has(id)),
    stays: counting(now, (id) => then.has(id)),
  }
}

async function countedAt(session: Session, scope: Scope, customerIds: readonly number[]): Promise<Counted> {
  const counts = await session.query<{ location_id: number; active_users: number }>(
    countStatement(scope, DEFAULT_RULE_SET),
  )
  const rows = await session.query<{ location_id: number; customer_id: number; mask: number }>(
    sourcesAmongStatement(scope, DEFAULT_RULE_SET, customerIds),
  )
  const sources = new Map<number, Map<number, readonly Source[]>>()
  for (const row of rows) {
    const here = sources.get(row.location_id) ?? new Map<number, readonly Source[]>()
    here.set(row.customer_id, sourcesOf(row.mask))
    sources.set(row.location_id, here)
  }
  return { counts: new Map(counts.map((row) => [row.location_id, row.active_users])), sources }
}

/** The customers and the members of teams that they pay for at the instant, by name. */
async function affectedBy(
  session: Session,
  networkId: number,
  customerIds: readonly number[],
  at: Date,
): Promise<ReadonlyMap<number, CustomerNamed>> {
  const rows = await session.query<{ customer_id: number; external_id: string; name: string }>(sql`
    select c.customer_id, c.external_id, c.name
    from customers c
    where c.network_id = ${networkId}::int
      and (
        c.customer_id = any (${customerIds}::int[])
        or c.customer_id in (
          select e.customer_id
          from team_edges e
          where e.network_id = ${networkId}::int
            and e.paying_customer_id = any (${customerIds}::int[])
            and e.from_at <= ${at}::timestamptz
            and e.until_at > ${at}::timestamptz
        )
      )
    order by c.sort_name, c.customer_id`)
  return new Map(
    rows.map((row) => [
      row.customer_id,
      { customerId: row.customer_id, externalId: row.external_id, name: row.name },
    ]),
  )
}

async function locationsOf(
  session: Session,
  asker: Asker,
  networkId: number,
  customerIds: readonly number[],
): Promise<LocationNamed[]> {
  const rows = await session.query<{ location_id: number; external_id: string; name: string }>(sql`
    select l.location_id, l.external_id, l.name
    from locations l
    where l.network_id = ${networkId}::int
      and l.location_id in (
        select here.location_id
        from location_customers here
        where here.network_id = ${networkId}::int
          and here.customer_id = any (${customerIds}::int[])
      )${ofVisibleLocations(asker, networkId, 'l')}
    order by l.name, l.location_id`)
  return rows.map((row) => ({
    locationId: row.location_id,
    externalId: row.external_id,
    name: row.name,
  }))
}
