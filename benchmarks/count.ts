/** The count of one location, of 1,000 customers and of the largest. */
import type pg from 'pg'
import { countStatement } from '#counting/active-users'
import { DEFAULT_RULE_SET } from '#counting/rules'
import { openDatabase } from '#database/open'
import { countActiveUsers } from '#services/active-users/count'
import { AS_OF } from './generate/network.ts'
import { agree } from './support/agree.ts'
import { type Bench, cpuOf, prepared, withClients } from './support/bench.ts'
import { type Figure, ratios } from './support/figures.ts'
import { BIG_LOCATION, customersOf, findLocation, SMALL_LOCATION } from './support/locations.ts'
import { type Side, takeTurns } from './support/timing.ts'
import { COUNT, WINDOW } from './yardsticks/prototype.ts'
import { COUNT as SEPARATE_COUNT } from './yardsticks/separate-tables.ts'

const TURNS = { warmUp: 12, runs: 200 }

export async function count(bench: Bench): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [location, atMost] of [
    [SMALL_LOCATION, 3],
    [BIG_LOCATION, 15],
  ] as const) {
    figures.push(...(await countOne(bench, location, atMost)))
  }
  return figures
}

async function countOne(bench: Bench, location: number, p99AtMost: number): Promise<Figure[]> {
  const asOf = new Date(AS_OF)
  const database = await openDatabase({ databaseUrl: bench.headcount, migrate: false })
  const { headcount, yardsticks } = bench
  const times = await withClients(
    [headcount, yardsticks, yardsticks, yardsticks] as const,
    async ([ours, plain, looking, separate]) => {
      const found = await findLocation(ours, location)
      const statement = countStatement({ ...found, asOf }, DEFAULT_RULE_SET)
      const windowFrom = (await prepared(plain, 'window', WINDOW, [location])())[0]?.from_at
      const values = [location, windowFrom, asOf]
      const sides = {
        statement: prepared(ours, 'count', statement.text, statement.values),
        prototype: prepared(plain, 'count', COUNT, values),
        prototypeLooking: lookingFirst(looking, location, asOf),
        separate: prepared(separate, 'count', SEPARATE_COUNT, values),
        verb: () => countActiveUsers({ database, now: () => asOf }, { location: String(location), asOf }),
      }
      agree(`count of location ${location}`, {
        statement: (await sides.statement())[0]?.active_users,
        prototype: (await sides.prototype())[0]?.n,
        separate: (await sides.separate())[0]?.n,
        verb: (await sides.verb()).locations[0]?.count,
      })
      return takeTurns(sides, TURNS)
    },
  )
  await database.close()
  const name = `count, ${customersOf(bench.size, location)} customers`
  const { verb, statement, prototype, prototypeLooking, separate } = times
  return [
    { what: `${name}: the verb, p50`, value: verb.p50, unit: 'ms' },
    { what: `${name}: the verb, p99`, value: verb.p99, unit: 'ms', atMost: p99AtMost },
    { what: `${name}: its statement, p50`, value: statement.p50, unit: 'ms' },
    { what: `${name}: its statement, p99`, value: statement.p99, unit: 'ms', atMost: p99AtMost },
    { what: `${name}: prototype, p50`, value: prototype.p50, unit: 'ms' },
    { what: `${name}: separate tables, p50`, value: separate.p50, unit: 'ms' },
    ...ratios(`${name}: statement / prototype that is given its window`, [statement, prototype], {
      atMost: 1.3,
    }),
    ...ratios(`${name}: statement / prototype that looks it up`, [statement, prototypeLooking]),
    ...ratios(`${name}: separate tables / statement`, [separate, statement], { atLeast: 4 }),
  ]
}

/** The prototype's count with its window looked up beforehand, as ours has it within. */
function lookingFirst(client: pg.Client, location: number, asOf: Date): Side {
  const run = async () => {
    const [row] = await prepared(client, 'window', WINDOW, [location])()
    return prepared(client, 'count', COUNT, [location, row?.from_at, asOf])()
  }
  return Object.assign(run, { cpuMs: () => cpuOf(client) })
}
