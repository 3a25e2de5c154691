import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import type { Asker } from '#services/asker'
import { seenBy } from '#services/customers/find'
import { keyText, type RecordKey } from '#services/records/find-record'

export interface CustomerState {
  readonly customerId: number
  readonly externalId: string
  readonly name: string
  /** As of now. */
  readonly isSuspended: boolean
}

/** In the order of the keys, each customer once. @throws CUSTOMER_NOT_FOUND for the first key that names nobody */
export async function getCustomerStates(
  session: Session,
  asker: Asker,
  networkId: number,
  keys: readonly RecordKey[],
): Promise<readonly CustomerState[]> {
  const ids = keys.flatMap((key) => ('id' in key ? [key.id] : []))
  const externalIds = keys.flatMap((key) => ('id' in key ? [] : [key.externalId]))
  const rows = await session.query<{
    customer_id: number
    external_id: string
    name: string
    is_suspended: boolean
  }>(sql`
    select customer_id, external_id, name, is_suspended
    from customers
    where network_id = ${networkId}::int
      and (customer_id = any (${ids}::int[]) or external_id = any (${externalIds}::text[]))${seenBy(asker, networkId)}`)
  const states = rows.map((row) => ({
    customerId: row.customer_id,
    externalId: row.external_id,
    name: row.name,
    isSuspended: row.is_suspended,
  }))
  const byId = new Map(states.map((state) => [state.customerId, state]))
  const byExternalId = new Map(states.map((state) => [state.externalId, state]))
  const found = keys.map((key) => {
    const state = 'id' in key ? byId.get(key.id) : byExternalId.get(key.externalId)
    if (state !== undefined) return state
    throw new HeadcountError('CUSTOMER_NOT_FOUND', `There is no customer ${keyText(key)} in this network.`)
  })
  return [...new Set(found)]
}
