/** Resident memory of the process: after opening a folder, and after questions about it. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AS_OF } from './generate/network.ts'
import { preparePglite } from './pglite.ts'
import type { Bench } from './support/bench.ts'
import type { Figure } from './support/figures.ts'
import { BIG_LOCATION } from './support/locations.ts'
import { environmentOf } from './support/program.ts'

interface Resident {
  readonly opened: number
  readonly asked: number
}

export async function memory(bench: Bench): Promise<Figure[]> {
  const dataDir = await preparePglite(bench)
  const embedded = await residentOf(bench, { dataDir })
  const server = await residentOf(bench, { databaseUrl: bench.headcount })
  return [
    { what: 'memory: PGlite, after opening', value: embedded.opened, unit: 'MB', atMost: 350 },
    { what: 'memory: PGlite, after 50 counts and 50 pages', value: embedded.asked, unit: 'MB' },
    { what: 'memory: PostgreSQL, after opening', value: server.opened, unit: 'MB' },
    { what: 'memory: PostgreSQL, after 50 counts and 50 pages', value: server.asked, unit: 'MB' },
  ]
}

/** What a program of its own says that opens Headcount as a library. */
async function residentOf(
  { program }: Bench,
  place: { dataDir: string } | { databaseUrl: string },
): Promise<Resident> {
  const library = pathToFileURL(join(program, 'index.js')).href
  const question = { location: String(BIG_LOCATION), asOf: AS_OF }
  const code = `
    const { openHeadcount } = await import(${JSON.stringify(library)})
    const headcount = await openHeadcount(${JSON.stringify(place)})
    await headcount.networks()
    const opened = process.memoryUsage.rss()
    const question = ${JSON.stringify(question)}
    const asOf = new Date(question.asOf)
    for (let turn = 0; turn < 50; turn += 1) {
      await headcount.count({ location: question.location, asOf })
      await headcount.list({ location: question.location, asOf })
    }
    const asked = process.memoryUsage.rss()
    await headcount.close()
    console.log(JSON.stringify({ opened: opened / 2 ** 20, asked: asked / 2 ** 20 }))`
  return JSON.parse(await outputOf(code, environmentOf(place))) as Resident
}

function outputOf(code: string, environment: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', (bytes: Buffer) => {
      output += bytes.toString()
    })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`it ended with ${code}`))))
  })
}
