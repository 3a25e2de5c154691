// The published scenarios that differ by a price, a ticket or a record of another kind, as an export folder tells them.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import { programContext } from '#services/context'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'
import { type ExportFiles, importExport, whoCounts } from './support/export.ts'

const cutOff = '2026-11-01T03:00:12Z'
const inWindow = '2026-11-05T09:30:00Z'
const asOf = '2026-11-20T12:00:00Z'

const location = { Id: 501, UniqueId: '5b1e0000-0000-4000-8000-000000000501', Name: 'Harbour Loft' }
const network: ExportFiles = {
  businesses: [{ ...location, RootLocationId: 501, CreatedOn: '2021-02-03T09:00:00Z' }],
  invoices: [{ Id: 4001, BusinessId: 501, InvoiceNumber: 'P-10233', CreatedOn: cutOff }],
  resources: [{ Id: 61, BusinessId: 501, Name: 'Room Juniper' }],
  tariffs: [
    { Id: 12, BusinessId: 501, Name: 'Hot desk', Price: 190 },
    { Id: 13, BusinessId: 501, Name: 'Friend', Price: 0 },
  ],
  coworkers: [
    { Id: 7001, FullName: 'Ada Quill', Active: true, Archived: false, UpdatedOn: '2026-10-01T00:00:00Z' },
    { Id: 7002, FullName: 'Kit Moss', Active: true, Archived: false, UpdatedOn: '2026-10-01T00:00:00Z' },
  ],
}

const who = { CoworkerId: 7001, BusinessId: 501 }
const contract = { Id: 1, CoworkerId: 7001, IssuedById: 501, TariffId: 12, CreatedOn: '2026-09-01T00:00:00Z' }
const sale = { Id: 2, ...who, ProductName: 'Locker', SaleDate: inWindow, CreatedOn: inWindow }
const recurring = { ...sale, RegularCharge: true, RepeatCycle: 4, RepeatUnit: 1, RepeatFrom: inWindow }
const booking = {
  Id: 3,
  ResourceId: 61,
  CoworkerId: 7001,
  CreatedOn: inWindow,
  FromTime: '2027-01-08T09:00:00Z',
}
const invoice = {
  Id: 4,
  UniqueId: 'e0000000-0000-4000-8000-000000065001',
  ...who,
  CreatedOn: inWindow,
  TotalAmount: 20,
}
const ticket = { EventAttendeeUniqueId: 'a0000000-0000-4000-8000-000000055001' }
const line = { Id: 5, CoworkerInvoiceId: 4, SubTotal: 10, IssuedByUniqueId: location.UniqueId }
const attendee = { Id: 6, ...who, FullName: 'Ada Quill', CreatedOn: inWindow }

