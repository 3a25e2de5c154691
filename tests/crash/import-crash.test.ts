/**
 * An import that is killed at any moment leaves all of before or all of after, in a database that opens,
 * is healthy and takes the same import again. It is the program that is killed, in a process of its own.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Expected, faultsAfter, faultsAfterFirstStart, stateOf, Tally, withPlace } from './checks.ts'
import { drawsOf, type ExportPlan, writeExport } from './export-files.ts'
import { FolderPlace, type Place, ServerPlace } from './places.ts'
import { durations, type Moment, type Outcome, type Phase, Program, type Running } from './program.ts'

const seed = Number(process.env.HEADCOUNT_TEST_SEED ?? Date.now() % 2 ** 31)
/** On each engine, besides those of the first start. */
const killCount = Number(process.env.HEADCOUNT_TEST_KILLS ?? 30)
const FIRST_START_KILLS = 5
const timeLimit = 120_000 + 20_000 * killCount
const { pgliteTemplate, postgresql } = inject('engines')
console.log(`import crashes: HEADCOUNT_TEST_SEED=${seed}`)

const draw = drawsOf(seed)
const QUIET: ExportPlan = { ...network(700, 'Quiet Quay'), customers: 200, hasFacts: false }
const MILL: ExportPlan = { ...network(600, 'Mill House'), customers: 200 }
const HARBOUR: ExportPlan = { ...network(500, 'Harbour'), customers: 600 }
const HARBOUR_LATER: ExportPlan = { ...HARBOUR, version: 2 }

/** What the database already holds, and what is imported when the program is killed. */
const SCENARIOS = [
  { title: 'a first import, which finds no facts', held: [QUIET], imported: HARBOUR },
  { title: 'an import beside the facts of another network', held: [MILL], imported: HARBOUR },
  { title: 'a newer export of a network that is known', held: [MILL, HARBOUR], imported: HARBOUR_LATER },
] as const

/** Short phases have their share too: a kill at any moment of the run would hardly ever meet a commit. */
const ROUND: readonly Phase[] = [
  ...(['reading', 'merging', 'committing', 'opening', 'merging'] as const),
  ...(['housekeeping', 'committing', 'reading', 'start', 'merging'] as const),
]
const TERMINATIONS: readonly Phase[] = ['reading', 'merging', 'reading', 'merging', 'housekeeping']

const ENGINES: readonly { engine: string; make: () => Promise<Place> }[] = [
  { engine: 'pglite', make: () => FolderPlace.make(pgliteTemplate) },
  ...(postgresql ? [{ engine: 'postgresql', make: () => ServerPlace.make(postgresql) }] : []),
]

let exports: string
let program: Program
beforeAll(async () => {
  exports = await mkdtemp(join(tmpdir(), 'headcount-exports-'))
  program = await Program.build()
}, 300_000)
afterAll(async () => {
  await program.remove()
  await rm(exports, { recursive: true, force: true })
})

function network(root: number, name: string) {
  return { root, name, hasFacts: true, version: 1, seed: seed + root } as const
}

async function exportOf(plan: ExportPlan): Promise<string> {
  return writeExport(join(exports, `${plan.root}-${plan.version}`), plan)
}

function startImport(place: Place, dir: string): Running {
  return program.start(place.environment, ['import', 'nexudus', dir, '--json'])
}

/** An import that nobody disturbs. */
async function wholeImport(place: Place, dir: string): Promise<Outcome> {
  const outcome = await startImport(place, dir).ended()
  expect(outcome.exitCode, outcome.err).toBe(0)
  return outcome
}

interface Bench extends Expected {
  readonly base: Place
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
  const lasts = durations(await wholeImport(whole, dir))
  const after = await stateOf(whole)
  await whole.remove()
  return { base, dir, before, after, lasts }
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
      const outcome = await startImport(place, bench.dir).killAt(moment)
      if (outcome.wasKilled) {
        done += 1
        tally.note(outcome.lastPhase)
        const found = await faultsAfter(place, bench, outcome, tally)
        faults.push(...found.map((fault) => `kill ${done}, ${toldMoment(moment, outcome)}: ${fault}`))
      }
      await place.remove()
    }
    await bench.base.remove()
    expect(faults).toEqual([])
  })

  test('the very first start', { timeout: timeLimit }, async () => {
    const dir = await exportOf(MILL)
    const whole = await make()
    const lastsMs = await firstStartMs(whole, dir)
    const after = await stateOf(whole)
    await whole.remove()
    const faults: string[] = []
    for (let done = 0; done < FIRST_START_KILLS; ) {
      const place = await make()
      const ms = (lastsMs * (done + draw())) / FIRST_START_KILLS
      const running = startImport(place, dir)
      await touched(place, running)
      await sleep(ms)
      const outcome = await running.kill()
      if (outcome.wasKilled && !outcome.begun.has('reading')) {
        done += 1
        tally.note('a first start')
        const found = await faultsAfterFirstStart(place, { dir, after }, tally)
        faults.push(...found.map((fault) => `kill ${done}, after ${ms.toFixed(1)} ms: ${fault}`))
      }
      await place.remove()
    }
    expect(faults).toEqual([])
  })
})

describe.each(postgresql ? [postgresql] : [])('an import whose connections the server ends', (server) => {
  test('tells so, changes nothing and completes when it is run again', { timeout: timeLimit }, async () => {
    const bench = await prepare(() => ServerPlace.make(server), SCENARIOS[1])
    const tally = new Tally()
    const faults: string[] = []
    for (const phase of TERMINATIONS) {
      const place = (await bench.base.copy()) as ServerPlace
      const moment = { phase, ms: draw() * bench.lasts[phase] * 0.8 }
      const running = startImport(place, bench.dir)
      await running.reach(moment)
      await place.terminateConnections()
      const outcome = await running.ended()
      tally.note(outcome.lastPhase)
      const found = [...faultsOfMessage(outcome), ...(await faultsAfter(place, bench, outcome, tally))]
      faults.push(...found.map((fault) => `${toldMoment(moment, outcome)}: ${fault}`))
      await place.remove()
    }
    await bench.base.remove()
    console.log(`import crashes, connections ended by the server instead of kills, seed ${seed}: ${tally}`)
    expect(faults).toEqual([])
  })
})

/** Who is cut off hears that the connection was ended, and how to go on; who had finished hears nothing. */
function faultsOfMessage({ exitCode, err }: Outcome): string[] {
  if (exitCode === 0) return []
  const isClear = exitCode === 5 && /"code":"DATABASE_UNREACHABLE".*terminat/.test(err)
  return isClear ? [] : [`it ended with ${exitCode} and ${err.slice(0, 2000)}`]
}

function toldMoment({ phase, ms }: Moment, { lastPhase }: Outcome): string {
  return `${ms.toFixed(1)} ms into ${phase}${lastPhase === phase ? '' : `, then in ${lastPhase}`}`
}

/** How long an undisturbed first start takes from its first touch of the place until it begins to read. */
async function firstStartMs(place: Place, dir: string): Promise<number> {
  const startedAt = performance.now()
  const running = startImport(place, dir)
  await touched(place, running)
  const touchedMs = performance.now() - startedAt
  const { exitCode, err, begun } = await running.ended()
  expect(exitCode, err).toBe(0)
  return (begun.get('reading') ?? 0) - touchedMs
}

async function touched(place: Place, running: Running): Promise<void> {
  while (!place.isTouched() && running.phase === 'start') await sleep(1)
}
