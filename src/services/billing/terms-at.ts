/** The price plan version and the add-ons that a location has at an instant. */
import type { Terms } from '#billing/waterfall'
import type { Session } from '#database/database'
import { assignedAt, termsOf } from '#services/billing/terms'
import { versionAt, versionsOf } from '#services/price-plans/find'

/** @returns null where no price plan holds */
export async function termsAt(
  session: Session,
  networkId: number,
  locationId: number,
  at: Date,
): Promise<Terms | null> {
  const terms = (await termsOf(session, [networkId], [locationId])).get(locationId)
  const assigned = terms === undefined ? undefined : assignedAt(terms, at)
  const pricePlanId = assigned?.pricePlanId ?? null
  if (assigned === undefined || pricePlanId === null) return null
  const version = versionAt((await versionsOf(session, [pricePlanId])).get(pricePlanId) ?? [], at)
  return version === undefined ? null : { plan: version.plan, addOns: assigned.addOns }
}
