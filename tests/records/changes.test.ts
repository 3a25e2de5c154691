// Suspending, resuming and cancelling by external id: the count moves by exactly that, and an earlier one stays.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import { cancelBooking } from '#services/bookings/cancel'
import { cancelContract } from '#services/contracts/cancel'
import { resumeCustomer, suspendCustomer } from '#services/customers/suspend'
import { checkInvariants } from '#services/doctor/check-invariants'
import { dumpTables } from '../imports/dump.ts'
import { whoCounts } from '../stories/support/export.ts'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'
import {
  base,
  booking,
  contextOf,
  contract,
  customer,
  importAll,
  inWindow,
  NETWORK,
  type TestContext,
  team,
  upsert,
} from './network.ts'

const ada = 'Customer ada at Location loft: contract'
const ben = 'Customer ben at Location loft: team'
const cara = 'Customer cara at Location loft: booking'
const everybody = [ada, ben, cara]
const asked = { network: NETWORK }
const customerAda = { ...asked, customer: { externalId: 'ada' } }

describe.each(ENGINE_CASES)('changes by external id on %s', (engine) => {
  let db: Database
  let context: TestContext
  const count = (text: string) => whoCounts(context, new Date(text))

  beforeAll(async () => {
    db = await openTestDatabase(engine)
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    await emptyAllTables(db)
    context = contextOf(db)
    const booked = booking('b-1', { customerExternalId: 'cara' })
    await importAll(context, [...base, contract('k-1'), team('t-1'), booked])
  })

  async function expectHealthy(): Promise<void> {
    expect(await checkInvariants(db, context.asker)).toEqual([])
  }

  test('a suspended customer counts by his contract no longer, and neither does his team, until he is resumed', async () => {
    expect(await count('2026-11-20T12:00:00Z')).toEqual(everybody)
    const report = await suspendCustomer(context, customerAda)
    expect(report).toMatchObject({ hasChanges: true, at: '2026-11-20T12:00:00.000Z' })
    expect(report.customer).toMatchObject({ externalId: 'ada', isSuspended: true })
    context.clock = new Date('2026-11-22T12:00:00Z')
    await resumeCustomer(context, customerAda)
    expect(await count('2026-11-20T11:59:59Z')).toEqual(everybody)
    expect(await count('2026-11-20T12:00:00Z')).toEqual([cara])
    expect(await count('2026-11-22T11:59:59Z')).toEqual([cara])
    expect(await count('2026-11-22T12:00:00Z')).toEqual(everybody)
    await expectHealthy()
  })

  test('of what happened to a customer at one instant the last counts', async () => {
    const at = new Date('2026-11-20T12:00:00Z')
    for (const [change, counted] of [
      [suspendCustomer, [cara]],
      [resumeCustomer, everybody],
      [suspendCustomer, [cara]],
    ] as const) {
      expect(await change(context, { ...customerAda, at })).toMatchObject({ hasChanges: true })
      expect(await count('2026-11-20T12:00:00Z')).toEqual(counted)
      await expectHealthy()
    }
  })

  test('again it changes nothing', async () => {
    await suspendCustomer(context, customerAda)
    const before = await dumpTables(db, { withVersions: true })
    context.clock = new Date('2026-11-21T12:00:00Z')
    expect(await suspendCustomer(context, customerAda)).toMatchObject({ hasChanges: false })
    expect(await dumpTables(db, { withVersions: true })).toEqual(before)
  })

  test('a suspension may be told late, and what is known of later stays', async () => {
    await suspendCustomer(context, { ...customerAda, at: new Date('2026-11-10T00:00:00Z') })
    await resumeCustomer(context, { ...customerAda, at: new Date('2026-11-15T00:00:00Z') })
    const { customer: state } = await resumeCustomer(context, {
      ...customerAda,
      at: new Date('2026-11-12T00:00:00Z'),
    })
    expect(state.isSuspended).toBe(false)
    await suspendCustomer(context, { ...customerAda, at: new Date('2026-11-09T00:00:00Z') })
    expect(await count('2026-11-08T00:00:00Z')).toEqual(everybody)
    expect(await count('2026-11-09T00:00:00Z')).toEqual([cara])
    expect(await count('2026-11-11T00:00:00Z')).toEqual([cara])
    expect(await count('2026-11-12T00:00:00Z')).toEqual(everybody)
    expect(await count('2026-11-20T00:00:00Z')).toEqual(everybody)
    await expectHealthy()
  })

  test('the origin has the last word on whether he is suspended', async () => {
    await suspendCustomer(context, customerAda)
    context.clock = new Date('2026-11-21T12:00:00Z')
    await upsert(context, customer('ada'))
    expect(await count('2026-11-21T11:59:59Z')).toEqual([cara])
    expect(await count('2026-11-21T12:00:00Z')).toEqual(everybody)
    await expectHealthy()
  })

  test('a cancelled contract is there until it ends, now or later', async () => {
    const key = { ...asked, externalId: 'k-1' }
    const endsAt = new Date('2026-11-30T00:00:00Z')
    expect(await cancelContract(context, { ...key, endsAt })).toMatchObject({ hasChanges: true })
    expect(await count('2026-11-29T23:59:59Z')).toEqual(everybody)
    expect(await count('2026-11-30T00:00:00Z')).toEqual([cara])
    expect(await cancelContract(context, key)).toEqual({
      externalId: 'k-1',
      endsAt: '2026-11-20T12:00:00.000Z',
      hasChanges: true,
    })
    expect(await count('2026-11-20T11:59:59Z')).toEqual(everybody)
    expect(await count('2026-11-20T12:00:00Z')).toEqual([cara])
    const again = await cancelContract(context, { ...key, endsAt })
    expect(again).toEqual({ externalId: 'k-1', endsAt: '2026-11-20T12:00:00.000Z', hasChanges: false })
    await expectHealthy()
  })

  test.each(['b-1', '7'])('a cancelled booking (%s) counts until then', async (externalId) => {
    await upsert(context, booking(externalId, { customerExternalId: 'cara' }))
    if (externalId === '7')
      await cancelBooking(context, { ...asked, externalId: 'b-1', at: new Date(inWindow) })
    expect(await count('2026-11-20T12:00:00Z')).toEqual(everybody)
    const at = new Date('2026-11-18T00:00:00Z')
    const cancelled = { externalId, cancelledAt: '2026-11-18T00:00:00.000Z' }
    expect(await cancelBooking(context, { ...asked, externalId, at })).toEqual({
      ...cancelled,
      hasChanges: true,
    })
    expect(await count('2026-11-17T23:59:59Z')).toEqual(everybody)
    expect(await count('2026-11-18T00:00:00Z')).toEqual([ada, ben])
    expect(await cancelBooking(context, { ...asked, externalId })).toEqual({
      ...cancelled,
      hasChanges: false,
    })
    const sent = booking(externalId, { customerExternalId: 'cara', cancelledAt: at.getTime() })
    expect((await upsert(context, sent)).hasChanges).toBe(false)
    await expectHealthy()
  })

  test('what is not there, not yet or not possible is refused, and nothing is changed', async () => {
    const before = await dumpTables(db, { withVersions: true })
    const tomorrow = new Date('2026-11-21T12:00:00Z')
    const early = new Date('2026-01-01T00:00:00Z')
    const refused: readonly (readonly [() => Promise<unknown>, string])[] = [
      [
        () => suspendCustomer(context, { ...asked, customer: { externalId: 'nobody' } }),
        'CUSTOMER_NOT_FOUND',
      ],
      [() => suspendCustomer(context, { ...asked, customer: { id: 9999 } }), 'CUSTOMER_NOT_FOUND'],
      [() => suspendCustomer(context, { ...customerAda, at: tomorrow }), 'INVALID_INSTANT'],
      [() => suspendCustomer(context, { ...customerAda, at: new Date('') }), 'INVALID_INSTANT'],
      [() => suspendCustomer(context, { ...customerAda, network: 'Nowhere' }), 'NETWORK_NOT_FOUND'],
      [() => cancelContract(context, { ...asked, externalId: 'k-2' }), 'RECORD_NOT_FOUND'],
      [() => cancelContract(context, { ...asked, externalId: '5' }), 'RECORD_NOT_FOUND'],
      [() => cancelContract(context, { ...asked, externalId: 'k-1', endsAt: early }), 'INVALID_INSTANT'],
      [() => cancelBooking(context, { ...asked, externalId: 'b-2' }), 'RECORD_NOT_FOUND'],
      [() => cancelBooking(context, { ...asked, externalId: '5' }), 'RECORD_NOT_FOUND'],
      [() => cancelBooking(context, { ...asked, externalId: 'b-1', at: early }), 'INVALID_INSTANT'],
      [() => cancelBooking(context, { ...asked, externalId: 'b-1', at: tomorrow }), 'INVALID_INSTANT'],
    ]
    for (const [verb, code] of refused) await expect(verb()).rejects.toMatchObject({ code })
    expect(await dumpTables(db, { withVersions: true })).toEqual(before)
  })

  test('each change is told in the audit log, and one without effect is not', async () => {
    await suspendCustomer(context, customerAda)
    await suspendCustomer(context, customerAda)
    await cancelBooking(context, { ...asked, externalId: 'b-1' })
    await cancelContract(context, { ...asked, externalId: 'k-1' })
    await upsert(context, booking('b-9'))
    const rows = await db.query<{ action: string }>({
      text: 'select action from audit_entries order by entry_number',
      values: [],
    })
    expect(rows.map(({ action }) => action)).toEqual([
      'network.import',
      'customer.suspend',
      'booking.cancel',
      'contract.cancel',
      'records.upsert',
    ])
  })
})
