/** The customers of a network, with their state as of an instant. */
import sql, { type Sql } from 'sql-template-tag'
import { stateAt } from '#counting/customer-state'
import { HeadcountError } from '#errors'
import { checkInput, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { BY_KEY_INPUT, keyText } from '#services/records/find-record'
import { findPlace, matchesSearch } from '#services/records/list-filters'
import {
  findOne,
  type GetByKeyOptions,
  type Listing,
  type ListScope,
  listPage,
  PAGE_INPUT,
  type Page,
  type PageOptions,
} from '#services/records/page'

export interface ListCustomersOptions extends PageOptions {
  /** Id, external id or exact name: those who have records there, or count there through a team. */
  readonly location?: string
  /** Part of a name, e-mail or company; case and diacritics do not matter. */
  readonly search?: string
}

const INPUT = { ...PAGE_INPUT, location: optional(text), search: optional(text) }

export interface CustomerListed {
  readonly customerId: number
  readonly externalId: string
  readonly name: string
  readonly email: string | null
  readonly company: string | null
  /** As of the instant. */
  readonly isSuspended: boolean
  readonly isArchived: boolean
}

interface Row {
  customer_id: number
  external_id: string
  name: string
  email: string | null
  company: string | null
  is_suspended: boolean
  is_archived: boolean
}

/** By name. @throws LOCATION_NOT_FOUND, and those of {@link listPage} */
export async function listCustomers(
  context: Context,
  options: ListCustomersOptions,
): Promise<Page<CustomerListed>> {
  const asked = checkInput(options, INPUT)
  return listPage(context, asked, async (scope) => {
    const { locationId } = await findPlace(scope, { location: asked.location })
    const search = matchesSearch(asked.search)
    const question = ['customers', locationId, asked.search?.trim().toLowerCase() ?? '']
    return listing(scope, question, sql`${isListed(scope, locationId)}${search}`)
  })
}

/** @throws CUSTOMER_NOT_FOUND, and those of {@link listPage} */
export async function getCustomer(context: Context, options: GetByKeyOptions): Promise<CustomerListed> {
  const asked = checkInput(options, BY_KEY_INPUT)
  const { key } = asked
  const only =
    'id' in key ? sql` and c.customer_id = ${key.id}::int` : sql` and c.external_id = ${key.externalId}::text`
  const found = await findOne(context, asked, async (scope) =>
    listing(scope, [], sql`${only}${isListed(scope, null)}`),
  )
  if (found !== undefined) return found
  throw new HeadcountError('CUSTOMER_NOT_FOUND', `There is no customer ${keyText(key)} in this network.`)
}

/** At the location, or at one that the asker may see. */
function isListed(scope: ListScope, locationId: number | null): Sql {
  const seen = scope.seen('here.location_id')
  if (locationId === null && seen.sql === '') return sql``
  const at = locationId === null ? sql`` : sql` and here.location_id = ${locationId}::int`
  return sql`
        and exists (
          select from location_customers here
          where here.network_id = c.network_id
            and here.customer_id = c.customer_id${at}${seen}
        )`
}

function listing(
  { networkId, asOf }: ListScope,
  question: readonly unknown[],
  condition: Sql,
): Listing<Row, CustomerListed> {
  const instant = sql`${asOf}::timestamptz`
  return {
    question,
    matching: sql`
      select c.*
      from customers c
      where c.network_id = ${networkId}::int${condition}`,
    keys: [
      { column: 'sort_name', type: 'text' },
      { column: 'customer_id', type: 'bigint' },
    ],
    isNewestFirst: false,
    details: sql`
    select
      page.key_1, page.key_2, page.customer_id, page.external_id, page.name, page.email, page.company,
      ${stateAt('page', 'suspended', instant)} as is_suspended,
      ${stateAt('page', 'archived', instant)} as is_archived
    from page`,
    item: (row) => ({
      customerId: row.customer_id,
      externalId: row.external_id,
      name: row.name,
      email: row.email,
      company: row.company,
      isSuspended: row.is_suspended,
      isArchived: row.is_archived,
    }),
  }
}
