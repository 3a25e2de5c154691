// A record that points to nothing is told and left out, and nothing else is lost.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import type { RecordKind } from '#model/records'
import { programContext } from '#services/context'
import type { KindReport } from '#services/imports/report'
import { type ExportFiles, importExport } from '../stories/support/export.ts'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'
import { dumpTables, restartNumbers } from './dump.ts'
import { harbour, inWindow, withMore } from './harbour.ts'

interface Stray {
  /** The kind of record that is left out. */
  readonly kind: RecordKind
  readonly files: ExportFiles
  readonly file: string
  readonly record: string
  readonly field: string
  readonly value: string
}

const contract = { Id: 1, CoworkerId: 7001, IssuedById: 501, CreatedOn: inWindow }
const booking = { Id: 2, CoworkerId: 7001, ResourceId: 61, CreatedOn: inWindow }
const cancelled = { ...booking, Id: 9, OriginalBookingId: '2', CancelledOn: inWindow }
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
  PropertyName: 'Active',
  OldValue: 'True',
  NewValue: 'False',
}
const pause = { Id: 7, CoworkerContractId: 81_999, PauseFrom: inWindow, PauseUntil: null }

function stray(
  kind: RecordKind,
  file: string,
  record: { Id: number },
  change: object,
  told: [string, string],
): Stray {
  const [field, value] = told
  return {
    ...{ kind, field, value, file: `${file}.json` },
    record: kind === 'booking' ? '2' : String(record.Id),
    files: { [file]: [{ ...record, ...change }] },
  }
}

const strays: readonly Stray[] = [
  stray('contract', 'coworkercontracts', contract, { CoworkerId: 7999 }, ['CoworkerId', '7999']),
  stray('contract', 'coworkercontracts', contract, { IssuedById: 599 }, ['IssuedById', '599']),
  stray('booking', 'bookings', booking, { CoworkerId: 7999 }, ['CoworkerId', '7999']),
  stray('booking', 'bookings', booking, { ResourceId: 69 }, ['ResourceId', '69']),
  stray('booking', 'cancelledbookings', cancelled, { CoworkerId: 7999 }, ['CoworkerId', '7999']),
  stray('customer_invoice', 'coworkerinvoices', invoice, { CoworkerId: 7999 }, ['CoworkerId', '7999']),
  stray('customer_invoice', 'coworkerinvoices', invoice, { BusinessId: 599 }, ['BusinessId', '599']),
  stray('recurring_product', 'coworkerproducts', sale, { CoworkerId: 7999 }, ['CoworkerId', '7999']),
  stray('recurring_product', 'coworkerproducts', recurring, { BusinessId: 599 }, ['BusinessId', '599']),
  stray('team', 'teams', team, {}, ['PayingMemberId', '7999']),
  stray('customer_change', 'audittrailentries', audit, { EntityId: 7999, CreatedOn: inWindow }, [
    'EntityId',
    '7999',
  ]),
  stray('pause', 'contractpausedperiods', pause, {}, ['CoworkerContractId', '81999']),
  stray('platform_invoice', 'invoices', { Id: 8 }, { BusinessId: 599, CreatedOn: inWindow }, [
    'BusinessId',
    '599',
  ]),
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

  const context = () => programContext(db, () => new Date('2026-11-10T00:00:00Z'))

  test.each(strays)('a $kind in $file whose $field is $value is told and left out', async (one) => {
    const clean = await importExport(context(), harbour)
    const expected = await dumpTables(db, { without: ['imports'] })
    await emptyAllTables(db)
    await restartNumbers(db)

    const report = await importExport(context(), withMore(one.files))
    const { file, record, field, value } = one
    const reason = expect.stringMatching(/ left out\.$|; the record is skipped\.$/)
    const words = { code: expect.any(String), values: expect.any(Object), reason }
    expect(report.problems).toEqual([{ file, record, field, value, ...words, severity: 'skipped' }])
    expect(report).toMatchObject({ problemCount: 1, warningCount: 0 })
    expect(report.records).toMatchObject(readAndAdded(clean.records))
    expect(await dumpTables(db, { without: ['imports'] })).toEqual(expected)
    const again = await importExport(context(), withMore(one.files))
    expect(again).toMatchObject({ hasChanges: false, problemCount: 1 })
  })

  test.each(strays)('a $kind in $file whose $field is $value is one of the skipped', async (one) => {
    const report = await importExport(context(), withMore(one.files))
    expect(report.records[one.kind].skipped).toBe(1)
  })

  test('a booking of a resource that belongs to no known location is told and left out', async () => {
    const files = { resources: [{ Id: 69, BusinessId: 599 }], bookings: [{ ...booking, ResourceId: 69 }] }
    const report = await importExport(context(), withMore(files))
    expect(report.problems).toMatchObject([{ file: 'bookings.json', record: '2', severity: 'skipped' }])
    expect(report.problems[0]?.reason).toContain('599')
    expect(report.records.booking).toMatchObject({ read: 4, added: 4, skipped: 1 })
  })

  test('a team is kept without the members that are not there', async () => {
    const files = withMore({ teams: [{ ...team, TeamMembers: [7001, 7002, 7999], PayingMemberId: 7001 }] })
    const report = await importExport(context(), files)
    expect(report.problems).toEqual([
      {
        ...{ file: 'teams.json', record: '5', field: 'TeamMembers', value: '7999', severity: 'warning' },
        ...{ code: 'member_unknown', values: { id: '7999' } },
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
    expect(report.problems).toMatchObject([{ record: '3', field: 'BusinessId', value: '599' }])
    expect(report.records.customer_invoice).toMatchObject({ read: 2, added: 2 })
  })

  test('of many strays all are counted, and a thousand are told', async () => {
    const many = Array.from({ length: 1200 }, (_, at) => ({ ...booking, Id: 92_001 + at, CoworkerId: 7999 }))
    const report = await importExport(context(), withMore({ bookings: many }))
    expect(report).toMatchObject({ problemCount: 1200, records: { booking: { skipped: 1200, read: 4 } } })
    expect(report.problems).toHaveLength(1000)
  })
})

function readAndAdded(records: Readonly<Record<string, KindReport>>) {
  return Object.fromEntries(Object.entries(records).map(([kind, { read, added }]) => [kind, { read, added }]))
}
