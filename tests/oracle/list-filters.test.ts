// Filters, figures and details of the list, worked out a second time from the whole list and the explanations.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ORDERS } from '#counting/list'
import { type ActiveUser, CUSTOMER_KINDS } from '#model/active-user'
import { SOURCES } from '#model/source'
import { explainCustomer } from '#services/active-users/explain'
import { historyOfActiveUsers } from '#services/active-users/history'
import { type ListOptions, listActiveUsers } from '#services/active-users/list'
import { listCustomers } from '#services/customers/list'
import { listTeams } from '#services/teams/list'
import { type Asked, listAll } from './ask-product.ts'
import { readExport } from './oracle.ts'
import { WorldDatabase } from './world-database.ts'
import { worldArbitrary } from './worlds.ts'

const seed = Number(process.env.HEADCOUNT_TEST_SEED ?? Date.now() % 2 ** 31)
const numRuns = Math.ceil(Number(process.env.HEADCOUNT_TEST_WORLDS ?? 300) / 10)
console.log(`random lists: HEADCOUNT_TEST_SEED=${seed}`)

type Filters = Omit<ListOptions, 'location' | 'network'>

const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined })
const filters = fc
  .record({
    sources: maybe(fc.subarray([...SOURCES])),
    only: maybe(fc.boolean()),
    search: maybe(fc.constantFrom('1', '2', 'no such name')),
    kind: maybe(fc.constantFrom(...CUSTOMER_KINDS)),
    isSuspended: maybe(fc.boolean()),
    isArchived: maybe(fc.boolean()),
    isDisputable: maybe(fc.boolean()),
    order: maybe(fc.constantFrom(...ORDERS)),
  })
  .map((asked) => Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)))

let db: WorldDatabase
beforeAll(async () => {
  db = await WorldDatabase.open('pglite')
})
afterAll(() => db.close())

describe('lists of random networks', { timeout: 600_000 }, () => {
  test('rows say what the explanation says, and filters and figures what the rows say', async () => {
    const property = fc.asyncProperty(
      worldArbitrary,
      fc.array(filters, { minLength: 4, maxLength: 4 }),
      check,
    )
    await fc.assert(property, {
      numRuns,
      seed,
      interruptAfterTimeLimit: 300_000,
      markInterruptAsFailure: true,
    })
  })
})

async function check(
  { files, instants }: { files: Parameters<typeof db.bring>[0]; instants: readonly number[] },
  asked: readonly Filters[],
): Promise<void> {
  const network = await db.bring(files)
  for (const at of instants.slice(0, 3)) {
    for (const { id } of readExport(files).locations) {
      const place = { network, asOf: new Date(at), location: String(id) }
      const all = await listAll(db.context, place)
      await checkRows(place, all)
      await checkMonth(place, all)
      for (const filter of asked) await checkFilter(place, all, filter)
    }
  }
}

type Place = Asked & { readonly location: string }

async function checkRows(place: Place, all: readonly ActiveUser[]): Promise<void> {
  const { network, asOf } = place
  const { items: customers } = await listCustomers(db.context, { network, asOf, limit: 1000 })
  const { items: teams } = await listTeams(db.context, { network, asOf, limit: 1000 })
  for (const user of all) {
    const { evidence } = await explainCustomer(db.context, { ...place, customer: user.externalId })
    const counting = evidence.filter((item) => item.counts)
    const hasContract = evidence.some(
      ({ source, silentReason }) => source === 'contract' && silentReason !== 'contract_ended',
    )
    const customer = customers.find(({ externalId }) => externalId === user.externalId)
    const counted = counting.filter(({ source }) => source === 'team').map(({ record }) => record.externalId)
    expect(user).toMatchObject({
      kind: hasContract ? 'member' : 'contact',
      isSuspended: customer?.isSuspended,
      isArchived: customer?.isArchived,
      isDisputable: counting.every((item) => item.isDisputable),
      teams: [...new Set(teams.filter((team) => counted.includes(team.externalId)).map(({ name }) => name))],
    })
  }
}

/** The month of the instant says of each source how many have it, and how many nothing else. */
async function checkMonth(place: Place, all: readonly ActiveUser[]): Promise<void> {
  const { months } = await historyOfActiveUsers(db.context, { ...place, months: 1 })
  const { count, bySource, onlyBecauseOf } = months[0] ?? {}
  const ofEach = (isMeant: (sources: readonly string[], source: string) => boolean) =>
    Object.fromEntries(
      SOURCES.map((source) => [source, all.filter(({ sources }) => isMeant(sources, source)).length]),
    )
  expect({ place, count, bySource, onlyBecauseOf }).toEqual({
    place,
    count: all.length,
    bySource: ofEach((sources, source) => sources.includes(source)),
    onlyBecauseOf: ofEach((sources, source) => sources.length === 1 && sources[0] === source),
  })
}

async function checkFilter(place: Place, all: readonly ActiveUser[], filter: Filters): Promise<void> {
  const page = await listActiveUsers(db.context, { ...place, ...filter, limit: 1000 })
  const matching = all.filter((user) => matches(user, filter))
  const whatever = filter.order === 'desc' ? matching.toReversed() : matching
  const expected = whatever.filter((user) => hasSources(user, filter))
  const title = JSON.stringify({ place, filter })
  expect({ title, users: page.activeUsers, total: page.total }).toEqual({
    title,
    users: expected,
    total: expected.length,
  })
  const ofEach = (isMeant: (user: ActiveUser, source: string) => boolean) =>
    Object.fromEntries(
      SOURCES.map((source) => [source, whatever.filter((user) => isMeant(user, source)).length]),
    )
  expect({ title, figures: page.figures }).toEqual({
    title,
    figures: {
      total: whatever.length,
      bySource: ofEach(({ sources }, source) => sources.some((one) => one === source)),
      onlyBecauseOf: ofEach(({ sources }, source) => sources.length === 1 && sources[0] === source),
    },
  })
}

function matches(user: ActiveUser, { search, ...filter }: Filters): boolean {
  const text = `${user.name} ${user.email ?? ''} ${user.company ?? ''}`.toLowerCase()
  return (
    (search === undefined || text.includes(search)) &&
    (filter.kind ?? user.kind) === user.kind &&
    (filter.isSuspended ?? user.isSuspended) === user.isSuspended &&
    (filter.isArchived ?? user.isArchived) === user.isArchived &&
    (filter.isDisputable ?? user.isDisputable) === user.isDisputable
  )
}

function hasSources({ sources }: ActiveUser, { sources: asked = [], only = false }: Filters): boolean {
  return (
    (asked.length === 0 || asked.some((source) => sources.includes(source))) &&
    (!only || sources.length === 1)
  )
}
