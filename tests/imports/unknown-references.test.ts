// A record that points to nothing is told and left out, and nothing else is lost.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import type { Problem, RecordKind } from '#model/records'
import { type ExportFiles, importExport } from '../stories/support/export.ts'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'
import { dumpTables, restartNumbers } from './dump.ts'
import { harbour, inWindow, withMore } from './harbour.ts'

interface Stray {
  readonly files: ExportFiles
  /** The kind of record that is left out. */
  readonly kind: RecordKind
  readonly problem: Omit<Problem, 'severity' | 'file'> & { file: RegExp }
}

const contract = { Id: 1, CoworkerId: 7001, IssuedById: 501, CreatedOn: inWindow }
const booking = { Id: 2, CoworkerId: 7001, ResourceId: 61, CreatedOn: inWindow }
const invoice = { Id: 3, CoworkerId: 7001, BusinessId: 501, TotalAmount: 10, CreatedOn: inWindow }
const sale = { Id: 4, CoworkerId: 7001, BusinessId: 501, RegularCharge: false, SaleDate: inWindow }
const recurring = { ...sale, RegularCharge: true, RepeatCycle: 4 }
const team = {
  Id: 5,
  Name: 'Moss & Co',
  TeamMembers: [7001, 7002],
  CreateSingleInvoiceForTeam: true,
  PayingMemberId: 7999,
}
const audit = {
  Id: 6,
  EntityShortName: 'Coworker',
  EntityId: 7999,
  PropertyName: 'Active',
  CreatedOn: inWindow,
}

function stray(
  kind: RecordKind,
  files: ExportFiles,
  record: string,
  field: string,
  value: string,
  file: RegExp,
): Stray {
  return { kind, files, problem: { file, record, field, value, reason: expect.stringMatching(/\.$/) } }
}

const strays: readonly Stray[] = [
  stray(
    'contract',
    { coworkercontracts: [{ ...contract, CoworkerId: 7999 }] },
    '1',
    'customer',
    '7999',
    /contracts/,
  ),
  stray(
    'contract',
    { coworkercontracts: [{ ...contract, IssuedById: 599 }] },
    '1',
    'location',
    '599',
    /contracts/,
  ),
  stray('booking', { bookings: [{ ...booking, CoworkerId: 7999 }] }, '2', 'customer', '7999', /bookings/),
  stray('booking', { bookings: [{ ...booking, ResourceId: 69 }] }, '2', 'ResourceId', '69', /bookings/),
  stray(
    'booking',
    { resources: [{ Id: 69, BusinessId: 599 }], bookings: [{ ...booking, ResourceId: 69 }] },
    ...(['2', 'location', '599', /bookings/] as const),
  ),
  stray(
    'booking',
    { cancelledbookings: [{ ...booking, OriginalBookingId: '2', CoworkerId: 7999, CancelledOn: inWindow }] },
    ...(['2', 'customer', '7999', /bookings/] as const),
  ),
  stray(
    'customer_invoice',
    { coworkerinvoices: [{ ...invoice, CoworkerId: 7999 }] },
    '3',
    'customer',
    '7999',
    /invoices/,
  ),
  stray(
    'customer_invoice',
    { coworkerinvoices: [{ ...invoice, BusinessId: 599 }] },
    '3',
    'location',
    '599',
    /invoices/,
  ),
  stray(
    'recurring_product',
    { coworkerproducts: [{ ...sale, CoworkerId: 7999 }] },
    '4',
    'customer',
    '7999',
    /product/,
  ),
  stray(
    'recurring_product',
    { coworkerproducts: [{ ...recurring, BusinessId: 599 }] },
    '4',
    'location',
    '599',
    /product/,
  ),
  stray('team', { teams: [team] }, '5', 'paying customer', '7999', /teams/),
  stray(
    'customer_change',
    { audittrailentries: [{ ...audit, OldValue: 'True', NewValue: 'False' }] },
    ...(['6', 'customer', '7999', /audittrailentries|customer changes/] as const),
  ),
  stray(
    'pause',
    { contractpausedperiods: [{ Id: 7, CoworkerContractId: 81_999, PauseFrom: inWindow, PauseUntil: null }] },
    ...(['7', 'contract', '81999', /paused ?periods/] as const),
  ),
  stray(
    'platform_invoice',
    { invoices: [{ Id: 8, BusinessId: 599, CreatedOn: inWindow }] },
    ...(['8', 'location', '599', /invoices/] as const),
  ),
]

