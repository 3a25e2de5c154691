// A record that stands twice in what one import reads is as if only its last reading were there.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openCsvFolder } from '#connectors/csv/reader'
import type { Database } from '#database/database'
import { programContext } from '#services/context'
import { importRecords } from '#services/imports/import-records'
import type { ImportReport } from '#services/imports/report'
import { folderWith } from '../connectors/support.ts'
import { type ExportFiles, importExport, whoCounts } from '../stories/support/export.ts'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'
import { type Dump, dumpTables, restartNumbers } from './dump.ts'
import { cutOff, earlier, harbour, inWindow, withMore } from './harbour.ts'

const firstImport = new Date('2026-11-10T00:00:00Z')
const secondImport = new Date('2026-11-20T00:00:00Z')
const between = '2026-11-12T00:00:00Z'
const later = '2026-11-14T00:00:00Z'
const pierGuid = harbour.businesses[1]?.UniqueId

type Readings = Readonly<Record<string, readonly (readonly object[])[]>>

const booking = { ResourceId: 61, CoworkerId: 7001, CreatedOn: inWindow }
const cancelled = { ...booking, CancelledOn: '2026-11-08T08:00:00Z' }
const invoice = {
  CoworkerId: 7001,
  BusinessId: 501,
  TotalAmount: 40,
  CreatedOn: inWindow,
  UpdatedOn: between,
}
const sale = { CoworkerId: 7001, BusinessId: 501, ProductName: 'Locker', SaleDate: inWindow }
const recurring = { ...sale, RegularCharge: true, RepeatCycle: 4 }
const team = { Name: 'Moss & Co', CreateSingleInvoiceForTeam: true, PayingMemberId: 7005, UpdatedOn: between }
const contract = { CoworkerId: 7001, IssuedById: 501, Price: 190, CreatedOn: earlier }
const audit = { EntityShortName: 'Coworker', EntityId: 7003, PropertyName: 'Active', CreatedOn: earlier }
const suspension = { ...audit, OldValue: 'True', NewValue: 'False' }

/** Records of one kind, each told several times: of all that is told under one Id the last must count. */
const repeats: Readonly<Record<string, Readings>> = {
  'bookings elsewhere, by somebody else and made at another time': {
    bookings: readings(booking, [
      [{ ResourceId: 62 }, {}],
      [{}, { ResourceId: 62 }],
      [{}, { ResourceId: 62 }, {}],
      [{}, { CoworkerId: 7002 }],
      [{ OverridePrice: 0, CreatedOn: earlier }, { Tentative: true }],
    ]),
    cancelledbookings: readings(cancelled, [
      [
        { OriginalBookingId: '801', ResourceId: 62 },
        { OriginalBookingId: '801', CancelledOn: between },
      ],
      [{}, { ResourceId: 62 }],
    ]),
  },
  'customer invoices elsewhere and of another kind': {
    coworkerinvoicelines: [
      [{ Id: 1, CoworkerInvoiceId: 701 }],
      [{ Id: 2, CoworkerInvoiceId: 701, IssuedByUniqueId: pierGuid }],
    ],
    coworkerinvoices: readings(invoice, [
      [{}, { BusinessId: 502 }],
      [{ BusinessId: 502 }, {}],
      [{ CoworkerId: 7002 }, { TotalAmount: 0 }],
      [{}, { Void: true }],
      [{ Void: true }, {}],
      [{ Void: true }, {}, { Void: true, UpdatedOn: later }],
      [{ Void: true, UpdatedOn: later }, { Void: true }],
      [{ Draft: true }, { BusinessId: 502, Void: true }],
    ]),
  },
  'product sales elsewhere, recurring or once': {
    coworkerproducts: readings(recurring, [
      [{}, { BusinessId: 502 }],
      [{}, { RegularCharge: false }],
      [{ RegularCharge: false }, {}],
      [{}, { RegularCharge: false, BusinessId: 502 }, { RepeatCycle: 3 }],
      [{ RepeatCycle: 3 }, { RegularCharge: false }],
      [{ RepeatUntil: earlier }, { CoworkerId: 7002 }],
    ]),
  },
  'teams with other members and payers': {
    teams: readings(team, [
      [{ TeamMembers: [7003, 7004] }, { TeamMembers: [7001] }],
      [{ TeamMembers: [7001] }, { TeamMembers: [7001, 7003], UpdatedOn: later }],
      [{ TeamMembers: [7001, 7002], PayingMemberId: 7001 }, { TeamMembers: [7001, 7002] }],
      [{ TeamMembers: [7001] }, { TeamMembers: [] }],
    ]),
  },
  'customers, their changes, contracts and pauses': {
    coworkers: readings({ UpdatedOn: between }, [
      [
        { FullName: 'Ida Lark', Active: false },
        { FullName: 'Ida Finch', Archived: true },
      ],
    ]),
    audittrailentries: readings(suspension, [
      [{ EntityId: 7004 }, {}],
      [{ CreatedOn: '2026-10-30T00:00:00Z' }, { CreatedOn: '2026-10-20T00:00:00Z' }],
      [{ PropertyName: 'Archived' }, { OldValue: 'False', NewValue: 'True', CreatedOn: inWindow }],
    ]),
    coworkercontracts: readings(contract, [
      [{ IssuedById: 502 }, { CancellationDate: '2027-01-01T00:00:00Z' }],
      [{ Cancelled: true, CancellationDate: inWindow }, { CoworkerId: 7002 }],
    ]),
    contractpausedperiods: readings({ PauseFrom: earlier }, [
      [{ CoworkerContractId: 702 }, { CoworkerContractId: 701, PauseUntil: between }],
      [{ CoworkerContractId: 701, PauseUntil: between }, { CoworkerContractId: 701 }],
    ]),
  },
  'platform invoices earlier and elsewhere': {
    invoices: readings({ BusinessId: 501, CreatedOn: cutOff }, [
      [{ CreatedOn: '2026-11-07T00:00:00Z' }, { CreatedOn: '2026-11-02T00:00:00Z' }],
      [{ CreatedOn: '2026-11-06T00:00:00Z' }, { BusinessId: 502 }],
    ]),
  },
}

