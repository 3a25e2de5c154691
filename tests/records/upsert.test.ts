// Records that come in batches: what is told of them, and what a batch that cannot be used leaves behind.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import { HeadcountError } from '#errors'
import type { NetworkedRecord } from '#model/records'
import { checkInvariants } from '#services/doctor/check-invariants'
import { upsertRecords } from '#services/records/upsert'
import { dumpTables } from '../imports/dump.ts'
import { whoCounts } from '../stories/support/export.ts'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'
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
  location,
  NETWORK,
  pause,
  platformInvoice,
  sale,
  type TestContext,
  team,
  told,
  upsert,
} from './network.ts'

/** Each kind as it comes, as it is corrected, and another correction for good measure. */
const kinds: readonly (readonly [NetworkedRecord, ...NetworkedRecord[]])[] = [
  [location('9', { name: 'Mill' }), location('9', { name: 'Mill Yard' }), location('9', { currency: null })],
  [customer('dov'), customer('dov', { name: 'Dov Marsh' }), customer('dov', { isSuspended: true })],
  [
    {
      kind: 'customer_change',
      externalId: '5',
      customerExternalId: 'ada',
      at: inWindow,
      property: 'suspended',
      before: true,
      after: false,
    },
    {
      kind: 'customer_change',
      externalId: '5',
      customerExternalId: 'ada',
      at: inWindow + 1,
      property: 'suspended',
      before: true,
      after: false,
    },
    {
      kind: 'customer_change',
      externalId: '5',
      customerExternalId: 'ben',
      at: inWindow,
      property: 'archived',
      before: true,
      after: false,
    },
  ],
  [contract('k-2'), contract('k-2', { price: '0' }), contract('k-2', { endsAt: inWindow }), contract('k-2')],
  [contract('77'), contract('77', { locationExternalId: 'pier' })],
  [pause('p-2'), pause('p-2', { until: inWindow }), pause('p-2', { contractExternalId: '81' })],
  [
    team('t-1'),
    team('t-1', { name: 'Quill' }),
    team('t-1', { memberExternalIds: ['ben', 'cara'] }),
    team('t-1', { payingCustomerExternalId: null }),
  ],
  [
    booking('b-1'),
    booking('b-1', { evidenceKind: 'free' }),
    booking('b-1', { cancelledAt: inWindow + 1000 }),
    booking('b-1', { cancelledAt: inWindow + 2000 }),
    booking('b-1', { madeAt: inWindow + 1 }),
    booking('b-1', { locationExternalId: 'pier' }),
    booking('b-1', { locationExternalId: 'pier', customerExternalId: 'cara' }),
  ],
  [booking('4000'), booking('4000', { locationExternalId: 'pier', madeAt: inWindow - 1 }), booking('4000')],
  [
    customerInvoice('i-1'),
    customerInvoice('i-1', { locationExternalIds: ['loft', 'pier'] }),
    customerInvoice('i-1', { locationExternalIds: ['pier'] }),
    customerInvoice('i-1', { evidenceKind: 'credited' }),
    customerInvoice('i-1', { evidenceKind: 'void' }),
    customerInvoice('i-1'),
  ],
  [customerInvoice('6001'), customerInvoice('6001', { issuedAt: inWindow + 1 })],
  [
    sale('s-1'),
    sale('s-1', { productName: 'Mailbox' }),
    sale('s-1', { renewal: { cycle: 'day', every: 14, from: inWindow, until: inWindow + 1000 } }),
    sale('s-1', { renewal: null }),
    sale('s-1'),
  ],
  [
    platformInvoice('v-1'),
    platformInvoice('v-1', { number: null }),
    platformInvoice('v-1', { cutOffAt: inWindow }),
  ],
]