const scenarios: Readonly<Record<string, { files: ExportFiles; counts: readonly string[] }>> = {
  'a contract that starts later counts': {
    files: { coworkercontracts: [{ ...contract, StartDate: '2026-12-15T00:00:00Z' }] },
    counts: ['Ada Quill at Harbour Loft: contract'],
  },
  'a contract for a plan without a price of its own is as free as the plan, and counts': {
    files: { coworkercontracts: [{ ...contract, TariffId: 13, Price: null }] },
    counts: ['Ada Quill at Harbour Loft: contract'],
  },
  'a cancelled contract without a date ended with its last change': {
    files: { coworkercontracts: [{ ...contract, Cancelled: true, UpdatedOn: inWindow }] },
    counts: [],
  },
  'a contract that is to be cancelled on a later day counts': {
    files: {
      coworkercontracts: [{ ...contract, Cancelled: true, CancellationDate: '2026-12-01T00:00:00Z' }],
    },
    counts: ['Ada Quill at Harbour Loft: contract'],
  },
  'a free recurring product counts': {
    files: { coworkerproducts: [{ ...recurring, Price: 0 }] },
    counts: ['Ada Quill at Harbour Loft: recurring_product'],
  },
  'a paid recurring product counts': {
    files: { coworkerproducts: [{ ...recurring, Price: 15 }] },
    counts: ['Ada Quill at Harbour Loft: recurring_product'],
  },
  'a recurring product of the price plan’s cycle renews every month': {
    files: {
      coworkerproducts: [
        {
          ...recurring,
          RepeatCycle: 1,
          RepeatFrom: '2026-08-10T00:00:00Z',
          SaleDate: '2026-08-10T00:00:00Z',
        },
      ],
    },
    counts: ['Ada Quill at Harbour Loft: recurring_product'],
  },
  'a free one-off product does not count': {
    files: { coworkerproducts: [{ ...sale, RegularCharge: false, Price: 0 }] },
    counts: [],
  },
  'a paid one-off product counts by its invoice': {
    files: {
      coworkerproducts: [{ ...sale, RegularCharge: false, Price: 20, Invoiced: true }],
      coworkerinvoices: [invoice],
      coworkerinvoicelines: [{ ...line, CoworkerProductUniqueId: 'f0000000-0000-4000-8000-000000000002' }],
    },
    counts: ['Ada Quill at Harbour Loft: customer_invoice'],
  },
  'a free event ticket does not count': {
    files: { eventattendees: [{ ...attendee, EventProductPrice: 0, Invoiced: false }] },
    counts: [],
  },
  'a paid event ticket, with its invoice, does not count': {
    files: {
      eventattendees: [{ ...attendee, EventProductPrice: 10, Invoiced: true, CoworkerInvoiceId: 4 }],
      coworkerinvoices: [invoice],
      coworkerinvoicelines: [{ ...line, ...ticket }],
    },
    counts: [],
  },
  'an invoice for an event ticket and a product counts': {
    files: {
      coworkerinvoices: [invoice],
      coworkerinvoicelines: [
        { ...line, ...ticket },
        { ...line, Id: 7, CoworkerProductUniqueId: 'f0000000-0000-4000-8000-000000000002' },
      ],
    },
    counts: ['Ada Quill at Harbour Loft: customer_invoice'],
  },
  'a free booking counts': {
    files: { bookings: [{ ...booking, OverridePrice: 0 }] },
    counts: ['Ada Quill at Harbour Loft: booking'],
  },
  'a paid booking counts': {
    files: { bookings: [{ ...booking, OverridePrice: 25 }] },
    counts: ['Ada Quill at Harbour Loft: booking'],
  },
  'a booking without a customer counts for nobody': {
    files: { bookings: [{ ...booking, CoworkerId: null }] },
    counts: [],
  },
  'a booking in both files is the cancelled one': {
    files: {
      bookings: [booking],
      cancelledbookings: [{ ...booking, Id: 9, OriginalBookingId: '3', CancelledOn: '2026-11-06T00:00:00Z' }],
    },
    counts: [],
  },
  'the members of a merged-billing team are those that a list tells as a text, too': {
    files: {
      teams: [
        {
          Id: 31,
          Name: 'Quill Ltd',
          CoworkerIds: '7001,7002',
          CreateSingleInvoiceForTeam: true,
          PayingMemberId: 7001,
        },
      ],
      bookings: [booking],
    },
    counts: ['Ada Quill at Harbour Loft: booking', 'Kit Moss at Harbour Loft: team'],
  },
  'check-ins, time passes, visitors, tickets, log-ins and messages never count': {
    files: {
      checkins: [{ Id: 1, ...who, FromTime: inWindow, CreatedOn: inWindow }],
      coworkertimepasses: [{ Id: 1, ...who, Used: true, UsedDate: inWindow, CreatedOn: inWindow }],
      visitors: [{ Id: 1, ...who, Arrived: true, ExpectedArrival: inWindow, CreatedOn: inWindow }],
      eventattendees: [attendee],
      coworkermessages: [{ Id: 1, ...who, CreatedOn: inWindow }],
      audittrailentries: [
        {
          Id: 1,
          EntityShortName: 'User',
          EntityId: 9001,
          PropertyName: 'LastAccess',
          AuditType: 2,
          CreatedOn: inWindow,
        },
      ],
    },
    counts: [],
  },
}

describe.each(ENGINE_CASES)('records of an export, on %s', (engine) => {
  let db: Database
  beforeAll(async () => {
    db = await openTestDatabase(engine)
  })
  beforeEach(() => emptyAllTables(db))
  afterAll(() => db.close())

  for (const [title, { files, counts }] of Object.entries(scenarios)) {
    test(title, async () => {
      const context = programContext(db, () => new Date(asOf))
      await importExport(context, { ...network, ...files })
      expect(await whoCounts(context, new Date(asOf))).toEqual(counts)
    })
  }
})
