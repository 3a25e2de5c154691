/** The first page of 50 active users: filtered by source, sorted, with the total of all that match. */

import { type ListFilter, listStatement } from '#counting/list'
import { DEFAULT_RULE_SET } from '#counting/rules'
import { listActiveUsers } from '#services/active-users/list'
import { programContext } from '#services/context'
import { AS_OF } from './generate/network.ts'
import { agree } from './support/agree.ts'
import { type Bench, prepared, withClients, withProgram } from './support/bench.ts'
import { type Figure, type MillisecondTarget, ofThisMachine, ratio, ratios } from './support/figures.ts'
import { BIG_LOCATION, customersOf, findLocation, SMALL_LOCATION, turnsOf } from './support/locations.ts'
import { takeTurns } from './support/timing.ts'
import { PAGE, WINDOW } from './yardsticks/prototype.ts'
import { PAGE as SEPARATE_PAGE } from './yardsticks/separate-tables.ts'

const ROWS = 50
const SMALL_TARGET = { p99: 20, prototype: 0.93 }
const BIG_TARGET = { p99: 20, prototype: 11.7 }
const SEARCH = { folded: 'ash', lower: 'ash' }
/** Two sources, as each side names them. */
const FILTER = {
  sources: ['booking', 'customer_invoice'],
  search: null,
  sort: 'name',
  order: 'asc',
  limit: ROWS + 1,
  after: null,
} as const satisfies ListFilter
const PROTOTYPE_BITS = 4 | 8
const SEPARATE_NAMES = ['booking', 'invoice']

export async function page(bench: Bench): Promise<Figure[]> {
  return [
    ...(await pageOf(bench, SMALL_LOCATION, SMALL_TARGET)),
    ...(await pageOf(bench, BIG_LOCATION, BIG_TARGET)),
  ]
}

async function pageOf(bench: Bench, location: number, target: MillisecondTarget): Promise<Figure[]> {
  const asOf = new Date(AS_OF)
  const { headcount, yardsticks } = bench
  const times = await withProgram(headcount, ({ database, asking, doing }) =>
    withClients([yardsticks, yardsticks], async ([plain, separate]) => {
      const scope = { ...(await findLocation(database, location)), asOf }
      const pageBy = (filter: Partial<ListFilter>) =>
        asking(listStatement(scope, DEFAULT_RULE_SET, { ...FILTER, ...filter }))
      const question = { location: String(location), asOf, sources: FILTER.sources }
      const [window] = await prepared(plain, 'window', WINDOW, [location])()
      const values = [location, window?.from_at, asOf]
      const sides = {
        verb: doing(() =>
          listActiveUsers(
            programContext(database, () => asOf),
            question,
          ),
        ),
        statement: pageBy({}),
        prototype: prepared(plain, 'page', PAGE, [...values, PROTOTYPE_BITS, 0]),
        separate: prepared(separate, 'page', SEPARATE_PAGE, [...values, SEPARATE_NAMES, 0]),
        bySource: pageBy({ sort: 'source' }),
        bySince: pageBy({ sort: 'since' }),
        searched: pageBy({ search: SEARCH }),
      }
      agree(`total of the page of location ${location}`, {
        verb: (await sides.verb()).total,
        statement: (await sides.statement())[0]?.total,
        prototype: (await sides.prototype())[0]?.total,
        separate: (await sides.separate())[0]?.total,
      })
      return takeTurns(sides, turnsOf(location))
    }),
  )
  const name = `page, ${customersOf(bench.size, location)} customers`
  const { verb, statement, prototype, separate, bySource, bySince, searched } = times
  return [
    { what: `${name}: the verb, p50`, value: verb.p50, unit: 'ms' },
    { what: `${name}: the verb, p99`, value: verb.p99, unit: 'ms', atMost: target.p99 },
    ofThisMachine(`${name}: the verb`, [verb, prototype], target),
    { what: `${name}: its statement, p50`, value: statement.p50, unit: 'ms' },
    { what: `${name}: its statement, p99`, value: statement.p99, unit: 'ms', atMost: target.p99 },
    { what: `${name}: its statement, computing, p50`, value: statement.cpuP50, unit: 'ms' },
    { what: `${name}: sorted by source, computing, p50`, value: bySource.cpuP50, unit: 'ms' },
    { what: `${name}: sorted by first evidence, computing, p50`, value: bySince.cpuP50, unit: 'ms' },
    { what: `${name}: with a search, computing, p50`, value: searched.cpuP50, unit: 'ms' },
    { what: `${name}: prototype, p50`, value: prototype.p50, unit: 'ms' },
    { what: `${name}: prototype, p99`, value: prototype.p99, unit: 'ms' },
    { what: `${name}: separate tables, p50`, value: separate.p50, unit: 'ms' },
    ...ratios(`${name}: statement / prototype that is given its window`, [statement, prototype], {
      atMost: 1.3,
    }),
    ratio(`${name}: separate tables / statement`, [separate, statement], { atLeast: 4 }),
    ratio(`${name}: separate tables / prototype`, [separate, prototype]),
  ]
}
