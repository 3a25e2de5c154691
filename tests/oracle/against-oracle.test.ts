// Random networks, each imported as an export folder and counted twice: by the product and by the oracle.
// A failure tells its seed; HEADCOUNT_TEST_SEED repeats a run, HEADCOUNT_TEST_WORLDS makes it longer or shorter.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Evidence } from '#counting/evidence'
import { SORTS } from '#counting/list'
import { DEFAULT_RULE_SET } from '#counting/rules'
import type { ActiveUser } from '#model/active-user'
import { SOURCES } from '#model/source'
import { countActiveUsers } from '#services/active-users/count'
import { type Explanation, explainCustomer } from '#services/active-users/explain'
import { listActiveUsers } from '#services/active-users/list'
import { type Asked, countedByProduct, listAll, ruleSetWithout } from './ask-product.ts'
import { countAt, readExport, verdict, type World } from './oracle.ts'
import { BEFOREHAND, WorldDatabase } from './world-database.ts'
import {
  fewerRecords,
  irrelevantRecords,
  type RandomWorld,
  retold,
  toldTwice,
  withRecords,
  worldArbitrary,
} from './worlds.ts'

const seed = Number(process.env.HEADCOUNT_TEST_SEED ?? Date.now() % 2 ** 31)
const numRuns = Number(process.env.HEADCOUNT_TEST_WORLDS ?? 300)
const fewer = Math.ceil(numRuns / 15)
/** For questions that are asked of every location by every source and in every order. */
const few = Math.ceil(numRuns / 30)
/** Long enough to shrink a failure, which is told even when time runs out. */
const timeLimit = 120_000 + 600 * numRuns
console.log(`random networks: HEADCOUNT_TEST_SEED=${seed}`)

/** Rule sets under which other kinds than the default ones decide. */
const strictRuleSets = [
  ['booking.tentative', 'contract.frozen', 'contract.free'],
  ['recurring_product.renewed', 'customer_invoice.zero_value', 'contract.future_start'],
  ['recurring_product.sold', 'booking.free', 'contract.running'],
  ['booking.made', 'contract.free', 'customer_invoice.issued'],
].map((notCounting, at) => ({
  notCounting,
  ruleSet: ruleSetWithout(DEFAULT_RULE_SET, `strict-${at + 1}`, notCounting),
}))
const defaultRules = { notCounting: [] as string[], ruleSet: DEFAULT_RULE_SET }
const allRuleSets = [defaultRules, ...strictRuleSets]
/** One of them for each network, the same whenever it is looked at again. */
const strictFor = ({ files }: RandomWorld) =>
  strictRuleSets[Object.values(files).flat().length % strictRuleSets.length] ?? defaultRules

let db: WorldDatabase
beforeAll(async () => {
  db = await WorldDatabase.open('pglite')
})
afterAll(() => db.close())

