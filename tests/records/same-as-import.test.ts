// Records in batches mean what an import of the same records means.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import type { CustomerRecord, NetworkedRecord } from '#model/records'
import { checkInvariants } from '#services/doctor/check-invariants'
import { createHeadcount } from '#services/headcount'
import { importRecords } from '#services/imports/import-records'
import { upsertRecords } from '#services/records/upsert'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'
import { at, contextOf, contract, customer, location, readerOf, type TestContext } from './network.ts'
import { batchesOf, telling } from './random-records.ts'

const WHOLE = 'Whole'
const BATCHED = 'Batched'
const RUNS = Math.ceil(Number(process.env.HEADCOUNT_TEST_WORLDS ?? 300) / 50)
const seed = Number(process.env.HEADCOUNT_TEST_SEED ?? Date.now() % 2 ** 31)
const arrivals = ['2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z', '2026-11-20T00:00:00Z']
const instants = [
  '2026-10-12T00:00:00Z',
  '2026-10-31T00:00:00Z',
  '2026-11-12T00:00:00Z',
  '2026-11-20T00:00:00Z',
]

const DAY = 86_400_000
const october = (day: number) => at('2026-10-01T00:00:00Z') + (day - 1) * DAY

function change(externalId: string, who: string, day: number, after: boolean): NetworkedRecord {
  return {
    ...{ kind: 'customer_change', externalId, customerExternalId: who, at: october(day) },
    ...{ property: 'suspended', before: !after, after },
  }
}

/** Everywhere the same customers, of whom `c0` has a contract. */
function tellingOf(c0: Partial<CustomerRecord>, ...history: readonly NetworkedRecord[]) {
  const places = ['l0', 'l1', 'l2'].map((id) => location(id, { createdAt: october(1) }))
  const here = { customerExternalId: 'c0', locationExternalId: 'l0' }
  return [...places, customer('c0', c0), customer('c1'), ...history, contract('k-1', here)]
}

/** By place of a record in its telling: `c1` and the history that becomes his come a batch after `c0`. */
const LATER = [0, 0, 0, 0, 1, 0]

/**
 * An entry of history that is told of another customer afterwards: one that told of the state which the
 * first customer has come to have meanwhile, and one that contradicted it.
 */
const MOVED_HISTORY: [readonly NetworkedRecord[], readonly NetworkedRecord[], number[]][] = [
  [
    tellingOf({}, change('h-1', 'c0', 20, true)),
    tellingOf({ isSuspended: true }, change('h-1', 'c1', 20, true)),
    LATER,
  ],
  [
    tellingOf({ updatedAt: october(2) }, change('1', 'c0', 21, true), change('2', 'c0', 25, false)),
    tellingOf({ isSuspended: true, updatedAt: october(10) }, change('2', 'c1', 25, false)),
    LATER,
  ],
]

describe.each(ENGINE_CASES)('batches beside imports on %s', (engine) => {
  let db: Database
  let context: TestContext

  beforeAll(async () => {
    db = await openTestDatabase(engine)
    context = contextOf(db)
  })
  afterAll(() => db?.close())

  test('the same records give the same counts and lists, in whatever batches they come', {
    timeout: 600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        telling,
        telling,
        fc.array(fc.nat(99), { minLength: 5, maxLength: 40 }),
        async (first, second, choices) => {
          await emptyAllTables(db)
          // teams of a network's first import have held for ever, so both networks are there before
          context.clock = new Date(arrivals[0] ?? '')
          for (const name of [WHOLE, BATCHED]) await importInto(name, [location('l0')])
          for (const [round, records] of [first, second].entries()) {
            context.clock = new Date(arrivals[round + 1] ?? '')
            await importInto(WHOLE, records)
            for (const batch of batchesOf(records, choices))
              await upsertRecords(context, { network: BATCHED, records: batch })
            expect(await told(BATCHED)).toEqual(await told(WHOLE))
            const again = await upsertRecords(context, { network: WHOLE, records })
            expect(again.records.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([])
            expect((await importInto(BATCHED, records)).hasChanges).toBe(false)
            expect(await checkInvariants(db, context.asker)).toEqual([])
          }
        },
      ),
      { numRuns: RUNS, seed, examples: MOVED_HISTORY },
    )
  })

  function importInto(name: string, records: readonly NetworkedRecord[]) {
    const reader = { ...readerOf(records), network: async () => ({ externalId: name, name }) }
    return importRecords(context, reader, { networkName: name })
  }

  /** Everything that can be asked of a network, without our numbers. */
  async function told(network: string): Promise<unknown> {
    const headcount = createHeadcount(context)
    const answers: unknown[] = []
    for (const asOf of instants.map((text) => new Date(text))) {
      const asked = { network, asOf, limit: 1000 }
      answers.push(
        await headcount.count({ network, asOf }),
        await headcount.listCustomers(asked),
        await headcount.listTeams(asked),
        await headcount.listContracts({ ...asked, state: 'all' }),
        await headcount.listBookings(asked),
        await headcount.listCustomerInvoices(asked),
        await headcount.listRecurringProducts(asked),
      )
      for (const place of ['l0', 'l1', 'l2'])
        answers.push(await headcount.list({ ...asked, location: place }))
    }
    answers.push(await headcount.listLocations({ network }))
    return JSON.parse(JSON.stringify(answers, withoutNumbers))
  }
})

const NUMBERS = ['networkId', 'locationId', 'customerId', 'teamId']

/** Lists come in an order that ends with our numbers, so they are put in one of their own. */
function withoutNumbers(key: string, value: unknown): unknown {
  if (NUMBERS.includes(key)) return undefined
  if (key === 'network' || value === WHOLE || value === BATCHED) return 'network'
  if (!Array.isArray(value)) return value
  return value.toSorted((a, b) => {
    const [one, other] = [JSON.stringify(a, withoutNumbers), JSON.stringify(b, withoutNumbers)]
    return one < other ? -1 : one > other ? 1 : 0
  })
}
