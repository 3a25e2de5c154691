// Random networks: what an invoice froze is what the oracle counts, and whatever is told of the network
// afterwards, the differences of an invoice to any instant explain exactly the two lists.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { REASONS } from '#counting/reconcile'
import { createHeadcount, type Headcount } from '#services/headcount'
import type { PlatformInvoiceIssued } from '#services/platform-invoices/issue-round'
import { listAll } from '../oracle/ask-product.ts'
import { countAt, readExport } from '../oracle/oracle.ts'
import { WorldDatabase } from '../oracle/world-database.ts'
import { type RandomWorld, retold, worldArbitrary } from '../oracle/worlds.ts'
import { PLAN } from './billed-network.ts'
import { expectSums } from './expect-sums.ts'

const seed = Number(process.env.HEADCOUNT_TEST_SEED ?? Date.now() % 2 ** 31)
const numRuns = Math.ceil(Number(process.env.HEADCOUNT_TEST_WORLDS ?? 300) / 10)
console.log(`random networks: HEADCOUNT_TEST_SEED=${seed}`)

let db: WorldDatabase
let headcount: Headcount
beforeAll(async () => {
  db = await WorldDatabase.open('pglite')
  headcount = createHeadcount(db.context)
})
afterAll(() => db.close())

describe('random networks', { timeout: 120_000 + 4000 * numRuns }, () => {
  test('a frozen list is what the oracle counts for an invoice at that instant', async () => {
    await forAll(worldArbitrary, async (world) => {
      const network = await billed(world)
      const [cutOff = 0] = world.instants
      for (const invoice of await issueAt(network, cutOff)) {
        const asked = countAt(readExport(world.files), cutOff, { asInvoice: true })
        const { items } = await headcount.listInvoicedUsers({ network, number: invoice.number, limit: 1000 })
        const expected = asked.locations.find(({ location }) => String(location) === externalIdOf(invoice))
        const users = items.map(({ externalId, sources }) => ({
          customer: Number(externalId),
          sources: [...sources],
        }))
        expect(users.sort((a, b) => a.customer - b.customer)).toEqual(expected?.users)
        // every source on the list has its evidence, and no evidence is of another
        for (const { sources, evidence } of items) {
          expect([...new Set(evidence.map(({ source }) => source))].sort()).toEqual([...sources].sort())
        }
      }
    })
  })

  test('every customer on one side alone has one reason, and nobody else has', async () => {
    await forAll(fc.tuple(worldArbitrary, worldArbitrary), async ([world, other]) => {
      const network = await billed(world)
      const instants = [...new Set([...world.instants, ...other.instants])].sort((a, b) => a - b)
      const cutOffs = [instants[Math.floor(instants.length / 3)], instants[Math.floor(instants.length / 2)]]
      const issued = []
      for (const cutOff of new Set(cutOffs)) issued.push(...(await issueAt(network, cutOff ?? 0)))
      await db.bringAgain(retold(world.files, other.files), network)
      for (const invoice of issued.slice(0, 3)) {
        const { number } = invoice
        const invoiced = await headcount.listInvoicedUsers({ network, number, limit: 1000 })
        for (const at of instants.filter((_, n) => n % 3 === 0).slice(0, 4)) {
          const asOf = new Date(at)
          const told = await headcount.reconcilePlatformInvoice({ network, number, asOf })
          expectSums(told)
          const panel = await listAll(db.context, { network, asOf, location: externalIdOf(invoice) })
          const onInvoice = new Set(invoiced.items.map(({ customerId }) => customerId))
          const onPanel = new Set(panel.map(({ customerId }) => customerId))
          const alone = (mine: Set<number>, others: Set<number>) =>
            [...mine].filter((id) => !others.has(id)).sort()
          const ofSide = (side: string) =>
            told.differences
              .filter((one) => one.side === side)
              .map(({ customerId }) => customerId)
              .sort()
          expect(ofSide('lost')).toEqual(alone(onInvoice, onPanel))
          expect(ofSide('new')).toEqual(alone(onPanel, onInvoice))
          for (const { reason } of told.differences) expect(REASONS).toContain(reason)
        }
      }
      const { isIntact } = await headcount.verifyPlatformInvoices()
      expect(isIntact).toBe(true)
    })
  })

  /** A world with a price plan at each of its locations. @returns its network */
  async function billed({ files }: RandomWorld): Promise<string> {
    const network = await db.bring(files)
    await headcount.importPricePlan({ plan: PLAN })
    for (const { id } of readExport(files).locations) {
      const from = new Date('2000-01-01T00:00:00Z')
      await headcount.assignPricePlan({ network, location: String(id), pricePlan: PLAN.name, from })
    }
    const { items } = await headcount.listLocations({ network })
    for (const { locationId, externalId } of items) externalIds.set(locationId, externalId)
    return network
  }

  const externalIds = new Map<number, string>()
  const externalIdOf = ({ locationId }: PlatformInvoiceIssued) => externalIds.get(locationId) ?? ''

  async function issueAt(network: string, cutOff: number): Promise<readonly PlatformInvoiceIssued[]> {
    return (await headcount.issuePlatformInvoices({ network, cutOff: new Date(cutOff) })).issued
  }
})

function forAll<Value>(values: fc.Arbitrary<Value>, examine: (value: Value) => Promise<void>): Promise<void> {
  const limits = { interruptAfterTimeLimit: 100_000 + 4000 * numRuns, markInterruptAsFailure: true }
  return fc.assert(fc.asyncProperty(values, examine), { numRuns, seed, ...limits })
}
