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
  upsert,
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
    expect(
      profile.history.map(({ at, change, name, location }) => [at, change, name, location?.externalId]),
    ).toEqual([
      ['2026-11-15T00:00:00.000Z', 'resumed', null, undefined],
      ['2026-11-10T00:00:00.000Z', 'suspended', null, undefined],
      ['2026-09-01T00:00:00.000Z', 'contract_ended', 'Hot desk', 'pier'],
      ['2026-07-20T10:00:00.000Z', 'contract_made', 'Hot desk', 'loft'],
      ['2026-07-20T10:00:00.000Z', 'contract_made', 'Hot desk', 'pier'],
    ])
  })

  test('tells when he joined and left a team, and nothing that is still to come', async () => {
    const third = { network: NETWORK, key: { externalId: '3' } }
    const members = (memberExternalIds: readonly string[], day: string) =>
      upsert(contextOf(db), team('t-2', { memberExternalIds, updatedAt: Date.parse(day) }))
    await members(['ben'], '2026-11-01')
    await members(['ben', '3'], '2026-11-05')
    await members(['ben'], '2026-11-09')
    const { history } = await customerProfile(contextOf(db), third)
    expect(history.map(({ at, change, name }) => [at.slice(0, 10), change, name])).toEqual([
      ['2026-11-09', 'team_left', 'Team t-2'],
      ['2026-11-05', 'team_joined', 'Team t-2'],
    ])
    const before = await customerProfile(contextOf(db), { ...third, asOf: new Date('2026-11-05T00:00:00Z') })
    expect(before.history.map(({ change }) => change)).toEqual(['team_joined'])
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
