/** What lists are narrowed by, and the parts of records that all of them show alike. */
import sql, { raw, type Sql } from 'sql-template-tag'
import { sortNameOf } from '#model/sort-name'
import { findCustomer } from '#services/customers/find'
import { findLocation } from '#services/locations/find'
import type { ListScope } from '#services/records/page'

export interface PlaceFilter {
  /** Id, external id or exact name. */
  readonly location?: string | undefined
  readonly customer?: string | undefined
}

/** Our ids; null where not asked for. */
export interface FoundPlace {
  readonly locationId: number | null
  readonly customerId: number | null
}

export async function findPlace(scope: ListScope, { location, customer }: PlaceFilter): Promise<FoundPlace> {
  const { session, asker, networkId } = scope
  const found =
    location === undefined ? null : await findLocation(session, asker, location, String(networkId))
  const who = customer === undefined ? null : await findCustomer(session, asker, networkId, customer)
  return { locationId: found?.locationId ?? null, customerId: who?.customerId ?? null }
}

/** Rows of the place, and of what the asker may see; the table is known by `alias`. */
export function ofPlace(scope: ListScope, alias: string, { locationId, customerId }: FoundPlace): Sql {
  const location = locationId === null ? sql`` : sql` and ${raw(alias)}.location_id = ${locationId}::int`
  const customer = customerId === null ? sql`` : sql` and ${raw(alias)}.customer_id = ${customerId}::int`
  return sql`${location}${customer}${scope.seen(`${alias}.location_id`)}`
}

/** In the name (folded as sort names are), the e-mail or the company, as in the list of active users. */
export function matchesSearch(search: string | undefined): Sql {
  const lower = (search ?? '').trim().toLowerCase()
  if (lower === '') return sql``
  return sql`
        and (
          strpos(c.sort_name, ${sortNameOf(search ?? '')}::text) > 0
          or strpos(lower(c.email), ${lower}::text) > 0
          or strpos(lower(c.company), ${lower}::text) > 0
        )`
}

export interface Named {
  readonly externalId: string
  readonly name: string
}
export interface LocationNamed extends Named {
  readonly locationId: number
}
export interface CustomerNamed extends Named {
  readonly customerId: number
}

/** Columns and joins that show the location and the customer of the rows of `page`. */
export const PLACE_COLUMNS = raw(
  `page.location_id, l.external_id as location_external_id, l.name as location_name,
      page.customer_id, c.external_id as customer_external_id, c.name as customer_name`,
)
export const PLACE_JOINS = raw(
  `join locations l on l.network_id = page.network_id and l.location_id = page.location_id
    join customers c on c.network_id = page.network_id and c.customer_id = page.customer_id`,
)
export interface PlaceRow {
  location_id: number
  location_external_id: string
  location_name: string
  customer_id: number
  customer_external_id: string
  customer_name: string
}

export function placeOf(row: PlaceRow): {
  readonly location: LocationNamed
  readonly customer: CustomerNamed
} {
  return {
    location: {
      locationId: row.location_id,
      externalId: row.location_external_id,
      name: row.location_name,
    },
    customer: {
      customerId: row.customer_id,
      externalId: row.customer_external_id,
      name: row.customer_name,
    },
  }
}

/** The external id of the rows of `page`: its number, or what that number stands for. */
export const EXTERNAL_ID = raw('coalesce(x.external_id, page.ref::text) as external_id')
export const EXTERNAL_JOIN = raw(
  'left join external_refs x on x.network_id = page.network_id and x.ref = page.ref',
)

/** ISO 8601, UTC; null where it is not told or open. */
export function isoOrNull(at: Date | number | null): string | null {
  return at instanceof Date ? at.toISOString() : null
}