/** For each record, from number 701 on, its readings: what differs of them. */
function readings(record: object, changes: readonly (readonly object[])[]): readonly (readonly object[])[] {
  return changes.map((told, at) => told.map((change) => ({ Id: 701 + at, ...record, ...change })))
}

function filesOf(told: Readings, choose: (record: readonly object[]) => readonly object[]): ExportFiles {
  const files = Object.entries(told).map(([file, records]) => [file, records.flatMap(choose)])
  return withMore(Object.fromEntries(files))
}

/** All first readings, then all second ones, and so on: each comes long before the next. */
function apart(files: Readings): Readings {
  const turns = [0, 1, 2]
  return Object.fromEntries(
    Object.entries(files).map(([file, records]) => [
      file,
      turns.map((turn) => records.flatMap((told) => told.slice(turn, turn + 1))),
    ]),
  )
}

describe.each(ENGINE_CASES)('records that stand twice, on %s', (engine) => {
  let db: Database
  beforeAll(async () => {
    db = await openTestDatabase(engine)
  })
  beforeEach(() => startAgain())
  afterAll(() => db.close())

  const at = (instant: Date) => programContext(db, () => instant)

  async function startAgain(): Promise<void> {
    await emptyAllTables(db)
    await restartNumbers(db)
  }

  /** What an import of each folder in turn leaves behind, the last of them brought in twice. */
  async function outcomeOf(...folders: readonly ExportFiles[]): Promise<{ changes: object; tables: Dump }> {
    await startAgain()
    const instants = [firstImport, secondImport]
    const reports: ImportReport[] = []
    for (const [turn, files] of folders.entries())
      reports.push(await importExport(at(instants[turn] ?? secondImport), files))
    expect(await importExport(at(secondImport), folders.at(-1) ?? {})).toMatchObject({ hasChanges: false })
    // A customer of any reading is known at its location.
    const tables = await dumpTables(db, {
      without: ['imports', 'location_customers', 'location_suspensions', 'team_edges'],
    })
    return { changes: changesOf(reports.at(-1)), tables }
  }

  describe.each(Object.entries(repeats))('%s', (_title, told) => {
    const last = filesOf(told, (record) => record.slice(-1))
    const twice = filesOf(told, (record) => record)
    const thrice = filesOf(apart(told), (record) => record)
    const first = filesOf(told, (record) => record.slice(0, 1))

    test('in a first import', async () => {
      const expected = await outcomeOf(last)
      expect(await outcomeOf(twice)).toEqual(expected)
      expect(await outcomeOf(thrice)).toEqual(expected)
    })

    test('in a later import, new or known', async () => {
      const expected = await outcomeOf(harbour, last)
      expect(await outcomeOf(harbour, twice)).toEqual(expected)
      const corrected = await outcomeOf(first, last)
      expect(await outcomeOf(first, twice)).toEqual(corrected)
      expect(await outcomeOf(first, thrice)).toEqual(corrected)
    })
  })

  test('a booking that is among the cancelled ones too is cancelled, wherever it stood', async () => {
    const moved = { ...booking, Id: 701, ResourceId: 62 }
    const both = withMore({
      bookings: [moved, { ...moved, ResourceId: 61 }],
      cancelledbookings: [{ ...cancelled, Id: 1301, OriginalBookingId: '701' }],
    })
    const expected = await outcomeOf(withMore({ cancelledbookings: both.cancelledbookings?.slice(-1) ?? [] }))
    expect(await outcomeOf(both)).toEqual(expected)
    expect((await outcomeOf(withMore({ bookings: [moved] }), both)).tables).toEqual(expected.tables)
  })

  test('a customer counts by the last reading alone', async () => {
    const told = { bookings: readings(booking, [[{ ResourceId: 62 }, {}]]) }
    await importExport(
      at(firstImport),
      filesOf(told, (record) => record),
    )
    expect(await whoCounts(at(firstImport), firstImport)).toEqual([
      'Ada Quill at Harbour Loft: contract + booking',
      'Ben Frost at Harbour Loft: team',
      'Cara Lind at Harbour Loft: booking + customer_invoice',
      'Kit Moss at Harbour Loft: recurring_product',
      'Kit Moss at Old Pier: booking',
    ])
  })

  test('each changed sale is counted once, whether its fact or its renewal changed', async () => {
    const sales = [{}, {}, {}].map((_, index) => ({ Id: 701 + index, ...recurring }))
    const changes = [{ RepeatCycle: 3 }, { CoworkerId: 7002 }, { RegularCharge: false }]
    await importExport(at(firstImport), withMore({ coworkerproducts: sales }))
    const changed = sales.map((one, index) => ({ ...one, ...changes[index] }))
    const report = await importExport(at(secondImport), withMore({ coworkerproducts: changed }))
    expect(report.records.recurring_product).toMatchObject({ added: 0, changed: 3 })
  })

  describe('in CSV files', () => {
    const folder = {
      'locations.csv': [
        'id,name,time_zone,created_at',
        'loft,Loft,UTC,2024-01-01T00:00:00Z',
        'pier,Pier,UTC,2024-01-01T00:00:00Z',
      ],
      'customers.csv': ['id,name', 'ana,Ana', 'ben,Ben'],
    }
    const files: readonly [file: string, header: string, first: string, last: string][] = [
      [
        'bookings.csv',
        'id,location_id,customer_id,made_at,cancelled_at',
        `loft,ana,${inWindow},${between}`,
        `pier,ana,${inWindow},`,
      ],
      [
        'bookings.csv',
        'id,location_id,customer_id,made_at,cancelled_at',
        `loft,ana,${inWindow},`,
        `pier,ana,${inWindow},${between}`,
      ],
      [
        'customer-invoices.csv',
        'id,location_ids,customer_id,issued_at,kind',
        `loft;pier,ana,${inWindow},void`,
        `loft,ana,${inWindow},`,
      ],
      [
        'recurring-products.csv',
        'id,location_id,customer_id,sold_at,cycle',
        `loft,ana,${inWindow},month`,
        `pier,ana,${inWindow},`,
      ],
      [
        'teams.csv',
        'id,name,merged_billing,paying_customer_id,member_ids',
        'North,true,ana,ana;ben',
        'North,true,ana,ana',
      ],
      ['platform-invoices.csv', 'id,location_id,cut_off_at', `loft,${between}`, `loft,${cutOff}`],
    ]

    test.each(files)('%s: %s: %s, then %s', async (file, header, first, last) => {
      const ids = ['7', 'a']
      const rows = (...told: readonly string[]) => [
        header,
        ...told.flatMap((row) => ids.map((id) => `${id},${row}`)),
      ]
      const bring = async (lines: readonly string[]) => {
        const texts = Object.entries({ ...folder, [file]: lines }).map(([name, text]) => [
          name,
          text.join('\n'),
        ])
        const reader = await openCsvFolder(await folderWith(Object.fromEntries(texts)), 'Csv')
        return importRecords(at(firstImport), reader, { networkName: 'Csv' })
      }
      const without = ['imports', 'location_customers', 'team_edges']
      const expectedChanges = changesOf(await bring(rows(last)))
      const expected = await dumpTables(db, { without })
      await startAgain()
      expect(changesOf(await bring(rows(first, last)))).toEqual(expectedChanges)
      expect(await dumpTables(db, { without })).toEqual(expected)
      expect(await bring(rows(first, last))).toMatchObject({ hasChanges: false, problems: [] })
    })
  })
})

function changesOf(report: ImportReport | undefined): object {
  const kinds = Object.entries(report?.records ?? {})
  return Object.fromEntries(
    kinds.map(([kind, { added, changed, skipped }]) => [kind, { added, changed, skipped }]),
  )
}
