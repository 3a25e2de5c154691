/** Resident memory of the process: after opening a folder, and after questions about it. */
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { AS_OF } from './generate/network.ts'
import { preparePglite } from './pglite.ts'
import type { Bench } from './support/bench.ts'
import type { Figure } from './support/figures.ts'
import { BIG_LOCATION } from './support/locations.ts'
import { environmentOf, outputOf, type Place } from './support/program.ts'

const ASKING = fileURLToPath(new URL('./support/resident.mjs', import.meta.url))

interface Resident {
  readonly opened: number
  readonly asked: number
}

export async function memory(bench: Bench): Promise<Figure[]> {
  const embedded = await residentOf(bench, { dataDir: await preparePglite(bench) })
  const server = await residentOf(bench, { databaseUrl: bench.headcount })
  return [
    { what: 'memory: PGlite, after opening', value: embedded.opened, unit: 'MB', atMost: 350 },
    { what: 'memory: PGlite, after 50 counts and 50 pages', value: embedded.asked, unit: 'MB' },
    { what: 'memory: PostgreSQL, after opening', value: server.opened, unit: 'MB' },
    { what: 'memory: PostgreSQL, after 50 counts and 50 pages', value: server.asked, unit: 'MB' },
  ]
}

async function residentOf({ program }: Bench, place: Place): Promise<Resident> {
  const library = pathToFileURL(join(program, 'index.js')).href
  const question = { library, place, location: String(BIG_LOCATION), asOf: AS_OF }
  return JSON.parse(await outputOf([ASKING, JSON.stringify(question)], environmentOf(place))) as Resident
}
