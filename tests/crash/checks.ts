/** What must hold of a database after the process that imported into it was killed. */

import type { Database } from '#database/database'
import { programContext } from '#services/context'
import { createHeadcount, type Headcount } from '#services/headcount'
import type { Place } from './places.ts'
import type { Outcome } from './program.ts'
import { differences, readState, type State } from './state.ts'

/** An import into a database that holds something already. */
export interface Expected {
  readonly dir: string
  readonly before: State
  /** Of a database that never crashed. */
  readonly after: State
}

/** What the kills of one engine came to. */
export class Tally {
  before = 0
  after = 0
  neither = 0
  failedOpens = 0
  staleLocks = 0
  unfinishedClusters = 0
  longestWaitMs = 0
  readonly #byPhase = new Map<string, number>()
  readonly #startedAt = performance.now()

  note(phase: string): void {
    this.#byPhase.set(phase, (this.#byPhase.get(phase) ?? 0) + 1)
  }

  toString(): string {
    const kills = [...this.#byPhase.values()].reduce((sum, count) => sum + count, 0)
    const phases = [...this.#byPhase].map(([phase, count]) => `${count} in ${phase}`).join(', ')
    const parts = [
      `${kills} kills (${phases})`,
      `${this.before} left all of before, ${this.after} all of after, ${this.neither} anything else`,
      `${this.failedOpens} failed opens, ${this.staleLocks} stale locks, ${this.unfinishedClusters} unfinished clusters`,
      `longest wait for the server ${Math.round(this.longestWaitMs)} ms`,
      `${Math.round((performance.now() - this.#startedAt) / 1000)} s`,
    ]
    return parts.join('; ')
  }
}

export async function withPlace<T>(
  place: Place,
  work: (headcount: Headcount, database: Database) => Promise<T>,
): Promise<T> {
  const database = await place.open()
  try {
    return await work(createHeadcount(programContext(database, () => new Date())), database)
  } finally {
    await database.close()
  }
}

export function stateOf(place: Place): Promise<State> {
  return withPlace(place, (headcount, database) => readState(database, headcount))
}

/** Everything that is not as it should be after an import was killed, a sentence each. */
export function faultsAfter(
  place: Place,
  expected: Expected,
  outcome: Outcome,
  tally: Tally,
): Promise<string[]> {
  if (place.leftovers().length > 0) tally.staleLocks += 1
  return faultsOfOpening(place, tally, async (headcount, database) => {
    const state = await readState(database, headcount)
    const isAfter = differences(state, expected.after).length === 0
    return [
      ...judge(state, expected, outcome, tally),
      ...(await faultsOfDoctor(headcount)),
      ...(await faultsOfImport(headcount, expected.dir, isAfter)),
      ...differences(await readState(database, headcount), expected.after),
      ...(await faultsOfHousekeeping(database)),
    ]
  })
}

/** The same after the kill of a first start, which left nothing or an empty database. */
export function faultsAfterFirstStart(
  place: Place,
  { dir, after }: Pick<Expected, 'dir' | 'after'>,
  tally: Tally,
): Promise<string[]> {
  if (place.leftovers().includes('database.unfinished')) tally.unfinishedClusters += 1
  return faultsOfOpening(place, tally, async (headcount, database) => [
    ...(await faultsOfDoctor(headcount)),
    ...(await faultsOfImport(headcount, dir, false)),
    ...differences(await readState(database, headcount), after),
  ])
}

/** Opens and closes what a killed process left, and looks into it meanwhile. */
async function faultsOfOpening(
  place: Place,
  tally: Tally,
  look: (headcount: Headcount, database: Database) => Promise<string[]>,
): Promise<string[]> {
  tally.longestWaitMs = Math.max(tally.longestWaitMs, await place.settle())
  let hasOpened = false
  try {
    const faults = await withPlace(place, (headcount, database) => {
      hasOpened = true
      return look(headcount, database)
    })
    return [...faults, ...place.leftovers().map((name) => `${name} is left`)]
  } catch (error) {
    if (!hasOpened) tally.failedOpens += 1
    return [`${hasOpened ? 'failed' : 'did not open'}: ${error instanceof Error ? error.stack : error}`]
  }
}

/** All of before or all of after; and after, once the program had gone on from its commit. */
function judge(state: State, { before, after }: Expected, outcome: Outcome, tally: Tally): string[] {
  const lost = differences(state, before)
  const missing = differences(state, after)
  if (lost.length > 0 && missing.length > 0) {
    tally.neither += 1
    return [`neither before (${lost.length} differences) nor after: ${missing.slice(0, 8).join('; ')}`]
  }
  if (missing.length === 0) {
    tally.after += 1
    return outcome.begun.has('committing') ? [] : ['after, although nothing was committed']
  }
  tally.before += 1
  return outcome.begun.has('housekeeping') ? ['before, although the commit was acknowledged'] : []
}

async function faultsOfDoctor(headcount: Headcount): Promise<string[]> {
  const { isHealthy, schema, invariants } = await headcount.doctor()
  if (isHealthy) return []
  const findings = [...schema, ...invariants.map(({ sentence, rows }) => `${rows} rows break “${sentence}”`)]
  return [`doctor tells ${findings.length} findings: ${findings.slice(0, 3).join(' ')}`]
}

async function faultsOfImport(headcount: Headcount, dir: string, isAfter: boolean): Promise<string[]> {
  const { hasChanges, problemCount } = await headcount.importNexudus(dir)
  if (hasChanges === isAfter) return [`run again: it told ${hasChanges ? 'changes' : 'no changes'}`]
  return problemCount === 0 ? [] : [`run again: it told ${problemCount} problems`]
}

/** Records that a killed import brought in are as quick to count as others: their tables get vacuumed too. */
async function faultsOfHousekeeping(database: Database): Promise<string[]> {
  const text = `
    select relname as name
    from pg_class, current_setting('block_size') as block_size
    where relname in ('facts', 'customers', 'contracts', 'location_customers')
      and relnamespace = 'public'::regnamespace
      and pg_relation_size(oid) > 0
      and (relpages < pg_relation_size(oid) / block_size::int or relallvisible = 0)
    order by relname`
  const rows = await database.query<{ name: string }>({ text, values: [] })
  return rows.length === 0 ? [] : [`not vacuumed: ${rows.map(({ name }) => name).join(', ')}`]
}
