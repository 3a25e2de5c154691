/** The records of a connected account, of any number, as the stand-in for its API is loaded with them. */
import type { ExportFiles } from '../../tests/support/nexudus-stand-in.ts'

const LOCATIONS = 50
const FIRST_LOCATION = 1001
const CREATED = '2026-10-20T09:00:00Z'

/** How the records are shared out, in hundredths. */
const SHARES = { customers: 20, contracts: 15, bookings: 40, invoices: 10, lines: 15 } as const

/** @param records how many, besides a few dozen locations, rooms and plans */
export function connectedWorld(records: number): ExportFiles {
  const many = (share: number) =>
    Array.from({ length: Math.round((records * share) / 100) }, (_, at) => at + 1)
  const customers = many(SHARES.customers).length
  const invoices = many(SHARES.invoices).length
  const customerOf = (id: number) => ((id * 7919) % customers) + 1
  const locationOf = (id: number) => FIRST_LOCATION + (id % LOCATIONS)
  const locations = Array.from({ length: LOCATIONS }, (_, at) => FIRST_LOCATION + at)
  return {
    'simpletimezones.json': [{ Id: 1, Name: 'UTC' }],
    'businesses.json': locations.map((Id) => ({
      ...{ Id, UniqueId: guid(Id), Name: `Place ${Id}`, SimpleTimeZoneId: 1, CurrencyCode: 'EUR' },
      RootLocationId: Id === FIRST_LOCATION ? null : FIRST_LOCATION,
      CreatedOn: '2025-01-01T00:00:00Z',
    })),
    'tariffs.json': [{ Id: 1, Name: 'Hot desk', Price: 100 }],
    'resources.json': locations.map((Id) => ({ Id, BusinessId: Id, Name: 'Room' })),
    'coworkers.json': many(SHARES.customers).map((Id) => ({
      ...{ Id, FullName: `Person ${Id}`, Email: `person${Id}@example.org`, CompanyName: `Company ${Id}` },
      ...{ Active: Id % 50 !== 0, Archived: false, CreatedOn: CREATED },
      // what no count needs makes most of a real record
      ...{
        Address: `${Id} Long Street`,
        Notes: 'x'.repeat(300),
        MobilePhone: '+49 30 000000',
        City: 'Berlin',
      },
    })),
    'coworkercontracts.json': many(SHARES.contracts).map((Id) => ({
      ...{ Id, CoworkerId: Id, IssuedById: locationOf(Id), TariffId: 1, TariffName: 'Hot desk' },
      ...{ TariffPrice: 100, Price: 90, Cancelled: false, CancellationDate: null, StartDate: CREATED },
      CreatedOn: CREATED,
    })),
    'bookings.json': many(SHARES.bookings).map((Id) => ({
      ...{ Id, UniqueId: guid(Id), CoworkerId: customerOf(Id), ResourceId: locationOf(Id), Tentative: false },
      ...{ OverridePrice: 5, CreatedOn: CREATED, FromTime: CREATED, ToTime: CREATED, Notes: 'x'.repeat(100) },
    })),
    'coworkerinvoices.json': many(SHARES.invoices).map((Id) => ({
      ...{ Id, UniqueId: guid(Id), CoworkerId: customerOf(Id), BusinessId: locationOf(Id), TotalAmount: 119 },
      ...{ CreditedAmount: 0, Draft: false, Void: false, CreditNote: false, CreatedOn: CREATED },
    })),
    'coworkerinvoicelines.json': many(SHARES.lines).map((Id) => ({
      ...{ Id, CoworkerInvoiceId: (Id % invoices) + 1, CreatedOn: CREATED },
      ...{ EventAttendeeUniqueId: null, IssuedByUniqueId: guid(locationOf(Id)) },
    })),
  }
}

function guid(id: number): string {
  return `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`
}
