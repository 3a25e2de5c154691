/** How a location is billed: its price plans by date, its anchor, and its next cut-off. */
import { nextCutOff } from '#billing/anchor'
import type { AddOnUnits } from '#billing/price-plan'
import type { BillingAnchor } from '#model/billing-anchor'
import { requireRight } from '#services/asker'
import { type Assignment, assignedAt, termsOf } from '#services/billing/terms'
import { checkInput, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { findLocation } from '#services/locations/find'
import { type PricePlanVersion, versionAt, versionsOf } from '#services/price-plans/find'

export interface LocationBillingOptions {
  /** Id, external id or exact name. */
  readonly location: string
  readonly network?: string
}

export interface LocationBilling {
  readonly location: { readonly locationId: number; readonly name: string; readonly timeZone: string }
  readonly anchor: BillingAnchor | null
  /** The next cut-off after now; ISO 8601, UTC; null without an anchor. */
  readonly nextCutOffAt: string | null
  /** What holds now; null where no price plan is assigned. */
  readonly current: {
    readonly pricePlanId: number
    readonly addOns: AddOnUnits
    readonly version: PricePlanVersion
  } | null
  readonly assignments: readonly Assignment[]
}

const INPUT = { location: text, network: optional(text) }

/** @throws LOCATION_NOT_FOUND, LOCATION_AMBIGUOUS, FORBIDDEN */
export async function getLocationBilling(
  context: Context,
  options: LocationBillingOptions,
): Promise<LocationBilling> {
  const asked = checkInput(options, INPUT)
  const { database, asker } = context
  return database.transaction(
    async (session) => {
      const found = await findLocation(session, asker, asked.location, asked.network)
      const { networkId, locationId, name, timeZone } = found
      requireRight(asker, 'billing.read', { networkId })
      const terms = (await termsOf(session, [networkId], [locationId])).get(locationId)
      const { anchor, assignments } = terms ?? { anchor: null, assignments: [] }
      const now = context.now()
      const assigned = assignedAt({ anchor, assignments }, now)
      const pricePlanId = assigned?.pricePlanId ?? null
      const versions = pricePlanId === null ? [] : (await versionsOf(session, [pricePlanId])).get(pricePlanId)
      const version = versionAt(versions ?? [], now)
      const addOns = assigned?.addOns ?? {}
      return {
        location: { locationId, name, timeZone },
        anchor,
        nextCutOffAt: anchor === null ? null : nextCutOff(anchor, timeZone, now).toISOString(),
        current: pricePlanId === null || version === undefined ? null : { pricePlanId, addOns, version },
        assignments,
      }
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}
