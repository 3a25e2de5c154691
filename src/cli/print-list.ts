import { figure, printable, renderTable } from '#cli/tables'
import { ruleOf } from '#counting/rules'
import type { ActiveUser } from '#model/active-user'
import type { ActiveUserPage } from '#services/active-users/list'

/** A page of active users with their sources. */
export function printList(page: ActiveUserPage): string {
  const { location } = page
  const title = `${printable(location.name)}: ${figure(page.total)} active users since ${location.windowFrom}, as of ${page.asOf}, rule set ${page.ruleSet}.\n`
  if (page.activeUsers.length === 0) return `${title}None match.\n`
  const hasNotes = page.activeUsers.some((user) => notesOf(user) !== '')
  const table = renderTable(
    [
      { title: 'Customer' },
      { title: 'Id', align: 'right' },
      { title: 'E-mail' },
      { title: 'Source' },
      { title: 'First evidence' },
      ...(hasNotes ? [{ title: 'Note' }] : []),
    ],
    page.activeUsers.map((user) => [
      user.company === null || user.company === user.name ? user.name : `${user.name}, ${user.company}`,
      user.externalId,
      user.email ?? '',
      user.sources.map((source) => ruleOf(source).label).join(', '),
      `${user.firstEvidenceAt.slice(0, 16).replace('T', ' ')} UTC`,
      ...(hasNotes ? [notesOf(user)] : []),
    ]),
  )
  const more = page.nextCursor === null ? '' : `\nMore: --cursor ${page.nextCursor}\n`
  return `${title}\n${table}\n${more}`
}

/** What is out of the ordinary. */
function notesOf({ isSuspended, isArchived, isDisputable }: ActiveUser): string {
  const notes = { suspended: isSuspended, archived: isArchived, disputable: isDisputable }
  return Object.entries(notes)
    .filter(([, isSo]) => isSo)
    .map(([note]) => note)
    .join(', ')
}
