/** What the next platform invoices of locations come to as things stand, with the supplements that wait for them. */
import { nextCutOff } from '#billing/anchor'
import { chargeWithSupplements, type PendingSupplement } from '#billing/supplements'
import { DEFAULT_RULE_SET } from '#counting/rules'
import type { Moment } from '#counting/scope'
import type { Session } from '#database/database'
import { countMoments, momentKey } from '#services/active-users/months'
import { assignedAt, termsOf } from '#services/billing/terms'
import type { LocationFound } from '#services/locations/find'
import { type PricePlanVersion, versionAt, versionsOf } from '#services/price-plans/find'
import { pendingSupplements } from '#services/supplements/pending'

export interface ComingCharge {
  readonly pricePlanId: number
  readonly pricePlan: string
  readonly version: number
  readonly currency: string
  readonly digits: number
  readonly totalMinor: number
}

export interface ComingInvoice {
  /** ISO 8601, UTC. */
  readonly cutOffAt: string
  readonly activeUsers: number
  /** Null where no price plan holds at the cut-off. */
  readonly charge: ComingCharge | null
}

/** By location; those without a billing anchor are left out. */
export async function comingCharges(
  session: Session,
  locations: readonly LocationFound[],
  now: Date,
): Promise<ReadonlyMap<number, ComingInvoice>> {
  const networkIds = [...new Set(locations.map(({ networkId }) => networkId))]
  const ids = locations.map(({ locationId }) => locationId)
  const terms = await termsOf(session, networkIds, ids)
  const plans = [...terms.values()].flatMap(({ assignments }) => assignments.map((one) => one.pricePlanId))
  const versions = await versionsOf(session, [...new Set(plans.filter((id) => id !== null))])
  const coming = new Map<number, ComingInvoice>()
  for (const networkId of networkIds) {
    const here = locations.filter((location) => location.networkId === networkId)
    const moments = here.flatMap(({ locationId, timeZone }): Moment[] => {
      const anchor = terms.get(locationId)?.anchor ?? null
      if (anchor === null) return []
      return [{ name: 0, locationId, asOf: nextCutOff(anchor, timeZone, now), cutOff: 'before' }]
    })
    const scope = { networkId, asOf: now, ruleSet: DEFAULT_RULE_SET }
    const pending = await pendingSupplements(session, networkId, ids)
    const counted = await countMoments(session, scope, moments)
    for (const moment of moments) {
      const { locationId, asOf } = moment
      const activeUsers = counted.get(momentKey(moment))?.count ?? 0
      const of = terms.get(locationId)
      const assigned = of === undefined ? undefined : assignedAt(of, asOf)
      const waiting = pending.get(locationId) ?? []
      const charge = assigned === undefined ? null : chargeOf(assigned, versions, asOf, activeUsers, waiting)
      coming.set(locationId, { cutOffAt: asOf.toISOString(), activeUsers, charge })
    }
  }
  return coming
}

function chargeOf(
  { pricePlanId, addOns }: NonNullable<ReturnType<typeof assignedAt>>,
  versions: ReadonlyMap<number, readonly PricePlanVersion[]>,
  at: Date,
  count: number,
  pending: readonly PendingSupplement[],
): ComingCharge | null {
  if (pricePlanId === null) return null
  const found = versionAt(versions.get(pricePlanId) ?? [], at)
  if (found === undefined) return null
  const { currency, digits, totalMinor } = chargeWithSupplements(found.plan, { count, addOns }, pending)
  return { pricePlanId, pricePlan: found.plan.name, version: found.version, currency, digits, totalMinor }
}
