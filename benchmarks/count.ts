/** The count of one location, of 1,000 customers and of the largest. */

import type pg from 'pg'
import { countStatement } from '#counting/active-users'
import { DEFAULT_RULE_SET } from '#counting/rules'
import { countActiveUsers } from '#services/active-users/count'
import { programContext } from '#services/context'
import { AS_OF } from './generate/network.ts'
import { agree } from './support/agree.ts'
import { type Bench, prepared, withClients, withProgram } from './support/bench.ts'
import { type Figure, type MillisecondTarget, ofThisMachine, ratio, ratios } from './support/figures.ts'
import { BIG_LOCATION, customersOf, findLocation, SMALL_LOCATION, turnsOf } from './support/locations.ts'
import { type Side, takeTurns } from './support/timing.ts'
import { COUNT, WINDOW } from './yardsticks/prototype.ts'
import { COUNT as SEPARATE_COUNT } from './yardsticks/separate-tables.ts'

const SMALL_TARGET = { p99: 3, prototype: 0.49 }
const BIG_TARGET = { p99: 15, prototype: 6.93 }

export async function count(bench: Bench): Promise<Figure[]> {
  return [
    ...(await countOf(bench, SMALL_LOCATION, SMALL_TARGET)),
    ...(await countOf(bench, BIG_LOCATION, BIG_TARGET)),
  ]
}

async function countOf(bench: Bench, location: number, target: MillisecondTarget): Promise<Figure[]> {
  const asOf = new Date(AS_OF)
  const { headcount, yardsticks } = bench
  const times = await withProgram(headcount, ({ database, asking, doing }) =>
    withClients([yardsticks, yardsticks, yardsticks], async ([plain, looking, separate]) => {
      const scope = { ...(await findLocation(database, location)), asOf }
      const [window] = await prepared(plain, 'window', WINDOW, [location])()
      const values = [location, window?.from_at, asOf]
      const sides = {
        verb: doing(() =>
          countActiveUsers(
            programContext(database, () => asOf),
            { location: String(location), asOf },
          ),
        ),
        statement: asking(countStatement(scope, DEFAULT_RULE_SET)),
        prototype: prepared(plain, 'count', COUNT, values),
        prototypeLooking: lookingFirst(looking, location, asOf),
        separate: prepared(separate, 'count', SEPARATE_COUNT, values),
      }
      agree(`count of location ${location}`, {
        verb: (await sides.verb()).locations[0]?.count,
        statement: (await sides.statement())[0]?.active_users,
        prototype: (await sides.prototype())[0]?.n,
        separate: (await sides.separate())[0]?.n,
      })
      return takeTurns(sides, turnsOf(location))
    }),
  )
  const name = `count, ${customersOf(bench.size, location)} customers`
  const { verb, statement, prototype, prototypeLooking, separate } = times
  return [
    { what: `${name}: the verb, p50`, value: verb.p50, unit: 'ms' },
    { what: `${name}: the verb, p99`, value: verb.p99, unit: 'ms', atMost: target.p99 },
    ofThisMachine(`${name}: the verb`, [verb, prototype], target),
    { what: `${name}: its statement, p50`, value: statement.p50, unit: 'ms' },
    { what: `${name}: its statement, p99`, value: statement.p99, unit: 'ms', atMost: target.p99 },
    { what: `${name}: its statement, computing, p50`, value: statement.cpuP50, unit: 'ms' },
    { what: `${name}: prototype, p50`, value: prototype.p50, unit: 'ms' },
    { what: `${name}: prototype, p99`, value: prototype.p99, unit: 'ms' },
    { what: `${name}: separate tables, p50`, value: separate.p50, unit: 'ms' },
    ...ratios(`${name}: statement / prototype that is given its window`, [statement, prototype], {
      atMost: 1.3,
    }),
    ...ratios(`${name}: statement / prototype that looks it up`, [statement, prototypeLooking]),
    ratio(`${name}: separate tables / statement`, [separate, statement], { atLeast: 4 }),
    ratio(`${name}: separate tables / prototype`, [separate, prototype]),
  ]
}

/** The prototype's count with its window looked up beforehand, as ours has it within. */
function lookingFirst(client: pg.Client, location: number, asOf: Date): Side {
  const look = prepared(client, 'window', WINDOW, [location])
  const run = async () => {
    const [row] = await look()
    return prepared(client, 'count', COUNT, [location, row?.from_at, asOf])()
  }
  return Object.assign(run, { cpuMs: look.cpuMs })
}
