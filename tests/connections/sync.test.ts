// A connected account is counted as the same world is that was imported from a folder.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { NexudusStandIn, type Traps } from '../support/nexudus-stand-in.ts'
import { connect, everybody, importedTruth, type Opened, openHere, synced } from './account.ts'

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
