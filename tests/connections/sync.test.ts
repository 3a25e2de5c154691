// A connected account is counted as the same world is that was imported from a folder.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { EMAIL, type ExportFiles, NexudusStandIn, PASSWORD, type Traps } from '../support/nexudus-stand-in.ts'
import { connect, everybody, importedTruth, type Opened, openHere, synced } from './account.ts'
import { editSomething, randomFrom } from './edits.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const WORLD = 'tests/fixtures/samples/world-11'
const AT = new Date('2026-11-20T12:00:00Z')

/** No number that we give a location is one of these. */
const FIRST_PLACE = 1001

/** Each location with as many customers, who count by a contract or by a booking. */
function manyLocations(locations: number, customers: number): ExportFiles {
  const CreatedOn = new Date(Date.now() - 86_400_000).toISOString()
  const places = Array.from({ length: locations }, (_, at) => FIRST_PLACE + at)
  const people = Array.from({ length: locations * customers }, (_, at) => ({
    ...{ Id: at + 1, FullName: `Person ${at}`, Active: true, Archived: false, CreatedOn },
    place: FIRST_PLACE + (at % locations),
  }))
  const isBooker = ({ Id }: { Id: number }) => Id % 3 === 0
  return {
    'simpletimezones.json': [{ Id: 1, Name: 'UTC' }],
    'businesses.json': places.map((Id) => ({
      ...{
        Id,
        Name: `Place ${Id}`,
        RootLocationId: Id === FIRST_PLACE ? null : FIRST_PLACE,
        SimpleTimeZoneId: 1,
      },
      CreatedOn: '2025-01-01T00:00:00Z',
    })),
    'coworkers.json': people.map(({ place, ...person }) => person),
    'tariffs.json': [{ Id: 1, Name: 'Hot desk', Price: 100 }],
    'resources.json': places.map((Id) => ({ Id, BusinessId: Id, Name: 'Room' })),
    'coworkercontracts.json': people
      .filter((person) => !isBooker(person))
      .map(({ Id, place }) => ({
        ...{ Id, CoworkerId: Id, IssuedById: place, TariffId: 1, Price: 10, Cancelled: false },
        ...{ StartDate: CreatedOn, CreatedOn },
      })),
    'bookings.json': people
      .filter(isBooker)
      .map(({ Id, place }) => ({ Id, CoworkerId: Id, ResourceId: place, OverridePrice: 5, CreatedOn })),
  }
}

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

const ofList = (entity: string, record: string) => ({ file: `${entity}.json`, record, severity: 'skipped' })

