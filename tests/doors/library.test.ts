/** The package as another program uses it. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type ErrorCode,
  type Headcount,
  HeadcountError,
  type ImportProgress,
  type OpenHeadcountOptions,
  openHeadcount,
  SOURCES,
} from '#index'
import { DOOR_ENGINES, type Place } from '../support/cli.ts'
import { temporaryFolders, WORLD_11, WORLD_12 } from './exports.ts'
import { newPlaces } from './places.ts'
import { asCount, asList } from './shapes.ts'
import { findWorlds } from './worlds.ts'

const folderWith = temporaryFolders()
const newPlace = newPlaces()
const NOW = new Date('2026-11-05T09:30:00Z')
const now = () => NOW
const [WORLD] = findWorlds()

/** The error of a request that must fail as the caller's mistake. */
async function failure(work: () => Promise<unknown>): Promise<HeadcountError> {
  const error = await work().then(
    () => new Error('nothing was refused'),
    (reason: unknown) => reason,
  )
  if (error instanceof HeadcountError) return error
  throw error
}

describe.each(DOOR_ENGINES)('a program with a database on %s', (engine) => {
  let place: Place
  let headcount: Headcount
  beforeAll(async () => {
    place = await newPlace(engine)
    headcount = await openHeadcount({ ...place.where, now })
    await headcount.importNexudus(WORLD_11)
  })
  afterAll(() => headcount.close())

  it('counts as of its own clock, or of any instant', async () => {
    const count = asCount(await headcount.count())
    expect(count.asOf).toBe(NOW.toISOString())
    expect(count.locations.map((location) => location.count)).toEqual([15, 30, 13])
    const later = asCount(await headcount.count({ asOf: new Date('2026-11-20T12:00:00Z'), location: '502' }))
    expect(later.locations).toMatchObject([{ externalId: '502' }])
  })

  it('lists pages that fit together', async () => {
    const all = asList(await headcount.list({ location: 'Mill Yard 2' }))
    const ids: number[] = []
    let page = await headcount.list({ location: 'Mill Yard 2', limit: 8 })
    for (;;) {
      ids.push(...page.activeUsers.map(({ customerId }) => customerId))
      if (page.nextCursor === null) break
      page = await headcount.list({ location: 'Mill Yard 2', limit: 8, cursor: page.nextCursor })
    }
    expect(ids).toEqual(all.activeUsers.map(({ customerId }) => customerId))
  })

  it('explains every customer as it is expected to count him', async () => {
    const customers = Array.from({ length: 60 }, (_, index) => String(7001 + index))
    for (const { at, locations } of WORLD?.expected ?? []) {
      for (const { location, users } of locations) {
        const expected = new Map(users.map((user) => [String(user.customer), user.sources]))
        for (const customer of customers) {
          const asked = { customer, location: String(location), asOf: new Date(at) }
          const { isActiveUser, sources, evidence } = await headcount.explain(asked)
          expect({ asked, sources }).toEqual({ asked, sources: expected.get(customer) ?? [] })
          expect(isActiveUser).toBe(sources.length > 0)
          expect(
            SOURCES.filter((source) => evidence.some((item) => item.counts && item.source === source)),
          ).toEqual(sources)
        }
      }
    }
  })

  it('names its networks and its rules', async () => {
    expect(await headcount.networks()).toMatchObject([
      { networkId: 1, externalId: '501', name: 'Mill House 1' },
    ])
    const { ruleSet, sources } = headcount.rules()
    expect(ruleSet.id).toBe('2024-01')
    expect(sources.map(({ source }) => source)).toEqual(SOURCES)
  })

  it('is healthy', async () => {
    expect(await headcount.doctor()).toEqual({ engine, schema: [], invariants: [], isHealthy: true })
  })

  it('imports while others count, who see the time before or the time after', async () => {
    const seen = new Set<string>()
    let isDone = false
    const counting = (async () => {
      while (!isDone) {
        const { locations } = await headcount.count({ network: 'Mill House 1' })
        seen.add(locations.map(({ count }) => count).join(' '))
      }
    })()
    const progress: ImportProgress[] = []
    const report = await headcount.importNexudus(WORLD_12, {
      networkName: 'Other',
      onProgress: (one) => progress.push(one),
    })
    isDone = true
    await counting
    expect([...seen]).toEqual(['15 30 13'])
    expect(report).toMatchObject({ network: { name: 'Other' }, hasChanges: true, problems: [] })
    expect(progress.at(0)).toMatchObject({ phase: 'reading' })
    expect(progress.at(-1)).toMatchObject({ phase: 'merging' })
    expect(asCount(await headcount.count()).locations).toHaveLength(6)
  })

  it('answers many questions at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        index % 2 === 0
          ? headcount.count({ network: 'Mill House 1' }).then(({ distinctCustomers }) => distinctCustomers)
          : headcount.list({ location: '501', network: 'Mill House 1' }).then(({ total }) => total),
      ),
    )
    expect(answers).toEqual(answers.map((_answer, index) => (index % 2 === 0 ? 40 : 15)))
  })
})

