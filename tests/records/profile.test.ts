// Everything known of one customer agrees with the lists and the explanations.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import { explainCustomer } from '#services/active-users/explain'
import { programAsker } from '#services/asker'
import { customerProfile } from '#services/customers/profile'
import { resumeCustomer, suspendCustomer } from '#services/customers/suspend'
import { ENGINE_CASES, openTestDatabase } from '../support/engines.ts'
import {
  base,
  booking,
  contextOf,
  contract,
  customer,
  customerInvoice,
  importAll,
  NETWORK,
  sale,
  team,
} from './network.ts'

const ada = { network: NETWORK, key: { externalId: 'ada' } }
const suspended = { network: NETWORK, customer: { externalId: 'ada' } }

describe.each(ENGINE_CASES)('the profile of a customer, on %s', (engine) => {
  let db: Database
  beforeAll(async () => {
    db = await openTestDatabase(engine)
    const records = [
      ...base,
      // whose external id is the number of another
      ...['1', '2', '3'].map((id) => customer(id)),
      ...[contract('k-1'), contract('k-2', { locationExternalId: 'pier', endsAt: Date.parse('2026-09-01') })],
      ...[booking('b-1'), customerInvoice('i-1'), sale('s-1'), team('t-1')],
      booking('b-2', { customerExternalId: 'ben' }),
    ]
    await importAll(contextOf(db), records)
    await suspendCustomer(contextOf(db), { ...suspended, at: new Date('2026-11-10T00:00:00Z') })
    await resumeCustomer(contextOf(db), { ...suspended, at: new Date('2026-11-15T00:00:00Z') })
  })
  afterAll(() => db?.close())

  test('holds his records, his teams and his history', async () => {
    const profile = await customerProfile(contextOf(db), ada)
    const ids = ({ items }: { items: readonly { externalId: string }[] }) =>
      items.map((one) => one.externalId)
    expect(profile).toMatchObject({ externalId: 'ada', isSuspended: false, isArchived: false })
    expect(ids(profile.contracts).sort()).toEqual(['k-1', 'k-2'])
    expect(
      [profile.bookings, profile.customerInvoices, profile.recurringProducts, profile.teams].map(ids),
    ).toEqual([['b-1'], ['i-1'], ['s-1'], ['t-1']])
    expect(profile.history).toEqual([
      { at: '2026-11-15T00:00:00.000Z', change: 'resumed' },
      { at: '2026-11-10T00:00:00.000Z', change: 'suspended' },
    ])
  })

  test.each(['2026-08-01', '2026-11-04', '2026-11-12', '2026-11-20'])(
    'says as of %s where everybody counts, as the explanation does',
    async (day) => {
      const asOf = new Date(day)
      for (const externalId of ['ada', 'ben', 'cara', '2']) {
        const profile = await customerProfile(contextOf(db), { network: NETWORK, key: { externalId }, asOf })
        for (const { location, isActiveUser, sources } of profile.locations) {
          const asked = { customer: `id:${profile.customerId}`, location: location.externalId, asOf }
          expect(await explainCustomer(contextOf(db), asked)).toMatchObject({ isActiveUser, sources })
        }
      }
      const { locations, isSuspended } = await customerProfile(contextOf(db), { ...ada, asOf })
      expect(isSuspended).toBe(day === '2026-11-12')
      expect(locations.map(({ location }) => location.externalId)).toEqual(['loft', 'pier'])
    },
  )

  test('shows only the locations that the asker sees', async () => {
    const [row] = await db.query<{ network_id: number; location_id: number }>({
      text: "select network_id, location_id from locations where external_id = 'pier'",
      values: [],
    })
    const grant = {
      networkId: row?.network_id ?? 0,
      role: 'viewer',
      locationIds: [row?.location_id ?? 0],
    } as const
    const asker = { ...programAsker('http'), grants: [grant] }
    const { locations, contracts, bookings } = await customerProfile({ ...contextOf(db), asker }, ada)
    expect(locations.map(({ location }) => location.externalId)).toEqual(['pier'])
    expect([contracts.total, bookings.total]).toEqual([1, 0])
    const cara = { network: NETWORK, key: { externalId: 'cara' } }
    await expect(customerProfile({ ...contextOf(db), asker }, cara)).rejects.toMatchObject({
      code: 'CUSTOMER_NOT_FOUND',
    })
  })
})