describe.each(ENGINE_CASES)('batches of records on %s', (engine) => {
  let db: Database
  let context: TestContext

  beforeAll(async () => {
    db = await openTestDatabase(engine)
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    await emptyAllTables(db)
    context = contextOf(db)
    await importAll(context, [
      ...base,
      contract('k-1'),
      contract('81'),
      booking('3999'),
      customerInvoice('6000'),
    ])
  })

  test.each(kinds.map((readings) => [readings[0].kind, readings[0].externalId, readings] as const))(
    'a %s (%s) is added, changed and left unchanged',
    async (kind, externalId, readings) => {
      let outcome = 'added'
      for (const record of readings) {
        context.clock = new Date(context.clock.getTime() + 60_000)
        const first = await upsert(context, record)
        expect(told(first)).toEqual([`${kind} ${externalId} ${outcome}`])
        expect(first.counts[kind]).toEqual({ added: 0, changed: 0, unchanged: 0, [outcome]: 1 })
        const before = await dumpTables(db, { withVersions: true })
        const again = await upsert(context, record)
        expect(told(again)).toEqual([`${kind} ${externalId} unchanged`])
        expect(again).toMatchObject({ hasChanges: false, importId: null })
        expect(await dumpTables(db, { withVersions: true })).toEqual(before)
        expect(await checkInvariants(db, context.asker)).toEqual([])
        outcome = 'changed'
      }
    },
  )

  test('a batch may hold a booking before its customer, and its customer before their location', async () => {
    const report = await upsert(
      context,
      booking('b-9', { customerExternalId: 'new', locationExternalId: 'mill' }),
      team('t-9', { payingCustomerExternalId: 'new', memberExternalIds: ['new', 'ben'] }),
      pause('p-9', { contractExternalId: 'k-9' }),
      contract('k-9', { customerExternalId: 'new', locationExternalId: 'mill', price: '12.50' }),
      customer('new', { name: 'Nell New' }),
      location('mill', { name: 'Mill', currency: 'JPY' }),
    )
    expect(report.records.every(({ outcome }) => outcome === 'added')).toBe(true)
    expect(await whoCounts(context, context.clock)).toContain('Nell New at Mill: contract + booking')
    expect(await whoCounts(context, context.clock)).toContain('Customer ben at Mill: team')
    const [row] = await db.query({
      text: `select price_minor from contracts join locations using (network_id, location_id) where locations.external_id = 'mill'`,
      values: [],
    })
    expect(row).toEqual({ price_minor: 13 })
    expect(await checkInvariants(db, context.asker)).toEqual([])
  })

  test('of a record that is sent twice the last reading counts, and it is counted once', async () => {
    const report = await upsert(context, booking('b-1'), booking('b-1', { cancelledAt: inWindow + 1 }))
    expect(told(report)).toEqual(['booking b-1 added', 'booking b-1 added'])
    expect(report.counts.booking).toEqual({ added: 1, changed: 0, unchanged: 0 })
    const rows = await db.query({ text: 'select from ended_facts', values: [] })
    expect(rows).toHaveLength(1)
  })

  test('each fault is named by its place and field, and nothing is changed', async () => {
    const before = await dumpTables(db, { withVersions: true })
    const records = [
      customer('new'),
      booking('b-1', { customerExternalId: 'nobody' }),
      booking('b-2'),
      booking('b-3', { locationExternalId: 'nowhere', customerExternalId: 'new' }),
      customerInvoice('i-1', { locationExternalIds: ['loft', 'nowhere'] }),
      team('t-1', { memberExternalIds: ['ada', 'nobody'] }),
      team('t-2', { payingCustomerExternalId: 'nobody' }),
      pause('p-1', { contractExternalId: 'k-7' }),
      contract('k-8', { price: '999999999999999' }),
    ]
    const error = await upsert(context, ...records).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(HeadcountError)
    expect(faultsOf(error)).toEqual([
      '1 booking b-1 customerExternalId "nobody"',
      '3 booking b-3 locationExternalId "nowhere"',
      '4 customer_invoice i-1 locationExternalIds "nowhere"',
      '5 team t-1 memberExternalIds "nobody"',
      '6 team t-2 payingCustomerExternalId "nobody"',
      '7 pause p-1 contractExternalId "k-7"',
      '8 contract k-8 price "999999999999999"',
    ])
    expect((error as Error).message).toMatch(/^7 of 9 records cannot be used, so nothing was changed: \[1\] /)
    expect(await dumpTables(db, { withVersions: true })).toEqual(before)
    expect(told(await upsert(context, customer('new'), booking('b-2')))).toEqual([
      'customer new added',
      'booking b-2 added',
    ])
  })

  test('a bad value is named before anything is looked up', async () => {
    const records: unknown[] = [
      { ...booking('b-1'), madeAt: Number.NaN },
      { ...booking(' b-2') },
      { ...booking('b-3'), evidenceKind: 'gone', cancelledAt: undefined },
      { ...customer('c\0'), name: '', isSuspended: 'no' },
      { ...location('l'), timeZone: 'Mars/Olympus', currency: 'euro' },
      { ...customerInvoice('i'), locationExternalIds: [] },
      { ...sale('s'), renewal: { cycle: 'month', every: 0, from: inWindow, until: null } },
      { ...contract('k'), price: 190 },
      { kind: 'visitor', externalId: '1' },
      null,
    ]
    const error = await upsertRecords(context, {
      network: NETWORK,
      records: records as NetworkedRecord[],
    }).catch((thrown: unknown) => thrown)
    expect(faultsOf(error)).toEqual([
      '0 booking b-1 madeAt null',
      '1 booking  b-2 externalId " b-2"',
      '2 booking b-3 evidenceKind "gone"',
      '2 booking b-3 cancelledAt nothing',
      '3 customer c externalId "c\\u0000"',
      '3 customer c name ""',
      '3 customer c isSuspended "no"',
      '4 location l timeZone "Mars/Olympus"',
      '4 location l currency "euro"',
      '5 customer_invoice i locationExternalIds []',
      '6 recurring_product s renewal {"cycle":"month","every":0,"from":1793871000000,"until":null}',
      '7 contract k price 190',
      '8 visitor 1 kind "visitor"',
      '9   kind nothing',
    ])
  })

  test.each([[[]], [Array.from({ length: 5001 }, (_, n) => booking(`b-${n}`))], ['all']])(
    'a batch of no or too many records is refused',
    async (records) => {
      const asked = { network: NETWORK, records: records as NetworkedRecord[] }
      await expect(upsertRecords(context, asked)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
    },
  )

  test('a network that is not there is told', async () => {
    const asked = { network: 'Nowhere', records: [booking('b-1')] }
    await expect(upsertRecords(context, asked)).rejects.toMatchObject({ code: 'NETWORK_NOT_FOUND' })
  })

  test('a customer who comes suspended was suspended when that was seen, as with an import', async () => {
    await upsert(context, customer('ada', { isSuspended: true, updatedAt: at('2026-11-15T00:00:00Z') }))
    const ada = 'Customer ada at Location loft: booking + customer_invoice'
    const running = 'Customer ada at Location loft: contract + booking + customer_invoice'
    expect(await whoCounts(context, new Date('2026-11-19T00:00:00Z'))).toContain(running)
    expect(await whoCounts(context, new Date('2026-11-20T12:00:00Z'))).toContain(ada)
    expect(await checkInvariants(db, context.asker)).toEqual([])
  })

  test('a paying customer who books at another location brings the team there', async () => {
    await upsert(context, team('t-1'))
    context.clock = new Date('2026-11-21T12:00:00Z')
    await upsert(context, booking('b-1', { locationExternalId: 'pier', madeAt: at('2026-11-21T00:00:00Z') }))
    expect(await whoCounts(context, context.clock)).toContain('Customer ben at Location pier: team')
    await upsert(context, customer('ada', { name: 'Ada Quill' }))
    expect(await whoCounts(context, context.clock)).toContain('Ada Quill at Location pier: booking')
    expect(await checkInvariants(db, context.asker)).toEqual([])
  })

  test('what arrived stands among the imports, and is told as an import of it would be', async () => {
    const { importId } = await upsert(context, booking('b-1'), booking('3999'))
    const [row] = await db.query({
      text: `select origin, recorded_at, report from imports where import_id = ${importId}`,
      values: [],
    })
    expect(row).toEqual({
      origin: 'batch',
      recorded_at: context.clock,
      report: { hasChanges: true, counts: { booking: { added: 1, changed: 0, unchanged: 1 } } },
    })
  })
})

function faultsOf(error: unknown): string[] {
  if (!(error instanceof HeadcountError) || error.code !== 'RECORDS_INVALID') throw error
  const faults = error.details.faults as Record<string, unknown>[]
  return faults.map(({ index, kind, externalId, field, value }) =>
    [index, kind, externalId, field, value].join(' '),
  )
}
