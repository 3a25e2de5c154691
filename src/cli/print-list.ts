import { stringify } from 'csv-stringify/sync'
import { figure, printable, renderTable } from '#cli/tables'
import { ruleOf } from '#counting/rules'
import type { ActiveUserPage } from '#services/active-users/list'

/** A page of active users with their sources. */
export function printList(page: ActiveUserPage): string {
  const { location } = page
  const title = `${printable(location.name)}: ${figure(page.total)} active users since ${location.windowFrom}, as of ${page.asOf}, rule set ${page.ruleSet}.\n`
  if (page.activeUsers.length === 0) return `${title}None match.\n`
  const table = renderTable(
    [
      { title: 'Customer' },
      { title: 'Id', align: 'right' },
      { title: 'E-mail' },
      { title: 'Source' },
      { title: 'First evidence' },
    ],
    page.activeUsers.map((user) => [
      user.company === null || user.company === user.name ? user.name : `${user.name}, ${user.company}`,
      user.externalId,
      user.email ?? '',
      user.sources.map((source) => ruleOf(source).label).join(', '),
      `${user.firstEvidenceAt.slice(0, 16).replace('T', ' ')} UTC`,
    ]),
  )
  const more = page.nextCursor === null ? '' : `\nMore: --cursor ${page.nextCursor}\n`
  return `${title}\n${table}\n${more}`
}

/** The same as CSV; a name that a spreadsheet would take for a formula is escaped. */
export function listAsCsv(page: ActiveUserPage): string {
  return stringify(
    page.activeUsers.map((user) => ({
      customer_id: user.customerId,
      external_id: user.externalId,
      name: user.name,
      email: user.email,
      company: user.company,
      sources: user.sources.join(' '),
      first_evidence_at: user.firstEvidenceAt,
    })),
    {
      header: true,
      columns: ['customer_id', 'external_id', 'name', 'email', 'company', 'sources', 'first_evidence_at'],
      escape_formulas: true,
    },
  )
}
