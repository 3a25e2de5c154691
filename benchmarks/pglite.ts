/** The same data and the same driver face on PGlite and on a server: how much slower the embedded engine is. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Sql } from 'sql-template-tag'
import { countStatement } from '#counting/active-users'
import { listStatement } from '#counting/list'
import { DEFAULT_RULE_SET } from '#counting/rules'
import type { Database } from '#database/database'
import { openDatabase } from '#database/open'
import { programAsker } from '#services/asker'
import { findLocation } from '#services/locations/find'
import { AS_OF } from './generate/network.ts'
import { agree } from './support/agree.ts'
import type { Bench } from './support/bench.ts'
import type { Figure } from './support/figures.ts'
import { BIG_LOCATION, customersOf, SMALL_LOCATION } from './support/locations.ts'
import { runProgram } from './support/program.ts'
import { takeTurns } from './support/timing.ts'

const TURNS = { warmUp: 8, runs: 100 }
const TURNS_OF_ALL = { warmUp: 6, runs: 11 }

export async function pglite(bench: Bench): Promise<Figure[]> {
  const dataDir = await preparePglite(bench)
  const embedded = await openDatabase({ dataDir })
  const server = await openDatabase({ databaseUrl: bench.headcount, migrate: false })
  try {
    const figures: Figure[] = []
    for (const location of [SMALL_LOCATION, BIG_LOCATION]) {
      figures.push(...(await compareLocation(bench, location, { embedded, server })))
    }
    return [...figures, ...(await compareAll({ embedded, server }))]
  } finally {
    await embedded.close()
    await server.close()
  }
}

/** A folder with the whole network; it stays, since importing takes minutes. */
export async function preparePglite(bench: Bench): Promise<string> {
  const dataDir = join(bench.data, 'pglite')
  if (!existsSync(dataDir)) {
    bench.log('importing into PGlite')
    await runProgram(bench, ['import', 'nexudus', join(bench.data, 'export')], { dataDir })
  }
  return dataDir
}

interface Engines {
  readonly embedded: Database
  readonly server: Database
}

async function compareLocation(bench: Bench, location: number, engines: Engines): Promise<Figure[]> {
  const asOf = new Date(AS_OF)
  const counts = await statementsOn(engines, location, (found) =>
    countStatement({ ...found, asOf }, DEFAULT_RULE_SET),
  )
  const pages = await statementsOn(engines, location, (found) =>
    listStatement({ ...found, asOf }, DEFAULT_RULE_SET, {
      sources: ['booking', 'customer_invoice'],
      search: null,
      sort: 'name',
      order: 'asc',
      limit: 51,
      after: null,
    }),
  )
  agree(`count of location ${location}`, await firstOf(counts, 'active_users'))
  agree(`total of location ${location}`, await firstOf(pages, 'total'))
  // The target is for large locations: of a small one, most is the way to the thread and back.
  const target = location === BIG_LOCATION ? { atMost: 2 } : {}
  const customers = customersOf(bench.size, location)
  return [
    ...figuresOf(`count, ${customers} customers`, await takeTurns(counts, TURNS), target),
    ...figuresOf(`page, ${customers} customers`, await takeTurns(pages, TURNS), target),
  ]
}

async function compareAll(engines: Engines): Promise<Figure[]> {
  const statement = countStatement({ asOf: new Date(AS_OF) }, DEFAULT_RULE_SET)
  const sides = {
    embedded: () => engines.embedded.query(statement),
    server: () => engines.server.query(statement),
  }
  return figuresOf('count, all locations', await takeTurns(sides, TURNS_OF_ALL), { atMost: 2 })
}

type Sides = Record<keyof Engines, () => Promise<Record<string, unknown>[]>>

async function statementsOn(
  { embedded, server }: Engines,
  location: number,
  make: (found: { networkId: number; locationId: number }) => Sql,
): Promise<Sides> {
  const on = async (database: Database) => {
    const { networkId, locationId } = await findLocation(database, programAsker('library'), String(location))
    const statement = make({ networkId, locationId })
    return () => database.query<Record<string, unknown>>(statement)
  }
  return { embedded: await on(embedded), server: await on(server) }
}

async function firstOf(sides: Sides, column: string): Promise<Record<string, unknown>> {
  return { embedded: (await sides.embedded())[0]?.[column], server: (await sides.server())[0]?.[column] }
}

function figuresOf(
  name: string,
  { embedded, server }: Record<keyof Engines, { readonly p50: number }>,
  target: { readonly atMost?: number },
): Figure[] {
  return [
    { what: `${name}: PGlite, p50`, value: embedded.p50, unit: 'ms' },
    { what: `${name}: PostgreSQL, p50`, value: server.p50, unit: 'ms' },
    { what: `${name}: PGlite / PostgreSQL`, value: embedded.p50 / server.p50, unit: '×', ...target },
  ]
}
