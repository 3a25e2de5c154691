/** Makes what the questions need and is not there yet: the data, and the databases that hold it. */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Network, type Size } from './generate/network.ts'
import { writeExport } from './generate/write-export.ts'
import { writeTables } from './generate/write-tables.ts'
import { type Bench, databaseAt, remake, withClients } from './support/bench.ts'
import { runProgram } from './support/program.ts'
import { loadYardsticks } from './yardsticks/load.ts'

export interface Preparation {
  readonly size: Size
  readonly server: string
  readonly program: string
  /** Folder of all sizes. */
  readonly data: string
  log(text: string): void
}

export async function prepare({ size, server, program, data, log }: Preparation): Promise<Bench> {
  const names = {
    headcount: `headcount_bench_${size.toLowerCase()}`,
    yardsticks: `headcount_bench_${size.toLowerCase()}_yardsticks`,
  }
  const bench: Bench = {
    size,
    data: join(data, size),
    scratch: join(data, 'scratch'),
    program,
    server,
    headcount: databaseAt(server, names.headcount),
    yardsticks: databaseAt(server, names.yardsticks),
    log,
  }
  mkdirSync(bench.scratch, { recursive: true })
  generate(bench)
  const known = await databasesOf(server)
  if (!known.has(names.yardsticks)) {
    log('loading the yardsticks')
    const url = await remake(server, names.yardsticks)
    await withClients([url], ([client]) => loadYardsticks(client, join(bench.data, 'tables')))
  }
  if (!known.has(names.headcount)) {
    log('importing into PostgreSQL')
    const databaseUrl = await remake(server, names.headcount)
    await runProgram(bench, ['import', 'nexudus', join(bench.data, 'export')], { databaseUrl })
  }
  return bench
}

function generate({ size, data, log }: Bench): void {
  if (existsSync(join(data, 'tables/counts.json'))) return
  log(`generating size ${size}`)
  const network = new Network({ size, seed: 1, networks: 1, cancelled: 0 })
  writeExport(network, join(data, 'export'))
  writeTables(network, join(data, 'tables'))
}

async function databasesOf(server: string): Promise<Set<string>> {
  return withClients([server], async ([admin]) => {
    const { rows } = await admin.query<{ datname: string }>('select datname from pg_database')
    return new Set(rows.map(({ datname }) => datname))
  })
}
