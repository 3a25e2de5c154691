/** The list that was frozen with a platform invoice, as CSV. */
import { stringify } from 'csv-stringify/sync'
import { evidenceText } from '#documents/evidence-text'
import type { InvoicedUser } from '#model/invoiced-user'

const COLUMNS = ['customer_id', 'external_id', 'name', 'sources', 'evidence'] as const

/** A name that a spreadsheet would take for a formula is escaped. */
export function invoicedUsersCsv(users: readonly InvoicedUser[]): string {
  const rows = users.map((user) => ({
    customer_id: user.customerId,
    external_id: user.externalId,
    name: user.name,
    sources: user.sources.join(' '),
    evidence: evidenceText(user),
  })) satisfies readonly Record<(typeof COLUMNS)[number], string | number>[]
  return stringify(rows, { header: true, columns: [...COLUMNS], escape_formulas: true })
}
