import Big from 'big.js'

const digitsByCurrency = new Map<string, number>()

/** Decimal places of a currency (ISO 4217): EUR 2, JPY 0, KWD 3; 2 where the currency is unknown. */
export function minorDigits(currency: string | null): number {
  if (currency === null) return 2
  let digits = digitsByCurrency.get(currency)
  if (digits === undefined) {
    try {
      digits =
        new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
          .maximumFractionDigits ?? 2
    } catch {
      digits = 2
    }
    digitsByCurrency.set(currency, digits)
  }
  return digits
}

/**
 * A decimal amount in whole minor units, rounded half up.
 * @returns null when it does not fit a 53-bit integer.
 */
export function toMinor(amount: string, currency: string | null): number | null {
  const minor = new Big(amount).times(new Big(10).pow(minorDigits(currency))).round(0, Big.roundHalfUp)
  return minor.abs().gt(Number.MAX_SAFE_INTEGER) ? null : minor.toNumber()
}

/** Whole minor units as a decimal text of the major unit: 12345 in EUR is `123.45`. */
export function fromMinor(minor: number, digits: number): string {
  return new Big(minor).div(new Big(10).pow(digits)).toFixed(digits)
}
