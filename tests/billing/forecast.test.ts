// The next platform invoice: what is certain, what will come and go, and what if something changed.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import type { Headcount } from '#services/headcount'
import { dumpTables } from '../imports/dump.ts'
import { at, booking, contract, NETWORK, sale, type TestContext, upsert } from '../records/network.ts'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'
import { billedNetwork } from './billed-network.ts'

const loft = { location: 'loft', network: NETWORK }

describe.each(ENGINE_CASES)('forecasts on %s', (engine) => {
  let db: Database
  let context: TestContext
  let headcount: Headcount

  beforeAll(async () => {
    db = await openTestDatabase(engine)
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    await emptyAllTables(db)
    ;({ context, headcount } = await billedNetwork(db))
    context.clock = new Date('2026-10-20T00:00:00Z')
  })

  test('says what will be invoiced if nothing changes, and the invoice then says the same', async () => {
    await upsert(
      context,
      contract('k-1', { createdAt: at('2026-09-16T00:00:00Z'), endsAt: at('2026-10-25T00:00:00Z') }),
      // sold long ago, and it renews on the 28th
      sale('s-2', {
        customerExternalId: 'eve',
        soldAt: at('2026-09-01T00:00:00Z'),
        renewal: { cycle: 'month', every: 1, from: at('2026-08-28T00:00:00Z'), until: null },
      }),
    )
    const told = await headcount.forecastPlatformInvoice(loft)
    expect(told).toMatchObject({
      cutOffAt: '2026-11-01T00:00:00.000Z',
      countNow: 5,
      certain: 3,
      expectedToGo: 2,
      expectedToCome: 0,
      count: 3,
      range: null,
      charge: { totalMinor: 2700 },
      marginMinor: 300,
    })
    context.clock = new Date('2026-11-01T00:00:00Z')
    const { issued } = await headcount.issuePlatformInvoices({ location: 'loft' })
    expect(issued.map(({ activeUsers, totalMinor }) => [activeUsers, totalMinor])).toEqual([[3, 2700]])
    // forgotten on the 1st, eve counts again by the renewal of the 28th
    context.clock = new Date('2026-11-02T00:00:00Z')
    expect(await headcount.forecastPlatformInvoice(loft)).toMatchObject({
      countNow: 0,
      expectedToCome: 1,
      count: 1,
    })
  })

  test('tells who counts by one record alone', async () => {
    await upsert(context, booking('b-2', { customerExternalId: 'cara', madeAt: at('2026-10-12T00:00:00Z') }))
    const { singleRecords } = await headcount.forecastPlatformInvoice(loft)
    expect(singleRecords.map(({ externalId, kind, record }) => [externalId, kind, record])).toEqual([
      ['ada', 'running', 'k-1'],
      ['ben', 'paying_customer', 't-1'],
      ['dan', 'issued', 'i-1'],
    ])
  })

  test.each([
    ['a suspension takes the contract and the team', { suspend: ['ada'] }, 2],
    ['a suspension of who booked changes nothing', { suspend: ['cara'] }, 4],
    ['a contract is cancelled', { cancelContracts: ['k-1'] }, 2],
    ['somebody leaves his team', { leaveTeams: ['ben'] }, 3],
    ['somebody had no records, though he booked', { without: ['cara'] }, 3],
    ['the paying customer had none, and his team with him', { without: ['ada', 'dan'] }, 1],
    ['all together', { suspend: ['cara'], cancelContracts: ['k-1'], leaveTeams: ['ben'] }, 2],
  ])('what if %s', async (_title, suppose, count) => {
    const before = await dumpTables(db)
    expect((await headcount.forecastPlatformInvoice(loft)).count).toBe(4)
    expect(await headcount.forecastPlatformInvoice({ ...loft, suppose })).toMatchObject({ count })
    expect(await dumpTables(db)).toEqual(before)
  })

  test('has a range once there are three invoices', async () => {
    context.clock = new Date('2027-01-10T00:00:00Z')
    await upsert(
      context,
      booking('b-2', { customerExternalId: 'eve', madeAt: at('2026-11-25T00:00:00Z') }),
      booking('b-3', { customerExternalId: 'cara', madeAt: at('2026-11-26T00:00:00Z') }),
    )
    await headcount.issuePlatformInvoices({ location: 'loft' })
    // on the 10th there were 2 in November and 4 at its end; in December none came
    const told = await headcount.forecastPlatformInvoice(loft)
    expect(told).toMatchObject({ count: 2, range: { least: 2, most: 4 } })
  })

  test('what cannot be is refused', async () => {
    const refused = (suppose: object, code: string) =>
      expect(headcount.forecastPlatformInvoice({ ...loft, suppose })).rejects.toMatchObject({ code })
    await refused({ suspend: ['nobody'] }, 'CUSTOMER_NOT_FOUND')
    await refused({ cancelContracts: ['k-0'] }, 'RECORD_NOT_FOUND')
    await refused({ archive: ['ada'] }, 'INVALID_ARGUMENT')
    await refused({ suspend: 'ada' }, 'INVALID_ARGUMENT')
    await db.script('delete from billing_anchors')
    await refused({}, 'NO_BILLING_ANCHOR')
  })
})
