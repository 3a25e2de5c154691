// A network over 14 months on a test clock: each month something happens, invoices are issued, and all sums hold.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import type { NetworkedRecord } from '#model/records'
import type { Headcount } from '#services/headcount'
import { at, booking, contract, NETWORK, sale, type TestContext, team, upsert } from '../records/network.ts'
import { ENGINE_CASES, openTestDatabase } from '../support/engines.ts'
import { billedNetwork, PLAN } from './billed-network.ts'
import { expectSums } from './expect-sums.ts'

/** What arrives in the month before each cut-off of loft; months without a run are caught up by the next. */
const MONTHS: readonly { readonly runs: boolean; readonly arrives: readonly NetworkedRecord[] }[] = [
  { runs: true, arrives: [] },
  {
    runs: true,
    arrives: [booking('m-2', { customerExternalId: 'eve', madeAt: at('2026-11-12T00:00:00Z') })],
  },
  // late: it was made in a window that is closed
  {
    runs: true,
    arrives: [booking('m-3', { customerExternalId: 'eve', madeAt: at('2026-10-20T00:00:00Z') })],
  },
  {
    runs: true,
    arrives: [contract('m-4', { customerExternalId: 'dan', createdAt: at('2027-01-10T00:00:00Z') })],
  },
  // a correction: the contract of dan ended in the window before
  {
    runs: true,
    arrives: [
      contract('m-4', {
        customerExternalId: 'dan',
        createdAt: at('2027-01-10T00:00:00Z'),
        endsAt: at('2027-01-25T00:00:00Z'),
      }),
    ],
  },
  {
    runs: true,
    arrives: [team('t-1', { memberExternalIds: ['ada'], updatedAt: at('2027-03-10T00:00:00Z') })],
  },
  // three months without a run
  {
    runs: false,
    arrives: [booking('m-7', { customerExternalId: 'cara', madeAt: at('2027-04-05T00:00:00Z') })],
  },
  { runs: false, arrives: [] },
  {
    runs: false,
    arrives: [
      sale('m-9', {
        customerExternalId: 'ben',
        soldAt: at('2027-06-02T00:00:00Z'),
        renewal: {
          cycle: 'month',
          every: 1,
          from: at('2027-06-02T00:00:00Z'),
          until: at('2027-08-01T00:00:00Z'),
        },
      }),
    ],
  },
  { runs: true, arrives: [] },
  {
    runs: true,
    arrives: [contract('k-1', { createdAt: at('2026-09-16T00:00:00Z'), endsAt: at('2027-08-15T00:00:00Z') })],
  },
  { runs: true, arrives: [] },
  {
    runs: true,
    arrives: [booking('m-13', { customerExternalId: 'dan', madeAt: at('2027-10-20T00:00:00Z') })],
  },
  { runs: true, arrives: [] },
]

describe.each(ENGINE_CASES)('14 months on %s', (engine) => {
  let db: Database
  let context: TestContext
  let headcount: Headcount

  beforeAll(async () => {
    db = await openTestDatabase(engine)
    ;({ context, headcount } = await billedNetwork(db))
  })
  afterAll(() => db?.close())

  test('each month has one invoice, every difference adds up, and a re-run changes nothing', {
    timeout: 300_000,
  }, async () => {
    for (const [month, { runs, arrives }] of MONTHS.entries()) {
      context.clock = new Date(Date.UTC(2026, 9 + month, 28))
      if (arrives.length > 0) await upsert(context, ...arrives)
      if (month === 7) await headcount.revisePricePlan({ plan: { ...PLAN, baseFee: '12.5' } })
      if (!runs) continue
      context.clock = new Date(Date.UTC(2026, 10 + month, 1, 12))
      await headcount.issuePlatformInvoices({ location: 'loft' })
      if (month === 4) await voidAndIssueAgain()
      const before = await invoices()
      expect((await headcount.issuePlatformInvoices({ location: 'loft' })).issued).toEqual([])
      expect(await invoices()).toEqual(before)
      await expectAllSums()
    }
    const standing = (await invoices()).filter(({ isVoid }) => !isVoid)
    const cutOffs = standing.map(({ cutOffAt }) => cutOffAt.slice(0, 7)).sort()
    expect(cutOffs).toEqual(
      MONTHS.map((_, month) => new Date(Date.UTC(2026, 10 + month, 1)).toISOString().slice(0, 7)),
    )
    // ada, ben, cara, dan · ada, ben, eve · the late booking changes none · dan joins · his contract had ended …
    const counts = [...standing]
      .sort((a, b) => a.cutOffAt.localeCompare(b.cutOffAt))
      .map(({ activeUsers }) => activeUsers)
    expect(counts).toEqual([4, 3, 2, 3, 2, 1, 2, 1, 2, 2, 0, 0, 1, 0])
    const first = await headcount.listAdjustments({ network: NETWORK, number: 1 })
    expect(first.items.map(({ externalId, change }) => [externalId, change])).toEqual([['eve', 'added']])
  })

  async function invoices() {
    return (await headcount.listPlatformInvoices({ network: NETWORK, limit: 500 })).items
  }

  async function voidAndIssueAgain(): Promise<void> {
    const [last] = await invoices()
    await headcount.voidPlatformInvoice({
      network: NETWORK,
      number: last?.number ?? 0,
      reason: 'A correction.',
    })
    const { issued } = await headcount.issuePlatformInvoices({ location: 'loft' })
    expect(issued.map(({ cutOffAt, edition }) => [cutOffAt, edition])).toEqual([[last?.cutOffAt, 2]])
  }

  /** Every invoice against now, against the middle of its window, and against the one before it. */
  async function expectAllSums(): Promise<void> {
    const { isIntact } = await headcount.verifyPlatformInvoices()
    expect(isIntact).toBe(true)
    const numbers = (await invoices()).map(({ number }) => number)
    for (const number of numbers) {
      const key = { network: NETWORK, number }
      const told = await headcount.reconcilePlatformInvoice(key)
      expectSums(told)
      const middle = new Date(Date.parse(told.invoice.cutOffAt) - 15 * 86_400_000)
      expectSums(await headcount.reconcilePlatformInvoice({ ...key, asOf: middle }))
      if (numbers.includes(number - 1)) {
        expectSums(await headcount.reconcilePlatformInvoice({ ...key, against: number - 1 }))
      }
    }
  }
})
