/**
 * A run of platform invoices that is killed at any moment, and two that run at once, leave each location
 * exactly one invoice for each cut-off, numbers without gaps and an intact chain.
 */
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Database } from '#database/database'
import { createHeadcount } from '#services/headcount'
import { PLAN } from '../billing/billed-network.ts'
import {
  at,
  booking,
  contextOf,
  contract,
  customer,
  importAll,
  location,
  NETWORK,
} from '../records/network.ts'
import { drawsOf } from './export-files.ts'
import { FolderPlace, type Place, ServerPlace } from './places.ts'
import { Program, type Running } from './program.ts'

const seed = Number(process.env.HEADCOUNT_TEST_SEED ?? Date.now() % 2 ** 31)
const killCount = Number(process.env.HEADCOUNT_TEST_KILLS ?? 50)
/** An idle machine needs a few seconds for each kill; a busy one has time too. */
const timeLimit = 600_000 + 90_000 * killCount
/** The first part of a run makes ready its database and issues nothing. */
const EARLIEST = 0.2
const { pgliteTemplate, postgresql } = inject('engines')
const draw = drawsOf(seed)
console.log(`issue crashes: HEADCOUNT_TEST_SEED=${seed}`)

const LOCATIONS = 500
/** Cut-offs that each of them has missed, by the machine's own clock; a round of 500 invoices each. */
const MISSED = 4
/** One after the other in the same network, before a run may end: so most runs do not have to be waited for. */
const KILLS_A_NETWORK = 4
const thisMonth = Temporal.Now.plainDateISO('UTC').with({ day: 1 })
const firstDay = thisMonth.subtract({ months: MISSED - 1 })
/** The locations are there two weeks before their first cut-off. */
const createdAt = instantOf(firstDay.subtract({ days: 14 }))
const preparedAt = instantOf(firstDay.subtract({ days: 7 }))

const ENGINES: readonly { engine: string; make: () => Promise<Place> }[] = [
  { engine: 'pglite', make: () => FolderPlace.make(pgliteTemplate) },
  ...(postgresql ? [{ engine: 'postgresql', make: () => ServerPlace.make(postgresql) }] : []),
]

function instantOf(day: Temporal.PlainDate): string {
  return `${day}T00:00:00.000Z`
}

let program: Program
beforeAll(async () => {
  program = await Program.build()
}, 300_000)
afterAll(() => program.remove())

async function billed(place: Place): Promise<void> {
  const db = await place.open()
  try {
    const context = contextOf(db, preparedAt)
    const headcount = createHeadcount(context)
    const names = Array.from({ length: LOCATIONS }, (_, n) => `l-${n}`)
    const created = { createdAt: at(createdAt) }
    await importAll(context, [
      ...names.map((name) => location(name, { ...created, timeZone: 'UTC' })),
      ...names.map((name) => customer(`c-${name}`)),
      ...names.map((name) =>
        contract(`k-${name}`, { locationExternalId: name, customerExternalId: `c-${name}`, ...created }),
      ),
      ...names.map((name) =>
        booking(`b-${name}`, { locationExternalId: name, customerExternalId: `c-${name}` }),
      ),
    ])
    await headcount.createPricePlan({ plan: PLAN })
    await headcount.assignPricePlanToMany({
      pricePlan: PLAN.name,
      locations: names,
      from: new Date(createdAt),
    })
    await headcount.setBillingAnchor({ location: 'l-0', startsOn: String(firstDay) })
    await db.query({
      text: `insert into billing_anchors (network_id, location_id, starts_on, local_time, every)
        select l.network_id, l.location_id, a.starts_on, a.local_time, a.every
        from locations l
        cross join billing_anchors a
        where l.external_id <> 'l-0'`,
      values: [],
    })
  } finally {
    await db.close()
  }
}

function startRun(place: Place): Running {
  return program.start(place.environment, ['issue', '--all', '--json'])
}

