/** The first page of 50 active users: filtered by source, sorted, with the total of all that match. */
import { type ListFilter, listStatement } from '#counting/list'
import { DEFAULT_RULE_SET } from '#counting/rules'
import { openDatabase } from '#database/open'
import { listActiveUsers } from '#services/active-users/list'
import { AS_OF } from './generate/network.ts'
import { agree } from './support/agree.ts'
import { type Bench, prepared, withClients } from './support/bench.ts'
import { type Figure, ratios } from './support/figures.ts'
import { BIG_LOCATION, customersOf, findLocation, SMALL_LOCATION } from './support/locations.ts'
import { takeTurns } from './support/timing.ts'
import { PAGE, WINDOW } from './yardsticks/prototype.ts'
import { PAGE as SEPARATE_PAGE } from './yardsticks/separate-tables.ts'

const TURNS = { warmUp: 12, runs: 120 }
const ROWS = 50
const SEARCH = 'ash'
/** Two sources, as each side names them. */
const FILTER: ListFilter = {
  sources: ['booking', 'customer_invoice'],
  search: null,
  sort: 'name',
  limit: ROWS + 1,
  after: null,
}
const PROTOTYPE_BITS = 4 | 8
const SEPARATE_NAMES = ['booking', 'invoice']

export async function page(bench: Bench): Promise<Figure[]> {
  return [...(await pageOf(bench, SMALL_LOCATION)), ...(await pageOf(bench, BIG_LOCATION))]
}

async function pageOf(bench: Bench, location: number): Promise<Figure[]> {
  const asOf = new Date(AS_OF)
  const database = await openDatabase({ databaseUrl: bench.headcount, migrate: false })
  const { headcount, yardsticks } = bench
  const times = await withClients([headcount, yardsticks, yardsticks], async ([ours, plain, separate]) => {
    const found = await findLocation(ours, location)
    const statementOf = (filter: Partial<ListFilter>) => {
      const { text, values } = listStatement({ ...found, asOf }, DEFAULT_RULE_SET, { ...FILTER, ...filter })
      return prepared(ours, JSON.stringify(filter), text, values)
    }
    const windowFrom = (await prepared(plain, 'window', WINDOW, [location])())[0]?.from_at
    const values = [location, windowFrom, asOf]
    const sides = {
      statement: statementOf({}),
      prototype: prepared(plain, 'page', PAGE, [...values, PROTOTYPE_BITS, 0]),
      separate: prepared(separate, 'page', SEPARATE_PAGE, [...values, SEPARATE_NAMES, 0]),
      verb: () =>
        listActiveUsers(
          { database, now: () => asOf },
          { location: String(location), asOf, sources: FILTER.sources },
        ),
      bySource: statementOf({ sort: 'source' }),
      bySince: statementOf({ sort: 'since' }),
      searched: statementOf({ search: { folded: SEARCH, lower: SEARCH } }),
    }
    agree(`total of the page of location ${location}`, {
      statement: (await sides.statement())[0]?.total,
      prototype: (await sides.prototype())[0]?.total,
      separate: (await sides.separate())[0]?.total,
      verb: (await sides.verb()).total,
    })
    return takeTurns(sides, TURNS)
  })
  await database.close()
  const name = `page, ${customersOf(bench.size, location)} customers`
  const { verb, statement, prototype, separate, bySource, bySince, searched } = times
  return [
    { what: `${name}: the verb, p50`, value: verb.p50, unit: 'ms' },
    { what: `${name}: the verb, p99`, value: verb.p99, unit: 'ms', atMost: 20 },
    { what: `${name}: its statement, p50`, value: statement.p50, unit: 'ms' },
    { what: `${name}: its statement, p99`, value: statement.p99, unit: 'ms', atMost: 20 },
    { what: `${name}: statement sorted by source, p50`, value: bySource.p50, unit: 'ms' },
    { what: `${name}: statement sorted by first evidence, p50`, value: bySince.p50, unit: 'ms' },
    { what: `${name}: statement with a search, p50`, value: searched.p50, unit: 'ms' },
    { what: `${name}: prototype, p50`, value: prototype.p50, unit: 'ms' },
    { what: `${name}: separate tables, p50`, value: separate.p50, unit: 'ms' },
    ...ratios(`${name}: statement / prototype that is given its window`, [statement, prototype], {
      atMost: 1.3,
    }),
    ...ratios(`${name}: separate tables / statement`, [separate, statement], { atLeast: 4 }),
  ]
}
