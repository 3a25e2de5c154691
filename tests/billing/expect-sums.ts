import { expect } from 'vitest'
import type { Reconciliation } from '#services/platform-invoices/reconcile'

/** invoice − lost + new = other side, in people and in money, and nobody stands twice. */
export function expectSums(told: Reconciliation): void {
  const { invoice, other, lost, steps, differences, pricePlanMinor, supplementsMinor } = told
  expect(invoice.activeUsers - lost + told.new).toBe(other.activeUsers)
  expect(steps.reduce((sum, { change }) => sum + change, invoice.activeUsers)).toBe(other.activeUsers)
  const amounts = steps.reduce((sum, { amountMinor }) => sum + amountMinor, invoice.totalMinor)
  expect(amounts + pricePlanMinor + supplementsMinor).toBe(other.totalMinor)
  expect(new Set(differences.map(({ customerId }) => customerId)).size).toBe(differences.length)
}
