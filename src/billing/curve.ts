/** The charge as a curve over the number of active users, with the places where one more makes it fall. */
import { priceOf } from '#billing/price'
import type { AddOnUnits, PricePlan } from '#billing/price-plan'

export interface CurvePoint {
  readonly count: number
  readonly totalMinor: number
}

export interface Curve {
  readonly points: readonly CurvePoint[]
  /** Counts at which the total is less than with one active user fewer. */
  readonly cliffs: readonly number[]
}

/** @param upTo the last count; each from 0 on is priced */
export function chargeCurve(plan: PricePlan, addOns: AddOnUnits, upTo: number): Curve {
  const points = Array.from({ length: upTo + 1 }, (_, count) => ({
    count,
    totalMinor: priceOf(plan, { count, addOns }).totalMinor,
  }))
  const cliffs = points
    .filter(({ count, totalMinor }) => count > 0 && totalMinor < (points[count - 1]?.totalMinor ?? 0))
    .map(({ count }) => count)
  return { points, cliffs }
}
