// What a later import changes, what it leaves alone, and what it says about it.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database, EngineName } from '#database/database'
import type { Context } from '#services/context'
import { programContext } from '#services/context'
import type { KindReport } from '#services/imports/report'
import { importExport, whoCounts } from '../stories/support/export.ts'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'
import { dumpTables, restartNumbers } from './dump.ts'
import { earlier, harbour, inWindow, withChange, withMore } from './harbour.ts'

const firstImport = new Date('2026-11-10T00:00:00Z')
const secondImport = new Date('2026-11-20T00:00:00Z')
const always = ['Ada Quill at Harbour Loft: contract', 'Ben Frost at Harbour Loft: team']
const counted = [
  ...always,
  'Cara Lind at Harbour Loft: booking + customer_invoice',
  'Kit Moss at Harbour Loft: recurring_product',
  'Kit Moss at Old Pier: booking',
]

/** Changes that correct a record: afterwards everything is as if it had always been told so. */
const corrections: readonly [file: keyof typeof harbour, id: number, change: object, kind: string][] = [
  ['businesses', 502, { Name: 'New Pier' }, 'location'],
  ['businesses', 502, { SimpleTimeZoneId: 2002 }, 'location'],
  ['businesses', 502, { CurrencyCode: 'USD' }, 'location'],
  ['businesses', 502, { CreatedOn: '2021-03-03T09:00:00Z' }, 'location'],
  ['coworkers', 7002, { FullName: 'Zoë Frost' }, 'customer'],
  ['coworkers', 7002, { Email: 'ben@example.org' }, 'customer'],
  ['coworkers', 7002, { CompanyName: 'Frost & Co' }, 'customer'],
  ['audittrailentries', 9901, { OldValue: 'False' }, 'customer_change'],
  ['audittrailentries', 9901, { CreatedOn: '2026-09-02T09:00:00Z' }, 'customer_change'],
  ['audittrailentries', 9901, { EntityId: 7003 }, 'customer_change'],
  ['audittrailentries', 9901, { PropertyName: 'Archived' }, 'customer_change'],
  ['coworkercontracts', 81_001, { Price: 0 }, 'contract'],
  ['coworkercontracts', 81_001, { TariffName: 'Fixed desk' }, 'contract'],
  ['coworkercontracts', 81_001, { StartDate: '2027-01-01T00:00:00Z' }, 'contract'],
  ['coworkercontracts', 81_001, { CreatedOn: '2026-06-20T10:00:00Z' }, 'contract'],
  ['coworkercontracts', 81_001, { CancellationDate: '2027-01-01T00:00:00Z' }, 'contract'],
  ['coworkercontracts', 81_001, { CoworkerId: 7002 }, 'contract'],
  ['coworkercontracts', 81_001, { IssuedById: 502 }, 'contract'],
  ['contractpausedperiods', 301, { PauseFrom: '2026-09-02T00:00:00Z' }, 'pause'],
  ['contractpausedperiods', 301, { PauseUntil: null }, 'pause'],
  ['contractpausedperiods', 301, { CoworkerContractId: 81_002 }, 'pause'],
  ['teams', 31, { Name: 'Quill & Frost' }, 'team'],
  ['bookings', 91_001, { Tentative: true }, 'booking'],
  ['bookings', 91_001, { OverridePrice: 0 }, 'booking'],
  ['bookings', 91_001, { CreatedOn: '2026-11-04T09:30:00Z' }, 'booking'],
  ['bookings', 91_001, { CoworkerId: 7002 }, 'booking'],
  ['bookings', 91_001, { ResourceId: 62 }, 'booking'],
  ['cancelledbookings', 1201, { CancelledOn: '2026-11-09T08:00:00Z' }, 'booking'],
  ['cancelledbookings', 1201, { CoworkerId: 7002 }, 'booking'],
  ['cancelledbookings', 1202, { CancelledOn: '2026-11-09T08:00:00Z' }, 'booking'],
  ['coworkerinvoices', 65_001, { TotalAmount: 0 }, 'customer_invoice'],
  ['coworkerinvoices', 65_001, { CreditedAmount: 40 }, 'customer_invoice'],
  ['coworkerinvoices', 65_001, { CreatedOn: '2026-11-05T06:00:00Z' }, 'customer_invoice'],
  ['coworkerinvoices', 65_001, { CoworkerId: 7002 }, 'customer_invoice'],
  ['coworkerinvoices', 65_001, { BusinessId: 502 }, 'customer_invoice'],
  ['coworkerproducts', 44_001, { ProductName: 'Mailbox' }, 'recurring_product'],
  ['coworkerproducts', 44_001, { RepeatCycle: 3 }, 'recurring_product'],
  ['coworkerproducts', 44_001, { RepeatUnit: 2 }, 'recurring_product'],
  ['coworkerproducts', 44_001, { RepeatFrom: '2026-11-09T00:00:00Z' }, 'recurring_product'],
  ['coworkerproducts', 44_001, { RepeatUntil: '2026-12-24T00:00:00Z' }, 'recurring_product'],
  ['coworkerproducts', 44_001, { RepeatUntil: '2026-11-01T00:00:00Z' }, 'recurring_product'],
  ['coworkerproducts', 44_001, { RegularCharge: false }, 'recurring_product'],
  ['coworkerproducts', 44_001, { SaleDate: '2026-11-06T09:30:00Z' }, 'recurring_product'],
  ['coworkerproducts', 44_001, { CoworkerId: 7002 }, 'recurring_product'],
  ['coworkerproducts', 44_001, { BusinessId: 502 }, 'recurring_product'],
  ['invoices', 4001, { InvoiceNumber: 'P-10299' }, 'platform_invoice'],
  ['invoices', 4001, { CreatedOn: '2026-11-02T03:00:00Z' }, 'platform_invoice'],
  ['invoices', 4001, { BusinessId: 502 }, 'platform_invoice'],
]

