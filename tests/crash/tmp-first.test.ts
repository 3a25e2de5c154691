/**
 * An import that is killed at any moment leaves the counts of before or those of after, and a database
 * that opens, is healthy and takes the same import again. The program is killed as its own process.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Database } from '#database/database'
import { createHeadcount, type Headcount } from '#services/headcount'
import { drawsOf, type ExportPlan, writeExport } from './export-files.ts'
import { FolderPlace, type Place, ServerPlace } from './places.ts'
import {
  durations,
  type Environment,
  type Moment,
  type Outcome,
  type Phase,
  Program,
  type Running,
} from './program.ts'
import { differences, readState, type State } from './state.ts'

const seed = Number(process.env.HEADCOUNT_TEST_SEED ?? Date.now() % 2 ** 31)
/** On each engine, besides those of the first start. */
const killCount = Number(process.env.HEADCOUNT_TEST_KILLS ?? 36)
const FIRST_START_KILLS = 30
const TERMINATIONS: readonly Phase[] = ['reading', 'merging', 'reading', 'merging', 'housekeeping']
const timeLimit = 120_000 + 20_000 * killCount
const { pgliteTemplate, postgresql } = inject('engines')
console.log(`import crashes: HEADCOUNT_TEST_SEED=${seed}`)

const draw = drawsOf(seed)
const QUIET: ExportPlan = { ...network(700, 'Quiet Quay'), customers: 300, hasFacts: false }
const MILL: ExportPlan = { ...network(600, 'Mill House'), customers: 300 }
const HARBOUR: ExportPlan = { ...network(500, 'Harbour'), customers: 700 }
const HARBOUR_LATER: ExportPlan = { ...HARBOUR, version: 2 }

/** What the database already holds, and what is imported when the program is killed. */
const SCENARIOS = [
  { title: 'a first import, which finds no facts', held: [QUIET], imported: HARBOUR },
  { title: 'an import beside the facts of another network', held: [MILL], imported: HARBOUR },
  { title: 'a newer export of a network that is known', held: [MILL, HARBOUR], imported: HARBOUR_LATER },
] as const

/** Short phases have their share too: a kill at any moment of the run would hardly ever meet a commit. */
const ROUND: readonly Phase[] = [
  ...(['reading', 'merging', 'committing', 'opening', 'housekeeping', 'merging'] as const),
  ...(['start', 'reading', 'committing', 'merging', 'opening', 'housekeeping'] as const),
]

const ENGINES: readonly { engine: string; make: () => Promise<Place> }[] = [
  { engine: 'pglite', make: () => FolderPlace.make(pgliteTemplate) },
  ...(postgresql ? [{ engine: 'postgresql', make: () => ServerPlace.make(postgresql) }] : []),
]

let folder: string
let program: Program
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headcount-exports-'))
  program = await Program.build()
}, 300_000)
afterAll(async () => {
  await program.remove()
  await rm(folder, { recursive: true, force: true })
})

function network(root: number, name: string) {
  return { root, name, hasFacts: true, version: 1, seed: seed + root } as const
}

async function exportOf(plan: ExportPlan): Promise<string> {
  return writeExport(join(folder, `${plan.root}-${plan.version}`), plan)
}

async function withPlace<T>(
  place: Place,
  work: (headcount: Headcount, database: Database) => Promise<T>,
): Promise<T> {
  const database = await place.open()
  try {
    return await work(createHeadcount({ database, now: () => new Date() }), database)
  } finally {
    await database.close()
  }
}

function stateOf(place: Place): Promise<State> {
  return withPlace(place, (headcount, database) => readState(database, headcount))
}

function runImport(environment: Environment, dir: string): Running {
  return program.run(environment, ['import', 'nexudus', dir, '--json'])
}

/** An import that nobody disturbs. */
async function wholeImport(environment: Environment, dir: string): Promise<Outcome> {
  const outcome = await runImport(environment, dir).ended()
  expect(outcome, outcome.err).toMatchObject({ exitCode: 0 })
  return outcome
}

interface Bench {
  readonly base: Place
  readonly dir: string
  readonly before: State
  /** Of a database that never crashed. */
  readonly after: State
  readonly lasts: Readonly<Record<Phase, number>>
}

async function prepare(make: () => Promise<Place>, scenario: (typeof SCENARIOS)[number]): Promise<Bench> {
  const base = await make()
  await withPlace(base, async (headcount) => {
    for (const plan of scenario.held) await headcount.importNexudus(await exportOf(plan))
  })
  const before = await stateOf(base)
  const whole = await base.copy()
  const dir = await exportOf(scenario.imported)
  const lasts = durations(await wholeImport(whole.environment, dir))
  const after = await stateOf(whole)
  await whole.remove()
  return { base, dir, before, after, lasts }
}

