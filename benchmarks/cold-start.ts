/** From the start of the process to the first count printed: on a folder with data, and on none. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { AS_OF } from './generate/network.ts'
import { preparePglite } from './pglite.ts'
import type { Bench } from './support/bench.ts'
import type { Figure } from './support/figures.ts'
import { BIG_LOCATION } from './support/locations.ts'
import { runProgram } from './support/program.ts'
import { timingOf } from './support/timing.ts'

const RUNS = 15
const COUNT = ['count', '--as-of', new Date(AS_OF).toISOString(), '--json']
const COUNT_ONE = [...COUNT, '--location', String(BIG_LOCATION)]

export async function coldStart(bench: Bench): Promise<Figure[]> {
  const existing = await preparePglite(bench)
  const fresh = join(bench.scratch, 'pglite-fresh')
  const seconds = { existing: [] as number[], fresh: [] as number[], onServer: [] as number[] }
  for (let run = 0; run < RUNS; run += 1) {
    rmSync(fresh, { recursive: true, force: true })
    seconds.existing.push((await runProgram(bench, COUNT_ONE, { dataDir: existing })).secondsToOutput)
    seconds.fresh.push((await runProgram(bench, COUNT, { dataDir: fresh })).secondsToOutput)
    const { secondsToOutput } = await runProgram(bench, COUNT_ONE, { databaseUrl: bench.headcount })
    seconds.onServer.push(secondsToOutput)
  }
  rmSync(fresh, { recursive: true, force: true })
  return [
    ...figuresOf('existing folder', seconds.existing, { atMost: 1 }),
    ...figuresOf('fresh folder', seconds.fresh, { atMost: 1.5 }),
    ...figuresOf('PostgreSQL', seconds.onServer, {}),
  ]
}

function figuresOf(
  where: string,
  seconds: readonly number[],
  target: { readonly atMost?: number },
): Figure[] {
  const { times, p50 } = timingOf(seconds)
  return [
    { what: `cold start, ${where}: p50`, value: p50, unit: 's', ...target },
    { what: `cold start, ${where}: fastest`, value: times[0] ?? Number.NaN, unit: 's' },
    { what: `cold start, ${where}: slowest`, value: times.at(-1) ?? Number.NaN, unit: 's' },
  ]
}
