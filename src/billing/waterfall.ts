/** From one charge to another, step by step: what each number of active users more or less changes. Pure. */
import { priceOf } from '#billing/price'
import type { AddOnUnits, PricePlan } from '#billing/price-plan'

export interface Terms {
  readonly plan: PricePlan
  readonly addOns: AddOnUnits
}

/** A change of the number of active users, such as −13. */
export interface CountStep {
  readonly change: number
}

export interface Waterfall<Step extends CountStep> {
  readonly fromMinor: number
  /** In the order given, each priced under the first terms. With tiers another order would part the sum otherwise. */
  readonly steps: readonly (Step & { readonly amountMinor: number })[]
  /** What other terms change on the last number. */
  readonly termsMinor: number
  /** `fromMinor`, all steps and `termsMinor` together. */
  readonly toMinor: number
}

/** @param to the terms at the end; null where there are none, so that nothing is charged */
export function waterfall<Step extends CountStep>(
  from: Terms & { readonly count: number },
  steps: readonly Step[],
  to: Terms | null,
): Waterfall<Step> {
  const priced = (count: number) => priceOf(from.plan, { count, addOns: from.addOns }).totalMinor
  let count = from.count
  const told = steps.map((step) => {
    const before = priced(count)
    count += step.change
    return { ...step, amountMinor: priced(count) - before }
  })
  const toMinor = to === null ? 0 : priceOf(to.plan, { count, addOns: to.addOns }).totalMinor
  return { fromMinor: priced(from.count), steps: told, termsMinor: toMinor - priced(count), toMinor }
}
