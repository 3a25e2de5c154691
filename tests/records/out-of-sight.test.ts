// Somebody limited to some locations neither changes records at others nor draws them to his own.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import type { NetworkedRecord } from '#model/records'
import type { Asker } from '#services/asker'
import { dumpTables } from '../imports/dump.ts'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'
import {
  base,
  booking,
  contextOf,
  contract,
  customer,
  customerInvoice,
  importAll,
  pause,
  platformInvoice,
  sale,
  type TestContext,
  team,
  told,
  upsert,
} from './network.ts'

const atPier = { locationExternalId: 'pier' }

/** What stands at the pier, which the manager does not see, and how he tries to have it. */
const attempts: readonly (readonly [string, NetworkedRecord, NetworkedRecord])[] = [
  ['a contract', contract('k-1', atPier), contract('k-1')],
  ['a contract with a numeric id', contract('81', atPier), contract('81', { price: '1' })],
  ['a booking', booking('b-1', atPier), booking('b-1')],
  ['a booking with a numeric id', booking('4001', atPier), booking('4001')],
  ['a cancelled booking', booking('b-2', { ...atPier, cancelledAt: Date.now() }), booking('b-2')],
  ['a customer invoice', customerInvoice('i-1', { locationExternalIds: ['pier'] }), customerInvoice('i-1')],
  [
    'a customer invoice that stands at both',
    customerInvoice('6001', { locationExternalIds: ['loft', 'pier'] }),
    customerInvoice('6001'),
  ],
  ['a recurring product', sale('s-1', atPier), sale('s-1')],
  ['the sale of a product', sale('s-2', { ...atPier, renewal: null }), sale('s-2', { renewal: null })],
  ['a platform invoice', platformInvoice('v-1', atPier), platformInvoice('v-1')],
]

describe.each(ENGINE_CASES)('records out of sight on %s', (engine) => {
  let db: Database
  let context: TestContext
  let manager: TestContext

  beforeAll(async () => {
    db = await openTestDatabase(engine)
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    await emptyAllTables(db)
    context = contextOf(db)
    await importAll(context, base)
    manager = Object.assign(contextOf(db), { asker: await managerOf(db, 'loft') })
  })

  test.each(attempts)('%s is not drawn to a location of his', async (_what, hidden, attempt) => {
    await upsert(context, hidden)
    const before = await dumpTables(db, { withVersions: true })
    await expect(upsert(manager, booking('own'), attempt)).rejects.toMatchObject({
      code: 'RECORDS_INVALID',
      details: { faults: [{ index: 1, field: 'externalId', value: `"${attempt.externalId}"` }] },
    })
    expect(await dumpTables(db, { withVersions: true })).toEqual(before)
    expect(told(await upsert(context, attempt))).toEqual([`${attempt.kind} ${attempt.externalId} changed`])
    expect(told(await upsert(manager, attempt))).toEqual([`${attempt.kind} ${attempt.externalId} unchanged`])
  })

  test('customers and teams are his to change where one of his locations knows them, and while nobody does', async () => {
    await upsert(
      context,
      customer('far'),
      customer('both'),
      customer('new'),
      contract('k-far', { ...atPier, customerExternalId: 'far' }),
      contract('k-both-1', { ...atPier, customerExternalId: 'both' }),
      contract('k-both-2', { customerExternalId: 'both' }),
      team('t-far', { memberExternalIds: ['far'] }),
      team('t-both', { memberExternalIds: ['far', 'both'] }),
    )
    const renamed = { name: 'Somebody else' }
    const before = await dumpTables(db, { withVersions: true })
    for (const attempt of [customer('far', renamed), team('t-far', renamed)]) {
      await expect(upsert(manager, attempt)).rejects.toMatchObject({
        code: 'RECORDS_INVALID',
        details: { faults: [{ index: 0, field: 'externalId', value: `"${attempt.externalId}"` }] },
      })
    }
    expect(await dumpTables(db, { withVersions: true })).toEqual(before)
    const own = [customer('both', renamed), customer('new', renamed)]
    expect(told(await upsert(manager, ...own, team('t-both', { memberExternalIds: ['both'] })))).toEqual([
      'customer both changed',
      'customer new changed',
      'team t-both changed',
    ])
  })

  test('a contract that he does not see has no pauses for him', async () => {
    await upsert(context, contract('k-1', atPier), contract('k-2'), pause('p-1'))
    await expect(upsert(manager, pause('p-2'))).rejects.toMatchObject({
      code: 'RECORDS_INVALID',
      details: { faults: [{ index: 0, field: 'contractExternalId', value: '"k-1"' }] },
    })
    await expect(upsert(manager, pause('p-1', { contractExternalId: 'k-2' }))).rejects.toMatchObject({
      code: 'RECORDS_INVALID',
      details: { faults: [{ index: 0, field: 'externalId', value: '"p-1"' }] },
    })
    expect(told(await upsert(manager, pause('p-3', { contractExternalId: 'k-2' })))).toEqual([
      'pause p-3 added',
    ])
  })
})

async function managerOf(db: Database, externalId: string): Promise<Asker> {
  const [row] = await db.query<{ network_id: number; location_id: number }>({
    text: 'select network_id, location_id from locations where external_id = $1',
    values: [externalId],
  })
  if (row === undefined) throw new Error(`there is no location ${externalId}`)
  const grant = {
    networkId: row.network_id,
    role: 'location_manager',
    locationIds: [row.location_id],
  } as const
  return {
    door: 'http',
    operator: { operatorId: 'op-1', email: 'manager@example.org' },
    apiKeyId: null,
    requestId: null,
    grants: [grant],
    scopes: 'all',
  }
}