describe('a first sync', () => {
  test.each<[string, Traps]>([
    [
      'with bare lists that leave out fields, dates without a zone, and failures told with status 200',
      { plainDates: true, pageCount: 'bare', throttle: { every: 11, status: 200 } },
    ],
    [
      'throttled one request in five, with a wrong number of pages, batches that are lists and records without an id',
      {
        ...{ throttle: { every: 5, status: 409 }, failuresAs200: true, ascending: 0, largestPage: 30 },
        ...{ pageCount: 'wrong', noBatches: 'listed', unknown: ['contractpausedperiods'] },
        nameless: ['coworkers', 'bookings'],
      },
    ],
    [
      'in pages of seven, with short tokens, local dates that carry a Z, small names, named enumerations and nothing told of what is empty',
      {
        ...{ largestPage: 7, tokenSeconds: 61, wholeBatches: true, zonedLocals: true },
        ...{ smallNames: true, namedEnums: true, nothingUntold: true },
        throttle: { every: 9, status: 429 },
      },
    ],
    [
      'with numbers as text, pages that say nothing of others, no batches and failures inside',
      {
        ...{
          numbersAsText: true,
          pageCount: 'untold',
          nullPages: true,
          noBatches: 'refused',
          largestPage: 30,
        },
        ...{ throttle: { every: 13, status: 500 }, nameless: ['coworkercontracts'] },
      },
    ],
  ])('counts exactly whom an import counts, %s', async (_name, traps) => {
    const { headcount, connection, standIn: truth } = await account(traps)
    const run = await synced(headcount, connection)
    const nameless = traps.nameless ?? []
    expect(run.report).toMatchObject({ isFull: true, notUnderstood: 2 * nameless.length })
    expect(run.report?.problems).toEqual(
      expect.arrayContaining(
        nameless.flatMap((entity) => [
          {
            ...ofList(entity, '#2'),
            field: 'Id',
            value: '',
            ...{ code: 'missing', values: {}, reason: 'Id is missing; the record is skipped.' },
          },
          {
            ...ofList(entity, '#3'),
            field: '',
            value: '',
            ...{ code: 'not_an_object', values: {} },
            reason: 'The record is not an object; it is skipped.',
          },
        ]),
      ),
    )
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

  test('a deletion that a sync was told of before it broke off is found by the next', async () => {
    const { headcount, connection, standIn: truth } = await account()
    await synced(headcount, connection)
    for (const { Id } of truth.all('coworkercontracts').slice(0, 2)) truth.remove('coworkercontracts', Id)
    truth.traps = { ...truth.traps, closed: ['CoworkerContract'] }
    expect(await headcount.sync({ connection })).toMatchObject({ state: 'failed' })
    truth.traps = { ...truth.traps, closed: [] }
    const { report } = await synced(headcount, connection)
    expect(report?.isFull).toBe(false)
    const asOf = new Date()
    expect(await everybody(headcount, asOf)).toEqual(await importedTruth(truth, asOf))
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

test('credentials that are entered during a sync are kept, and everything is read with them', async () => {
  // each request is made with a new token, which is kept
  const { headcount, connection, standIn: truth } = await account({ tokenSeconds: 30 })
  const entered = { kind: 'password', email: EMAIL, password: 'another Pass 5522' } as const
  truth.beforeAnswer = async (request) => {
    if (!request.includes('/teams?')) return
    truth.beforeAnswer = null
    truth.traps = { password: entered.password }
    await headcount.reenterCredentials({ connection, ...entered })
  }
  await synced(headcount, connection)
  truth.forgetTokens()
  const { report } = await synced(headcount, connection)
  expect(report?.isFull).toBe(true)
  expect((await synced(headcount, connection)).report?.isFull).toBe(false)
})

test('an account of 50 locations that asks to wait is counted whole, and a location that is off is left out', async () => {
  standIn = await NexudusStandIn.start(manyLocations(50, 20), { throttle: { every: 9, status: 429 } })
  here = await openHere()
  const { headcount } = here
  const connection = await connect(headcount, standIn)
  await headcount.switchLocation({ connection, location: '1030', isOn: false })
  await synced(headcount, connection)
  const asOf = new Date()
  const { 1030: left = [], ...others } = await importedTruth(standIn, asOf)
  expect(left).toHaveLength(20)
  expect(await everybody(headcount, asOf)).toEqual(others)
  await headcount.switchLocation({ connection, location: '1030', isOn: true })
  await synced(headcount, connection)
  expect(await everybody(headcount, asOf)).toEqual({ ...others, 1030: left })
  // one that opens may be left out too
  const { Id } = standIn.add('businesses', {
    Name: 'New Pier',
    RootLocationId: FIRST_PLACE,
    SimpleTimeZoneId: 1,
  })
  await synced(headcount, connection)
  expect(await headcount.switchLocation({ connection, location: String(Id), isOn: false })).toMatchObject({
    locations: expect.arrayContaining([{ externalId: String(Id), name: 'New Pier', isOn: false }]),
  })
  // credentials that show less would make what they hide look deleted
  standIn.remove('businesses', 1040, false)
  const again = { connection, kind: 'basic', email: EMAIL, password: PASSWORD } as const
  await expect(headcount.reenterCredentials(again)).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
    message: expect.stringContaining('does not show Place 1040'),
  })
  await headcount.switchLocation({ connection, location: '1040', isOn: false })
  await headcount.reenterCredentials(again)
  await synced(headcount, connection, true)
  expect(await everybody(headcount, asOf)).toEqual({ ...others, 1030: left, [Id]: [] })
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