interface Change {
  readonly title: string
  readonly file: keyof typeof harbour
  readonly id: number
  readonly first?: object
  readonly second: object
  readonly kind: string
  /** Who counts just before it happened, and at the second import. */
  readonly happenedAt: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}

const without = (...names: string[]) => counted.filter((line) => !names.some((name) => line.startsWith(name)))
const cancelledInNovember = {
  Cancelled: true,
  CancellationDate: '2026-11-15T00:00:00Z',
  UpdatedOn: '2026-11-12T00:00:00Z',
}

/** Changes that happened between two imports: what was answered for the time before them stays. */
const happenings: readonly Change[] = [
  {
    ...{ title: 'a suspension', file: 'coworkers', id: 7001, kind: 'customer' },
    ...{ second: { Active: false, UpdatedOn: '2026-11-12T00:00:00Z' }, happenedAt: '2026-11-12T00:00:00Z' },
    ...{ before: counted, after: without('Ada', 'Ben') },
  },
  {
    ...{ title: 'a suspension without a date', file: 'coworkers', id: 7001, kind: 'customer' },
    ...{ second: { Active: false }, happenedAt: '2026-11-20T00:00:00Z' },
    ...{ before: counted, after: without('Ada', 'Ben') },
  },
  {
    ...{ title: 'the end of a suspension', file: 'coworkers', id: 7001, kind: 'customer' },
    ...{ first: { Active: false }, second: { Active: true, UpdatedOn: '2026-11-12T00:00:00Z' } },
    ...{ happenedAt: '2026-11-12T00:00:00Z', before: counted, after: counted },
  },
  {
    ...{ title: 'archiving', file: 'coworkers', id: 7001, kind: 'customer' },
    ...{ second: { Archived: true, UpdatedOn: '2026-11-12T00:00:00Z' }, happenedAt: '2026-11-12T00:00:00Z' },
    ...{ before: counted, after: without('Ada', 'Ben') },
  },
  {
    ...{ title: 'the end of a contract', file: 'coworkercontracts', id: 81_001, kind: 'contract' },
    ...{ second: cancelledInNovember, happenedAt: '2026-11-15T00:00:00Z' },
    ...{ before: counted, after: without('Ada', 'Ben') },
  },
  {
    ...{ title: 'a contract that is back', file: 'coworkercontracts', id: 81_002, kind: 'contract' },
    ...{ second: { Cancelled: false, CancellationDate: null, UpdatedOn: '2026-11-12T00:00:00Z' } },
    ...{
      happenedAt: '2026-11-12T00:00:00Z',
      before: counted,
      after: [...counted, 'Dov Marsh at Harbour Loft: contract'],
    },
  },
  {
    ...{ title: 'a member who leaves a team', file: 'teams', id: 31, kind: 'team' },
    ...{
      second: { TeamMembers: [7001], UpdatedOn: '2026-11-12T00:00:00Z' },
      happenedAt: '2026-11-12T00:00:00Z',
    },
    ...{ before: counted, after: without('Ben') },
  },
  {
    ...{ title: 'a member who joins a team', file: 'teams', id: 31, kind: 'team' },
    ...{ second: { TeamMembers: [7001, 7002, 7004], UpdatedOn: '2026-11-12T00:00:00Z' } },
    ...{
      happenedAt: '2026-11-12T00:00:00Z',
      before: counted,
      after: [...counted, 'Dov Marsh at Harbour Loft: team'],
    },
  },
  {
    ...{ title: 'the end of merged billing', file: 'teams', id: 31, kind: 'team' },
    ...{ second: { CreateSingleInvoiceForTeam: false, UpdatedOn: '2026-11-12T00:00:00Z' } },
    ...{ happenedAt: '2026-11-12T00:00:00Z', before: counted, after: without('Ben') },
  },
  {
    ...{ title: 'another paying customer', file: 'teams', id: 31, kind: 'team' },
    ...{ second: { PayingMemberId: 7002, UpdatedOn: '2026-11-12T00:00:00Z' } },
    ...{ happenedAt: '2026-11-12T00:00:00Z', before: counted, after: without('Ben') },
  },
  {
    ...{ title: 'a voided invoice', file: 'coworkerinvoices', id: 65_001, kind: 'customer_invoice' },
    ...{ second: { Void: true, UpdatedOn: '2026-11-12T00:00:00Z' }, happenedAt: '2026-11-12T00:00:00Z' },
    ...{ before: counted, after: [...without('Cara'), 'Cara Lind at Harbour Loft: booking'] },
  },
]

