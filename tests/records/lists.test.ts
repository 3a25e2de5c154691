// Lists of records: what they hold as of an instant, page by page, and one record by its id.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import { createHeadcount, type Headcount } from '#services/headcount'
import { ENGINE_CASES, openTestDatabase } from '../support/engines.ts'
import {
  at,
  base,
  booking,
  contextOf,
  contract,
  customer,
  customerInvoice,
  importAll,
  inWindow,
  NETWORK,
  pause,
  sale,
  type TestContext,
  team,
  upsert,
} from './network.ts'

const network = NETWORK
const before = new Date('2026-11-15T00:00:00Z')
const now = new Date('2026-11-20T12:00:00Z')

describe.each(ENGINE_CASES)('lists of records on %s', (engine) => {
  let db: Database
  let context: TestContext
  let headcount: Headcount

  beforeAll(async () => {
    db = await openTestDatabase(engine)
    context = contextOf(db, '2026-11-10T00:00:00Z')
    headcount = createHeadcount(context)
    await importAll(context, [
      ...base,
      customer('zoe', { name: 'Zoë Frost', email: 'Zoe@Example.org', company: 'Frost & Co' }),
      contract('k-1'),
      contract('k-2', { customerExternalId: 'ben', price: '0', createdAt: at('2026-08-01T00:00:00Z') }),
      contract('3', {
        customerExternalId: 'cara',
        locationExternalId: 'pier',
        endsAt: at('2026-10-01T00:00:00Z'),
      }),
      pause('p-1'),
      team('t-1'),
      booking('b-1'),
      booking('12', { madeAt: inWindow + 1000, locationExternalId: 'pier' }),
      booking('11', { madeAt: inWindow + 1000, customerExternalId: 'ben', evidenceKind: 'free' }),
      customerInvoice('i-1', { locationExternalIds: ['loft', 'pier'] }),
      sale('s-1'),
      sale('s-2', { renewal: null, soldAt: inWindow + 1 }),
    ])
    context.clock = now
    await upsert(
      context,
      customer('ben', { isSuspended: true }),
      contract('k-1', { endsAt: at('2026-11-18T00:00:00Z') }),
      team('t-1', {
        memberExternalIds: ['ada', 'cara'],
        payingCustomerExternalId: null,
        hasMergedBilling: false,
      }),
      booking('b-1', { cancelledAt: at('2026-11-18T00:00:00Z') }),
      customerInvoice('i-1', { locationExternalIds: ['loft', 'pier'], evidenceKind: 'void' }),
    )
  })
  afterAll(() => db?.close())

  const ids = ({ items }: { items: readonly { externalId: string }[] }) =>
    items.map(({ externalId }) => externalId)

  test('locations and customers come by name, with the total of all', async () => {
    const locations = await headcount.listLocations({ network })
    expect(locations).toMatchObject({ total: 2, nextCursor: null, asOf: now.toISOString() })
    expect(locations.items[0]).toEqual({
      locationId: expect.any(Number),
      externalId: 'loft',
      name: 'Location loft',
      timeZone: 'Europe/London',
      currency: 'EUR',
      createdAt: '2021-02-03T09:00:00.000Z',
    })
    expect(ids(await headcount.listCustomers({ network }))).toEqual(['ada', 'ben', 'cara', 'zoe'])
    expect(ids(await headcount.listCustomers({ network, location: 'pier' }))).toEqual(['ada', 'ben', 'cara'])
  })

  test.each([
    ['ZOE f', ['zoe']],
    ['frost &', ['zoe']],
    ['example', ['zoe']],
    ['customer', ['ada', 'ben', 'cara']],
    ['nobody', []],
  ])('customers are searched for: %s', async (search, found) => {
    const page = await headcount.listCustomers({ network, search })
    expect([ids(page), page.total]).toEqual([found, found.length])
  })

  test('pages follow each other without a gap, whatever comes in between', async () => {
    const first = await headcount.listCustomers({ network, limit: 3 })
    expect([first.total, ids(first)]).toEqual([4, ['ada', 'ben', 'cara']])
    const cursor = first.nextCursor ?? ''
    const second = await headcount.listCustomers({ network, limit: 3, cursor })
    expect(second).toMatchObject({ total: 4, nextCursor: null, asOf: first.asOf })
    expect(ids(second)).toEqual(['zoe'])
    for (const wrong of [
      { network, cursor, search: 'a' },
      { network, cursor, location: 'pier' },
      { network, cursor: 'nonsense' },
      { network, cursor: Buffer.from('["x",1,2,3]').toString('base64url') },
      { network, cursor, asOf: before },
    ]) {
      await expect(headcount.listCustomers(wrong)).rejects.toMatchObject({ code: 'INVALID_CURSOR' })
    }
    await expect(headcount.listBookings({ network, cursor })).rejects.toMatchObject({
      code: 'INVALID_CURSOR',
    })
  })

  test('bookings come newest first, and their order is total', async () => {
    const all = await headcount.listBookings({ network })
    expect(ids(all)).toEqual(['12', '11', 'b-1'])
    expect(all.items[2]).toMatchObject({
      location: { externalId: 'loft', name: 'Location loft' },
      customer: { externalId: 'ada', name: 'Customer ada' },
      madeAt: '2026-11-05T09:30:00.000Z',
      evidenceKind: 'made',
      cancelledAt: '2026-11-18T00:00:00.000Z',
    })
    const pages: string[] = []
    let cursor: string | undefined
    do {
      const page = await headcount.listBookings({ network, limit: 1, ...(cursor && { cursor }) })
      expect(page.total).toBe(3)
      pages.push(...ids(page))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(pages).toEqual(['12', '11', 'b-1'])
    expect(ids(await headcount.listBookings({ network, location: 'loft' }))).toEqual(['11', 'b-1'])
    expect(ids(await headcount.listBookings({ network, customer: 'ada' }))).toEqual(['12', 'b-1'])
    expect(ids(await headcount.listBookings({ network, customer: 'ada', location: 'pier' }))).toEqual(['12'])
  })

  test('states are told as of the instant', async () => {
    const isSuspended = async (asOf: Date) =>
      (await headcount.getCustomer({ network, key: { externalId: 'ben' }, asOf })).isSuspended
    expect([await isSuspended(before), await isSuspended(now)]).toEqual([false, true])
    const standing = async (asOf: Date) => ids(await headcount.listContracts({ network, asOf }))
    expect(await standing(before)).toEqual(['k-2', 'k-1'])
    expect(await standing(now)).toEqual(['k-2'])
    expect(ids(await headcount.listContracts({ network, state: 'ended' }))).toEqual(['3', 'k-1'])
    expect(ids(await headcount.listContracts({ network, state: 'all', location: 'pier' }))).toEqual(['3'])
    const kinds = (await headcount.listContracts({ network, asOf: before })).items.map(({ kind }) => kind)
    expect(kinds).toEqual(['free', 'frozen'])
    const members = async (asOf: Date) => {
      const { items } = await headcount.listTeams({ network, asOf })
      return items.map((one) => [
        one.hasMergedBilling,
        one.payingCustomer?.externalId,
        ids({ items: one.members }),
      ])
    }
    expect(await members(before)).toEqual([[true, 'ada', ['ada', 'ben']]])
    expect(await members(now)).toEqual([[false, undefined, ['ada', 'cara']]])
    expect((await headcount.listTeams({ network, customer: 'cara' })).total).toBe(1)
    expect((await headcount.listTeams({ network, customer: 'ben' })).total).toBe(0)
    const booked = await headcount.getBooking({ network, externalId: 'b-1', asOf: before })
    expect(booked.cancelledAt).toBeNull()
    const invoiced = async (asOf: Date) => (await headcount.listCustomerInvoices({ network, asOf })).items[0]
    expect(await invoiced(before)).toMatchObject({ evidenceKind: 'issued', voidedAt: null })
    expect(await invoiced(now)).toMatchObject({ evidenceKind: 'issued', voidedAt: now.toISOString() })
  })

  test('an invoice of several locations is one, and a one-off has no renewal', async () => {
    const { items, total } = await headcount.listCustomerInvoices({ network })
    expect(total).toBe(1)
    expect(items[0]?.locations.map(({ externalId }) => externalId)).toEqual(['loft', 'pier'])
    const sales = await headcount.listRecurringProducts({ network, location: 'loft' })
    expect(ids(sales)).toEqual(['s-2', 's-1'])
    expect(sales.items[0]?.renewal).toBeNull()
    expect(sales.items[1]).toMatchObject({
      productName: 'Locker',
      renewal: { cycle: 'month', every: 1, from: '2026-11-05T09:30:00.000Z', until: null },
    })
  })

  test('one is got by the external id, or by our id', async () => {
    const [ada] = (await headcount.listCustomers({ network })).items
    expect(await headcount.getCustomer({ network, key: { id: ada?.customerId ?? 0 } })).toEqual(ada)
    expect(await headcount.getCustomer({ network, key: { externalId: 'ada' } })).toEqual(ada)
    const [loft] = (await headcount.listLocations({ network })).items
    expect(await headcount.getLocation({ network, key: { id: loft?.locationId ?? 0 } })).toEqual(loft)
    const [quill] = (await headcount.listTeams({ network })).items
    expect(await headcount.getTeam({ network, key: { externalId: 't-1' } })).toEqual(quill)
    expect(await headcount.getContract({ network, externalId: '3' })).toMatchObject({ kind: 'ended' })
    expect(await headcount.getBooking({ network, externalId: '12' })).toMatchObject({ externalId: '12' })
    expect(await headcount.getCustomerInvoice({ network, externalId: 'i-1' })).toMatchObject({
      externalId: 'i-1',
    })
    expect(await headcount.getRecurringProduct({ network, externalId: 's-1' })).toMatchObject({
      externalId: 's-1',
    })
  })

  test('what is not there is told', async () => {
    const missing: readonly (readonly [() => Promise<unknown>, string])[] = [
      [() => headcount.getCustomer({ network, key: { externalId: 'nobody' } }), 'CUSTOMER_NOT_FOUND'],
      [() => headcount.getLocation({ network, key: { id: 999 } }), 'LOCATION_NOT_FOUND'],
      [() => headcount.getTeam({ network, key: { externalId: '31' } }), 'TEAM_NOT_FOUND'],
      [() => headcount.getBooking({ network, externalId: 'i-1' }), 'RECORD_NOT_FOUND'],
      [() => headcount.getContract({ network, externalId: '12' }), 'RECORD_NOT_FOUND'],
      [() => headcount.listBookings({ network, customer: 'nobody' }), 'CUSTOMER_NOT_FOUND'],
      [() => headcount.listBookings({ network, location: 'nowhere' }), 'LOCATION_NOT_FOUND'],
      [() => headcount.listTeams({ network: 'Nowhere' }), 'NETWORK_NOT_FOUND'],
      [() => headcount.listTeams({ network, limit: 0 }), 'INVALID_ARGUMENT'],
      [() => headcount.listTeams({ network, asOf: new Date('') }), 'INVALID_INSTANT'],
    ]
    for (const [verb, code] of missing) await expect(verb()).rejects.toMatchObject({ code })
  })
})
