/** What a bill asks beside what the count makes of a price plan: in people, in money, and in one word. Pure. */
import Big from 'big.js'
import type { LineKind } from '#billing/charge-line'
import { type Charge, priceOf } from '#billing/price'
import { MOST_ACTIVE_USERS } from '#billing/price-plan'
import type { Terms } from '#billing/waterfall'

export const BILL_VERDICTS = ['agrees', 'more_people', 'fewer_people', 'price_differs', 'unknown'] as const
export type BillVerdict = (typeof BILL_VERDICTS)[number]

/** What a bill tells, in whole minor units; null for what it does not tell. */
export interface BillAmounts {
  /** Active users that it names. */
  readonly billedCount: number | null
  /** Before discount and tax. */
  readonly subscriptionMinor: number | null
  readonly discountMinor: number | null
  readonly taxMinor: number | null
  /** After discount and tax. */
  readonly totalMinor: number | null
}

export interface Billed {
  /** Null where it cannot be known. */
  readonly count: number | null
  readonly from: 'description' | 'amount' | null
  /** Every number that makes the amount, where it was found by that: the least, the most, how many. */
  readonly possible: { readonly least: number; readonly most: number; readonly numbers: number } | null
}

export interface BillMoney {
  /** What it asks before discount and tax. */
  readonly billedMinor: number
  /** What the price plan makes of the count. */
  readonly countedMinor: number
  /** What the difference in people makes; null where the billed number is not known. */
  readonly peopleMinor: number | null
  /** What the bill asks beside the price plan for its own number. */
  readonly priceMinor: number | null
  /** Billed less counted. */
  readonly differenceMinor: number
  /** What it asks beside the subscription before discount and tax, such as add-ons; null where it cannot be known. */
  readonly besideMinor: number | null
  /** The same in proportion after the discount and the tax of the bill; null where they are not told. */
  readonly withDiscountAndTaxMinor: number | null
}

export interface BillJudged {
  readonly billed: Billed
  /** Billed less counted; null where the billed number is not known. */
  readonly difference: number | null
  readonly verdict: BillVerdict
  readonly money: BillMoney | null
}

/** Amounts of a bill are rounded one by one, in minor units. */
const ROUNDED_APART = 2

/**
 * What a bill asks beside its subscription, before discount and tax: add-ons, and what a reseller takes. They
 * are no active users, so they are nothing that a count could explain.
 */
export function besideSubscription({
  subscriptionMinor,
  discountMinor,
  taxMinor,
  totalMinor,
}: BillAmounts): number | null {
  if (subscriptionMinor === null || taxMinor === null || totalMinor === null) return null
  const beside = totalMinor - taxMinor + (discountMinor ?? 0) - subscriptionMinor
  return Math.abs(beside) <= ROUNDED_APART ? 0 : beside
}

const NOT_BEFORE: ReadonlySet<LineKind> = new Set(['discount', 'tax'])
const NOT_OF_ACTIVE_USERS: ReadonlySet<LineKind> = new Set([...NOT_BEFORE, 'add_on'])

/** Charges before discount and tax, by number of active users: one for all bills of the same terms. */
export class Tariff {
  readonly #terms: Terms
  readonly #pricedFrom: number
  readonly #charges = new Map<number, number>()
  readonly #leftOut: ReadonlySet<LineKind>
  #withoutAddOns: Tariff | null = null

  /** @param pricedFrom fewer active users have no known price: a plan that was inferred from bills begins with them */
  constructor(terms: Terms, pricedFrom = 0, leftOut = NOT_BEFORE) {
    this.#terms = terms
    this.#pricedFrom = pricedFrom
    this.#leftOut = leftOut
  }

  /** Where a bill has its add-ons beside the subscription, the subscription is compared with active users alone. */
  for(bill: BillAmounts): Tariff {
    if ((besideSubscription(bill) ?? 0) === 0) return this
    this.#withoutAddOns ??= new Tariff(this.#terms, this.#pricedFrom, NOT_OF_ACTIVE_USERS)
    return this.#withoutAddOns
  }

