/** All locations counted in one statement, beside a columnar engine that scans the same columns. */
import { countStatement, distinctCustomersStatement } from '#counting/active-users'
import { DEFAULT_RULE_SET } from '#counting/rules'
import { SOURCES } from '#model/source'
import { AS_OF } from './generate/network.ts'
import { agree } from './support/agree.ts'
import { type Bench, prepared, withClients, withProgram } from './support/bench.ts'
import { type Figure, ratio, ratios } from './support/figures.ts'
import { takeTurns } from './support/timing.ts'
import { countAll, openDuckdb } from './yardsticks/duckdb.ts'
import { COUNT_ALL } from './yardsticks/prototype.ts'
import { COUNT_ALL as SEPARATE_COUNT_ALL } from './yardsticks/separate-tables.ts'

/** The first executions of a prepared statement plan anew each time. */
const TURNS = { warmUp: 6, runs: 21 }

export async function allLocations(bench: Bench): Promise<Figure[]> {
  const asOf = new Date(AS_OF)
  const { headcount, yardsticks } = bench
  const columns = await openDuckdb(bench)
  const times = await withProgram(headcount, ({ asking }) =>
    withClients([yardsticks, yardsticks], async ([plain, separate]) => {
      const sides = {
        statement: asking(countStatement({ asOf }, DEFAULT_RULE_SET)),
        distinct: asking(distinctCustomersStatement({ asOf }, DEFAULT_RULE_SET)),
        prototype: prepared(plain, 'all', COUNT_ALL, [asOf]),
        separate: prepared(separate, 'all', SEPARATE_COUNT_ALL, [asOf]),
        columns: () => countAll(columns, asOf),
      }
      agree('count of all locations', {
        statement: total(await sides.statement(), 'active_users'),
        prototype: total(await sides.prototype(), 'n'),
        separate: total(await sides.separate(), 'n'),
        columns: total(await sides.columns(), 'active_users'),
      })
      for (const source of SOURCES) {
        agree(`${source} of all locations`, {
          statement: total(await sides.statement(), source),
          columns: total(await sides.columns(), source),
        })
      }
      return takeTurns(sides, TURNS)
    }),
  )
  columns.closeSync()
  const { statement, distinct, prototype, separate, columns: duckdb } = times
  const name = 'count, all locations'
  return [
    { what: `${name}: statement, p50`, value: statement.p50, unit: 'ms' },
    { what: `${name}: statement, computing, p50`, value: statement.cpuP50, unit: 'ms' },
    { what: `${name}: statement of the distinct customers, p50`, value: distinct.p50, unit: 'ms' },
    { what: `${name}: prototype, p50`, value: prototype.p50, unit: 'ms' },
    { what: `${name}: separate tables, p50`, value: separate.p50, unit: 'ms' },
    { what: `${name}: DuckDB with two threads, p50`, value: duckdb.p50, unit: 'ms' },
    ...ratios(`${name}: statement / prototype`, [statement, prototype], { atMost: 1.3 }),
    ratio(`${name}: separate tables / statement`, [separate, statement], { atLeast: 5 }),
    ratio(`${name}: separate tables / prototype`, [separate, prototype]),
    ratio(`${name}: statement / DuckDB`, [statement, duckdb], { atMost: 4 }),
  ]
}

function total(rows: readonly Record<string, unknown>[], column: string): number {
  return rows.reduce((sum, row) => sum + Number(row[column]), 0)
}
