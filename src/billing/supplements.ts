/**
 * What was agreed about earlier invoices, put on a charge: after the discounts and before tax. What is asked
 * for more comes first; what is taken off is never more than is left then, and the rest of it waits. Pure.
 */
import { type Charge, type Priced, priceOf, type SupplementTaken } from '#billing/price'
import type { PricePlan } from '#billing/price-plan'

export interface PendingSupplement extends SupplementTaken {
  readonly currency: string
}

/** @param pending in the order in which they were agreed; those of another currency wait */
export function chargeWithSupplements(
  plan: PricePlan,
  priced: Omit<Priced, 'supplements'>,
  pending: readonly PendingSupplement[],
): Charge & { readonly supplements: readonly SupplementTaken[] } {
  const { netMinor } = priceOf(plan, priced)
  const supplements = taken(
    netMinor,
    pending.filter(({ currency }) => currency === plan.currency),
  )
  return { ...priceOf(plan, { ...priced, supplements }), supplements }
}

function taken(netMinor: number, pending: readonly PendingSupplement[]): SupplementTaken[] {
  let left = netMinor
  const ordered = [...pending.filter((one) => one.netMinor > 0), ...pending.filter((one) => one.netMinor < 0)]
  return ordered.flatMap(({ supplementId, about, netMinor: wanted }) => {
    const part = Math.max(wanted, -left)
    if (part === 0) return []
    left += part
    return [{ supplementId, about, netMinor: part }]
  })
}