  prices(count: number): boolean {
    return count >= this.#pricedFrom
  }

  charge(count: number): Charge {
    return priceOf(this.#terms.plan, { count, addOns: this.#terms.addOns })
  }

  minor(count: number): number {
    const known = this.#charges.get(count)
    if (known !== undefined) return known
    const { lines } = this.charge(count)
    const before = lines.filter(({ kind }) => !this.#leftOut.has(kind))
    const minor = before.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
    this.#charges.set(count, minor)
    return minor
  }

  /** Every number up to `most` that makes the amount. */
  numbersFor(amountMinor: number, most: number): number[] {
    return Array.from({ length: most + 1 }, (_, count) => count).filter(
      (count) => this.prices(count) && this.minor(count) === amountMinor,
    )
  }
}

/** Beyond this nobody looks for a number that makes an amount. */
const MOST_LOOKED_AT = 40_000

/** @param tariff null where no price plan is known in the currency of the bill */
export function judgeBill(bill: BillAmounts, counted: number, tariff: Tariff | null): BillJudged {
  const right = tariff?.for(bill) ?? null
  const billed = billedOf(bill, counted, right)
  const difference = billed.count === null ? null : billed.count - counted
  const money = right === null ? null : moneyOf(bill, billed.count, counted, right)
  return { billed, difference, verdict: verdictOf(difference, money), money }
}

function billedOf(
  { billedCount, subscriptionMinor }: BillAmounts,
  counted: number,
  tariff: Tariff | null,
): Billed {
  if (billedCount !== null) return { count: billedCount, from: 'description', possible: null }
  if (subscriptionMinor === null || tariff === null) return { count: null, from: null, possible: null }
  const most = Math.min(MOST_ACTIVE_USERS, MOST_LOOKED_AT, counted * 2 + 500)
  const numbers = tariff.numbersFor(subscriptionMinor, most)
  const [least] = numbers
  if (least === undefined) return { count: null, from: null, possible: null }
  const possible = { least, most: numbers.at(-1) ?? least, numbers: numbers.length }
  // where the count itself makes the amount, nothing speaks against it
  const nearest = numbers.reduce((a, b) => (Math.abs(b - counted) < Math.abs(a - counted) ? b : a))
  return { count: nearest, from: 'amount', possible }
}

function moneyOf(
  bill: BillAmounts,
  billed: number | null,
  counted: number,
  tariff: Tariff,
): BillMoney | null {
  const { subscriptionMinor } = bill
  if (subscriptionMinor === null || !tariff.prices(counted)) return null
  const countedMinor = tariff.minor(counted)
  const billedAtPlan = billed === null || !tariff.prices(billed) ? null : tariff.minor(billed)
  const differenceMinor = subscriptionMinor - countedMinor
  return {
    billedMinor: subscriptionMinor,
    countedMinor,
    peopleMinor: billedAtPlan === null ? null : billedAtPlan - countedMinor,
    priceMinor: billedAtPlan === null ? null : subscriptionMinor - billedAtPlan,
    differenceMinor,
    besideMinor: besideSubscription(bill),
    withDiscountAndTaxMinor: inProportion(bill, differenceMinor),
  }
}

/** Discount and tax are of all that the bill asks, also beside the subscription. */
function inProportion(bill: BillAmounts, differenceMinor: number): number | null {
  const { subscriptionMinor, discountMinor, taxMinor } = bill
  const before = (subscriptionMinor ?? 0) + (besideSubscription(bill) ?? 0)
  if ((discountMinor === null && taxMinor === null) || before === 0) return null
  return new Big(differenceMinor)
    .times(before - (discountMinor ?? 0) + (taxMinor ?? 0))
    .div(before)
    .round(0, Big.roundHalfUp)
    .toNumber()
}

function verdictOf(difference: number | null, money: BillMoney | null): BillVerdict {
  if (difference === null) return money === null || money.differenceMinor === 0 ? 'unknown' : 'price_differs'
  if (difference > 0) return 'more_people'
  if (difference < 0) return 'fewer_people'
  return money === null || money.differenceMinor === 0 ? 'agrees' : 'price_differs'
}
