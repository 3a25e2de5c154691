/**
 * A first import's way into the facts (COPY into the loading table, key, swap) against COPY of the same
 * rows into a bare table. The rows are made beforehand, so that only the database is measured.
 */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import sql from 'sql-template-tag'
import type { Database } from '#database/database'
import { openDatabase } from '#database/open'
import { clearLoadingTables, indexFactsToSwap, prepareLoadingTables } from '#services/imports/loading-tables'
import { adoptFacts } from '#services/imports/merge-facts'
import { type Bench, drop, remake } from './support/bench.ts'
import type { Figure } from './support/figures.ts'
import { takeTurns, timeOf, timingOf } from './support/timing.ts'

const MOST_ROWS = 5_000_000
const CHUNK_CHARACTERS = 1 << 20
const TURNS = { warmUp: 0, runs: 3 }
const DATABASE = 'headcount_bench_facts'
/** As the first import of the first network numbers them. */
const NETWORK = 1
const IMPORT = 1
const FIRST_KIND = 0x100

export async function bulkFacts(bench: Bench): Promise<Figure[]> {
  const { chunks, rows } = await readFacts(`${bench.data}/tables/activity.tsv`)
  const database = await openDatabase({ databaseUrl: await remake(bench.server, DATABASE) })
  const copying: number[] = []
  const times = await takeTurns(
    {
      bare: () => copyBare(database, chunks),
      adopted: async () => {
        await database.script('truncate facts')
        await prepareLoadingTables(database, true)
        copying.push(await timeOf(() => database.copyIn('loading.facts', chunks)))
        await indexFactsToSwap(database)
        await database.transaction((session) => adoptFacts(session))
        await clearLoadingTables(database)
      },
    },
    TURNS,
  )
  const [counted] = await database.query<{ rows: number }>(sql`select count(*) as rows from facts`)
  await database.close()
  await drop(bench.server, DATABASE)
  if (counted?.rows !== rows) throw new Error(`facts has ${counted?.rows} rows instead of ${rows}`)
  const rate = (milliseconds: number) => rows / (milliseconds / 1000)
  return [
    { what: 'bulk facts: rows', value: rows, unit: 'rows' },
    { what: 'bulk facts: COPY into a bare table', value: rate(times.bare.p50), unit: 'rows/s' },
    {
      what: 'bulk facts: COPY alone into the loading table',
      value: rate(timingOf(copying).p50),
      unit: 'rows/s',
    },
    { what: 'bulk facts: COPY, key and swap', value: rate(times.adopted.p50), unit: 'rows/s' },
    {
      what: 'bulk facts: rate of COPY, key and swap / bare COPY',
      value: times.bare.p50 / times.adopted.p50,
      unit: '×',
      atLeast: 0.45,
    },
  ]
}

async function copyBare(database: Database, chunks: readonly Buffer[]): Promise<void> {
  await database.script('drop table if exists bare; create table bare (like facts)')
  await database.copyIn('bare', chunks)
}

/** The generated facts as rows of ours, in chunks. */
async function readFacts(path: string): Promise<{ chunks: Buffer[]; rows: number }> {
  const chunks: Buffer[] = []
  let rows = 0
  let chunk = ''
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const [at, ref, location, customer, source] = line.split('\t')
    chunk += `${at}\t${ref}\t${NETWORK}\t${location}\t${customer}\t${IMPORT}\t${FIRST_KIND + Number(source)}\n`
    rows += 1
    if (chunk.length >= CHUNK_CHARACTERS || rows === MOST_ROWS) {
      chunks.push(Buffer.from(chunk))
      chunk = ''
    }
    if (rows === MOST_ROWS) break
  }
  if (chunk !== '') chunks.push(Buffer.from(chunk))
  return { chunks, rows }
}
