/** Reads price plans: all that the asker may see, one with its versions, and what numbers would cost. */
import { type Curve, chargeCurve } from '#billing/curve'
import { type Charge, priceOf } from '#billing/price'
import { type AddOnUnits, MOST_ACTIVE_USERS, type PricePlan } from '#billing/price-plan'
import { requireRightSomewhere } from '#services/asker'
import { checkInput, optional, text, whole } from '#services/check-input'
import type { Context } from '#services/context'
import { addOnUnits, checkAddOns, checkPricePlan } from '#services/price-plans/check'
import { findPlan, listPlans, type PricePlanVersion, versionAt, versionsOf } from '#services/price-plans/find'

export interface PricePlanListed {
  readonly pricePlanId: number
  readonly name: string
  /** The version that holds now; null where the first is still to come. */
  readonly current: PricePlanVersion | null
}

export interface PricePlanDetails extends PricePlanListed {
  /** The newest first. */
  readonly versions: readonly PricePlanVersion[]
}

/** @throws FORBIDDEN */
export async function listPricePlans({ database, asker, now }: Context): Promise<readonly PricePlanListed[]> {
  requireRightSomewhere(asker, 'billing.read')
  return database.transaction(
    async (session) => {
      const plans = await listPlans(session, asker)
      const versions = await versionsOf(
        session,
        plans.map(({ pricePlanId }) => pricePlanId),
      )
      return plans.map(({ pricePlanId, name }) => ({
        pricePlanId,
        name,
        current: versionAt(versions.get(pricePlanId) ?? [], now()) ?? null,
      }))
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

/** @param pricePlan id or exact name. @throws PRICE_PLAN_NOT_FOUND, PRICE_PLAN_AMBIGUOUS, FORBIDDEN */
export async function getPricePlan(
  { database, asker, now }: Context,
  pricePlan: string,
): Promise<PricePlanDetails> {
  const name = text('pricePlan', pricePlan)
  requireRightSomewhere(asker, 'billing.read')
  return database.transaction(
    async (session) => {
      const found = await findPlan(session, asker, name)
      const versions = (await versionsOf(session, [found.pricePlanId])).get(found.pricePlanId) ?? []
      const current = versionAt([...versions], now()) ?? null
      return { pricePlanId: found.pricePlanId, name: found.name, current, versions }
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

export interface PreviewOptions {
  readonly plan: PricePlan
  readonly count: number
  readonly addOns?: AddOnUnits
  /** The last number of the curve; default none. */
  readonly upTo?: number
}

export interface PricePreview {
  readonly charge: Charge
  /** Null where none was asked for. */
  readonly curve: Curve | null
}

/** About 50 ms of work. */
export const MOST_CURVE_POINTS = 2000

const PREVIEW_INPUT = {
  plan: checkPricePlan,
  count: whole(0, MOST_ACTIVE_USERS),
  addOns: optional(addOnUnits),
  upTo: optional(whole(1, MOST_CURVE_POINTS)),
}

/** Prices a number under a plan that need not be kept anywhere. @throws PRICE_PLAN_INVALID, FORBIDDEN */
export async function previewPrice({ asker }: Context, options: PreviewOptions): Promise<PricePreview> {
  const { plan, count, addOns = {}, upTo } = checkInput(options, PREVIEW_INPUT)
  requireRightSomewhere(asker, 'billing.read')
  checkAddOns(plan, addOns)
  return {
    charge: priceOf(plan, { count, addOns }),
    curve: upTo === undefined ? null : chargeCurve(plan, addOns, upTo),
  }
}
