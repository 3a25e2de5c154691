/**
 * Bookings that come in batches, into a network that holds a year of records already: durable facts a
 * second by the verb, beside the bare insert of the same rows into a table with the same rows and keys.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import sql from 'sql-template-tag'
import { openNexudusExport } from '#connectors/nexudus/reader'
import type { Database } from '#database/database'
import { openDatabase } from '#database/open'
import { FACT_KINDS } from '#model/kind'
import type { BookingRecord } from '#model/records'
import { type Context, programContext } from '#services/context'
import { importRecords } from '#services/imports/import-records'
import { upsertRecords } from '#services/records/upsert'
import { type Bench, computedMs, drop, remake } from './support/bench.ts'
import { type BareRows, Bookings } from './support/bookings.ts'
import type { Figure } from './support/figures.ts'
import { timeOf, timingOf } from './support/timing.ts'

const DATABASE = 'headcount_bench_batches'
const NETWORK = '1'
const SIZES = [1000, 5000] as const
const TURNS = { warmUp: 4, runs: 15 }
const FEWER_TURNS = { warmUp: 2, runs: 7 }
const LEAST_RATE = 10_000

export async function batches(bench: Bench): Promise<Figure[]> {
  const server = await openDatabase({ databaseUrl: await remake(bench.server, DATABASE) })
  const figures = await measure(bench, server, 'PostgreSQL', TURNS)
  await drop(bench.server, DATABASE)
  const dataDir = join(bench.scratch, 'pglite-batches')
  rmSync(dataDir, { recursive: true, force: true })
  const embedded = await openDatabase({ dataDir })
  const others = await measure(bench, embedded, 'PGlite', FEWER_TURNS)
  rmSync(dataDir, { recursive: true })
  return [...figures, ...others]
}

async function measure(
  bench: Bench,
  database: Database,
  engine: string,
  turns: typeof TURNS,
): Promise<Figure[]> {
  const context = programContext(database, () => new Date())
  try {
    bench.log(`importing into ${engine}`)
    await importRecords(context, await openNexudusExport(join(bench.data, 'export')))
    const bookings = await Bookings.of(database)
    await makeYardstick(database)
    const figures: Figure[] = []
    for (const size of SIZES) figures.push(...(await compare(context, bookings, { engine, size, turns })))
    return figures
  } finally {
    await database.close()
  }
}

interface Case {
  readonly engine: string
  readonly size: number
  readonly turns: typeof TURNS
}

async function compare(
  context: Context,
  bookings: Bookings,
  { engine, size, turns }: Case,
): Promise<Figure[]> {
  let last: readonly BookingRecord[] = []
  const sides = {
    async batch() {
      last = bookings.next(size)
      expectAll(await send(context, last), 'added', size)
    },
    bare: () => insertBare(context.database, bookings.rowsOf(last)),
    async again() {
      expectAll(await send(context, last), 'unchanged', size)
    },
  }
  // in this order each time: the bare insert and the second sending are of the batch that was sent before
  const times: Record<keyof typeof sides, number[]> = { batch: [], bare: [], again: [] }
  const computed: number[] = []
  const clock = await computingClock(context.database)
  for (let run = -turns.warmUp; run < turns.runs; run += 1) {
    for (const name of ['batch', 'bare', 'again'] as const) {
      const before = clock()
      const elapsed = await timeOf(sides[name])
      if (run >= 0) times[name].push(elapsed)
      if (run >= 0 && name === 'batch') computed.push(clock() - before)
    }
  }
  const [batch, bare, again] = [timingOf(times.batch), timingOf(times.bare), timingOf(times.again)]
  const rate = (milliseconds: number) => size / (milliseconds / 1000)
  const target = engine === 'PostgreSQL' ? { atLeast: LEAST_RATE } : {}
  const what = `batches of ${size} bookings, ${engine}`
  return [
    { what: `${what}: durable facts`, value: rate(batch.p50), unit: 'rows/s', ...target },
    { what: `${what}: fastest`, value: rate(batch.times[0] ?? Number.NaN), unit: 'rows/s' },
    {
      what: `${what}: by what this process and the server's compute, one after the other`,
      value: rate(timingOf(computed).p50),
      unit: 'rows/s',
    },
    { what: `${what}: sent again, unchanged`, value: rate(again.p50), unit: 'rows/s' },
    { what: `${what}: bare insert of the same rows`, value: rate(bare.p50), unit: 'rows/s' },
    { what: `${what}: time / bare insert`, value: batch.p50 / bare.p50, unit: '×' },
  ]
}

/** Milliseconds that this process and the one of its connection have computed: others on the machine disturb it less. */
async function computingClock(database: Database): Promise<() => number> {
  const [row] = await database.query<{ pid: number }>(sql`select pg_backend_pid() as pid`)
  return () => {
    const { user, system } = process.cpuUsage()
    const server = database.engine === 'pglite' ? 0 : computedMs(row?.pid ?? 0)
    return (user + system) / 1000 + server
  }
}

async function send(context: Context, records: readonly BookingRecord[]) {
  const { counts } = await upsertRecords(context, { network: NETWORK, records })
  return counts.booking
}

function expectAll(
  counts: Awaited<ReturnType<typeof send>>,
  outcome: 'added' | 'unchanged',
  size: number,
): void {
  if (counts?.[outcome] !== size) throw new Error(`not all are ${outcome}: ${JSON.stringify(counts)}`)
}

async function makeYardstick(database: Database): Promise<void> {
  await database.script(`
    create table yardstick_facts (like facts);
    insert into yardstick_facts select * from facts;
    create unique index yardstick_facts_key on yardstick_facts (location_id, kind, at, ref, network_id) include (customer_id);`)
  await database.housekeep(['yardstick_facts'])
}

async function insertBare(database: Database, { at, ref, locationId, customerId }: BareRows): Promise<void> {
  await database.query(sql`
    insert into yardstick_facts (at, ref, network_id, location_id, customer_id, import_id, kind)
    select at, ref, 1, location_id, customer_id, 1, ${FACT_KINDS.booking.made}::int
    from unnest(${at}::timestamptz[], ${ref}::bigint[], ${locationId}::int[], ${customerId}::int[])
      as read (at, ref, location_id, customer_id)
    on conflict do nothing`)
}
