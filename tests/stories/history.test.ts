// Active users month by month: at the end of each month by the clock of the location, before whatever happens at it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import { SOURCES } from '#model/source'
import { countActiveUsers } from '#services/active-users/count'
import { type HistoryOptions, historyOfActiveUsers } from '#services/active-users/history'
import { listActiveUsers } from '#services/active-users/list'
import { importRecords } from '#services/imports/import-records'
import {
  at,
  base,
  booking,
  contextOf,
  contract,
  customer,
  customerInvoice,
  importAll,
  location,
  NETWORK,
  platformInvoice,
  readerOf,
  sale,
  team,
} from '../records/network.ts'
import { ENGINE_CASES, openTestDatabase } from '../support/engines.ts'

const pier = { locationExternalId: 'pier' }
const by = (customerExternalId: string, madeAt: string, more: object = {}) => ({
  customerExternalId,
  madeAt: at(madeAt),
  ...more,
})

/** Loft is in London, Pier in New York, where a month ends four or five hours later. */
const records = [
  ...base.filter((record) => record.kind !== 'location'),
  location('loft'),
  location('pier', { timeZone: 'America/New_York' }),
  contract('k-1', { createdAt: at('2026-08-31T23:00:00Z'), endsAt: at('2026-10-31T23:59:59Z') }),
  contract('k-2', { ...pier, createdAt: at('2026-10-01T03:59:59Z') }),
  booking('b-1', by('ben', '2026-09-30T22:59:59Z')),
  booking('b-2', by('cara', '2026-09-30T23:00:00Z')),
  booking('b-3', by('cara', '2026-11-02T00:00:00Z')),
  booking('b-4', by('ben', '2026-11-01T03:59:59Z', pier)),
  platformInvoice('p-1', { cutOffAt: at('2026-09-30T23:00:00Z') }),
  platformInvoice('p-2', { cutOffAt: at('2026-11-01T03:00:00Z') }),
]

/** Ada pays for five: four have a source of their own besides, each another one, and Gil has none. Finn is in no team. */
const inTeams = [
  ...base,
  ...['dee', 'eve', 'finn', 'gil'].map((externalId) => customer(externalId)),
  team('t-1', { memberExternalIds: ['ben', 'cara', 'dee', 'eve', 'gil'] }),
  contract('k-1'),
  contract('k-2', { customerExternalId: 'ben' }),
  booking('b-1', by('cara', '2026-11-05T00:00:00Z')),
  booking('b-2', by('finn', '2026-11-06T00:00:00Z')),
  customerInvoice('i-1', { customerExternalId: 'dee' }),
  sale('s-1', { customerExternalId: 'eve' }),
]

describe.each(ENGINE_CASES)('history, on %s', (engine) => {
  let db: Database
  beforeAll(async () => {
    db = await openTestDatabase(engine)
    await importAll(contextOf(db), records)
  })
  afterAll(() => db?.close())

  const ask = (options: Partial<HistoryOptions> = {}) =>
    historyOfActiveUsers(contextOf(db), { network: NETWORK, months: 4, ...options })
  const told = async (options: Partial<HistoryOptions>) =>
    (await ask(options)).months.map((month) => {
      const sources = SOURCES.filter((source) => month.bySource[source] > 0).map(
        (source) => `${source} ${month.bySource[source]}`,
      )
      return `${month.month} at ${month.at}: ${[month.count, ...sources].join(', ')}`
    })

  test('a location is counted at the ends of its own months, and the last month as of the instant', async () => {
    expect(await told({ location: 'loft' })).toEqual([
      // a contract of 31 Aug 23:00 UTC was made as September began in London
      '2026-08 at 2026-08-31T23:00:00.000Z: 1, contract 1',
      // the platform invoice at the month's end itself ends the window that is counted; the booking at it is not in
      '2026-09 at 2026-09-30T23:00:00.000Z: 2, contract 1, booking 1',
      '2026-10 at 2026-11-01T00:00:00.000Z: 1, booking 1',
      '2026-11 at 2026-11-20T12:00:00.000Z: 1, booking 1',
    ])
    expect(await told({ location: 'pier' })).toEqual([
      '2026-08 at 2026-09-01T04:00:00.000Z: 0',
      '2026-09 at 2026-10-01T04:00:00.000Z: 1, contract 1',
      '2026-10 at 2026-11-01T04:00:00.000Z: 2, contract 1, booking 1',
      '2026-11 at 2026-11-20T12:00:00.000Z: 2, contract 1, booking 1',
    ])
  })

  test('a network is the sum of its locations, with its different customers', async () => {
    const { months, locations } = await ask()
    expect(locations.map(({ externalId }) => externalId)).toEqual(['loft', 'pier'])
    expect(
      months.map((month) => [month.month, month.count, month.distinctCustomers, month.hasEnded]),
    ).toEqual([
      ['2026-08', 1, 1, true],
      ['2026-09', 3, 2, true],
      ['2026-10', 3, 3, true],
      ['2026-11', 3, 3, false],
    ])
  })

  test('the last month is the count as of the instant, and each end what a count as of it says', async () => {
    for (const asOf of ['2026-10-15T00:00:00Z', '2026-11-01T02:00:00Z', '2026-11-01T03:00:00Z']) {
      const instant = { asOf: new Date(asOf) }
      const { months } = await ask({ ...instant, months: 2 })
      const { locations, distinctCustomers } = await countActiveUsers(contextOf(db), instant)
      const sum = locations.reduce((total, { count }) => total + count, 0)
      expect(months.at(-1), asOf).toMatchObject({ count: sum, distinctCustomers })
    }
    const { months } = await ask({ location: 'pier', months: 36 })
    expect(months).toHaveLength(36)
    for (const { at: end, count, bySource } of months) {
      const counted = await countActiveUsers(contextOf(db), {
        network: NETWORK,
        location: 'pier',
        asOf: new Date(end),
      })
      expect(counted.locations[0], end).toMatchObject({ count, bySource })
    }
  })

  test('while it is still October in New York and November in London, October is told as of now there', async () => {
    const asOf = new Date('2026-11-01T02:00:00Z')
    expect(
      (await ask({ asOf, months: 2 })).months.map(({ month, at, hasEnded }) => [month, at, hasEnded]),
    ).toEqual([
      ['2026-10', '2026-11-01T02:00:00.000Z', false],
      ['2026-11', '2026-11-01T02:00:00.000Z', false],
    ])
  })

  test('the first years have months, and what is not there is refused', async () => {
    expect((await ask({ asOf: new Date('0001-02-10T00:00:00Z'), months: 12 })).months).toHaveLength(2)
    await expect(ask({ network: 'Nowhere' })).rejects.toMatchObject({ code: 'NETWORK_NOT_FOUND' })
    await expect(ask({ location: 'nowhere' })).rejects.toMatchObject({ code: 'LOCATION_NOT_FOUND' })
    await expect(ask({ months: 37 })).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
  })

  test('who counts by one source alone is told of each month as the list tells it, teams included', async () => {
    const network = 'Teams'
    await importRecords(contextOf(db), readerOf(inTeams), { networkName: network })
    const { months } = await ask({ network, location: 'loft', months: 1 })
    const { figures } = await listActiveUsers(contextOf(db), { network, location: 'loft' })
    expect(months.map(({ onlyBecauseOf }) => onlyBecauseOf)).toEqual([figures.onlyBecauseOf])
    expect(figures.onlyBecauseOf).toEqual({
      contract: 1,
      booking: 1,
      customer_invoice: 0,
      recurring_product: 0,
      team: 1,
    })
  })
})
