/** Numbers and times in the operator’s way of writing, times in the zone that they are about. */
import { useTranslation } from 'react-i18next'
import { locale } from '../texts/texts'
import { currencyDigits } from './currency-digits'

export interface Format {
  number(value: number): string
  /** With its sign, which a change has: +3, −2, 0 */
  change(value: number): string
  /** 1 Nov 2026, 03:00 */
  instant(at: string, timeZone?: string): string
  /** 1 Nov 2026 */
  day(at: string, timeZone?: string): string
  /** Of `2026-11`: Nov, or November 2026 */
  month(name: string, length: 'short' | 'long'): string
  /** 03:00:17 */
  time(at: string | number, timeZone?: string): string
  /** 0.5 as 50% */
  percent(value: number): string
  /** Minor units of a currency, such as cents. */
  money(minor: number, currency: string): string
  /** The same with its sign. */
  moneyChange(minor: number, currency: string): string
  /** An exact decimal, such as a unit price of less than a cent. */
  price(decimal: string | number, currency: string): string
}

export const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone

export function useFormat(): Format {
  return formatOf(locale(useTranslation().i18n.language))
}

const formatOf = remembered(makeFormat)

function makeFormat(language: string): Format {
  const numbers = new Intl.NumberFormat(language)
  const percents = new Intl.NumberFormat(language, { style: 'percent' })
  const changes = new Intl.NumberFormat(language, { signDisplay: 'exceptZero' })
  const times = remembered((timeZone) => instants({ dateStyle: 'medium', timeStyle: 'short', timeZone }))
  const days = remembered((timeZone) => instants({ dateStyle: 'medium', timeZone }))
  const clocks = remembered((timeZone) => instants({ timeStyle: 'medium', timeZone }))
  const months = remembered((length) =>
    instants({
      timeZone: 'UTC',
      ...(length === 'short' ? { month: 'short' } : { month: 'long', year: 'numeric' }),
    }),
  )
  function instants(options: Intl.DateTimeFormatOptions) {
    return new Intl.DateTimeFormat(language, options)
  }
  return {
    number: (value) => numbers.format(value),
    percent: (value) => percents.format(value),
    change: (value) => changes.format(value),
    instant: (at, timeZone = OWN_ZONE) => times(timeZone).format(new Date(at)),
    day: (at, timeZone = OWN_ZONE) => days(timeZone).format(new Date(at)),
    month: (name, length) => months(length).format(new Date(`${name}-01T00:00:00Z`)),
    time: (at, timeZone = OWN_ZONE) => clocks(timeZone).format(new Date(at)),
    money: (minor, currency) => formatMoney(language, minor, { currency }),
    moneyChange: (minor, currency) => formatMoney(language, minor, { currency, signDisplay: 'exceptZero' }),
    price: (decimal, currency) =>
      new Intl.NumberFormat(language, {
        style: 'currency',
        currency,
        maximumFractionDigits: MOST_DECIMALS,
      }).format(Number(decimal)),
  }
}

/** A unit price may have so many. */
const MOST_DECIMALS = 12

interface MoneyOptions extends Intl.NumberFormatOptions {
  readonly currency: string
}

function formatMoney(language: string, minor: number, options: MoneyOptions): string {
  const digits = currencyDigits(options.currency)
  const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  const format = new Intl.NumberFormat(language, { style: 'currency', ...decimals, ...options })
  return format.format(minor / 10 ** digits)
}

/** Making a formatter takes longer than a thousand uses of it. */
function remembered<Made>(make: (key: string) => Made): (key: string) => Made {
  const known = new Map<string, Made>()
  return (key) => {
    const made = known.get(key) ?? make(key)
    known.set(key, made)
    return made
  }
}
