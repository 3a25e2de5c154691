/** What the platform itself asked of a location at a cut-off: its own invoice, never one that is issued here. */
export interface BillRecord {
  readonly periodFrom: number | null
  readonly periodUntil: number | null
  readonly description: string | null
  /** Active users that the bill names; null where it names none. */
  readonly billedCount: number | null
  readonly currency: string | null
  /** Exact decimals, as texts: what is asked before discount and tax. */
  readonly subscription: string | null
  readonly reseller: string | null
  readonly discount: string | null
  readonly tax: string | null
  readonly total: string | null
}

const COUNT_BEFORE = /(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d{1,7})\s*(?:×|x\b)?\s*active\s+users?\b/gi
const COUNT_AFTER = /\bactive\s+users?\s*[:=(]\s*(\d{1,3}(?:,\d{3})+|\d{1,7})(?![\d.,]*\d)/gi
const MOST = 1_000_000

/** The number of active users in a text such as “Subscription, 106 active users”; null for none or for several that differ. */
export function billedCountIn(description: string | null): number | null {
  if (description === null) return null
  const told = [...description.matchAll(COUNT_BEFORE), ...description.matchAll(COUNT_AFTER)]
  const counts = new Set(told.map(([, digits = '']) => Number(digits.replaceAll(',', ''))))
  const [only] = counts
  return counts.size === 1 && only !== undefined && only <= MOST ? only : null
}

/** Whether a record says anything of what was asked. */
export function saysSomething(bill: BillRecord): boolean {
  const { billedCount, subscription, discount, tax, total, description } = bill
  return [billedCount, subscription, discount, tax, total, description].some((part) => part !== null)
}
