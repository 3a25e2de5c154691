/**
 * An import that is killed at any moment leaves the counts of before or those of after, and a database
 * that opens, is healthy and takes the same import again. The program is killed as its own process.
 */
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTick, setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Database } from '#database/database'
import { createHeadcount, type Headcount } from '#services/headcount'
import { drawsOf, type ExportPlan, writeExport } from './export-files.ts'
import { FolderPlace, type Place, ServerPlace } from './places.ts'
import { durations, type Environment, type Moment, type Outcome, type Phase, Program } from './program.ts'
import { differences, readState, type State } from './state.ts'

const seed = Number(process.env.HEADCOUNT_TEST_SEED ?? Date.now() % 2 ** 31)
/** On each engine, besides those of the first start. */
const killCount = Number(process.env.HEADCOUNT_TEST_KILLS ?? 36)
const FIRST_START_KILLS = 5
const TERMINATIONS: readonly Phase[] = ['reading', 'merging', 'reading', 'merging', 'housekeeping']
const timeLimit = 120_000 + 20_000 * killCount
const { pgliteTemplate, postgresql } = inject('engines')
console.log(`import crashes: HEADCOUNT_TEST_SEED=${seed}`)

const draw = drawsOf(seed)
const QUIET = { root: 700, name: 'Quiet Quay', customers: 400, hasFacts: false, version: 1, seed: seed + 1 }
const MILL = { root: 600, name: 'Mill House', customers: 500, hasFacts: true, version: 1, seed: seed + 2 }
const HARBOUR = { root: 500, name: 'Harbour', customers: 1200, hasFacts: true, version: 1, seed: seed + 3 }
const HARBOUR_LATER = { ...HARBOUR, version: 2 }

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
  { engine: 'postgresql', make: () => ServerPlace.make(postgresql) },
]

let folder: string
let program: Program
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headcount-exports-'))
  program = new Program()
}, 300_000)
afterAll(async () => {
  await program.remove()
  await rm(folder, { recursive: true, force: true })
})

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

function runImport(environment: Environment, dir: string) {
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
    const lasts = await firstStart(whole, dir)
    const after = await stateOf(whole)
    await whole.remove()
    const faults: string[] = []
    for (let done = 0; done < FIRST_START_KILLS; ) {
      const place = await make()
      const running = runImport(place.environment, dir)
      const ms = draw() * lasts
      await startIsUnderWay(place, running)
      await sleep(ms)
      const outcome = await running.kill()
      if (outcome.wasKilled && !outcome.begun.has('reading')) {
        done += 1
        tally.note('first start')
        const left = place.leftovers()
        await place.settle()
        await wholeImport(place.environment, dir)
        const different = differences(await stateOf(place), after)
        const kept = place.leftovers()
        faults.push(...[...different, ...kept].map((fault) => `kill ${done} +${ms} ms (${left}): ${fault}`))
      }
      await place.remove()
    }
    expect(faults).toEqual([])
  })
})
