/** Changes that are supposed for a forecast, in a transaction that is undone: only what a count reads is changed. */
import sql, { raw } from 'sql-template-tag'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import type { Asker } from '#services/asker'
import { text } from '#services/check-input'
import { findCustomer } from '#services/customers/find'
import { getCustomerStates } from '#services/customers/get'
import { KnownRefs } from '#services/imports/known-ids'
import type { LocationFound } from '#services/locations/find'
import { recordNotFound } from '#services/records/find-record'

export interface Supposed {
  /** Customers who are suspended: id, external id or exact name. */
  readonly suspend?: readonly string[] | undefined
  /** Contracts that are cancelled, by external id. */
  readonly cancelContracts?: readonly string[] | undefined
  /** Customers who leave all their teams: id, external id or exact name. */
  readonly leaveTeams?: readonly string[] | undefined
  /** Customers who have no records at the location at all: id, external id or exact name. */
  readonly without?: readonly string[] | undefined
}

/** The longest list of each. */
export const MOST_SUPPOSED = { suspend: 100, cancelContracts: 100, leaveTeams: 100, without: 1000 } as const
const NAMES = Object.keys(MOST_SUPPOSED) as readonly (keyof typeof MOST_SUPPOSED)[]

/** @throws INVALID_ARGUMENT */
export function supposedChanges(name: string, value: unknown): Supposed {
  const given = Object.entries((typeof value === 'object' && value !== null ? value : {}) as object)
  const isKnown = given.every(([key, list]) =>
    NAMES.some((one) => one === key && isList(list, MOST_SUPPOSED[one])),
  )
  if (typeof value !== 'object' || !isKnown) {
    throw new HeadcountError(
      'INVALID_ARGUMENT',
      `${name} may hold ${NAMES.map((one) => `${one} (at most ${MOST_SUPPOSED[one]})`).join(', ')}.`,
    )
  }
  return Object.fromEntries(
    given
      .filter(([, list]) => list !== undefined)
      .map(([key, list]) => [key, (list as unknown[]).map((one) => text(`${name}.${key}`, one))]),
  )
}

function isList(list: unknown, most: number): boolean {
  return list === undefined || (Array.isArray(list) && list.length <= most)
}

/** @throws CUSTOMER_NOT_FOUND, CUSTOMER_AMBIGUOUS, RECORD_NOT_FOUND */
export async function supposeChanges(
  session: Session,
  asker: Asker,
  { networkId, locationId }: LocationFound,
  { suspend = [], cancelContracts = [], leaveTeams = [], without = [] }: Supposed,
  now: Date,
): Promise<void> {
  const customers = (names: readonly string[]) => customersNamed(session, asker, networkId, names)
  const suspended = await customers(suspend)
  if (suspended.length > 0) {
    await session.query(sql`
      insert into location_suspensions (network_id, location_id, customer_id, from_at, until_at)
      select ${networkId}::int, ${locationId}::int, customer_id, ${now}::timestamptz, 'infinity'
      from unnest(${suspended}::int[]) customer_id
      on conflict do nothing`)
  }
  if (cancelContracts.length > 0) await cancelHere(session, { networkId, locationId }, cancelContracts, now)
  const leaving = await customers(leaveTeams)
  if (leaving.length > 0) {
    await session.query(sql`
      delete from team_edges
      where network_id = ${networkId}::int
        and location_id = ${locationId}::int
        and customer_id = any (${leaving}::int[])`)
  }
  const gone = await customers(without)
  if (gone.length > 0) await removeRecords(session, { networkId, locationId }, gone)
}

/** One at another location changes nothing here, and may be hidden from who asks. @throws RECORD_NOT_FOUND */
async function cancelHere(
  session: Session,
  { networkId, locationId }: Pick<LocationFound, 'networkId' | 'locationId'>,
  externalIds: readonly string[],
  now: Date,
): Promise<void> {
  const named = externalIds.map((externalId) => ({ recordKind: 'contract', externalId }) as const)
  const refs = await KnownRefs.loadNamed(session, networkId, named)
  const refOf = (externalId: string) => refs.find('contract', externalId)
  const asked = externalIds.map(refOf).filter((ref) => ref !== undefined)
  const rows = await session.query<{ ref: number }>(sql`
    select distinct ref
    from contracts
    where network_id = ${networkId}::int
      and location_id = ${locationId}::int
      and ref = any (${asked}::bigint[])`)
  const here = new Set(rows.map(({ ref }) => ref))
  const missing = externalIds.find((externalId) => !here.has(refOf(externalId) ?? Number.NaN))
  if (missing !== undefined) throw recordNotFound('contract', missing)
  await session.query(sql`
    update contracts
    set until_at = ${now}::timestamptz
    where network_id = ${networkId}::int
      and ref = any (${asked}::bigint[])
      and from_at < ${now}::timestamptz
      and until_at > ${now}::timestamptz`)
}

/** Many are named by our ids, as the panel does, and are found at once. */
async function customersNamed(
  session: Session,
  asker: Asker,
  networkId: number,
  names: readonly string[],
): Promise<number[]> {
  const numbers = names.map((name) => Number(/^id:([1-9]\d{0,8})$/.exec(name)?.[1]))
  const keys = numbers.filter((number) => !Number.isNaN(number)).map((id) => ({ id }))
  const states = keys.length === 0 ? [] : await getCustomerStates(session, asker, networkId, keys)
  const ids = states.map(({ customerId }) => customerId)
  for (const [index, name] of names.entries()) {
    if (Number.isNaN(numbers[index]))
      ids.push((await findCustomer(session, asker, networkId, name)).customerId)
  }
  return ids
}

const TABLES_OF_RECORDS = ['facts', 'ended_facts', 'contracts', 'recurring_products', 'team_edges'] as const

/** Members of teams that they pay for lose that source with them, as a count finds nothing of the paying customer. */
async function removeRecords(
  session: Session,
  { networkId, locationId }: Pick<LocationFound, 'networkId' | 'locationId'>,
  customerIds: readonly number[],
): Promise<void> {
  for (const table of TABLES_OF_RECORDS) {
    await session.query(sql`
      delete from ${raw(table)}
      where location_id = ${locationId}::int
        and network_id = ${networkId}::int
        and (customer_id in (select unnest(${customerIds}::int[]))) is true`)
  }
}
