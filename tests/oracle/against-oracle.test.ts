// Random networks, each imported as an export folder and counted twice: by the product and by the oracle.
// A failure tells its seed; HEADCOUNT_TEST_SEED repeats a run, HEADCOUNT_TEST_WORLDS makes it longer or shorter.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SORTS } from '#counting/active-users'
import { DEFAULT_RULE_SET } from '#counting/rules'
import { SOURCES } from '#model/source'
import { countActiveUsers } from '#services/active-users/count'
import { explainCustomer } from '#services/active-users/explain'
import { type ActiveUser, listActiveUsers } from '#services/active-users/list'
import { countAt, readExport, verdict, type World } from './oracle.ts'
import { type Asked, countedByProduct, listAll, ruleSetWithout, WorldDatabase } from './world-database.ts'
import { irrelevantRecords, type RandomWorld, withRecords, worldArbitrary } from './worlds.ts'

const seed = Number(process.env.HEADCOUNT_TEST_SEED ?? Date.now() % 2 ** 31)
const numRuns = Number(process.env.HEADCOUNT_TEST_WORLDS ?? 300)
const fewer = Math.ceil(numRuns / 10)
console.log(`random networks: HEADCOUNT_TEST_SEED=${seed}`)

/** Rule sets under which other kinds than the default ones decide. */
const strictRuleSets = [
  ['booking.tentative', 'contract.frozen', 'contract.free'],
  ['recurring_product.renewed', 'customer_invoice.zero_value', 'contract.future_start'],
  ['booking.made', 'booking.free', 'contract.running', 'customer_invoice.issued'],
].map((notCounting, at) => ({
  notCounting,
  ruleSet: ruleSetWithout(DEFAULT_RULE_SET, `strict-${at + 1}`, notCounting),
}))
const defaultRules = { notCounting: [] as string[], ruleSet: DEFAULT_RULE_SET }

let db: WorldDatabase
beforeAll(async () => {
  db = await WorldDatabase.open('pglite')
})
afterAll(() => db.close())

describe('random networks', { timeout: 1000 * numRuns + 60_000 }, () => {
  test('the count, the list and the windows are the oracle’s, whatever the rule set', async () => {
    await forWorlds(numRuns, async ({ files, instants }) => {
      const world = readExport(files)
      const network = await db.bring(files)
      for (const [turn, at] of instants.entries()) {
        const strict = strictRuleSets[turn % strictRuleSets.length] ?? defaultRules
        for (const { notCounting, ruleSet } of [defaultRules, strict]) {
          const counted = await countedByProduct(db.context, { network, asOf: new Date(at), ruleSet })
          const title = `${new Date(at).toISOString()} by ${ruleSet.id}`
          expect({ title, ...counted }).toEqual({ title, ...countAt(world, at, { notCounting }) })
        }
      }
    })
  })

  test('a list by source, and in pages of any order, holds the same customers once', async () => {
    await forWorlds(fewer, async (random) => {
      for (const { asked, location } of await bringAndAsk(random)) {
        const all = await listAll(db.context, { ...asked, location })
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
      for (const { asked, location } of (await bringAndAsk(random)).slice(0, 2)) {
        const listed = new Map(
          (await listAll(db.context, { ...asked, location })).map((u) => [u.externalId, u]),
        )
        for (const id of world.customers.keys()) {
          const customer = String(id)
          const explained = await explainCustomer(db.context, { ...asked, location, customer })
          const user = listed.get(customer)
          const title = `${customer} at ${location} as of ${asked.asOf.toISOString()}`
          const own = explained.evidence.filter((item) => item.counts && item.source !== 'team')
          expect({
            title,
            isActiveUser: explained.isActiveUser,
            sources: explained.sources,
            firstEvidenceAt: user?.firstEvidenceAt,
            records: [...new Set(own.map((item) => item.record.externalId))].sort(),
          }).toEqual({ title, ...toldByOracle(world, Number(location), id, asked.asOf.getTime()) })
          expect(explained.isActiveUser).toBe(user !== undefined)
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
  return fc.assert(fc.asyncProperty(values, examine), { numRuns: runs, seed })
}

/** Every location at every instant of a world, ready to be asked about. */
async function bringAndAsk({ files, instants }: RandomWorld): Promise<{ asked: Asked; location: string }[]> {
  const network = await db.bring(files)
  const { locations } = readExport(files)
  return instants.flatMap((at) =>
    locations.map(({ id }) => ({ asked: { network, asOf: new Date(at) }, location: String(id) })),
  )
}

async function listInPages(
  asked: Asked & { readonly location: string; readonly sort: (typeof SORTS)[number] },
): Promise<ActiveUser[]> {
  const users: ActiveUser[] = []
  let cursor: string | undefined
  do {
    const page = await listActiveUsers(db.context, {
      ...asked,
      limit: 2,
      ...(cursor === undefined ? {} : { cursor }),
    })
    users.push(...page.activeUsers)
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

function toldByOracle(world: World, location: number, customer: number, at: number) {
  const counting = verdict(world, location, customer, at).filter((one) => one.counts)
  const sources = SOURCES.filter((source) => counting.some((one) => one.source === source))
  const own = counting.filter((one) => one.source !== 'team')
  const payers = counting.filter((one) => one.source === 'team').map((one) => one.record)
  const behind = payers
    .flatMap((payer) => verdict(world, location, payer, at))
    .filter((one) => one.counts && one.source !== 'team')
  const first = Math.min(...[...own, ...behind].map((one) => one.at))
  return {
    isActiveUser: sources.length > 0,
    sources,
    firstEvidenceAt: sources.length > 0 ? new Date(first).toISOString() : undefined,
    records: [...new Set(own.map((one) => String(one.record)))].sort(),
  }
}

function shuffledFiles({ files }: RandomWorld): fc.Arbitrary<RandomWorld['files']> {
  const shuffled = Object.entries(files).map(([name, records]) => [
    name,
    fc.shuffledSubarray(records, { minLength: records.length }),
  ])
  return fc.record(Object.fromEntries(shuffled) as Record<string, fc.Arbitrary<unknown[]>>)
}
