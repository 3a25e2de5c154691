import Big from 'big.js'

/**
 * Currencies with another number of decimal places than two (ISO 4217). `Intl` is not asked, since it tells
 * those of daily use, which change with its data: none for HUF, COP, IDR and fourteen others.
 */
const CURRENCIES_BY_DIGITS: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}

const digitsByCurrency: ReadonlyMap<string, number> = new Map(
  Object.entries(CURRENCIES_BY_DIGITS).flatMap(([digits, currencies]) =>
    currencies.split(' ').map((currency) => [currency, Number(digits)] as const),
  ),
)

/** Decimal places of a currency: EUR 2, JPY 0, KWD 3; 2 where the currency is unknown. */
export function minorDigits(currency: string | null): number {
  return digitsByCurrency.get(currency?.toUpperCase() ?? '') ?? 2
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
