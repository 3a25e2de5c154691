/** One line of a charge: an exact amount, rounded once, half up, to the currency's whole minor units. */
import Big from 'big.js'
import type { ChargeLine, LineKind } from '#billing/charge-line'
import { HeadcountError } from '#errors'

export interface LineParts {
  readonly kind: LineKind
  readonly description: string
  readonly quantity?: number
  readonly unitPrice?: string | number
  readonly flatFee?: string | number
}

/** Quantity × unit price + flat fee, rounded once. @param digits decimals of the currency */
export function priceLine(parts: LineParts, digits: number): ChargeLine {
  const { kind, description, quantity = 1, unitPrice = 0, flatFee = 0 } = parts
  const amount = new Big(unitPrice).times(quantity).plus(flatFee)
  return {
    kind,
    description,
    quantity,
    unitPrice: new Big(unitPrice).toFixed(),
    flatFee: new Big(flatFee).eq(0) ? null : new Big(flatFee).toFixed(),
    amountMinor: roundToMinor(amount, digits),
  }
}

/** A line of an amount that is whole already. */
export function wholeLine(kind: LineKind, description: string, amountMinor: number): ChargeLine {
  return { kind, description, quantity: 1, unitPrice: null, flatFee: null, amountMinor }
}

/** Half up: 0.125 is 13 cents, of what is charged and of what is taken off. */
export function roundToMinor(amount: Big, digits: number): number {
  const minor = amount.times(new Big(10).pow(digits)).round(0, Big.roundHalfUp)
  return checkedMinor(minor.toNumber())
}

export function percentOf(minor: number, percent: string | number): number {
  return checkedMinor(new Big(minor).times(percent).div(100).round(0, Big.roundHalfUp).toNumber())
}

export function sumOf(lines: readonly ChargeLine[]): number {
  return checkedMinor(lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0))
}

/** @throws PRICE_TOO_LARGE beyond what a number holds exactly */
function checkedMinor(minor: number): number {
  if (Number.isSafeInteger(minor)) return minor
  throw new HeadcountError('PRICE_TOO_LARGE', 'The price plan makes a charge too large to be told exactly.')
}
