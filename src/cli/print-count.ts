import { figure, renderTable } from '#cli/tables'
import { ruleOf } from '#counting/rules'
import { SOURCES } from '#model/source'
import type { ActiveUserCount } from '#services/active-users/count'

/** The active users of each location, by source, with their sum and the distinct customers behind it. */
export function printCount(count: ActiveUserCount): string {
  const table = renderTable(
    [
      { title: 'Location' },
      { title: 'Id', align: 'right' },
      { title: 'Active users', align: 'right' },
      ...SOURCES.map((source) => ({ title: ruleOf(source).label, align: 'right' as const })),
      { title: 'Since' },
    ],
    count.locations.map((location) => [
      location.name,
      String(location.locationId),
      figure(location.count),
      ...SOURCES.map((source) => figure(location.bySource[source])),
      `${location.windowFrom.slice(0, 16).replace('T', ' ')} UTC`,
    ]),
  )
  const sum = count.locations.reduce((total, location) => total + location.count, 0)
  const distinct =
    count.locations.length > 1
      ? `\n${figure(sum)} active users over ${figure(count.locations.length)} locations; ${figure(count.distinctCustomers)} different customers.`
      : ''
  return `${table}\n${distinct}\nAs of ${count.asOf}, rule set ${count.ruleSet}. A customer with several sources is in several columns.\n`
}
