/** The lines for active users themselves, by the model of the price plan. */
import Big from 'big.js'
import type { ChargeLine } from '#billing/charge-line'
import { priceLine } from '#billing/line'
import type { Tier, Usage } from '#billing/price-plan'

/** @param included active users before the first that is charged for, to name them by their place in the count */
export function usageLines(usage: Usage, quantity: number, included: number, digits: number): ChargeLine[] {
  switch (usage.model) {
    case 'graduated':
      return graduatedLines(usage, quantity, included, digits)
    case 'volume':
      return volumeLines(usage, quantity, included, digits)
    case 'package':
      return packageLines(usage, quantity, digits)
  }
}

type Tiered = Extract<Usage, { tiers: unknown }>
type Packaged = Extract<Usage, { model: 'package' }>

function graduatedLines(
  { tiers, zeroQuantityChargesFirstFlat }: Tiered,
  quantity: number,
  included: number,
  digits: number,
): ChargeLine[] {
  const isReached = (from: number) => quantity > from || (from === 0 && zeroQuantityChargesFirstFlat === true)
  return tiers.flatMap((tier, at) => {
    const from = lowerBound(tiers, at)
    if (!isReached(from)) return []
    const inTier = Math.min(quantity, tier.upTo ?? quantity) - from
    return [tierLine(tier, inTier, `Active users ${rangeOf(tier, from + included, included)}`, digits)]
  })
}

function volumeLines(
  { tiers, zeroQuantityChargesFirstFlat }: Tiered,
  quantity: number,
  included: number,
  digits: number,
): ChargeLine[] {
  if (quantity === 0 && zeroQuantityChargesFirstFlat !== true) return []
  const at = tiers.findIndex(({ upTo }) => upTo === null || quantity <= upTo)
  const tier = tiers[at]
  if (tier === undefined) throw new Error('the last tier of a price plan is open')
  const range = rangeOf(tier, lowerBound(tiers, at) + included, included)
  return [tierLine(tier, quantity, `All active users, as of ${range}`, digits)]
}

function packageLines({ size, price, free = 0 }: Packaged, quantity: number, digits: number): ChargeLine[] {
  const packages = Math.ceil(Math.max(0, quantity - free) / size)
  if (packages === 0) return []
  const description = `Packages of ${size} active users${free === 0 ? '' : ` after ${free} free`}`
  return [priceLine({ kind: 'package', description, quantity: packages, unitPrice: price }, digits)]
}

function lowerBound(tiers: readonly Tier[], at: number): number {
  return at === 0 ? 0 : (tiers[at - 1]?.upTo ?? 0)
}

function tierLine(tier: Tier, quantity: number, description: string, digits: number): ChargeLine {
  const { unitPrice = 0, flatFee = 0 } = tier
  return priceLine({ kind: 'tier', description, quantity, unitPrice, flatFee }, digits)
}

/** `1 to 40`, `101 and more`: places in the whole count. */
function rangeOf({ upTo }: Tier, after: number, included: number): string {
  const first = new Big(after).plus(1).toFixed()
  return upTo === null ? `${first} and more` : `${first} to ${upTo + included}`
}
