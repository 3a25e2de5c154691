/**
 * Requests to the built server, with the load on the same cores: counts, pages and batches at 1, 16 and 64
 * connections, beside the bare framework and the bare statement.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { countStatement } from '#counting/active-users'
import { DEFAULT_RULE_SET } from '#counting/rules'
import { openDatabase } from '#database/open'
import { AS_OF } from './generate/network.ts'
import { type Bench, drop, remake } from './support/bench.ts'
import { Bookings } from './support/bookings.ts'
import type { Figure } from './support/figures.ts'
import { customersOf, findLocation, SMALL_LOCATION } from './support/locations.ts'
import { environmentOf, type Place, runProgram } from './support/program.ts'
import { type LoadResult, load, loadOf, type Served, serve } from './support/serving.ts'

const DATABASE = 'headcount_bench_http'
const CONNECTIONS = [1, 16, 64] as const
const SECONDS = 8
const BATCH = 1000
const LARGEST_BATCH = 5000
const LEAST_RATE = 10_000
const HELLO = fileURLToPath(new URL('./support/hello.mjs', import.meta.url))
const OPERATOR = {
  email: 'bench@example.com',
  firstName: 'Bench',
  lastName: 'Mark',
  password: 'plum kettle Orbit 57',
}

export async function http(bench: Bench): Promise<Figure[]> {
  const place = { databaseUrl: await remake(bench.server, DATABASE) }
  const figures = [...(await bareFramework()), ...(await onPostgresql(bench, place))]
  await drop(bench.server, DATABASE)
  const dataDir = join(bench.scratch, 'pglite-http')
  rmSync(dataDir, { recursive: true, force: true })
  figures.push(...(await onPglite(bench, { dataDir })))
  rmSync(dataDir, { recursive: true })
  return figures
}

async function bareFramework(): Promise<Figure[]> {
  const hello = await serve([HELLO], {})
  try {
    const figures: Figure[] = []
    for (const connections of CONNECTIONS) {
      const result = await load({ url: hello.url, connections, seconds: SECONDS })
      figures.push(...told('bare framework, hello world', connections, result))
    }
    return figures
  } finally {
    await hello.end()
  }
}

async function onPostgresql(bench: Bench, place: Place & { databaseUrl: string }): Promise<Figure[]> {
  const bookings = await fill(bench, place)
  const small = `${customersOf(bench.size, SMALL_LOCATION)} customers`
  const figures = await bareStatement(place.databaseUrl, `bare statement of a count, ${small}`)
  const served = await serveProgram(bench, place)
  try {
    const at = `as_of=${new Date(AS_OF).toISOString()}`
    const reads = {
      [`count, ${small}`]: `/active-users/count?location=${SMALL_LOCATION}&${at}`,
      [`page of 50, ${small}`]: `/locations/${SMALL_LOCATION}/active-users?limit=50&source=booking&source=contract&${at}`,
    }
    for (const [what, path] of Object.entries(reads)) {
      for (const connections of CONNECTIONS) {
        const url = `${served.url}/api/v1${path}`
        figures.push(
          ...told(
            what,
            connections,
            await load({ url, connections, seconds: SECONDS, headers: served.headers }),
          ),
        )
      }
    }
    for (const connections of CONNECTIONS) {
      figures.push(...(await batches(served, bookings, { connections, size: BATCH })))
    }
    figures.push(...(await batches(served, bookings, { connections: 1, size: LARGEST_BATCH })))
    return figures
  } finally {
    await served.end()
  }
}

async function onPglite(bench: Bench, place: Place): Promise<Figure[]> {
  const bookings = await fill(bench, place)
  const served = await serveProgram(bench, place)
  try {
    const figures: Figure[] = []
    for (const [connections, size] of [
      [1, BATCH],
      [16, BATCH],
      [1, LARGEST_BATCH],
    ] as const) {
      const taken = await batches(served, bookings, { connections, size })
      figures.push(
        ...taken.map(({ atLeast: _, what, ...figure }) => ({ what: `${what}, PGlite`, ...figure })),
      )
    }
    return figures
  } finally {
    await served.end()
  }
}

/** Imports the generated network. @returns bookings to send */
async function fill(bench: Bench, place: Place): Promise<Bookings> {
  bench.log('importing')
  await runProgram(bench, ['import', 'nexudus', join(bench.data, 'export')], place)
  const database = await openDatabase({ databaseUrl: undefined, ...place })
  try {
    return await Bookings.of(database)
  } finally {
    await database.close()
  }
}

