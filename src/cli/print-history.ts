import { figure, printable, renderTable } from '#cli/tables'
import { ruleOf } from '#counting/rules'
import { SOURCES } from '#model/source'
import type { ActiveUserHistory } from '#services/active-users/history'

/** The active users of each month, by source. */
export function printHistory({ asOf, ruleSet, locations, months }: ActiveUserHistory): string {
  const table = renderTable(
    [
      { title: 'Month' },
      { title: 'Active users', align: 'right' },
      ...SOURCES.map((source) => ({ title: ruleOf(source).label, align: 'right' as const })),
      { title: 'Different customers', align: 'right' },
    ],
    months.map((month) => [
      month.hasEnded ? month.month : `${month.month} (so far)`,
      figure(month.count),
      ...SOURCES.map((source) => figure(month.bySource[source])),
      figure(month.distinctCustomers),
    ]),
  )
  const names = locations.length === 1 ? `${printable(locations[0]?.name ?? '')}, a` : 'A'
  return `${table}\n\n${names}t the end of each month by the clock of the location; the last as of ${asOf}, rule set ${ruleSet}.\n`
}
