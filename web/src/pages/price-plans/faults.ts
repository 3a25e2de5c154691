/** What the server says of the fields of a plan: by their place in the document, in the panel’s words. */
import { useTranslation } from 'react-i18next'
import { problemOf } from '../../api/client'

/** By the place of a field, such as `usage/tiers/1/upTo`. */
export type Faults = Readonly<Record<string, string>>

/** Where the document stands in a request that it was refused in. */
const PREFIX = /^body\/(plan\/)?/

/** The server’s sentences that the panel says itself; others are told as they come. */
const KNOWN = {
  decimal: /^must be a decimal/,
  percent: /^must be at most 100/,
  order: /^must be more than that of the tier before/,
  currency: /^must be a currency/,
  name: /^(must be a readable name|Too small: expected string)/,
  id: /^must be 1 to 50 small letters/,
  belowMinimum: /^must not be less than the minimum/,
  twice: /^stands twice/,
  tooSmall: /^Too small: expected (number|int)/,
  tooLarge: /^Too big/,
  whole: /^Invalid input: expected (number|int)/,
} as const

export function useFaults(error: unknown): Faults {
  const { t } = useTranslation()
  const faults: Record<string, string> = {}
  for (const { path, message } of problemOf(error).errors ?? []) {
    const place = path.replace(PREFIX, '').replaceAll('.', '/')
    const known = (Object.keys(KNOWN) as (keyof typeof KNOWN)[]).find((name) => KNOWN[name].test(message))
    faults[place] ??= known === undefined ? message : t(`planEditor.fault.${known}`)
  }
  return faults
}