describe('a mistake of the caller is a HeadcountError with a code', () => {
  let headcount: Headcount
  beforeAll(async () => {
    headcount = await openHeadcount({ ...(await newPlace()).where, now })
    await headcount.importNexudus(WORLD_11)
  })
  afterAll(() => headcount.close())

  const location = '501'
  const NEVER = new Date(Number.NaN)
  const TOO_LATE = new Date(8.64e15)
  const TOO_EARLY = new Date(-8.64e15)
  const MISTAKES: readonly (readonly [
    title: string,
    code: ErrorCode,
    work: (of: Headcount) => Promise<unknown>,
  ])[] = [
    ['a count as of no instant', 'INVALID_INSTANT', (of) => of.count({ asOf: NEVER })],
    ['a list as of no instant', 'INVALID_INSTANT', (of) => of.list({ location, asOf: NEVER })],
    [
      'an explanation as of no instant',
      'INVALID_INSTANT',
      (of) => of.explain({ location, customer: '7001', asOf: NEVER }),
    ],
    ['a count as of the year 275760', 'INVALID_INSTANT', (of) => of.count({ asOf: TOO_LATE })],
    ['a list before all history', 'INVALID_INSTANT', (of) => of.list({ location, asOf: TOO_EARLY })],
    ['an unknown location', 'LOCATION_NOT_FOUND', (of) => of.list({ location: 'Nowhere' })],
    ['a location with a NUL character', 'LOCATION_NOT_FOUND', (of) => of.count({ location: 'a\0b' })],
    ['an unknown network', 'NETWORK_NOT_FOUND', (of) => of.count({ network: 'Nowhere' })],
    ['a network with a NUL character', 'NETWORK_NOT_FOUND', (of) => of.count({ network: 'a\0b' })],
    ['an unknown customer', 'CUSTOMER_NOT_FOUND', (of) => of.explain({ location, customer: 'Nobody' })],
    [
      'a customer with a NUL character',
      'CUSTOMER_NOT_FOUND',
      (of) => of.explain({ location, customer: 'a\0b' }),
    ],
    ['several customers', 'CUSTOMER_AMBIGUOUS', (of) => of.explain({ location, customer: 'Kit Strand' })],
    ['a limit of 0', 'INVALID_ARGUMENT', (of) => of.list({ location, limit: 0 })],
    ['a broken limit', 'INVALID_ARGUMENT', (of) => of.list({ location, limit: 1.5 })],
    ['a limit that is no number', 'INVALID_ARGUMENT', (of) => of.list({ location, limit: Number.NaN })],
    ['an endless limit', 'INVALID_ARGUMENT', (of) => of.list({ location, limit: Number.POSITIVE_INFINITY })],
    ['an unknown order', 'INVALID_ARGUMENT', (of) => of.list({ location, sort: 'email' as 'name' })],
    ['an unknown source', 'INVALID_ARGUMENT', (of) => of.list({ location, sources: ['visitor' as 'team'] })],
    ['a number for a location', 'INVALID_ARGUMENT', (of) => of.count({ location: 501 as unknown as string })],
    ['a misspelt option', 'INVALID_ARGUMENT', (of) => of.count({ locaton: '501' } as object)],
    ['a day as text', 'INVALID_INSTANT', (of) => of.count({ asOf: '2026-11-05' as unknown as Date })],
    ['no location at all', 'INVALID_ARGUMENT', (of) => of.list({} as { location: string })],
    [
      'one source, not in a list',
      'INVALID_ARGUMENT',
      (of) => of.list({ location, sources: 'team' as never }),
    ],
    ['300,000 letters', 'INVALID_ARGUMENT', (of) => of.list({ location, search: 'x'.repeat(300_000) })],
    ['a broken cursor', 'INVALID_CURSOR', (of) => of.list({ location, cursor: 'x' })],
    ['nothing for a folder', 'INVALID_ARGUMENT', (of) => of.importCsv(undefined as unknown as string)],
    ['no folder', 'IMPORT_FOLDER_NOT_FOUND', (of) => of.importNexudus('/nowhere/at/all')],
    ['a folder with a NUL character', 'IMPORT_FOLDER_NOT_FOUND', (of) => of.importNexudus('a\0b')],
    ['a demo of nobody', 'INVALID_ARGUMENT', (of) => of.makeDemo({ customers: 0 })],
    ['a demo with half a location', 'INVALID_ARGUMENT', (of) => of.makeDemo({ locations: 0.5 })],
    ['a demo with no number for a seed', 'INVALID_ARGUMENT', (of) => of.makeDemo({ seed: Number.NaN })],
    ['templates where none can be', 'OUTPUT_FAILED', (of) => of.writeCsvTemplates('/dev/null/x')],
  ]

  it.each(MISTAKES)('%s: %s', async (_title, code, work) => {
    const error = await failure(() => work(headcount))
    expect(error).toMatchObject({ name: 'HeadcountError', code, next: expect.stringMatching(/\.$/) })
    expect(error.message).toMatch(/\.$/)
    expect(await headcount.count()).toMatchObject({ distinctCustomers: 40 })
  })

  it.each([
    ['nothing', ''],
    ['white space', ' \t'],
    ['a NUL character', 'a\0b'],
    ['10,000 letters', 'x'.repeat(10_000)],
  ])('a network cannot be called by %s', async (_title, networkName) => {
    const error = await failure(() => headcount.importNexudus(WORLD_12, { networkName }))
    expect(error.code).toBe('INVALID_ARGUMENT')
    expect(await headcount.networks()).toHaveLength(1)
  })

  it('a search with a NUL character finds nobody', async () => {
    expect(await headcount.list({ location, search: 'a\0b' })).toMatchObject({ total: 0, activeUsers: [] })
  })

  it('options that are undefined count as not given', async () => {
    // what a program in JavaScript hands on
    const options = JSON.parse('{}') as { network: string; location: string; asOf: Date }
    const { network, asOf } = options
    expect(await headcount.count({ network, location, asOf })).toEqual(await headcount.count({ location }))
    expect(await headcount.list({ network, location, asOf })).toEqual(await headcount.list({ location }))
  })
})

