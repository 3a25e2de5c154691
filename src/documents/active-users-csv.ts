import { stringify } from 'csv-stringify/sync'
import type { ActiveUser } from '#model/active-user'

const COLUMNS = [
  'customer_id',
  'external_id',
  'name',
  'email',
  'company',
  'kind',
  'is_suspended',
  'is_archived',
  'sources',
  'is_disputable',
  'teams',
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
    kind: user.kind,
    is_suspended: String(user.isSuspended),
    is_archived: String(user.isArchived),
    sources: user.sources.join(' '),
    is_disputable: String(user.isDisputable),
    teams: user.teams.join('; '),
    first_evidence_at: user.firstEvidenceAt,
  })) satisfies readonly Record<(typeof COLUMNS)[number], string | number | null>[]
  return stringify(rows, { header: true, columns: [...COLUMNS], escape_formulas: true })
}