/** What the kills of one engine came to. */
class Tally {
  readonly byPhase = new Map<string, number>()
  readonly faults: string[] = []
  before = 0
  after = 0
  lost = 0
  failedOpens = 0
  staleLocks = 0
  halfUnpacked = 0
  longestWaitMs = 0
  readonly #startedAt = performance.now()

  note(phase: string): void {
    this.byPhase.set(phase, (this.byPhase.get(phase) ?? 0) + 1)
  }

  toString(): string {
    const kills = [...this.byPhase.values()].reduce((sum, count) => sum + count, 0)
    const phases = [...this.byPhase].map(([phase, count]) => `${phase} ${count}`).join(', ')
    const seconds = Math.round((performance.now() - this.#startedAt) / 1000)
    return (
      `${kills} kills (${phases}): ${this.before} left what was before, ${this.after} what is after, ` +
      `${this.lost} anything else; ${this.failedOpens} failed opens, ${this.staleLocks} stale locks, ` +
      `${this.halfUnpacked} half-made clusters, ` +
      `longest wait for the server ${Math.round(this.longestWaitMs)} ms; ${seconds} s`
    )
  }
}

describe.each(ENGINES)('an import that is killed on $engine', ({ engine, make }) => {
  const tally = new Tally()
  afterAll(() => console.log(`import crashes on ${engine}, seed ${seed}: ${tally}`))

  test.each(SCENARIOS)('$title', { timeout: timeLimit }, async (scenario) => {
    const bench = await prepare(make, scenario)
    const faults: string[] = []
    for (let done = 0; done < killCount / SCENARIOS.length; ) {
      const phase = ROUND[done % ROUND.length] ?? 'reading'
      const moment = { phase, ms: draw() * bench.lasts[phase] }
      const place = await bench.base.copy()
      const outcome = await runImport(place.environment, bench.dir).killAt(moment)
      if (outcome.wasKilled) {
        done += 1
        tally.note(outcome.lastPhase)
        const found = await faultsAfter(place, bench, outcome, tally)
        faults.push(...found.map((fault) => `kill ${done} ${toldMoment(moment, outcome)}: ${fault}`))
      }
      await place.remove()
    }
    await bench.base.remove()
    expect(faults).toEqual([])
  })

  test('the very first start', { timeout: timeLimit }, async () => {
    const dir = await exportOf(MILL)
    const whole = await make()
    const lasts = await firstStartMs(whole, dir)
    const after = await stateOf(whole)
    await whole.remove()
    const faults: string[] = []
    for (let done = 0; done < FIRST_START_KILLS; ) {
      const place = await make()
      const ms = (lasts * (done + draw())) / FIRST_START_KILLS
      const running = runImport(place.environment, dir)
      await touched(place, running)
      await sleep(ms)
      const outcome = await running.kill()
      if (outcome.wasKilled && !outcome.begun.has('reading')) {
        done += 1
        tally.note('first start')
        const found = await faultsAfterFirstStart(place, { dir, after }, tally)
        console.log(done, ms, left(outcome), found)
        faults.push(...found.map((fault) => `kill ${done} after ${ms.toFixed(1)} ms: ${fault}`))
      }
      await place.remove()
    }
    expect(faults).toEqual([])
  })
})

describe.each(postgresql ? [postgresql] : [])('an import whose connections the server ends', (server) => {
  test('tells so, changes nothing and completes when it is run again', { timeout: timeLimit }, async () => {
    const bench = await prepare(() => ServerPlace.make(server), SCENARIOS[1])
    const faults: string[] = []
    for (const phase of TERMINATIONS) {
      const place = (await bench.base.copy()) as ServerPlace
      const moment = { phase, ms: draw() * bench.lasts[phase] * 0.8 }
      const running = runImport(place.environment, bench.dir)
      await running.reach(moment)
      await place.terminateConnections()
      const outcome = await running.ended()
      const found = [...faultsOfMessage(outcome), ...(await faultsInside(place, bench, outcome, new Tally()))]
      faults.push(...found.map((fault) => `${toldMoment(moment, outcome)}: ${fault}`))
      await place.remove()
    }
    await bench.base.remove()
    expect(faults).toEqual([])
  })
})

/** One that came too late for the import to notice is none of its business. */
function faultsOfMessage({ exitCode, err }: Outcome): string[] {
  if (exitCode === 0) return []
  const isClear = exitCode === 5 && /"code":"DATABASE_UNREACHABLE".*terminating connection/.test(err)
  return isClear ? [] : [`exit code ${exitCode}, ${err.slice(0, 2000)}`]
}

function toldMoment({ phase, ms }: Moment, { lastPhase }: Outcome): string {
  return `(${phase} + ${ms.toFixed(1)} ms, in ${lastPhase})`
}

/** Everything that is not as it should be after a kill. */
async function faultsAfter(place: Place, bench: Bench, outcome: Outcome, tally: Tally): Promise<string[]> {
  if (place.leftovers().length > 0) tally.staleLocks += 1
  tally.longestWaitMs = Math.max(tally.longestWaitMs, await place.settle())
  const faults = await faultsInside(place, bench, outcome, tally)
  return [...faults, ...place.leftovers().map((name) => `${name} is left`)]
}

async function faultsInside(place: Place, bench: Bench, outcome: Outcome, tally: Tally): Promise<string[]> {
  try {
    return await withPlace(place, async (headcount, database) => {
      const state = await readState(database, headcount)
      const isAfter = differences(state, bench.after).length === 0
      return [
        ...judge(state, bench, outcome, tally),
        ...(await faultsOfDoctor(headcount, 'at first')),
        ...(await faultsOfImport(headcount, bench, isAfter)),
        ...differences(await readState(database, headcount), bench.after).map((line) => `run again: ${line}`),
        ...(await faultsOfDoctor(headcount, 'run again')),
        ...(await faultsOfHousekeeping(database)),
      ]
    })
  } catch (error) {
    tally.failedOpens += 1
    return [`it failed with ${error instanceof Error ? error.stack : error}`]
  }
}

/** All of before or all of after; and after, once the program had gone on from its commit. */
function judge(state: State, { before, after }: Bench, outcome: Outcome, tally: Tally): string[] {
  const isBefore = differences(state, before).length === 0
  const isAfter = differences(state, after).length === 0
  if (isBefore) tally.before += 1
  else if (isAfter) tally.after += 1
  else tally.lost += 1
  if (!isBefore && !isAfter) {
    return ['neither before nor after', ...differences(state, before).slice(0, 8)]
  }
  if (isAfter && !outcome.begun.has('committing')) return ['after, although nothing was committed']
  if (isBefore && outcome.begun.has('housekeeping')) return ['before, although the commit was acknowledged']
  return []
}

async function faultsOfDoctor(headcount: Headcount, when: string): Promise<string[]> {
  const { schema, invariants } = await headcount.doctor()
  const findings = [...schema, ...invariants.map(({ sentence, rows }) => `${rows} rows: ${sentence}`)]
  const [first] = findings
  return first === undefined ? [] : [`doctor, ${when}, ${findings.length} findings: ${first}`]
}

async function faultsOfImport(headcount: Headcount, { dir }: Bench, isAfter: boolean): Promise<string[]> {
  const { hasChanges, problemCount } = await headcount.importNexudus(dir)
  if (hasChanges === isAfter) return [`run again, it told ${hasChanges ? 'changes' : 'no changes'}`]
  return problemCount === 0 ? [] : [`run again, it told ${problemCount} problems`]
}

/** What a killed import brought in must be as quick to count as what any other did. */
async function faultsOfHousekeeping(database: Database): Promise<string[]> {
  const text = `
    select relname as name
    from pg_class, current_setting('block_size') as block_size
    where relname in ('facts', 'customers', 'contracts', 'location_customers')
      and relnamespace = 'public'::regnamespace
      and pg_relation_size(oid) > 0
      and (relpages < pg_relation_size(oid) / block_size::int or relallvisible = 0)`
  const rows = await database.query<{ name: string }>({ text, values: [] })
  return rows.map(({ name }) => `${name} grew and was not vacuumed`)
}

async function faultsAfterFirstStart(
  place: Place,
  { dir, after }: { dir: string; after: State },
  tally: Tally,
): Promise<string[]> {
  if (place.leftovers().includes('database.unfinished')) tally.halfUnpacked += 1
  await place.settle()
  const { exitCode, err } = await runImport(place.environment, dir).ended()
  if (exitCode !== 0) {
    tally.failedOpens += 1
    return [`run again, it ended with ${exitCode}: ${err}`]
  }
  const found = await withPlace(place, async (headcount, database) => [
    ...differences(await readState(database, headcount), after),
    ...(await faultsOfDoctor(headcount, 'run again')),
  ])
  return [...found, ...place.leftovers().map((name) => `${name} is left`)]
}

/** How long an undisturbed first start takes from its first touch of the place until it begins to read. */
async function firstStartMs(place: Place, dir: string): Promise<number> {
  const from = performance.now()
  const running = runImport(place.environment, dir)
  await touched(place, running)
  const touchedMs = performance.now() - from
  const { exitCode, err, begun } = await running.ended()
  expect(exitCode, err).toBe(0)
  return (begun.get('reading') ?? 0) - touchedMs
}

async function touched(place: Place, running: Running): Promise<void> {
  while (!place.isTouched() && running.phase === 'start') await sleep(1)
}
function left(o: Outcome) { return [...o.begun.keys()].join() }
