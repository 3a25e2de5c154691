import sql, { type Sql } from 'sql-template-tag'
import type { Session } from '#database/database'
import { sortNameOf } from '#model/sort-name'
import { type Asker, visibleLocations } from '#services/asker'
import { asId, decide, type Findable } from '#services/find-by-name'

export interface CustomerFound extends Findable {
  readonly customerId: number
  readonly email: string | null
  readonly company: string | null
  readonly isSuspended: boolean
  readonly isArchived: boolean
}

interface CustomerRow {
  id: number
  external_id: string
  name: string
  email: string | null
  company: string | null
  is_suspended: boolean
  is_archived: boolean
}

/** Near matches are looked for among those whose name begins alike or contains the text. */
const MOST_NEAR = 200

/** @throws CUSTOMER_NOT_FOUND with near matches, CUSTOMER_AMBIGUOUS */
export async function findCustomer(
  session: Session,
  asker: Asker,
  networkId: number,
  text: string,
): Promise<CustomerFound> {
  const matches = await customersWhere(
    session,
    sql`network_id = ${networkId}::int
      and (customer_id = ${asId(text)}::int or external_id = ${text}::text or name = ${text}::text)${seenBy(asker, networkId)}
    order by customer_id
    limit 10`,
  )
  const near = matches.length > 0 ? [] : await nearCustomers(session, asker, networkId, text)
  return decide(
    matches,
    text,
    { noun: 'customer', notFound: 'CUSTOMER_NOT_FOUND', ambiguous: 'CUSTOMER_AMBIGUOUS' },
    near,
  )
}

/** Whoever sees some locations of a network sees the customers of these. */
export function seenBy(asker: Asker, networkId: number): Sql {
  const visible = visibleLocations(asker, networkId)
  if (visible === 'all') return sql``
  return sql`
      and exists (
        select from location_customers here
        where here.location_id = any (${visible}::int[])
          and here.network_id = customers.network_id
          and here.customer_id = customers.customer_id
      )`
}

function nearCustomers(
  session: Session,
  asker: Asker,
  networkId: number,
  text: string,
): Promise<CustomerFound[]> {
  const wanted = sortNameOf(text)
  return customersWhere(
    session,
    sql`network_id = ${networkId}::int
      and (strpos(sort_name, ${wanted}::text) > 0 or starts_with(sort_name, ${wanted.slice(0, 2)}::text))${seenBy(asker, networkId)}
    order by strpos(sort_name, ${wanted}::text) = 0, customer_id
    limit ${MOST_NEAR}::int`,
  )
}

async function customersWhere(session: Session, condition: Sql): Promise<CustomerFound[]> {
  const rows = await session.query<CustomerRow>(sql`
    select customer_id as id, external_id, name, email, company, is_suspended, is_archived
    from customers
    where ${condition}`)
  return rows.map((row) => ({
    id: row.id,
    customerId: row.id,
    externalId: row.external_id,
    name: row.name,
    email: row.email,
    company: row.company,
    isSuspended: row.is_suspended,
    isArchived: row.is_archived,
  }))
}
