/**
 * A first sync of an account of so many records: the memory of its process over time, and its rate beside the
 * most that the stand-in for the account gives to a bare client that reads the same pages. Run by itself,
 * after a build: `npx tsx --conditions=source benchmarks/sync.ts [--records 25000,50000] [--server postgres://…]`.
 * `--heap 40` gives the JavaScript of the sync no more than so many MB: what it has to keep shows only there, since
 * garbage is left lying as long as there is room.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { ENTITIES } from '#connectors/nexudus/client/entities'
import { EMAIL, NexudusStandIn, PASSWORD } from '../tests/support/nexudus-stand-in.ts'
import { connectedWorld } from './support/connected-world.ts'
import { type Figure, figuresTable } from './support/figures.ts'
import { environmentOf, type Place } from './support/program.ts'

const PROGRAM = join(import.meta.dirname, '../dist/main.js')
/** As the connector asks. */
const PAGE = 500
const SAMPLE_MS = 100
const SECRET = { HEADCOUNT_SECRET: 'a secret of a benchmark, long enough for all rules' }
const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '25000,50000,100000' },
    server: { type: 'string' },
    heap: { type: 'string' },
  },
})

const engine = values.server === undefined ? 'pglite' : 'postgresql'
const loadBefore = loadavg()[0] ?? 0
const figures: Figure[] = []
const curves: Record<string, readonly number[]> = {}
for (const records of values.records.split(',').map(Number)) {
  const account = await NexudusStandIn.start(connectedWorld(records))
  try {
    figures.push(...(await measure(account, records)))
  } finally {
    await account.close()
  }
}
const load = [loadBefore, loadavg()[0] ?? 0].map((one) => Math.round(one * 10) / 10)
console.log(`${engine}, load ${load.join(' to ')}\n\n${figuresTable(figures)}`)
const result = {
  question: 'sync',
  engine,
  ...(values.heap !== undefined && { heapMb: Number(values.heap) }),
  at: new Date().toISOString(),
  node: process.version,
  load,
  figures,
  curves,
}
await writeFile(
  join(import.meta.dirname, `results/sync-${engine}${values.heap === undefined ? '' : '-tight'}.json`),
  `${JSON.stringify(result, null, 2)}\n`,
)

async function measure(account: NexudusStandIn, records: number): Promise<Figure[]> {
  const bare = await readBare(account)
  const place = await makePlace()
  try {
    await runHeadcount(place.where, connectArguments(account), `${PASSWORD}\n`)
    const sync = await syncWatched(account, place.where)
    const size = records.toLocaleString('en')
    curves[size] = sync.resident
    return [
      { what: `${size} records: the stand-in’s own rate, to a bare client`, value: bare, unit: 'rows/s' },
      { what: `${size} records: read into the mirror`, value: sync.readRate, unit: 'rows/s' },
      { what: `${size} records: the whole sync`, value: sync.wholeRate, unit: 'rows/s' },
      { what: `${size} records: the whole sync`, value: sync.seconds, unit: 's' },
      { what: `${size} records: reading / bare client`, value: sync.readRate / bare, unit: '×' },
      { what: `${size} records: resident memory, middle of reading`, value: sync.halfMb, unit: 'MB' },
      { what: `${size} records: resident memory, end of reading`, value: sync.readMb, unit: 'MB' },
      { what: `${size} records: resident memory, peak`, value: sync.peakMb, unit: 'MB' },
    ]
  } finally {
    await place.remove()
  }
}

/** Every page of every list, one after the other, unmade from JSON. @returns records a second */
async function readBare({ url }: NexudusStandIn): Promise<number> {
  const authorization = `Basic ${Buffer.from(`${EMAIL}:${PASSWORD}`).toString('base64')}`
  const begun = performance.now()
  let read = 0
  for (const { path } of ENTITIES) {
    for (let page = 1, hasNext = true; hasNext; page += 1) {
      const answer = await fetch(`${url}/${path}?page=${page}&size=${PAGE}&orderBy=Id`, {
        headers: { authorization },
      })
      const body = (await answer.json()) as { Records: unknown[]; HasNextPage: boolean }
      read += body.Records.length
      hasNext = body.HasNextPage
    }
  }
  return read / ((performance.now() - begun) / 1000)
}

interface Watched {
  readonly seconds: number
  readonly readRate: number
  readonly wholeRate: number
  readonly halfMb: number
  readonly readMb: number
  readonly peakMb: number
  /** MB, each tenth of a second. */
  readonly resident: readonly number[]
}

async function syncWatched(account: NexudusStandIn, place: Place): Promise<Watched> {
  const pages: { readonly entity: string; readonly at: number; readonly sample: number }[] = []
  const resident: number[] = []
  const begun = performance.now()
  account.beforePage = (entity) =>
    pages.push({ entity, at: performance.now(), sample: Math.max(0, resident.length - 1) })
  const limit = values.heap === undefined ? [] : [`--max-old-space-size=${values.heap}`]
  const child = spawn(process.execPath, [...limit, PROGRAM, 'sync', '1'], {
    env: { ...process.env, ...environmentOf(place), ...SECRET },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const watch = setInterval(async () => {
    const mb = await residentMb(child.pid ?? 0)
    if (mb !== null) resident.push(mb)
  }, SAMPLE_MS)
  const [code] = (await once(child, 'close')) as [number | null]
  clearInterval(watch)
  account.beforePage = null
  if (code !== 0) throw new Error(`The sync ended with ${code}.`)
  const seconds = (performance.now() - begun) / 1000
  const records = ENTITIES.reduce((sum, { name }) => sum + account.all(name).length, 0)
  const [first, last] = [pages[0], pages.at(-1)]
  const readSeconds = ((last?.at ?? 0) - (first?.at ?? 0)) / 1000
  return {
    ...{ seconds, readRate: records / readSeconds, wholeRate: records / seconds },
    halfMb: resident[pages[Math.floor(pages.length / 2)]?.sample ?? 0] ?? 0,
    readMb: resident[last?.sample ?? 0] ?? 0,
    ...{ peakMb: Math.max(...resident), resident },
  }
}

/** Null once the process has ended. */
async function residentMb(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024)
}

async function makePlace(): Promise<{ readonly where: Place; remove(): Promise<unknown> }> {
  if (values.server === undefined) {
    const folder = await mkdtemp(join(tmpdir(), 'headcount-sync-'))
    return {
      where: { dataDir: join(folder, 'data') },
      remove: () => rm(folder, { recursive: true, force: true }),
    }
  }
  const name = 'headcount_bench_sync'
  await onServer(`drop database if exists ${name} with (force)`)
  await onServer(`create database ${name}`)
  const url = new URL(values.server)
  url.pathname = `/${name}`
  return { where: { databaseUrl: url.href }, remove: () => onServer(`drop database ${name} with (force)`) }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: values.server })
  await client.connect()
  await client.query(statement)
  await client.end()
}

function connectArguments({ url }: NexudusStandIn): string[] {
  return ['connection', 'add', '--email', EMAIL, '--base-url', url, '--password-stdin']
}

async function runHeadcount(place: Place, args: readonly string[], input: string): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, ...environmentOf(place), ...SECRET },
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  child.stdin.end(input)
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`headcount ${args[0]} ended with ${code}.`)
}
