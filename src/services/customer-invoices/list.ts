/** The customer invoices of a network, whether they count or not. */
import sql from 'sql-template-tag'
import { factKindName } from '#model/kind'
import type { CustomerInvoiceRecord } from '#model/records'
import type { Context } from '#services/context'
import { type FactList, getFact, type ListFactsOptions, listFacts } from '#services/records/fact-listing'
import {
  type CustomerNamed,
  EXTERNAL_ID,
  EXTERNAL_JOIN,
  isoOrNull,
  type LocationNamed,
} from '#services/records/list-filters'
import type { GetByIdOptions, Page } from '#services/records/page'

export interface CustomerInvoiceListed {
  readonly externalId: string
  /** One, or several of an invoice whose lines are issued by several; in a list of one location that one. */
  readonly locations: readonly LocationNamed[]
  readonly customer: CustomerNamed
  readonly issuedAt: string
  readonly evidenceKind: CustomerInvoiceRecord['evidenceKind']
  /** Null where it was not voided by the instant. */
  readonly voidedAt: string | null
}

interface Row {
  external_id: string
  locations: LocationNamed[]
  customer_id: number
  customer_external_id: string
  customer_name: string
  at: Date
  kind: number
  ended_at: Date | null
}

const CUSTOMER_INVOICES: FactList<Row, CustomerInvoiceListed> = {
  source: 'customer_invoice',
  noun: 'customer invoice',
  records: (facts) => sql`
      select network_id, customer_id, at, ref, kind, ended_at, array_agg(location_id) as location_ids
      from (${facts}
      ) fact
      group by network_id, customer_id, at, ref, kind, ended_at`,
  details: sql`
    select
      ${EXTERNAL_ID}, page.at, page.kind, page.ended_at, page.key_1, page.key_2,
      page.customer_id, c.external_id as customer_external_id, c.name as customer_name,
      (
        select jsonb_agg(
          jsonb_build_object('locationId', l.location_id, 'externalId', l.external_id, 'name', l.name)
          order by l.location_id
        )
        from locations l
        where l.network_id = page.network_id
          and l.location_id = any (page.location_ids)
      ) as locations
    from page
    join customers c on c.network_id = page.network_id and c.customer_id = page.customer_id
    ${EXTERNAL_JOIN}`,
  item: (row) => ({
    externalId: row.external_id,
    locations: row.locations,
    customer: {
      customerId: row.customer_id,
      externalId: row.customer_external_id,
      name: row.customer_name,
    },
    issuedAt: row.at.toISOString(),
    evidenceKind: factKindName(row.kind) as CustomerInvoiceListed['evidenceKind'],
    voidedAt: isoOrNull(row.ended_at),
  }),
}

/** Newest first. @throws LOCATION_NOT_FOUND, CUSTOMER_NOT_FOUND, and those of a list */
export async function listCustomerInvoices(
  context: Context,
  options: ListFactsOptions,
): Promise<Page<CustomerInvoiceListed>> {
  return listFacts(context, options, CUSTOMER_INVOICES)
}

/** @throws RECORD_NOT_FOUND, and those of a list */
export async function getCustomerInvoice(
  context: Context,
  options: GetByIdOptions,
): Promise<CustomerInvoiceListed> {
  return getFact(context, options, CUSTOMER_INVOICES)
}
