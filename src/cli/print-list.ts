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
