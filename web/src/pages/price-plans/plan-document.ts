/** A price plan as a JSON document. */
import type { PricePlan } from '../../api/billing'

/** What a new one begins with. */
export const EXAMPLE: PricePlan = {
  name: 'New price plan',
  currency: 'EUR',
  baseFee: '80',
  includedActiveUsers: 40,
  usage: {
    model: 'graduated',
    tiers: [
      { upTo: 60, unitPrice: '1.25' },
      { upTo: null, unitPrice: '0.95' },
    ],
  },
}

/** What the curve and the words can be drawn of; whether it is right the server says. Null for anything else. */
export function readPlan(text: string): PricePlan | null {
  try {
    const value: unknown = JSON.parse(text)
    return isPlan(value) ? value : null
  } catch {
    return null
  }
}

function isPlan(value: unknown): value is PricePlan {
  if (typeof value !== 'object' || value === null) return false
  const { currency, usage } = value as { currency?: unknown; usage?: unknown }
  return (
    typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) && (usage === undefined || isUsage(usage))
  )
}

function isUsage(usage: unknown): boolean {
  if (typeof usage !== 'object' || usage === null) return false
  const { model, tiers } = usage as { model?: unknown; tiers?: unknown }
  return model === 'package' || Array.isArray(tiers)
}