/** What was issued, once it is seen to be without gaps and intact. */
async function issuedIn(place: Place): Promise<string[]> {
  await place.settle()
  const db: Database = await place.open()
  try {
    const headcount = createHeadcount(contextOf(db))
    const { chains } = await headcount.verifyPlatformInvoices()
    expect(chains.flatMap(({ faults }) => faults)).toEqual([])
    const rows = await db.query<{ number: number; told: string }>({
      text: `select invoice_number as number, concat_ws(' ', location_id, cut_off_at, active_users, total_minor) as told
        from platform_invoice_entries order by invoice_number`,
      values: [],
    })
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, n) => n + 1))
    const lists = await db.query({ text: 'select from platform_invoice_lists', values: [] })
    const cutOffs = await db.query({ text: `select from platform_invoices where import_id = 0`, values: [] })
    expect([lists.length, cutOffs.length]).toEqual([rows.length, rows.length])
    const { total } = await headcount.listPlatformInvoices({ network: NETWORK })
    expect(total).toBe(rows.length)
    return rows.map(({ told }) => told).sort()
  } finally {
    await db.close()
  }
}

describe.each(ENGINES)('platform invoices on $engine', ({ engine, make }) => {
  let base: Place
  beforeAll(async () => {
    base = await make()
    await billed(base)
  }, 300_000)
  afterAll(() => base.remove())

  test('a run that is killed leaves whole rounds, and the next one goes on from there', {
    timeout: timeLimit,
  }, async () => {
    const undisturbed = await base.copy()
    const { exitCode, err, tookMs, begun } = await startRun(undisturbed).ended()
    expect(exitCode, err).toBe(0)
    const workMs = tookMs - (begun.get('opening') ?? 0)
    const whole = await issuedIn(undisturbed)
    expect(whole.length).toBe(LOCATIONS * MISSED)
    await undisturbed.remove()
    let done = 0
    while (done < killCount) {
      const place = await base.copy()
      let issued: string[] = []
      for (let killed = 0; killed < KILLS_A_NETWORK && done < killCount; killed += 1) {
        const left = EARLIEST + (1 - EARLIEST) * draw() * (1 - issued.length / whole.length)
        const { wasKilled } = await startRun(place).killAt({ phase: 'opening', ms: left * workMs })
        const before = issued
        issued = await issuedIn(place)
        expect(before.filter((one) => !issued.includes(one))).toEqual([])
        expect(issued.filter((one) => !whole.includes(one))).toEqual([])
        expect(issued.length % LOCATIONS).toBe(0)
        if (!wasKilled) break
        done += 1
        console.log(`${engine}, kill ${done}: ${issued.length} of ${whole.length} were issued`)
        if (issued.length === whole.length) break
      }
      const last = await startRun(place).ended()
      expect(last.exitCode, last.err).toBe(0)
      expect(await issuedIn(place)).toEqual(whole)
      await place.remove()
    }
  })

  test('two runners at once issue each invoice once, also when one is killed', {
    timeout: timeLimit,
  }, async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const place = await base.copy()
      const [first, second] = [startRun(place), startRun(place)]
      if (turn % 2 === 1) await first.killAt({ phase: 'opening', ms: draw() * 2000 })
      const ends = await Promise.all([first.ended(), second.ended()])
      if (engine === 'pglite') {
        // a folder is for one process: who comes second is told so, and the next run does the rest
        const refused = ends.filter(({ exitCode, wasKilled }) => exitCode !== 0 && !wasKilled)
        expect(refused.filter(({ err }) => !err.includes('DATA_FOLDER_LOCKED'))).toEqual([])
        expect((await startRun(place).ended()).exitCode).toBe(0)
      } else expect(ends[1].exitCode, ends[1].err).toBe(0)
      const issued = await issuedIn(place)
      expect(new Set(issued).size).toBe(issued.length)
      expect(issued.length).toBe(LOCATIONS * MISSED)
      console.log(`${engine}, two runners, turn ${turn + 1}: ${issued.length} were issued`)
      await place.remove()
    }
  })
})