interface Program extends Served {
  /** Of somebody who may do everything. */
  readonly headers: Record<string, string>
}

async function serveProgram(bench: Bench, place: Place): Promise<Program> {
  const served = await serve([join(bench.program, 'main.js'), 'serve'], {
    ...environmentOf(place),
    HEADCOUNT_PORT: '0',
    HEADCOUNT_SECRET: 'a secret of benchmarks, long enough for all rules',
    HEADCOUNT_REQUESTS_A_MINUTE: '10000000',
  })
  const headers = { authorization: `Bearer ${await makeKey(served.url)}`, 'content-type': 'application/json' }
  return { ...served, headers }
}

/** Makes the first operator, signs in and makes an API key. */
async function makeKey(url: string): Promise<string> {
  const post = async (path: string, body: object, cookie = '') => {
    const headers = { 'content-type': 'application/json', origin: url, cookie }
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`POST ${path} answered ${answer.status}: ${await answer.text()}`)
    return answer
  }
  await post('/first-operator', OPERATOR)
  const { email, password } = OPERATOR
  const signedIn = await post('/sessions', { email, password })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const made = await post(
    '/api-keys',
    { name: 'Benchmark', scopes: ['counts.read', 'records.write'] },
    cookie,
  )
  return ((await made.json()) as { key: string }).key
}

/** What the server asks for a count, as often as a pool of its size gets answers. */
async function bareStatement(databaseUrl: string, what: string): Promise<Figure[]> {
  const database = await openDatabase({ databaseUrl, migrate: false })
  try {
    const scope = { ...(await findLocation(database, SMALL_LOCATION)), asOf: new Date(AS_OF) }
    const statement = countStatement(scope, DEFAULT_RULE_SET)
    const figures: Figure[] = []
    for (const connections of CONNECTIONS) {
      const result = await loadOf(() => database.query(statement), { connections, seconds: SECONDS })
      figures.push(...told(what, connections, result))
    }
    return figures
  } finally {
    await database.close()
  }
}

interface Batches {
  readonly connections: number
  readonly size: number
}

async function batches(
  { url: address, headers }: Program,
  bookings: Bookings,
  { connections, size }: Batches,
): Promise<Figure[]> {
  const nextBody = () =>
    JSON.stringify({
      records: bookings
        .next(size)
        .map((record) => ({ ...record, madeAt: new Date(record.madeAt).toISOString() })),
    })
  const url = `${address}/api/v1/networks/1/records`
  const result = await load({ url, connections, seconds: SECONDS * 2, headers, nextBody })
  const what = `batches of ${size} bookings`
  return [
    {
      what: `${what}, ${among(connections)}: durable facts`,
      value: result.perSecond * size,
      unit: 'rows/s',
      atLeast: LEAST_RATE,
    },
    ...told(what, connections, result).slice(1),
  ]
}

function told(what: string, connections: number, { perSecond, p50, p99 }: LoadResult): Figure[] {
  const title = `${what}, ${among(connections)}`
  return [
    { what: title, value: perSecond, unit: 'requests/s' },
    { what: `${title}: p50`, value: p50, unit: 'ms' },
    { what: `${title}: p99`, value: p99, unit: 'ms' },
  ]
}

function among(connections: number): string {
  return connections === 1 ? '1 connection' : `${connections} connections`
}