describe('random networks', { timeout: timeLimit + 30_000 }, () => {
  test('the count, the list and the windows are the oracle’s, whatever the rule set', async () => {
    await forWorlds(numRuns, async (random) => {
      const { files, instants } = random
      const world = readExport(files)
      const network = await db.bring(files)
      for (const [turn, at] of instants.entries()) {
        const asked = turn === 0 ? [defaultRules, strictFor(random)] : [defaultRules]
        for (const { notCounting, ruleSet } of asked) {
          const counted = await countedByProduct(db.context, { network, asOf: new Date(at), ruleSet })
          const title = `${new Date(at).toISOString()} by ${ruleSet.id}`
          expect({ title, ...counted }).toEqual({ title, ...countAt(world, at, { notCounting }) })
        }
      }
    })
  })

  test('a list by source, and in pages of any order, holds the same customers once', async () => {
    await forWorlds(few, async (random) => {
      for (const { asked, location } of await bringAndAsk(random)) {
        const all = await listAll(db.context, { ...asked, location })
        const [alone] = (await countActiveUsers(db.context, { ...asked, location })).locations
        const { locations } = await countActiveUsers(db.context, asked)
        expect(alone).toEqual(locations.find((one) => one.externalId === location))
        expect(alone?.count).toBe(all.length)
        for (const source of SOURCES) {
          const ofSource = await listAll(db.context, { ...asked, location, sources: [source] })
          expect(ofSource).toEqual(all.filter((user) => user.sources.includes(source)))
        }
        for (const sort of SORTS) {
          const paged = await listInPages({ ...asked, location, sort })
          expect(ids(paged).sort()).toEqual(ids(all).sort())
          expect(isInOrder(paged, sort)).toBe(true)
        }
      }
    })
  })

  test('an explanation agrees with the list and with the oracle’s records, for everybody', async () => {
    await forWorlds(fewer, async (random) => {
      const world = readExport(random.files)
      for (const [turn, { asked: whenever, location }] of (await bringAndAsk(random)).slice(0, 4).entries()) {
        const { notCounting, ruleSet } = allRuleSets[turn % allRuleSets.length] ?? defaultRules
        const asked = { ...whenever, ruleSet }
        const listed = new Map(
          (await listAll(db.context, { ...asked, location })).map((u) => [u.externalId, u]),
        )
        for (const id of world.customers.keys()) {
          const customer = String(id)
          const explained = await explainCustomer(db.context, { ...asked, location, customer })
          const user = listed.get(customer)
          const title = `${customer} at ${location} as of ${asked.asOf.toISOString()} by ${ruleSet.id}`
          const own = explained.evidence.filter((item) => item.counts && item.source !== 'team')
          expect({
            title,
            isActiveUser: explained.isActiveUser,
            sources: explained.sources,
            firstEvidenceAt: user?.firstEvidenceAt,
            records: [...new Set(own.map((item) => `${item.source} ${item.record.externalId}`))].sort(),
          }).toEqual({
            title,
            ...toldByOracle({ world, location: Number(location), at: asked.asOf.getTime(), notCounting }, id),
          })
          expect(explained.isActiveUser).toBe(user !== undefined)
          expect(explained.evidence.filter((item) => !isSound(item, explained))).toEqual([])
        }
      }
    })
  })

  test('the order of records and how often they arrive change nothing', async () => {
    const shuffled = worldArbitrary.chain((world) =>
      fc.record({ world: fc.constant(world), first: shuffledFiles(world), second: shuffledFiles(world) }),
    )
    await forAll(fewer, shuffled, async ({ world: { files, instants }, first, second }) => {
      const world = readExport(files)
      const network = await db.bring(first)
      const again = await db.bringAgain(second, network)
      expect(again).toMatchObject({ hasChanges: false, importId: null })
      for (const at of instants) {
        const counted = await countedByProduct(db.context, { network, asOf: new Date(at) })
        expect(counted).toEqual(countAt(world, at))
      }
    })
  })

  test('records that come in two imports count as if they had come in one', async () => {
    const parted = worldArbitrary.chain((world) =>
      fc.record({ world: fc.constant(world), part: fewerRecords(world.files) }),
    )
    await forAll(fewer, parted, async ({ world: { files, instants }, part }) => {
      const world = readExport(files)
      const network = await db.bring(part)
      await db.bringAgain(files, network)
      expect(await db.bringAgain(files, network)).toMatchObject({ hasChanges: false })
      for (const at of instants) {
        const counted = await countedByProduct(db.context, { network, asOf: new Date(at) })
        expect(counted).toEqual(countAt(world, at))
      }
    })
  })

  test('records that are told again otherwise count as they were told last', async () => {
    await forAll(fewer, fc.tuple(worldArbitrary, worldArbitrary), async ([one, other]) => {
      const again = retold(one.files, other.files)
      const world = readExport(toldTwice(one.files, again))
      const network = await db.bring(one.files)
      await db.bringAgain(again, network, BEFOREHAND)
      expect(await db.bringAgain(again, network, BEFOREHAND)).toMatchObject({ hasChanges: false })
      for (const at of [...one.instants, ...other.instants]) {
        const counted = await countedByProduct(db.context, { network, asOf: new Date(at) })
        const title = new Date(at).toISOString()
        expect({ title, ...counted }).toEqual({ title, ...countAt(world, at) })
      }
    })
  })

  test('a record that is never a source changes nothing', async () => {
    await forAll(fewer, fc.tuple(worldArbitrary, irrelevantRecords), async ([{ files, instants }, more]) => {
      const world = readExport(files)
      const network = await db.bring(files)
      const again = await db.bringAgain(withRecords(files, more), network)
      expect(again.hasChanges).toBe(false)
      const other = await db.bring(withRecords(files, more))
      for (const at of instants) {
        const counted = await countedByProduct(db.context, { network: other, asOf: new Date(at) })
        expect(counted).toEqual(countAt(world, at))
      }
    })
  })

  test('what is counted now is what is counted as of now', async () => {
    await forWorlds(fewer, async ({ files, instants }) => {
      const network = await db.bring(files)
      for (const at of instants) {
        const now = { ...db.context, now: () => new Date(at) }
        expect(await countActiveUsers(now, { network })).toEqual(
          await countActiveUsers(db.context, { network, asOf: new Date(at) }),
        )
      }
    })
  })
})

