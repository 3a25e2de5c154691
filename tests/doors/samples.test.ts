/** Every sample world, counted and listed through the program, to the last customer. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DOOR_ENGINES, type DoorEngine, Place, QUICK_ENGINE } from '../support/cli.ts'
import { asCount, asList, type ListDocument } from './shapes.ts'
import { type Expected, type ExpectedLocation, findWorlds, networkOf, type World } from './worlds.ts'

const WORLDS = findWorlds()
/** Rows a page: the embedded database takes a second to open, so it is asked for one page alone. */
const LIMITS: Readonly<Record<DoorEngine, (count: number) => number>> = {
  pglite: (count) => count || 1,
  postgresql: () => 20,
}

describe.each(DOOR_ENGINES)('on %s', (engine) => {
  describe.each(WORLDS.map((world) => [world.name, world] as const))('%s alone', (_name, world) => {
    const place = placeFor(engine, [[world, []]])

    it.each(world.expected)('is counted as of $at', async (expected) => {
      await checkCount(place(), expected, [])
    })

    const lists = world.expected.flatMap((expected) =>
      expected.locations.map((location) => ({ at: expected.at, location, id: location.location })),
    )
    it.each(lists)('is listed as of $at at $id', async ({ at, location }) => {
      await checkList(place(), { at, location, network: [], limit: LIMITS[engine](location.count) })
    })
  })
})

describe('all worlds in one place, though their ids are the same', () => {
  const place = placeFor(
    QUICK_ENGINE,
    WORLDS.map((world) => [world, ['--network', networkOf(world)]]),
  )
  const cases = WORLDS.flatMap((world) => world.expected.map((expected) => ({ world, expected })))

  it.each(cases)('$world.name is counted as of $expected.at', async ({ world, expected }) => {
    await checkCount(place(), expected, ['--network', networkOf(world)])
  })

  it.each(WORLDS)('$name is listed', async (world) => {
    const [expected] = world.expected
    const [location] = expected?.locations ?? []
    if (expected === undefined || location === undefined) throw new Error(`${world.name} expects nothing`)
    await checkList(place(), {
      at: expected.at,
      location,
      network: ['--network', networkOf(world)],
      limit: 50,
    })
  })

  it('are counted together', async () => {
    const at = '2026-11-05T09:30:00Z'
    const expected = WORLDS.flatMap((world) => world.expected.filter((one) => one.at === at))
    const count = asCount(await place().json(['count', '--as-of', at]))
    expect(count.locations.map((location) => location.count)).toEqual(
      expected.flatMap((one) => one.locations.map((location) => location.count)),
    )
    expect(count.distinctCustomers).toBe(expected.reduce((sum, one) => sum + one.distinctCustomers, 0))
  })

  it('cannot be told apart by an import without a name', async () => {
    const [world] = WORLDS
    const { code, out, err } = await place().run(['import', 'nexudus', world?.folder ?? ''])
    expect({ code, out }).toEqual({ code: 4, out: '' })
    expect(err).toBe(
      `NETWORK_AMBIGUOUS: Account nexudus 501 stands under several names here: ${WORLDS.map(networkOf).join('; ')}. Nothing was imported.\nName the network with --network.\n`,
    )
  })
})

/** Imports worlds into a place of their own before the tests around it. */
function placeFor(engine: DoorEngine, worlds: readonly (readonly [World, readonly string[]])[]): () => Place {
  let place: Place | undefined
  beforeAll(async () => {
    place = await Place.make(engine)
    for (const [world, options] of worlds) {
      const report = await place.json(['import', 'nexudus', world.folder, ...options])
      expect(report).toMatchObject({ hasChanges: true, problemCount: 0, warningCount: 0 })
    }
  })
  afterAll(() => place?.remove())
  return () => {
    if (place === undefined) throw new Error('The place is not made yet.')
    return place
  }
}

async function checkCount(place: Place, expected: Expected, network: readonly string[]): Promise<void> {
  const count = asCount(await place.json(['count', '--as-of', expected.at, ...network]))
  expect(count.asOf).toBe(new Date(expected.at).toISOString())
  const found = count.locations.map((location) => ({
    location: location.externalId,
    windowStart: Date.parse(location.windowFrom),
    count: location.count,
    bySource: location.bySource,
  }))
  expect(found).toEqual(
    expected.locations.map(({ location, windowStart, count, bySource }) => ({
      location: String(location),
      windowStart: Date.parse(windowStart),
      count,
      bySource,
    })),
  )
  expect(count.distinctCustomers).toBe(expected.distinctCustomers)
}

interface ListCase {
  readonly at: string
  readonly location: ExpectedLocation
  readonly network: readonly string[]
  readonly limit: number
}

async function checkList(place: Place, { at, location, network, limit }: ListCase): Promise<void> {
  const asked = ['list', '--location', String(location.location), '--as-of', at, '--limit', String(limit)]
  const pages = await readPages(place, [...asked, ...network])
  expect(pages.map((page) => page.activeUsers.length)).toEqual(pageSizes(location.count, limit))
  for (const page of pages) {
    expect(page.asOf).toBe(new Date(at).toISOString())
    expect(page.total).toBe(location.count)
    expect(page.location.externalId).toBe(String(location.location))
    expect(Date.parse(page.location.windowFrom)).toBe(Date.parse(location.windowStart))
  }
  const users = pages.flatMap((page) => page.activeUsers)
  const found = users.map(({ externalId, sources }) => ({ customer: Number(externalId), sources }))
  expect(found.sort((a, b) => a.customer - b.customer)).toEqual(location.users)
  expect(users.every((user) => Date.parse(user.firstEvidenceAt) <= Date.parse(at))).toBe(true)
  expect(new Set(users.map((user) => user.customerId)).size).toBe(users.length)
}

/** The first page and those that its cursor leads to. */
async function readPages(place: Place, asked: readonly string[]): Promise<ListDocument[]> {
  const pages: ListDocument[] = []
  let cursor: string | null = null
  do {
    const page: ListDocument = asList(
      await place.json(cursor === null ? asked : [...asked, '--cursor', cursor]),
    )
    pages.push(page)
    cursor = page.nextCursor
  } while (cursor !== null)
  return pages
}

/** An empty list is one page; a full last page has no page after it. */
function pageSizes(total: number, limit: number): number[] {
  const sizes = Array.from({ length: Math.floor(total / limit) }, () => limit)
  return total % limit > 0 || total === 0 ? [...sizes, total % limit] : sizes
}
