/** Changes that are supposed for a forecast, in a transaction that is undone: only what a count reads is changed. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import type { Asker } from '#services/asker'
import { text } from '#services/check-input'
import { findCustomer } from '#services/customers/find'
import type { LocationFound } from '#services/locations/find'
import { findRef, recordNotFound } from '#services/records/find-record'

export interface Supposed {
  /** Customers who are suspended: id, external id or exact name. */
  readonly suspend?: readonly string[] | undefined
  /** Contracts that are cancelled, by external id. */
  readonly cancelContracts?: readonly string[] | undefined
  /** Customers who leave all their teams: id, external id or exact name. */
  readonly leaveTeams?: readonly string[] | undefined
}

const NAMES = ['suspend', 'cancelContracts', 'leaveTeams'] as const
const MOST = 100

/** @throws INVALID_ARGUMENT */
export function supposedChanges(name: string, value: unknown): Supposed {
  const given = Object.entries((typeof value === 'object' && value !== null ? value : {}) as object)
  const isKnown = given.every(([key, list]) => NAMES.some((one) => one === key) && isList(list))
  if (typeof value !== 'object' || !isKnown) {
    throw new HeadcountError(
      'INVALID_ARGUMENT',
      `${name} may hold ${NAMES.join(', ')}, each a list of at most ${MOST}.`,
    )
  }
  return Object.fromEntries(
    given
      .filter(([, list]) => list !== undefined)
      .map(([key, list]) => [key, (list as unknown[]).map((one) => text(`${name}.${key}`, one))]),
  )
}

function isList(list: unknown): boolean {
  return list === undefined || (Array.isArray(list) && list.length <= MOST)
}

/** @throws CUSTOMER_NOT_FOUND, CUSTOMER_AMBIGUOUS, RECORD_NOT_FOUND */
export async function supposeChanges(
  session: Session,
  asker: Asker,
  { networkId, locationId }: LocationFound,
  { suspend = [], cancelContracts = [], leaveTeams = [] }: Supposed,
  now: Date,
): Promise<void> {
  const customers = async (names: readonly string[]) => {
    const ids: number[] = []
    for (const name of names) ids.push((await findCustomer(session, asker, networkId, name)).customerId)
    return ids
  }
  const suspended = await customers(suspend)
  if (suspended.length > 0) {
    await session.query(sql`
      insert into location_suspensions (network_id, location_id, customer_id, from_at, until_at)
      select ${networkId}::int, ${locationId}::int, customer_id, ${now}::timestamptz, 'infinity'
      from unnest(${suspended}::int[]) customer_id
      on conflict do nothing`)
  }
  for (const externalId of cancelContracts) {
    const ref = await findRef(session, networkId, 'contract', externalId)
    // one at another location changes nothing here, and may be hidden from who asks
    const [here] = await session.query(sql`
      select
      from contracts
      where network_id = ${networkId}::int
        and location_id = ${locationId}::int
        and ref = ${ref ?? null}::bigint
      limit 1`)
    if (ref === undefined || here === undefined) throw recordNotFound('contract', externalId)
    await session.query(sql`
      update contracts
      set until_at = ${now}::timestamptz
      where network_id = ${networkId}::int
        and ref = ${ref}::bigint
        and from_at < ${now}::timestamptz
        and until_at > ${now}::timestamptz`)
  }
  const leaving = await customers(leaveTeams)
  if (leaving.length > 0) {
    await session.query(sql`
      delete from team_edges
      where network_id = ${networkId}::int
        and location_id = ${locationId}::int
        and customer_id = any (${leaving}::int[])`)
  }
}
