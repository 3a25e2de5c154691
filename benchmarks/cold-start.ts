/** From the start of the process to the first count printed: on a folder with data, and on none. */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AS_OF } from './generate/network.ts'
import { preparePglite } from './pglite.ts'
import type { Bench } from './support/bench.ts'
import type { Figure } from './support/figures.ts'
import { BIG_LOCATION } from './support/locations.ts'
import { runProgram } from './support/program.ts'
import { takeTurns } from './support/timing.ts'

const TURNS = { warmUp: 2, runs: 15 }
const COUNT = ['count', '--as-of', new Date(AS_OF).toISOString(), '--json']

export async function coldStart(bench: Bench): Promise<Figure[]> {
  const existing = await preparePglite(bench)
  const fresh = join(bench.scratch, 'pglite-fresh')
  const times = await takeTurns(
    {
      existing: () =>
        runProgram(bench, [...COUNT, '--location', String(BIG_LOCATION)], { dataDir: existing }),
      fresh: async () => {
        await runProgram(bench, COUNT, { dataDir: fresh })
      },
      removing: async () => rmSync(fresh, { recursive: true, force: true }),
      onServer: () =>
        runProgram(bench, [...COUNT, '--location', String(BIG_LOCATION)], { databaseUrl: bench.headcount }),
    },
    TURNS,
  )
  if (existsSync(fresh)) rmSync(fresh, { recursive: true })
  return [
    { what: 'cold start: existing folder, p50', value: times.existing.p50 / 1000, unit: 's', atMost: 1 },
    { what: 'cold start: existing folder, slowest', value: slowest(times.existing) / 1000, unit: 's' },
    { what: 'cold start: fresh folder, p50', value: times.fresh.p50 / 1000, unit: 's', atMost: 1.5 },
    { what: 'cold start: fresh folder, slowest', value: slowest(times.fresh) / 1000, unit: 's' },
    { what: 'cold start: PostgreSQL, p50', value: times.onServer.p50 / 1000, unit: 's' },
  ]
}

function slowest({ times }: { readonly times: readonly number[] }): number {
  return times.at(-1) ?? Number.NaN
}
