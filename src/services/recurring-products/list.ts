/** The products that were sold in a network: recurring ones with their renewal plan, and one-offs. */
import sql from 'sql-template-tag'
import type { RenewalCycle } from '#model/records'
import type { Context } from '#services/context'
import { type FactList, getFact, type ListFactsOptions, listFacts } from '#services/records/fact-listing'
import {
  type CustomerNamed,
  EXTERNAL_ID,
  EXTERNAL_JOIN,
  isoOrNull,
  type LocationNamed,
  PLACE_COLUMNS,
  PLACE_JOINS,
  type PlaceRow,
  placeOf,
} from '#services/records/list-filters'
import type { GetByIdOptions, Page } from '#services/records/page'

export interface ProductSaleListed {
  readonly externalId: string
  readonly location: LocationNamed
  readonly customer: CustomerNamed
  /** Kept of recurring products only. */
  readonly productName: string | null
  readonly soldAt: string
  /** Null of a one-off. */
  readonly renewal: {
    readonly cycle: RenewalCycle
    readonly every: number
    readonly from: string
    /** Excluded; null while it goes on. */
    readonly until: string | null
  } | null
}

interface Row extends PlaceRow {
  external_id: string
  at: Date
  product_name: string | null
  cycle: RenewalCycle | null
  every: number
  renews_from: Date
  renews_until: Date | number
}

const PRODUCT_SALES: FactList<Row, ProductSaleListed> = {
  source: 'recurring_product',
  noun: 'recurring product',
  records: (facts) => facts,
  details: sql`
    select
      ${EXTERNAL_ID}, ${PLACE_COLUMNS}, page.at, page.key_1, page.key_2,
      plan.product_name, plan.cycle, plan.every, plan.renews_from, plan.renews_until
    from page
    ${PLACE_JOINS}
    left join recurring_products plan on plan.network_id = page.network_id and plan.ref = page.ref
    ${EXTERNAL_JOIN}`,
  item: (row) => ({
    externalId: row.external_id,
    ...placeOf(row),
    productName: row.product_name,
    soldAt: row.at.toISOString(),
    renewal:
      row.cycle === null
        ? null
        : {
            cycle: row.cycle,
            every: row.every,
            from: row.renews_from.toISOString(),
            until: isoOrNull(row.renews_until),
          },
  }),
}

/** Newest first. @throws LOCATION_NOT_FOUND, CUSTOMER_NOT_FOUND, and those of a list */
export async function listRecurringProducts(
  context: Context,
  options: ListFactsOptions,
): Promise<Page<ProductSaleListed>> {
  return listFacts(context, options, PRODUCT_SALES)
}

/** @throws RECORD_NOT_FOUND, and those of a list */
export async function getRecurringProduct(
  context: Context,
  options: GetByIdOptions,
): Promise<ProductSaleListed> {
  return getFact(context, options, PRODUCT_SALES)
}
