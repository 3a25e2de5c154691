// A network at a glance: what each location's last platform invoice counted, what changed since, and what comes.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import { countActiveUsers } from '#services/active-users/count'
import { historyOfActiveUsers } from '#services/active-users/history'
import { createHeadcount } from '#services/headcount'
import { overviewOfNetwork } from '#services/networks/overview'
import {
  at,
  base,
  booking,
  contextOf,
  contract,
  importAll,
  location,
  NETWORK,
  platformInvoice,
} from '../records/network.ts'
import { ENGINE_CASES, openTestDatabase } from '../support/engines.ts'

const records = [
  ...base,
  location('quay', { timeZone: 'America/New_York', currency: null }),
  contract('k-1'),
  contract('k-2', { customerExternalId: 'ben', endsAt: at('2026-11-10T00:00:00Z') }),
  booking('b-1', { customerExternalId: 'cara', madeAt: at('2026-10-20T00:00:00Z') }),
  booking('b-2', { customerExternalId: 'cara', locationExternalId: 'pier' }),
  booking('b-3', { customerExternalId: 'ada', locationExternalId: 'pier' }),
  platformInvoice('p-0', { number: 'P-0', cutOffAt: at('2026-10-01T02:00:00Z') }),
  platformInvoice('p-1', { cutOffAt: at('2026-11-01T03:00:00Z') }),
  // 31 January, 23:30 in New York
  platformInvoice('q-1', { locationExternalId: 'quay', number: null, cutOffAt: at('2026-02-01T04:30:00Z') }),
]

describe.each(ENGINE_CASES)('the overview, on %s', (engine) => {
  let db: Database
  beforeAll(async () => {
    db = await openTestDatabase(engine)
    await importAll(contextOf(db), records)
  })
  afterAll(() => db?.close())

  const ask = (asOf?: string) =>
    overviewOfNetwork(contextOf(db), {
      network: NETWORK,
      ...(asOf !== undefined && { asOf: new Date(asOf) }),
    })
  const ofLocation = async (externalId: string, asOf?: string) =>
    (await ask(asOf)).locations.find((one) => one.externalId === externalId)

  test('a location has its count, that of its last platform invoice, and the change since', async () => {
    expect(await ofLocation('loft')).toMatchObject({
      ...{ timeZone: 'Europe/London', currency: 'EUR', windowFrom: '2026-11-01T03:00:00.000Z', count: 1 },
      lastPlatformInvoice: {
        ...{ externalId: 'p-1', number: 'P-1', cutOffAt: '2026-11-01T03:00:00.000Z' },
        // by two contracts and a booking that the invoice has closed
        count: 3,
      },
      changeSince: -2,
      nextCutOff: { at: '2026-12-01T03:00:00.000Z', isEstimated: true },
    })
  })

  test('a location without a platform invoice has none to compare with', async () => {
    expect(await ofLocation('pier')).toMatchObject({
      ...{ count: 2, windowFrom: '2021-02-03T09:00:00.000Z' },
      ...{ lastPlatformInvoice: null, changeSince: null, nextCutOff: null },
    })
  })

  test.each([
    // of 31 January, in months of 28, 30 and 31 days, on the clock of New York, which is an hour ahead in summer
    ['2026-02-15T00:00:00Z', '2026-03-01T04:30:00.000Z'],
    ['2026-03-01T04:30:00Z', '2026-04-01T03:30:00.000Z'],
    ['2026-04-15T00:00:00Z', '2026-05-01T03:30:00.000Z'],
    ['2026-11-20T12:00:00Z', '2026-12-01T04:30:00.000Z'],
    ['2029-11-20T12:00:00Z', '2029-12-01T04:30:00.000Z'],
  ])('as of %s the next cut-off is estimated at %s', async (asOf, next) => {
    expect((await ofLocation('quay', asOf))?.nextCutOff).toEqual({ at: next, isEstimated: true })
  })

  test('a billing anchor tells the next cut-off, whatever was invoiced', async () => {
    const headcount = createHeadcount(contextOf(db))
    const anchor = { network: NETWORK, location: 'pier', startsOn: '2026-10-31', localTime: '09:00' }
    await headcount.setBillingAnchor(anchor)
    expect((await ofLocation('pier', '2026-11-20T12:00:00Z'))?.nextCutOff).toEqual({
      at: '2026-11-30T09:00:00.000Z',
      isEstimated: false,
    })
  })

  test('an earlier instant knows only the platform invoices by then', async () => {
    const { lastPlatformInvoice } = (await ofLocation('loft', '2026-11-01T02:59:59.999Z')) ?? {}
    expect(lastPlatformInvoice).toMatchObject({ externalId: 'p-0', number: 'P-0' })
    expect(await ofLocation('loft', '2026-11-01T03:00:00Z')).toMatchObject({
      lastPlatformInvoice: { externalId: 'p-1', count: 3 },
      count: 2,
    })
  })

  test('sum, different customers and months are those of the count and the history', async () => {
    for (const asOf of ['2026-11-20T12:00:00Z', '2026-10-25T00:00:00Z', '9999-12-31T00:00:00Z']) {
      const overview = await ask(asOf)
      const counted = await countActiveUsers(contextOf(db), { asOf: new Date(asOf) })
      expect(overview.count).toBe(counted.locations.reduce((sum, { count }) => sum + count, 0))
      expect(overview.distinctCustomers).toBe(counted.distinctCustomers)
      for (const { externalId, months, count, bySource, windowFrom } of overview.locations) {
        const own = counted.locations.find((one) => one.externalId === externalId)
        expect(own).toMatchObject({ count, bySource, windowFrom })
        const options = { network: NETWORK, location: externalId, asOf: new Date(asOf) }
        const history = await historyOfActiveUsers(contextOf(db), options)
        // months are named alike at every location of a network, so that they can be compared
        for (const month of history.months) {
          const told = months.find((one) => one.month === month.month)
          const { count, onlyBecauseOf } = month
          expect(told, `${externalId} ${month.month}`).toMatchObject({ count, onlyBecauseOf })
        }
      }
    }
  })
})
