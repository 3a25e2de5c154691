/** What a tool answered, as it leaves the machine: without what no answer needs, and no longer than it must be. */
import { fromMinor, minorDigits } from '#model/money'

/** Of persons, and of no use to a sentence; or for programs alone. */
const KEPT_HERE = new Set([
  ...['email', 'phone', 'address', 'externalId', 'note', 'createdAt', 'firstEvidenceAt'],
  ...['nextCursor', 'nextBefore', 'hash', 'signature', 'digits', 'ruleSet', 'edition'],
])

const LONGEST = 16_000
/** Rows of each list, fewer where the whole would be too long. */
const ROWS = [50, 20, 8, 3] as const

/** Rows beyond the first are left out, which is told beside them. */
export function shortened(answer: unknown): unknown {
  const plain: unknown = JSON.parse(JSON.stringify(answer) ?? 'null')
  for (const rows of ROWS) {
    const cut = withRows(plain, rows)
    if (JSON.stringify(cut).length <= LONGEST) return cut
  }
  return { tooLong: 'There is more than can be told: ask for less, such as one location or fewer rows.' }
}

/** Without e-mails, wherever they stand. */
export function withoutAddresses(text: string): string {
  return text.replace(/[^\s@"<>()]+@[^\s@"<>()]+/g, '…')
}

function withRows(value: unknown, rows: number): unknown {
  if (Array.isArray(value)) return value.slice(0, rows).map((one) => withRows(one, rows))
  if (typeof value === 'string') return withoutAddresses(value)
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([key]) => !KEPT_HERE.has(key))
  const cut = kept.filter(([, one]) => Array.isArray(one) && one.length > rows).map(([key]) => key)
  const told = Object.fromEntries(kept.map(([key, one]) => [key, withRows(one, rows)]))
  return cut.length === 0 ? told : { ...told, notAllRowsOf: cut }
}

/** Money as people write it, so that no model has to divide. */
export function inWords(value: unknown, currency: string | null = null): unknown {
  if (Array.isArray(value)) return value.map((one) => inWords(one, currency))
  if (!isObject(value)) return value
  const own = currencyOf(value) ?? currency
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) =>
      isMinor(key) && typeof one === 'number'
        ? [key.replace(/Minor$/, ''), `${fromMinor(one, minorDigits(own))} ${own ?? ''}`.trim()]
        : [key, inWords(one, own)],
    ),
  )
}

export function isMinor(key: string): boolean {
  return key.endsWith('Minor')
}

export function currencyOf(value: Readonly<Record<string, unknown>>): string | null {
  return typeof value.currency === 'string' ? value.currency : null
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
