// A connected account is counted as the same world is that was imported from a folder.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { NexudusStandIn, type Traps } from '../support/nexudus-stand-in.ts'
import { connect, everybody, importedTruth, type Opened, openHere, synced } from './account.ts'
import { editSomething, randomFrom } from './edits.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const WORLD = 'tests/fixtures/samples/world-11'
const AT = new Date('2026-11-20T12:00:00Z')

let standIn: NexudusStandIn | undefined
let here: Opened | undefined

async function account(
  traps: Traps = {},
  world = WORLD,
): Promise<{ standIn: NexudusStandIn } & Opened & { connection: number }> {
  standIn = await NexudusStandIn.start(world, traps)
  here = await openHere()
  return { standIn, ...here, connection: await connect(here.headcount, standIn) }
}

afterEach(async () => {
  await standIn?.close()
  await here?.database.close()
  standIn = undefined
  here = undefined
})

describe('a first sync', () => {
  test.each<[string, Traps]>([
    ['with lists that leave out fields', {}],
    ['throttled one request in five', { throttle: { every: 5, status: 409 }, failuresAs200: true }],
    [
      'in pages of seven, with short tokens',
      { largestPage: 7, tokenSeconds: 61, wholeBatches: true, throttle: { every: 9, status: 429 } },
    ],
  ])('counts exactly whom an import counts, %s', async (_name, traps) => {
    const { headcount, connection, standIn: truth } = await account(traps)
    const run = await synced(headcount, connection)
    expect(run.report?.isFull).toBe(true)
    expect(await everybody(headcount, AT)).toEqual(await importedTruth(truth, AT))
    const again = await synced(headcount, connection)
    expect(again.report).toMatchObject({ isFull: false, added: 0, changed: 0, removed: 0 })
  })
})

test('a pull writes a folder that an import counts alike', async () => {
  const { headcount, connection, standIn: truth } = await account()
  const folder = await mkdtemp(join(tmpdir(), 'headcount-pull-'))
  await headcount.pullAccount({ folder, from: { connection } })
  const other = await openHere()
  await other.headcount.importNexudus(folder)
  expect(await everybody(other.headcount, AT)).toEqual(await importedTruth(truth, AT))
  await other.database.close()
  await rm(folder, { recursive: true })
})

describe('after random changes of the account', () => {
  const RUNS = Number(process.env.HEADCOUNT_TEST_SYNCS ?? 4)

  test('each sync counts whom a fresh import counts', async () => {
    const { headcount, connection, standIn: truth } = await account()
    await synced(headcount, connection)
    const seed = Number(process.env.HEADCOUNT_TEST_SEED ?? 20_261_126)
    const random = randomFrom(seed)
    for (let run = 1; run <= RUNS; run += 1) {
      const made = Array.from({ length: 6 }, () => editSomething(truth, random))
      await synced(headcount, connection, run % 3 === 0)
      // one instant for both: the world has records of today too
      const asOf = new Date()
      expect(await everybody(headcount, asOf), `seed ${seed}, run ${run}: ${made.join('; ')}`).toEqual(
        await importedTruth(truth, asOf),
      )
    }
  })

  test('what was deleted without a trace is found by a full sync, and its past is kept', async () => {
    const { headcount, connection, standIn: truth } = await account()
    await synced(headcount, connection)
    const before = new Date()
    const [sale] = truth.all('coworkerproducts')
    const [team] = truth.all('teams')
    truth.remove('coworkerproducts', sale?.Id ?? 0, false)
    truth.remove('teams', team?.Id ?? 0, false)
    const then = await everybody(headcount, before)
    const { report } = await synced(headcount, connection, true)
    expect(report?.isFull).toBe(true)
    const asOf = new Date()
    expect(await everybody(headcount, asOf)).toEqual(await importedTruth(truth, asOf))
    expect(await everybody(headcount, before)).toEqual(then)
  })
})

test('a page that shifts while it is read loses nobody', async () => {
  const { headcount, connection, standIn: truth } = await account({ largestPage: 11 })
  truth.beforePage = (entity, page) => {
    if (entity !== 'bookings' || page !== 3) return
    truth.beforePage = null
    truth.remove('bookings', truth.all('bookings')[2]?.Id ?? 0)
    truth.add('bookings', { ResourceId: 5010, CoworkerId: 7002, Tentative: false, OverridePrice: 5 })
  }
  await synced(headcount, connection)
  await synced(headcount, connection)
  const asOf = new Date()
  expect(await everybody(headcount, asOf)).toEqual(await importedTruth(truth, asOf))
})