function forWorlds(runs: number, examine: (world: RandomWorld) => Promise<void>): Promise<void> {
  return forAll(runs, worldArbitrary, examine)
}

function forAll<Value>(
  runs: number,
  values: fc.Arbitrary<Value>,
  examine: (value: Value) => Promise<void>,
): Promise<void> {
  const limits = { interruptAfterTimeLimit: timeLimit, markInterruptAsFailure: true }
  return fc.assert(fc.asyncProperty(values, examine), { numRuns: runs, seed, ...limits })
}

/** Every location at every instant of a world, ready to be asked about. */
async function bringAndAsk({ files, instants }: RandomWorld): Promise<{ asked: Asked; location: string }[]> {
  const network = await db.bring(files)
  const { locations } = readExport(files)
  return instants.flatMap((at) =>
    locations.map(({ id }) => ({ asked: { network, asOf: new Date(at) }, location: String(id) })),
  )
}

/** What counts has no reason not to, lies in the window if its source is forgotten with it, and nothing is to come. */
function isSound({ source, counts, silentReason, at }: Evidence, { asOf, location }: Explanation): boolean {
  const isForgotten = source !== 'contract' && source !== 'team'
  if (counts !== (silentReason === null)) return false
  if (at !== null && (isForgotten ? at >= asOf : at > asOf)) return false
  return !counts || !isForgotten || (at ?? '') >= location.windowFrom
}

/** Small enough that most lists have several. */
const PAGE = 3

async function listInPages(
  asked: Asked & { readonly location: string; readonly sort: (typeof SORTS)[number] },
): Promise<ActiveUser[]> {
  const users: ActiveUser[] = []
  let cursor: string | undefined
  do {
    const page = await listActiveUsers(db.context, {
      ...asked,
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    })
    users.push(...page.activeUsers)
    if (users.length > page.total) throw new Error('the pages never end')
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return users
}

function isInOrder(users: readonly ActiveUser[], sort: (typeof SORTS)[number]): boolean {
  const keys = users.map((user) => orderKey(user, sort))
  return keys.every((key, at) => at === 0 || (keys[at - 1] ?? '') <= key)
}

/** Names of random customers differ by a number only, so a list by name follows its digits. */
function orderKey(user: ActiveUser, sort: (typeof SORTS)[number]): string {
  const name = user.name.toLowerCase()
  if (sort === 'since') return `${user.firstEvidenceAt} ${name}`
  if (sort === 'name') return name
  return `${SOURCES.map((source) => (user.sources.includes(source) ? 0 : 1)).join('')} ${name}`
}

function ids(users: readonly ActiveUser[]): string[] {
  return users.map((user) => user.externalId)
}

interface Question {
  readonly world: World
  readonly location: number
  readonly at: number
  readonly notCounting: readonly string[]
}

function toldByOracle({ world, location, at, notCounting }: Question, customer: number) {
  const countingOf = (one: number) =>
    verdict(world, location, one, at, { notCounting }).filter((evidence) => evidence.counts)
  const isOwn = ({ source }: { source: string }) => source !== 'team'
  const counting = countingOf(customer)
  const sources = SOURCES.filter((source) => counting.some((one) => one.source === source))
  const payers = counting.filter((one) => !isOwn(one)).map((one) => one.record)
  const behind = [...counting, ...payers.flatMap(countingOf)].filter(isOwn)
  const first = Math.min(...behind.map((one) => one.at))
  return {
    isActiveUser: sources.length > 0,
    sources,
    firstEvidenceAt: sources.length > 0 ? new Date(first).toISOString() : undefined,
    records: [...new Set(counting.filter(isOwn).map((one) => `${one.source} ${one.record}`))].sort(),
  }
}

function shuffledFiles({ files }: RandomWorld): fc.Arbitrary<RandomWorld['files']> {
  const shuffled = Object.entries(files).map(([name, records]) => [
    name,
    fc.shuffledSubarray(records, { minLength: records.length }),
  ])
  return fc.record(Object.fromEntries(shuffled) as Record<string, fc.Arbitrary<unknown[]>>)
}
