/** A network whose two locations are billed, for tests of platform invoices. */
import type { PricePlan } from '#billing/price-plan'
import type { Database } from '#database/database'
import type { NetworkedRecord } from '#model/records'
import { createHeadcount, type Headcount } from '#services/headcount'
import {
  at,
  base,
  booking,
  contextOf,
  contract,
  customer,
  customerInvoice,
  importAll,
  location,
  NETWORK,
  sale,
  type TestContext,
  team,
} from '../records/network.ts'

export const PLAN: PricePlan = {
  name: 'Standard',
  currency: 'EUR',
  baseFee: '10',
  usage: {
    model: 'graduated',
    tiers: [
      { upTo: 2, unitPrice: '5' },
      { upTo: null, unitPrice: '2.5' },
    ],
  },
  taxPercent: '20',
}

export interface BilledNetwork {
  readonly context: TestContext
  readonly headcount: Headcount
}

/** From 1 October 2026 on: loft at midnight of the 1st, pier at 09:00 of the last day of each month. */
export async function billedNetwork(
  db: Database,
  clock = '2026-10-01T00:00:00Z',
  ordered = (customers: readonly NetworkedRecord[]) => customers,
): Promise<BilledNetwork> {
  const context = contextOf(db, clock)
  const headcount = createHeadcount(context)
  const createdAt = at('2026-09-15T00:00:00Z')
  await importAll(context, [
    location('loft', { createdAt, timeZone: 'UTC' }),
    location('pier', { createdAt, timeZone: 'UTC' }),
    ...ordered([...base.filter(({ kind }) => kind !== 'location'), customer('dan'), customer('eve')]),
    contract('k-1', { createdAt: at('2026-09-16T00:00:00Z') }),
    team('t-1'),
    booking('b-1', { customerExternalId: 'cara', madeAt: at('2026-10-10T00:00:00Z') }),
    customerInvoice('i-1', { customerExternalId: 'dan', issuedAt: at('2026-10-11T00:00:00Z') }),
    sale('s-1', {
      customerExternalId: 'eve',
      locationExternalId: 'pier',
      soldAt: at('2026-10-12T00:00:00Z'),
      renewal: { cycle: 'month', every: 1, from: at('2026-10-12T00:00:00Z'), until: null },
    }),
  ])
  await headcount.importPricePlan({ plan: PLAN })
  for (const place of ['loft', 'pier']) {
    const named = { location: place, network: NETWORK }
    await headcount.assignPricePlan({
      ...named,
      pricePlan: 'Standard',
      from: new Date('2026-09-01T00:00:00Z'),
    })
  }
  await headcount.setBillingAnchor({ location: 'loft', startsOn: '2026-11-01' })
  await headcount.setBillingAnchor({ location: 'pier', startsOn: '2026-10-31', localTime: '09:00' })
  return { context, headcount }
}
