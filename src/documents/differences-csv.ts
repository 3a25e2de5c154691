/** Who stands on one side of a reconciliation alone, as CSV. */
import { stringify } from 'csv-stringify/sync'
import type { DifferenceTold } from '#model/difference'

const COLUMNS = ['customer_id', 'external_id', 'name', 'side', 'reason', 'source', 'sources'] as const

/** A name that a spreadsheet would take for a formula is escaped. */
export function differencesCsv(differences: readonly DifferenceTold[]): string {
  const rows = differences.map((one) => ({
    customer_id: one.customerId,
    external_id: one.externalId,
    name: one.name,
    side: one.side,
    reason: one.reason,
    source: one.source ?? '',
    sources: one.sources.join(' '),
  })) satisfies readonly Record<(typeof COLUMNS)[number], string | number>[]
  return stringify(rows, { header: true, columns: [...COLUMNS], escape_formulas: true })
}
