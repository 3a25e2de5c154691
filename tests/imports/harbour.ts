/** A small network as an export folder: two locations, and one record or more of each kind. */
import type { ExportFiles } from '../stories/support/export.ts'

/** The platform invoices of 1 November begin the window that most records lie in. */
export const cutOff = '2026-11-01T03:00:00Z'
export const earlier = '2026-10-10T12:00:00Z'
export const inWindow = '2026-11-05T09:30:00Z'

export const harbour = {
  simpletimezones: [
    { Id: 2001, Name: 'GMT Standard Time' },
    { Id: 2002, Name: 'Romance Standard Time' },
  ],
  businesses: [
    {
      ...{
        Id: 501,
        UniqueId: '5b1e0000-0000-4000-8000-000000000501',
        Name: 'Harbour Loft',
        RootLocationId: 501,
      },
      ...{ CurrencyCode: 'EUR', SimpleTimeZoneId: 2001, CreatedOn: '2021-02-03T09:00:00Z' },
    },
    {
      ...{ Id: 502, UniqueId: '5b1e0000-0000-4000-8000-000000000502', Name: 'Old Pier', RootLocationId: 501 },
      ...{ CurrencyCode: 'EUR', SimpleTimeZoneId: 2001, CreatedOn: '2021-02-03T09:00:00Z' },
    },
  ],
  coworkers: [
    person(7001, 'Ada Quill'),
    person(7002, 'Ben Frost'),
    person(7003, 'Cara Lind'),
    person(7004, 'Dov Marsh'),
    person(7005, 'Kit Moss'),
  ],
  audittrailentries: [
    audit(9901, '2026-09-01T09:00:00Z', 'True', 'False'),
    audit(9902, '2026-09-20T09:00:00Z', 'False', 'True'),
  ],
  tariffs: [{ Id: 12, BusinessId: 501, Name: 'Hot desk', Price: 190 }],
  coworkercontracts: [
    {
      ...{ Id: 81_001, CoworkerId: 7001, IssuedById: 501, TariffId: 12, Price: 150, Cancelled: false },
      ...{ StartDate: '2026-08-01T00:00:00Z', CancellationDate: null },
      ...{ CreatedOn: '2026-07-20T10:00:00Z', UpdatedOn: '2026-07-20T10:00:00Z' },
    },
    {
      ...{ Id: 81_002, CoworkerId: 7004, IssuedById: 501, TariffId: 12, Price: 190, Cancelled: true },
      ...{ StartDate: '2026-08-01T00:00:00Z', CancellationDate: '2026-10-20T00:00:00Z' },
      ...{ CreatedOn: '2026-07-20T10:00:00Z', UpdatedOn: '2026-10-01T10:00:00Z' },
    },
  ],
  contractpausedperiods: [
    {
      Id: 301,
      CoworkerContractId: 81_001,
      PauseFrom: '2026-09-01T00:00:00Z',
      PauseUntil: '2026-10-01T00:00:00Z',
    },
  ],
  teams: [
    {
      ...{ Id: 31, BusinessId: 501, Name: 'Quill Ltd', TeamMembers: [7001, 7002], UpdatedOn: earlier },
      ...{ CreateSingleInvoiceForTeam: true, PayingMemberId: 7001 },
    },
  ],
  resources: [
    { Id: 61, BusinessId: 501, Name: 'Room Juniper' },
    { Id: 62, BusinessId: 502, Name: 'Deck' },
  ],
  bookings: [
    {
      Id: 91_001,
      ResourceId: 61,
      CoworkerId: 7003,
      Tentative: false,
      OverridePrice: 20,
      CreatedOn: inWindow,
    },
    { Id: 91_002, ResourceId: 62, CoworkerId: 7005, Tentative: false, OverridePrice: 20, CreatedOn: earlier },
  ],
  cancelledbookings: [
    {
      ...{ Id: 1201, ResourceId: 61, CoworkerId: 7005, CreatedOn: inWindow },
      ...{ OriginalBookingId: '91003', CancelledOn: '2026-11-08T08:00:00Z' },
    },
    {
      ...{ Id: 1202, ResourceId: 61, CoworkerId: 7004, CreatedOn: inWindow },
      ...{ OriginalBookingId: null, CancelledOn: '2026-11-08T08:00:00Z' },
    },
  ],
  coworkerinvoices: [
    {
      ...{ Id: 65_001, UniqueId: 'e0000000-0000-4000-8000-000000065001', CoworkerId: 7003, BusinessId: 501 },
      ...{ TotalAmount: 40, Draft: false, Void: false, CreditNote: false, OriginalInvoiceGuid: null },
      ...{ CreatedOn: '2026-11-06T06:00:00Z', UpdatedOn: '2026-11-06T06:00:00Z' },
    },
  ],
  coworkerproducts: [
    {
      ...{
        Id: 44_001,
        CoworkerId: 7005,
        BusinessId: 501,
        ProductName: 'Locker',
        Price: 0,
        RegularCharge: true,
      },
      ...{ RepeatCycle: 4, RepeatUnit: 1, RepeatFrom: '2026-11-07T00:00:00Z', RepeatUntil: null },
      ...{ SaleDate: '2026-11-07T09:30:00Z', CreatedOn: '2026-11-07T09:30:00Z' },
    },
  ],
  invoices: [
    { Id: 4001, BusinessId: 501, InvoiceNumber: 'P-10233', CreatedOn: cutOff },
    { Id: 4002, BusinessId: 502, InvoiceNumber: 'P-10234', CreatedOn: '2026-10-01T03:00:00Z' },
  ],
} satisfies ExportFiles

/** The files with some fields of one record changed. */
export function withChange(file: keyof typeof harbour, id: number, change: object): ExportFiles {
  const records: readonly object[] = harbour[file]
  const changed = records.map((record) =>
    'Id' in record && record.Id === id ? { ...record, ...change } : record,
  )
  return { ...harbour, [file]: changed }
}

/** The files with more records at the end of some. */
export function withMore(more: ExportFiles): ExportFiles {
  const files: Record<string, readonly object[]> = { ...harbour }
  for (const [file, records] of Object.entries(more)) files[file] = [...(files[file] ?? []), ...records]
  return files
}

function person(Id: number, FullName: string) {
  const Email = `${FullName.toLowerCase().replace(' ', '.')}@example.org`
  return { Id, FullName, Email, CompanyName: null, Active: true, Archived: false, UpdatedOn: earlier }
}

function audit(Id: number, CreatedOn: string, OldValue: string, NewValue: string) {
  const what = { EntityShortName: 'Coworker', EntityId: 7001, PropertyName: 'Active', AuditType: 2 }
  return { Id, ...what, OldValue, NewValue, CreatedOn }
}
