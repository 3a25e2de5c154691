/**
 * Prices a number of active users under a price plan. Pure: who they are and in which order they come
 * cannot matter, since only their number is given. The order of the lines is the order of the sums:
 *
 * 1. base fee, then active users by tier or package; nothing of both below the free number;
 * 2. up to the minimum or down to the maximum of these;
 * 3. add-ons;
 * 4. discounts, each from what is left;
 * 5. supplements about earlier invoices, which were agreed and are no matter of the plan;
 * 6. tax on what is left then.
 */
import Big from 'big.js'
import type { ChargeLine } from '#billing/charge-line'
import { percentOf, priceLine, roundToMinor, sumOf, wholeLine } from '#billing/line'
import type { AddOn, AddOnUnits, PricePlan } from '#billing/price-plan'
import { usageLines } from '#billing/usage-lines'
import { minorDigits } from '#model/money'

export interface Charge {
  /** Active users. */
  readonly count: number
  readonly currency: string
  /** Decimals of the currency: what divides minor units. */
  readonly digits: number
  readonly lines: readonly ChargeLine[]
  readonly netMinor: number
  readonly taxMinor: number
  /** The sum of all lines. */
  readonly totalMinor: number
}

/** What stands on an invoice of what was agreed about another one. */
export interface SupplementTaken {
  readonly supplementId: number
  /** The number of the invoice that it is about. */
  readonly about: number
  /** Before tax; negative for a deduction. */
  readonly netMinor: number
}

export interface Priced {
  readonly count: number
  readonly addOns?: AddOnUnits
  /** Decimals to round to; default those of the plan's currency. */
  readonly digits?: number
  /** Default none. */
  readonly supplements?: readonly SupplementTaken[]
}

/** @throws PRICE_TOO_LARGE */
export function priceOf(plan: PricePlan, priced: Priced): Charge {
  const { count, addOns = {}, supplements = [] } = priced
  const digits = priced.digits ?? minorDigits(plan.currency)
  const charged = [...baseLines(plan, count, addOns, digits), ...addOnLines(plan, count, addOns, digits)]
  const discounted = [...charged, ...discountLines(plan, sumOf(charged), digits)]
  const net = [...discounted, ...supplements.map(supplementLine)]
  const netMinor = sumOf(net)
  const tax = taxLines(plan, netMinor)
  const taxMinor = sumOf(tax)
  return {
    count,
    currency: plan.currency,
    digits,
    lines: [...net, ...tax],
    netMinor,
    taxMinor,
    totalMinor: sumOf([...net, ...tax]),
  }
}

function baseLines(plan: PricePlan, count: number, addOns: AddOnUnits, digits: number): ChargeLine[] {
  if (isFree(plan, count, addOns)) {
    return [wholeLine('free', `Free below ${plan.freeBelow?.activeUsers} active users`, 0)]
  }
  const { baseFee, includedActiveUsers = 0, usage } = plan
  const lines: ChargeLine[] = []
  if (baseFee !== undefined) {
    const including = includedActiveUsers === 0 ? '' : `, ${includedActiveUsers} active users included`
    lines.push(
      priceLine({ kind: 'base_fee', description: `Base fee${including}`, unitPrice: baseFee }, digits),
    )
  }
  const quantity = Math.max(0, count - includedActiveUsers)
  if (usage !== undefined) lines.push(...usageLines(usage, quantity, includedActiveUsers, digits))
  return [...lines, ...boundLines(plan, sumOf(lines), digits)]
}

function isFree({ freeBelow }: PricePlan, count: number, addOns: AddOnUnits): boolean {
  if (freeBelow === undefined || count >= freeBelow.activeUsers) return false
  return freeBelow.unlessAddOn === undefined || addOns[freeBelow.unlessAddOn] === undefined
}

function boundLines({ minimum, maximum }: PricePlan, sum: number, digits: number): ChargeLine[] {
  const least = minimum === undefined ? sum : roundToMinor(new Big(minimum), digits)
  if (sum < least) return [wholeLine('minimum', 'Up to the minimum', least - sum)]
  const most = maximum === undefined ? sum : roundToMinor(new Big(maximum), digits)
  return sum > most ? [wholeLine('maximum', 'Down to the maximum', most - sum)] : []
}

/** In the order of the plan, whatever the order in which they were chosen. */
function addOnLines(plan: PricePlan, count: number, units: AddOnUnits, digits: number): ChargeLine[] {
  return (plan.addOns ?? []).flatMap((addOn) => {
    const taken = units[addOn.id]
    if (taken === undefined) return []
    const [quantity, unitPrice] = perAddOn(addOn, taken, count)
    return [priceLine({ kind: 'add_on', description: addOn.name, quantity, unitPrice }, digits)]
  })
}

function perAddOn(addOn: AddOn, units: number, count: number): [number, string | number] {
  switch (addOn.kind) {
    case 'fixed':
      return [1, addOn.fee]
    case 'per_unit':
      return [units, addOn.unitPrice]
    case 'per_active_user':
      return [count, addOn.unitPrice]
  }
}

/** No discount takes off more than is left. */
function discountLines({ discounts = [] }: PricePlan, sum: number, digits: number): ChargeLine[] {
  let left = sum
  return discounts.map((discount) => {
    const isPercentage = discount.kind === 'percentage'
    const off = isPercentage
      ? percentOf(left, discount.percent)
      : Math.min(left, roundToMinor(new Big(discount.amount), digits))
    left -= off
    const description = isPercentage ? `${discount.name} (${discount.percent} %)` : discount.name
    return wholeLine('discount', description, off === 0 ? 0 : -off)
  })
}

function supplementLine({ about, netMinor }: SupplementTaken): ChargeLine {
  const what = netMinor > 0 ? 'Supplement to' : 'Deduction for'
  return wholeLine('supplement', `${what} platform invoice ${about}`, netMinor)
}

function taxLines({ taxPercent }: PricePlan, netMinor: number): ChargeLine[] {
  return taxPercent === undefined
    ? []
    : [wholeLine('tax', `Tax (${taxPercent} %)`, percentOf(netMinor, taxPercent))]
}
