/** The platform's own invoices to locations, as they were read: a row each, and one of them by name. */
import sql, { type Sql } from 'sql-template-tag'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { quoted } from '#lib/quote'
import { minorDigits, toMinor } from '#model/money'
import { type Asker, requireRight, visibleLocations } from '#services/asker'
import { text } from '#services/check-input'
import { findNetwork } from '#services/networks/find'

/** Names one bill. */
export interface BillKey {
  /** Id, external id or exact name. */
  readonly network: string
  /** External id, or the number that the platform gave it. */
  readonly bill: string
}

export const BILL_KEY = { network: text, bill: text } as const

export interface Bill {
  readonly networkId: number
  readonly externalId: string
  readonly number: string | null
  readonly location: {
    readonly locationId: number
    readonly externalId: string
    readonly name: string
    readonly timeZone: string
  }
  /** When it was made; ISO 8601, UTC. */
  readonly cutOffAt: string
  readonly periodFrom: string | null
  readonly periodUntil: string | null
  readonly description: string | null
  /** Active users that it names; null where it names none. */
  readonly billedCount: number | null
  /** Of the bill, else of the location. */
  readonly currency: string | null
  readonly digits: number
  /** Whole minor units; what is asked before discount and tax. */
  readonly subscriptionMinor: number | null
  readonly discountMinor: number | null
  readonly taxMinor: number | null
  readonly totalMinor: number | null
}

interface BillRow {
  network_id: number
  external_id: string
  number: string | null
  location_id: number
  location_external_id: string
  location: string
  time_zone: string
  cut_off_at: Date
  period_from: Date | null
  period_until: Date | null
  description: string | null
  billed_count: number | null
  currency: string | null
  subscription: string | null
  discount: string | null
  tax: string | null
  total: string | null
}

/** Bills of a network that match, the newest first. */
export async function readBills(
  session: Session,
  networkId: number,
  matching: Sql,
  page: Sql = sql``,
): Promise<Bill[]> {
  const rows = await session.query<BillRow>(sql`
    select
      b.network_id, b.external_id, b.number, b.cut_off_at, b.period_from, b.period_until,
      b.description, b.billed_count, coalesce(b.currency, l.currency) as currency,
      b.subscription, b.discount, b.tax, b.total,
      l.location_id, l.external_id as location_external_id, l.name as location, l.time_zone
    from bills b
    join locations l on l.network_id = b.network_id and l.location_id = b.location_id
    where b.network_id = ${networkId}::int and ${matching}
    order by b.cut_off_at desc, b.external_id
    ${page}`)
  return rows.map(billOf)
}

/** Those of the locations that the asker sees. */
export function seenBills(asker: Asker, networkId: number): Sql {
  const visible = visibleLocations(asker, networkId)
  return visible === 'all' ? sql`true` : sql`b.location_id = any (${visible}::int[])`
}

/** @throws NETWORK_NOT_FOUND, BILL_NOT_FOUND, BILL_AMBIGUOUS, FORBIDDEN */
export async function findBill(session: Session, asker: Asker, { network, bill }: BillKey): Promise<Bill> {
  const { networkId } = await findNetwork(session, asker, network)
  requireRight(asker, 'billing.read', { networkId })
  const named = sql`${seenBills(asker, networkId)}
      and (b.external_id = ${bill}::text or b.number = ${bill}::text)`
  const found = await readBills(session, networkId, named, sql`limit 10`)
  const only =
    found.find(({ externalId }) => externalId === bill) ?? (found.length === 1 ? found[0] : undefined)
  if (only !== undefined) return only
  if (found.length === 0) {
    throw new HeadcountError('BILL_NOT_FOUND', `No bill ${quoted(bill)} of the platform is known here.`)
  }
  const told = found.map((one) => `${one.externalId} (${one.location.name})`).join('; ')
  throw new HeadcountError('BILL_AMBIGUOUS', `${quoted(bill)} is the number of several bills: ${told}.`)
}

function billOf(row: BillRow): Bill {
  const { currency } = row
  const minor = (amount: string | null) => (amount === null ? null : toMinor(amount, currency))
  return {
    networkId: row.network_id,
    externalId: row.external_id,
    number: row.number,
    location: {
      locationId: row.location_id,
      externalId: row.location_external_id,
      name: row.location,
      timeZone: row.time_zone,
    },
    cutOffAt: row.cut_off_at.toISOString(),
    periodFrom: row.period_from?.toISOString() ?? null,
    periodUntil: row.period_until?.toISOString() ?? null,
    description: row.description,
    billedCount: row.billed_count,
    currency,
    digits: minorDigits(currency),
    subscriptionMinor: minor(row.subscription),
    discountMinor: minor(row.discount),
    taxMinor: minor(row.tax),
    totalMinor: minor(row.total),
  }
}
