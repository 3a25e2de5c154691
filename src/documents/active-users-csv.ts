import { stringify } from 'csv-stringify/sync'
import type { ActiveUser } from '#model/active-user'

const COLUMNS = [
  'customer_id',
  'external_id',
  'name',
  'email',
  'company',
  'sources',
  'first_evidence_at',
] as const

/** Active users as CSV; a name that a spreadsheet would take for a formula is escaped. */
export function activeUsersCsv(users: readonly ActiveUser[]): string {
  const rows = users.map((user) => ({
    customer_id: user.customerId,
    external_id: user.externalId,
    name: user.name,
    email: user.email,
    company: user.company,
    sources: user.sources.join(' '),
    first_evidence_at: user.firstEvidenceAt,
  })) satisfies readonly Record<(typeof COLUMNS)[number], string | number | null>[]
  return stringify(rows, { header: true, columns: [...COLUMNS], escape_formulas: true })
}
