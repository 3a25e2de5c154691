/**
 * Asks the questions and writes down the answers:
 *   npm run build && npx tsx --conditions=source benchmarks/run.ts --server URL [--size S] [question ...]
 * What it makes stays for the next run: databases `headcount_bench_*`, and the data folder.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { allLocations } from './all-locations.ts'
import { batches } from './batches.ts'
import { bulkFacts } from './bulk-facts.ts'
import { bytesPerFact } from './bytes-per-fact.ts'
import { coldStart } from './cold-start.ts'
import { count } from './count.ts'
import { SIZES, type Size } from './generate/network.ts'
import { http } from './http.ts'
import { memory } from './memory.ts'
import { page } from './page.ts'
import { pglite } from './pglite.ts'
import { platformInvoices } from './platform-invoices.ts'
import { prepare } from './prepare.ts'
import { type Bench, type Question, withClients } from './support/bench.ts'
import { type Figure, figuresTable } from './support/figures.ts'
import { describeMachine, type Machine } from './support/machine.ts'
import { wholeImport } from './whole-import.ts'

const QUESTIONS = {
  count,
  page,
  'all-locations': allLocations,
  'platform-invoices': platformInvoices,
  'bulk-facts': bulkFacts,
  batches,
  http,
  'whole-import': wholeImport,
  pglite,
  'cold-start': coldStart,
  memory,
  'bytes-per-fact': bytesPerFact,
} as const satisfies Record<string, Question>
type QuestionName = keyof typeof QUESTIONS

interface Answer {
  readonly question: QuestionName
  readonly size: Size
  readonly at: string
  readonly machine: Machine
  /** Processes that wanted a core in the minute before and after: above the number of cores others were busy too. */
  readonly load?: readonly [number, number]
  readonly figures: readonly Figure[]
}

const RESULTS = join(import.meta.dirname, 'results')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Any database of a PostgreSQL server on this machine; databases are made beside it. */
    server: { type: 'string' },
    size: { type: 'string', default: 'S' },
    /** Where the generated data is kept: 10 GB for size M. */
    data: { type: 'string', default: join(tmpdir(), 'headcount-benchmarks') },
    /** The built program. */
    program: { type: 'string', default: join(import.meta.dirname, '../dist') },
  },
})

function isQuestion(name: string): name is QuestionName {
  return name in QUESTIONS
}

async function answer(name: QuestionName, bench: Bench): Promise<Answer> {
  const loadBefore = loadNow()
  const figures = await QUESTIONS[name](bench)
  const machine = await withClients([bench.server], ([client]) => describeMachine(client))
  return {
    question: name,
    size: bench.size,
    at: new Date().toISOString(),
    machine,
    load: [loadBefore, loadNow()],
    figures,
  }
}

function loadNow(): number {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10
}

/** All answers of one size that are on file, as one page. */
function writeSummary(size: Size): void {
  const answers = (Object.keys(QUESTIONS) as QuestionName[])
    .map((name) => join(RESULTS, `${size}-${name}.json`))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Answer)
  const parts = answers.map(
    ({ question, at, machine, load, figures }) =>
      `## ${question}\n\n${at.slice(0, 16).replace('T', ' ')} UTC, commit ${machine.commit}, load ${load?.join(' to ') ?? 'not noted'}\n\n${figuresTable(figures)}\n`,
  )
  writeFileSync(join(RESULTS, `${size}.md`), `# Results at size ${size}\n\n${parts.join('\n')}`)
}

const { server, size } = values
const names = positionals.length > 0 ? positionals : Object.keys(QUESTIONS)
const unknown = names.filter((name) => !isQuestion(name))
if (!server || !(size in SIZES) || unknown.length > 0) {
  console.error(
    `Give --server URL, --size ${Object.keys(SIZES).join('|')} and questions of: ${Object.keys(QUESTIONS).join(', ')}.`,
  )
  process.exit(2)
}
const bench = await prepare({
  size: size as Size,
  server,
  program: resolve(values.program),
  data: resolve(values.data),
  log: (text) => console.error(text),
})
mkdirSync(RESULTS, { recursive: true })
for (const name of names.filter(isQuestion)) {
  const result = await answer(name, bench)
  writeFileSync(join(RESULTS, `${size}-${name}.json`), `${JSON.stringify(result, null, 2)}\n`)
  console.log(`\n## ${name}\n\n${figuresTable(result.figures)}`)
}
writeSummary(size as Size)
