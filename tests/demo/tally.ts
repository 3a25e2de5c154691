// A plain count over the demo's own records: enough to see what the demo shows, and not a judge of the rules.
import type { NetworkedRecord, ProductSaleRecord } from '#model/records'
import type { Source } from '#model/source'

export type OfKind<K extends NetworkedRecord['kind']> = Extract<NetworkedRecord, { kind: K }>

export interface Tally {
  readonly locationExternalId: string
  readonly windowFrom: number
  /** The sources of each active user, by external id. */
  readonly sources: ReadonlyMap<string, ReadonlySet<Source>>
}

export function ofKind<K extends NetworkedRecord['kind']>(
  records: readonly NetworkedRecord[],
  kind: K,
): OfKind<K>[] {
  return records.filter((record): record is OfKind<K> => record.kind === kind)
}

export function tally(records: readonly NetworkedRecord[], now: number): Tally[] {
  return ofKind(records, 'location').map(({ externalId }) => tallyOne(records, externalId, now))
}

function tallyOne(records: readonly NetworkedRecord[], here: string, now: number): Tally {
  const cutOffs = ofKind(records, 'platform_invoice').filter((one) => one.locationExternalId === here)
  const windowFrom = Math.max(...cutOffs.map((one) => one.cutOffAt))
  const inWindow = (at: number) => at >= windowFrom && at < now
  const sources = new Map<string, Set<Source>>()
  const count = (customer: string, source: Source) =>
    sources.set(customer, (sources.get(customer) ?? new Set<Source>()).add(source))
  const stopped = stoppedCustomers(records)
  for (const one of records) {
    switch (one.kind) {
      case 'contract':
        if (one.locationExternalId !== here || stopped.has(one.customerExternalId)) break
        if (one.endsAt === null || one.endsAt > now) count(one.customerExternalId, 'contract')
        break
      case 'booking':
        if (one.locationExternalId !== here || one.cancelledAt !== null) break
        if (inWindow(one.madeAt)) count(one.customerExternalId, 'booking')
        break
      case 'customer_invoice':
        if (!one.locationExternalIds.includes(here) || !inWindow(one.issuedAt)) break
        if (['issued', 'zero_value', 'credited'].includes(one.evidenceKind)) {
          count(one.customerExternalId, 'customer_invoice')
        }
        break
      case 'recurring_product':
        if (one.locationExternalId !== here || !occurrences(one, now).some(inWindow)) break
        count(one.customerExternalId, 'recurring_product')
        break
    }
  }
  const payers = new Set(sources.keys())
  for (const team of ofKind(records, 'team')) {
    const payer = team.payingCustomerExternalId
    if (!team.hasMergedBilling || payer === null || !payers.has(payer)) continue
    for (const member of team.memberExternalIds) if (member !== payer) count(member, 'team')
  }
  return { locationExternalId: here, windowFrom, sources }
}

function stoppedCustomers(records: readonly NetworkedRecord[]): Set<string> {
  const stopped = ofKind(records, 'customer').filter((one) => one.isSuspended || one.isArchived)
  return new Set(stopped.map((one) => one.externalId))
}

/** The sale, and the renewals until `now`; empty for a one-off. */
export function occurrences(sale: ProductSaleRecord, now: number): number[] {
  if (sale.renewal === null) return []
  const { cycle, every, from, until } = sale.renewal
  const end = Math.min(until ?? now, now)
  const found = until === null || sale.soldAt < until ? [sale.soldAt] : []
  for (let number = 0; ; number++) {
    const at = stepped(from, cycle, every * number)
    if (at >= end) return found
    found.push(at)
  }
}

function stepped(
  from: number,
  cycle: NonNullable<ProductSaleRecord['renewal']>['cycle'],
  steps: number,
): number {
  if (cycle === 'day') return from + steps * 86_400_000
  if (cycle === 'week') return from + steps * 7 * 86_400_000
  const months = cycle === 'year' ? steps * 12 : steps
  const date = new Date(from)
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0))
  const day = cycle === 'last_day_of_month' ? 31 : date.getUTCDate()
  return lastDay.setUTCDate(Math.min(day, lastDay.getUTCDate())) + (from % 86_400_000)
}
