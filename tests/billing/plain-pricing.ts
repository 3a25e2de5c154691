/**
 * A second reading of price plans, to judge the product by: plain and slow, over exact fractions of whole
 * numbers, one active user after another. It shares no code with src/billing.
 */
import type { PricePlan } from '#billing/price-plan'

/** Amounts as multiples of 10^-24: twice the decimals of a price, for percentages of it. */
const SCALE = 24
const ONE = 10n ** BigInt(SCALE)

export function exact(decimal: string | number | undefined): bigint {
  if (decimal === undefined) return 0n
  const [whole = '0', fraction = ''] = String(decimal).split('.')
  return BigInt(whole + fraction.padEnd(SCALE, '0'))
}

/** Half up, in units of 10^-digits. */
function rounded(amount: bigint, digits: number): bigint {
  const unit = ONE / 10n ** BigInt(digits)
  return (amount * 2n + unit) / (2n * unit)
}

export interface PlainCharge {
  /** Rounded line by line. */
  readonly totalMinor: number
  /** Of all lines, not rounded at all, in units of 10^-24. */
  readonly exactTotal: bigint
  readonly lines: number
}

export function plainPrice(
  plan: PricePlan,
  count: number,
  addOns: Readonly<Record<string, number>>,
  digits: number,
): PlainCharge {
  const purse = new Purse(digits)
  const { freeBelow } = plan
  const isFree =
    freeBelow !== undefined &&
    count < freeBelow.activeUsers &&
    !(freeBelow.unlessAddOn !== undefined && freeBelow.unlessAddOn in addOns)
  if (!isFree) {
    purse.add(exact(plan.baseFee))
    for (const amount of usageAmounts(plan, Math.max(0, count - (plan.includedActiveUsers ?? 0))))
      purse.add(amount)
    if (plan.minimum !== undefined) purse.raiseTo(exact(plan.minimum))
    if (plan.maximum !== undefined) purse.lowerTo(exact(plan.maximum))
  }
  for (const addOn of plan.addOns ?? []) {
    const units = addOns[addOn.id]
    if (units === undefined) continue
    if (addOn.kind === 'fixed') purse.add(exact(addOn.fee))
    else purse.add(exact(addOn.unitPrice) * BigInt(addOn.kind === 'per_unit' ? units : count))
  }
  for (const discount of plan.discounts ?? []) {
    if (discount.kind === 'percentage') purse.takeOffPercent(exact(discount.percent))
    else purse.takeOff(exact(discount.amount))
  }
  if (plan.taxPercent !== undefined) purse.addPercent(exact(plan.taxPercent))
  return purse.charge()
}

/** What each line asks for active users, exactly. */
function usageAmounts({ usage }: PricePlan, quantity: number): bigint[] {
  if (usage === undefined) return []
  if (usage.model === 'package') {
    let packages = 0n
    for (let covered = usage.free ?? 0; covered < quantity; covered += usage.size) packages += 1n
    return packages === 0n ? [] : [packages * exact(usage.price)]
  }
  const tierOf = (user: number) => usage.tiers.findIndex(({ upTo }) => upTo === null || user <= upTo)
  if (quantity === 0) return usage.zeroQuantityChargesFirstFlat ? [exact(usage.tiers[0]?.flatFee)] : []
  const amounts = new Map<number, bigint>()
  for (let user = 1; user <= quantity; user += 1) {
    const at = tierOf(usage.model === 'volume' ? quantity : user)
    const tier = usage.tiers[at]
    amounts.set(at, (amounts.get(at) ?? exact(tier?.flatFee)) + exact(tier?.unitPrice))
  }
  return [...amounts.values()]
}

class Purse {
  readonly #digits: number
  #minor = 0n
  #exact = 0n
  #lines = 0

  constructor(digits: number) {
    this.#digits = digits
  }

  add(amount: bigint): void {
    this.#move(rounded(amount, this.#digits), amount)
  }

  raiseTo(least: bigint): void {
    const minor = rounded(least, this.#digits)
    if (this.#minor < minor) this.#minor = minor
    if (this.#exact < least) this.#exact = least
    this.#lines += 1
  }

  lowerTo(most: bigint): void {
    const minor = rounded(most, this.#digits)
    if (this.#minor > minor) this.#minor = minor
    if (this.#exact > most) this.#exact = most
    this.#lines += 1
  }

  takeOff(amount: bigint): void {
    const minor = rounded(amount, this.#digits)
    this.#move(-(minor < this.#minor ? minor : this.#minor), -(amount < this.#exact ? amount : this.#exact))
  }

  takeOffPercent(percent: bigint): void {
    this.#move(-this.#percentOfMinor(percent), -((this.#exact * percent) / (100n * ONE)))
  }

  addPercent(percent: bigint): void {
    this.#move(this.#percentOfMinor(percent), (this.#exact * percent) / (100n * ONE))
  }

  charge(): PlainCharge {
    return { totalMinor: Number(this.#minor), exactTotal: this.#exact, lines: this.#lines }
  }

  #percentOfMinor(percent: bigint): bigint {
    return rounded((this.#minor * percent) / 100n, 0)
  }

  #move(minor: bigint, amount: bigint): void {
    this.#minor += minor
    this.#exact += amount
    this.#lines += 1
  }
}