describe.each(ENGINE_CASES)('records that point to nothing, on %s', (engine) => {
  let db: Database
  beforeAll(async () => {
    db = await openTestDatabase(engine)
  })
  beforeEach(async () => {
    await emptyAllTables(db)
    await restartNumbers(db)
  })
  afterAll(() => db.close())

  const context = () => ({ database: db, now: () => new Date('2026-11-10T00:00:00Z') })

  test.each(strays)(
    '$kind $problem.record names $problem.field $problem.value',
    async ({ files, kind, problem }) => {
      const clean = await importExport(context(), harbour)
      const expected = await dumpTables(db, { without: ['imports'] })
      await emptyAllTables(db)
      await restartNumbers(db)

      const report = await importExport(context(), withMore(files))
      expect(report.problems).toEqual([
        { ...problem, file: expect.stringMatching(problem.file), severity: 'skipped' },
      ])
      expect(report).toMatchObject({ problemCount: 1, warningCount: 0 })
      expect(report.records[kind]).toMatchObject({
        read: clean.records[kind].read,
        added: clean.records[kind].added,
      })
      expect(await dumpTables(db, { without: ['imports'] })).toEqual(expected)
      const again = await importExport(context(), withMore(files))
      expect(again).toMatchObject({ hasChanges: false, problemCount: 1 })
    },
  )

  test.each(strays)(
    '$kind $problem.record with $problem.field $problem.value counts among the skipped',
    async ({ files, kind }) => {
      const report = await importExport(context(), withMore(files))
      expect(report.records[kind].skipped).toBe(1)
    },
  )

  test('a team is kept without the members that are not there', async () => {
    const files = withMore({ teams: [{ ...team, TeamMembers: [7001, 7002, 7999], PayingMemberId: 7001 }] })
    const report = await importExport(context(), files)
    expect(report.problems).toEqual([
      {
        ...{
          file: expect.stringMatching(/^teams/),
          record: '5',
          field: 'member',
          value: '7999',
          severity: 'warning',
        },
        reason: expect.stringContaining('kept without this member'),
      },
    ])
    expect(report.records.team).toMatchObject({ read: 2, added: 2, skipped: 0 })
    expect(report).toMatchObject({ problemCount: 0, warningCount: 1 })
  })

  test('an invoice keeps the locations that are there', async () => {
    const lines = [
      { Id: 11, CoworkerInvoiceId: 3, IssuedByUniqueId: harbour.businesses[1]?.UniqueId },
      { Id: 12, CoworkerInvoiceId: 3, IssuedByUniqueId: null },
    ]
    const files = withMore({
      coworkerinvoices: [{ ...invoice, BusinessId: 599 }],
      coworkerinvoicelines: lines,
    })
    const report = await importExport(context(), files)
    expect(report.problems).toMatchObject([{ record: '3', field: 'location', value: '599' }])
    expect(report.records.customer_invoice).toMatchObject({ read: 2, added: 2 })
  })

  test('of many strays all are counted, and a thousand are told', async () => {
    const many = Array.from({ length: 1200 }, (_, at) => ({ ...booking, Id: 92_001 + at, CoworkerId: 7999 }))
    const report = await importExport(context(), withMore({ bookings: many }))
    expect(report).toMatchObject({ problemCount: 1200, records: { booking: { skipped: 1200, read: 3 } } })
    expect(report.problems).toHaveLength(1000)
  })
})