/** Each on one engine, in turn: on the other it is the same statements over again. */
function isTriedOn(engine: EngineName) {
  const turn = ENGINE_CASES.indexOf(engine)
  return (_correction: unknown, index: number) => index % ENGINE_CASES.length === turn
}

describe.each(ENGINE_CASES)('importing again, on %s', (engine) => {
  let db: Database
  beforeAll(async () => {
    db = await openTestDatabase(engine)
  })
  beforeEach(async () => {
    await emptyAllTables(db)
    await restartNumbers(db)
  })
  afterAll(() => db.close())

  const at = (instant: Date): Context => programContext(db, () => instant)
  const now = (instant: Date) => whoCounts(at(instant), instant)

  test('the same folder again changes nothing and writes nothing', async () => {
    const first = await importExport(at(firstImport), harbour)
    const before = await dumpTables(db, { withVersions: true })
    const second = await importExport(at(secondImport), harbour)
    expect(first).toMatchObject({ hasChanges: true, problemCount: 0, warningCount: 0 })
    expect(second).toMatchObject({ hasChanges: false, importId: null, problemCount: 0, warningCount: 0 })
    expect(sumsOf(first.records).changed).toBe(0)
    expect(sumsOf(second.records)).toEqual({ ...sumsOf(first.records), added: 0 })
    expect(await dumpTables(db, { withVersions: true })).toEqual(before)
    expect(await now(firstImport)).toEqual(counted)
  })

  test('records that are new are added, and nothing else is touched', async () => {
    await importExport(at(firstImport), harbour)
    const more = { Id: 91_009, ResourceId: 62, CoworkerId: 7004, CreatedOn: inWindow }
    const report = await importExport(at(secondImport), withMore({ bookings: [more] }))
    expect(report.records.booking).toMatchObject({ added: 1, changed: 0 })
    expect(sumsOf(report.records)).toMatchObject({ added: 1, changed: 0 })
    expect(await now(secondImport)).toEqual([
      ...counted.slice(0, 4),
      'Dov Marsh at Old Pier: booking',
      ...counted.slice(4),
    ])
  })

  describe('of a record that stands twice in a folder the last one counts', () => {
    const twice: readonly [file: keyof typeof harbour, at: number, change: object][] = [
      ['businesses', 1, { Name: 'New Pier' }],
      ['coworkers', 1, { FullName: 'Ben Winter' }],
      ['coworkercontracts', 0, { CancellationDate: '2026-11-01T00:00:00Z' }],
      ['bookings', 0, { Tentative: true }],
      ['bookings', 0, { CreatedOn: '2026-10-05T09:30:00Z' }],
      ['coworkerinvoices', 0, { Draft: true }],
      ['invoices', 0, { CreatedOn: '2026-11-02T03:00:00Z' }],
    ]
    test.each(twice)('%s #%i %o', async (file, index, change) => {
      const record = harbour[file][index] as { Id: number }
      const last = withChange(file, record.Id, change)
      const both = { ...harbour, [file]: [record, ...(last[file] ?? [])] }
      const sorted = async () => [...(await now(secondImport))].sort()
      await importExport(at(firstImport), last)
      const expected = await sorted()
      await emptyAllTables(db)

      await importExport(at(firstImport), both)
      expect(await sorted()).toEqual(expected)
      expect(await importExport(at(secondImport), both)).toMatchObject({ hasChanges: false })
      await emptyAllTables(db)

      await importExport(at(firstImport), harbour)
      await importExport(at(secondImport), both)
      expect(await sorted()).toEqual(expected)
      expect(await importExport(at(secondImport), both)).toMatchObject({ hasChanges: false })
    })
  })

  test('records that are no longer told stay', async () => {
    await importExport(at(firstImport), harbour)
    const { businesses, coworkers } = harbour
    const report = await importExport(at(secondImport), {
      businesses,
      coworkers,
      simpletimezones: harbour.simpletimezones,
    })
    expect(report.hasChanges).toBe(false)
    expect(await now(secondImport)).toEqual(counted)
  })

  describe('a corrected record is reported as changed, and all is as if it had always been told so', () => {
    // A customer who had a record at a location stays known there.
    const without = ['imports', 'location_customers', 'location_suspensions', 'team_edges']
    test.each(corrections.filter(isTriedOn(engine)))('%s %i %o', async (file, id, change, kind) => {
      const changed = withChange(file, id, change)
      await importExport(at(firstImport), changed)
      const expected = await dumpTables(db, { without })
      const expectedCounts = await now(secondImport)
      await emptyAllTables(db)
      await restartNumbers(db)

      await importExport(at(firstImport), harbour)
      const report = await importExport(at(secondImport), changed)
      expect(await now(secondImport)).toEqual(expectedCounts)
      expect(await dumpTables(db, { without })).toEqual(expected)
      expect(changesOf(report.records)).toEqual({ [kind]: { added: 0, changed: 1 } })
      expect(await importExport(at(secondImport), changed)).toMatchObject({ hasChanges: false })
    })
  })

  describe('what happened between two imports leaves the answers of before as they were', () => {
    test.each(happenings)(
      '$title',
      async ({ file, id, first = {}, second, kind, happenedAt, before, after }) => {
        const change = new Date(happenedAt)
        const justBefore = new Date(change.getTime() - 1)
        await importExport(at(firstImport), withChange(file, id, first))
        const answers = await answersUpTo(firstImport)
        const earlierAnswer = await now(justBefore)
        const report = await importExport(at(secondImport), withChange(file, id, { ...first, ...second }))
        expect(changesOf(report.records)).toEqual({ [kind]: { added: 0, changed: 1 } })
        expect(await answersUpTo(firstImport)).toEqual(answers)
        expect(await now(justBefore)).toEqual(earlierAnswer)
        expect([...(await now(secondImport))].sort()).toEqual([...after].sort())
        expect(await now(change)).toEqual(await now(secondImport))
        if (Object.keys(first).length === 0) expect(earlierAnswer).toEqual(before)
      },
    )

    test('a cancelled booking', async () => {
      await importExport(at(firstImport), harbour)
      const answers = await answersUpTo(firstImport)
      const [booking, other] = harbour.bookings
      const cancelled = {
        ...booking,
        Id: 1202,
        OriginalBookingId: '91001',
        CancelledOn: '2026-11-12T00:00:00Z',
      }
      const files = { ...withMore({ cancelledbookings: [cancelled] }), bookings: [other as object] }
      const report = await importExport(at(secondImport), files)
      expect(changesOf(report.records)).toEqual({ booking: { added: 0, changed: 1 } })
      expect(await answersUpTo(firstImport)).toEqual(answers)
      expect(await now(new Date('2026-11-11T23:59:59.999Z'))).toEqual(counted)
      expect(await now(new Date('2026-11-12T00:00:00Z'))).toContain(
        'Cara Lind at Harbour Loft: customer_invoice',
      )
    })
  })

  test('a contract that came back moves to another location with all its stays', async () => {
    const back = { Cancelled: false, CancellationDate: null, UpdatedOn: '2026-11-12T00:00:00Z' }
    await importExport(at(firstImport), harbour)
    await importExport(at(secondImport), withChange('coworkercontracts', 81_002, back))
    const moved = withChange('coworkercontracts', 81_002, { ...back, IssuedById: 502 })
    const report = await importExport(at(new Date('2026-12-01T00:00:00Z')), moved)
    expect(changesOf(report.records)).toEqual({ contract: { added: 0, changed: 1 } })
    const dovAt = async (day: string) =>
      (await now(new Date(day))).filter((line) => line.startsWith('Dov') && line.endsWith('contract'))
    expect(await dovAt('2026-10-15')).toEqual(['Dov Marsh at Old Pier: contract'])
    expect(await dovAt('2026-11-01')).toEqual([])
    expect(await dovAt('2026-11-15')).toEqual(['Dov Marsh at Old Pier: contract'])
  })

  /** Who counted at instants around everything that was known by then. */
  async function answersUpTo(last: Date): Promise<string[][]> {
    const days = [
      '2026-08-01',
      '2026-09-10',
      earlier,
      '2026-10-25',
      '2026-11-01T03:00:00Z',
      inWindow,
      '2026-11-08T08:00:00Z',
    ]
    const instants = [...days.map((day) => new Date(day)), last]
    return Promise.all(instants.map((instant) => now(instant)))
  }
})

function sumsOf(records: Readonly<Record<string, KindReport>>): KindReport {
  const sums = { read: 0, added: 0, changed: 0, skipped: 0 }
  for (const record of Object.values(records)) {
    for (const figure of Object.keys(sums) as (keyof KindReport)[]) sums[figure] += record[figure]
  }
  return sums
}

/** The kinds of which records were added or changed. */
function changesOf(records: Readonly<Record<string, KindReport>>) {
  const changed = Object.entries(records).filter(([, { added, changed }]) => added > 0 || changed > 0)
  return Object.fromEntries(changed.map(([kind, { added, changed }]) => [kind, { added, changed }]))
}
