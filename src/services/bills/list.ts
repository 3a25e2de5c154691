/** The bills of a network or a location, each with its verdict: what it asks beside what was counted. */
import sql from 'sql-template-tag'
import { type BillJudged, judgeBill } from '#billing/bill-money'
import { LARGEST_INT } from '#lib/largest-int'
import { requireRight } from '#services/asker'
import { countAtBills } from '#services/bills/counted'
import { type Bill, readBills, seenBills } from '#services/bills/find'
import { type PlanOrigin, Tariffs } from '#services/bills/tariffs'
import { checkInput, optional, text, whole } from '#services/check-input'
import type { Context } from '#services/context'
import { findLocation } from '#services/locations/find'
import { findNetwork } from '#services/networks/find'

export interface ListBillsOptions {
  /** Id, external id or exact name. */
  readonly network: string
  readonly location?: string
  /** Bills to pass over. */
  readonly offset?: number
  /** 1 to 100; default 24. */
  readonly limit?: number
}

export interface BillListed extends BillJudged {
  readonly bill: Bill
  /** Headcount’s count of the window that the bill closes. */
  readonly counted: number
  readonly planOrigin: PlanOrigin
}

export interface BillPage {
  readonly total: number
  /** The newest first. */
  readonly items: readonly BillListed[]
  /** For the next page; null at the end. */
  readonly nextOffset: number | null
}

const INPUT = {
  network: text,
  location: optional(text),
  offset: optional(whole(0, LARGEST_INT)),
  limit: optional(whole(1, 100)),
}
const DEFAULT_ROWS = 24

/** @throws NETWORK_NOT_FOUND, LOCATION_NOT_FOUND, LOCATION_AMBIGUOUS, FORBIDDEN */
export function listBills({ database, asker }: Context, options: ListBillsOptions): Promise<BillPage> {
  const { network, location, offset = 0, limit = DEFAULT_ROWS } = checkInput(options, INPUT)
  return database.transaction(
    async (session) => {
      const { networkId } = await findNetwork(session, asker, network)
      const place = location === undefined ? null : await findLocation(session, asker, location, network)
      requireRight(asker, 'billing.read', { networkId })
      const only = place === null ? sql`` : sql` and b.location_id = ${place.locationId}::int`
      const matching = sql`${seenBills(asker, networkId)}${only}`
      const [counted] = await session.query<{ total: number }>(
        sql`select count(*)::int as total from bills b where b.network_id = ${networkId}::int and ${matching}`,
      )
      const bills = await readBills(
        session,
        networkId,
        matching,
        sql`limit ${limit}::int offset ${offset}::int`,
      )
      const total = counted?.total ?? 0
      const counts = await countAtBills(session, bills)
      const tariffs = await Tariffs.of(session, bills)
      const items: BillListed[] = []
      for (const [at, bill] of bills.entries()) {
        const { billPlan, tariff } = await tariffs.for(bill)
        const count = counts[at]?.count ?? 0
        items.push({ bill, counted: count, planOrigin: billPlan.origin, ...judgeBill(bill, count, tariff) })
      }
      const next = offset + bills.length
      return { total, items, nextOffset: next < total && bills.length > 0 ? next : null }
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}
