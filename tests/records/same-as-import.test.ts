// Records in batches mean what an import of the same records means.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import type { NetworkedRecord } from '#model/records'
import { checkInvariants } from '#services/doctor/check-invariants'
import { createHeadcount } from '#services/headcount'
import { importRecords } from '#services/imports/import-records'
import { upsertRecords } from '#services/records/upsert'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'
import { contextOf, location, readerOf, type TestContext } from './network.ts'
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

/**
 * Leaves out changes that are told of another customer than before: a batch that takes one away from a
 * customer who stood in an earlier batch leaves him his state without its date, where an import notes one.
 */
function withoutMovedChanges(
  before: readonly NetworkedRecord[],
  records: readonly NetworkedRecord[],
): readonly NetworkedRecord[] {
  const ownerBefore = new Map(
    before.flatMap((one) =>
      one.kind === 'customer_change' ? [[one.externalId, one.customerExternalId] as const] : [],
    ),
  )
  return records.filter(
    (one) =>
      one.kind !== 'customer_change' ||
      (ownerBefore.get(one.externalId) ?? one.customerExternalId) === one.customerExternalId,
  )
}

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
          for (const [round, records] of [first, withoutMovedChanges(first, second)].entries()) {
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
      { numRuns: RUNS, seed },
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
