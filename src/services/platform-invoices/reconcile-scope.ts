/** What an invoice is compared by: its window, its edition and its rules, as they were frozen. */
import type { ReconcileScope } from '#counting/reconcile'
import { RULE_SETS, type RuleSet } from '#counting/rules'
import type { PlatformInvoiceFound } from '#services/platform-invoices/find'

export function ruleSetOf(id: string): RuleSet {
  const found = RULE_SETS.find((candidate) => candidate.id === id)
  if (found === undefined) throw new Error(`rule set ${id} is gone`)
  return found
}

export function scopeOf({ content }: PlatformInvoiceFound, other: ReconcileScope['other']): ReconcileScope {
  return {
    networkId: content.networkId,
    locationId: content.location.locationId,
    invoice: {
      windowFrom: new Date(content.windowFrom),
      cutOffAt: new Date(content.cutOffAt),
      edition: content.edition,
      ruleSet: ruleSetOf(content.ruleSet),
    },
    other,
  }
}