describe('opening and closing', () => {
  it('keeps what it holds', async () => {
    const { where } = await newPlace('pglite')
    const first = await openHeadcount({ ...where, now })
    const report = await first.makeDemo({ customers: 30, locations: 2 })
    expect(report.records.customer.added).toBe(30)
    const count = await first.count()
    await first.close()
    const second = await openHeadcount({ ...where, now })
    expect(await second.count()).toEqual(count)
    await second.close()
  })

  it('one folder is for one program', async () => {
    const { where } = await newPlace('pglite')
    const first = await openHeadcount(where)
    const error = await failure(() => openHeadcount(where))
    expect(error).toMatchObject({ code: 'DATA_FOLDER_LOCKED', details: { pid: process.pid } })
    await first.close()
    await (await openHeadcount(where)).close()
  })

  it.each<[string, OpenHeadcountOptions, ErrorCode]>([
    ['neither a folder nor an address', {}, 'INVALID_SETTING'],
    ['an address that is none', { databaseUrl: 'postgres://u:%zz@h/d' }, 'DATABASE_UNREACHABLE'],
    ['an address of another kind', { databaseUrl: 'mysql://u:p@h/d' }, 'DATABASE_UNREACHABLE'],
    ['a folder that cannot be', { dataDir: '/dev/null/data' }, 'DATA_FOLDER_UNUSABLE'],
    ['a folder with a NUL character', { dataDir: 'a\0b' }, 'DATA_FOLDER_UNUSABLE'],
  ])('%s is refused', async (_title, options, code) => {
    expect(await failure(() => openHeadcount(options))).toMatchObject({ code })
  })

  it.each(DOOR_ENGINES)(
    'closes twice without harm, and answers nothing after that, on %s',
    async (engine) => {
      const headcount = await openHeadcount((await newPlace(engine)).where)
      await headcount.close()
      await headcount.close()
      await expect(headcount.count()).rejects.toThrow()
      await expect(headcount.importNexudus(WORLD_11)).rejects.toThrow()
    },
  )

  it('writes templates and imports them', async () => {
    const headcount = await openHeadcount({
      ...(await newPlace()).where,
      now: () => new Date('2026-11-21T12:00:00Z'),
    })
    const folder = join(await folderWith(), 'records')
    const written = await headcount.writeCsvTemplates(folder)
    expect(written).toHaveLength(8)
    const report = await headcount.importCsv(folder, { networkName: 'Quay' })
    expect(report).toMatchObject({ hasChanges: true, problems: [] })
    expect(await headcount.count({ network: 'Quay' })).toMatchObject({
      locations: [{ count: 2 }, { count: 1 }],
      distinctCustomers: 2,
    })
    await headcount.close()
  })
})
