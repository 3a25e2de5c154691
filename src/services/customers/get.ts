import sql, { type Sql } from 'sql-template-tag'
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

export function isCustomer(key: RecordKey): Sql {
  return 'id' in key ? sql`customer_id = ${key.id}::int` : sql`external_id = ${key.externalId}::text`
}

/** @throws CUSTOMER_NOT_FOUND */
export async function getCustomerState(
  session: Session,
  asker: Asker,
  networkId: number,
  key: RecordKey,
): Promise<CustomerState> {
  const [row] = await session.query<{
    customer_id: number
    external_id: string
    name: string
    is_suspended: boolean
  }>(sql`
    select customer_id, external_id, name, is_suspended
    from customers
    where network_id = ${networkId}::int
      and ${isCustomer(key)}${seenBy(asker, networkId)}`)
  if (row === undefined) {
    throw new HeadcountError('CUSTOMER_NOT_FOUND', `There is no customer ${keyText(key)} in this network.`)
  }
  return {
    customerId: row.customer_id,
    externalId: row.external_id,
    name: row.name,
    isSuspended: row.is_suspended,
  }
}
