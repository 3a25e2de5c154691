/** By the decimal places of their minor unit, as the server counts it; all others have two. */
const CURRENCIES_BY_DIGITS = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}

/** `Intl` tells those of daily use, which are fewer for HUF, COP, IDR and others. */
export function currencyDigits(currency: string): number {
  const found = Object.entries(CURRENCIES_BY_DIGITS).find(([, currencies]) => currencies.includes(currency))
  return Number(found?.[0] ?? 2)
}
