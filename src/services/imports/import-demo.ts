/**
 * Brings a demo network in and bills it: the locations get synthetic price plans and billing anchors, and
 * the platform invoices of the past year are issued by the same verb as all others. A larger network comes with cut-offs
 * that it was billed at elsewhere, since issuing them would take longer than somebody waits.
 */
import { DEMO_ADD_ONS, type DemoBilling, demoBilling, demoPricePlan } from '#demo/billing'
import { demoNetwork } from '#demo/demo-network'
import type { DemoOptions } from '#demo/plan'
import { hasRight } from '#services/asker'
import { setBillingAnchor } from '#services/billing/set-anchor'
import { termsOf } from '#services/billing/terms'
import type { Context } from '#services/context'
import { makeDemoBills } from '#services/imports/demo-bills'
import { type ImportOptions, importRecords } from '#services/imports/import-records'
import type { ImportReport } from '#services/imports/report'
import { findLocation } from '#services/locations/find'
import { issuePlatformInvoices } from '#services/platform-invoices/issue'
import { assignPricePlan } from '#services/price-plans/assign'
import { importPricePlan } from '#services/price-plans/save'

const MOST_BILLED_CUSTOMERS = 1_000
const MOST_BILLED_LOCATIONS = 10

export async function importDemo(
  context: Context,
  size: Omit<DemoOptions, 'now' | 'isBilledHere'>,
  options?: ImportOptions,
): Promise<ImportReport> {
  const isBilledHere =
    size.customers <= MOST_BILLED_CUSTOMERS &&
    size.locations <= MOST_BILLED_LOCATIONS &&
    hasRight(context.asker, 'billing.manage', {})
  const demo = { ...size, now: context.now().getTime(), isBilledHere }
  const report = await importRecords(context, demoNetwork(demo), options)
  const { networkId } = report.network
  if (isBilledHere) {
    await bill(context, String(networkId), demoBilling(demo))
    await makeDemoBills(context, networkId)
  }
  return report
}

async function bill(context: Context, network: string, billings: readonly DemoBilling[]): Promise<void> {
  for (const currency of new Set(billings.map((one) => one.currency))) {
    await importPricePlan(context, { plan: demoPricePlan(currency) })
  }
  for (const billing of billings) await billLocation(context, network, billing)
  await issuePlatformInvoices(context, { network })
}

/** One that is billed already stays as it is: it may have been changed since. */
async function billLocation(
  context: Context,
  network: string,
  { locationExternalId, anchor, from, currency }: DemoBilling,
): Promise<void> {
  const { database, asker } = context
  const { networkId, locationId } = await findLocation(database, asker, locationExternalId, network)
  const terms = (await termsOf(database, [networkId], [locationId])).get(locationId)
  if (terms?.anchor != null) return
  const place = { network, location: String(locationId) }
  const pricePlan = demoPricePlan(currency).name
  await assignPricePlan(context, { ...place, pricePlan, addOns: DEMO_ADD_ONS, from })
  await setBillingAnchor(context, { ...place, ...anchor })
}
