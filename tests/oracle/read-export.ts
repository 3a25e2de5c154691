// Reads an export directory into a plain world for the oracle. Nothing is decided here but which record says what.
import { Temporal } from 'temporal-polyfill'
import { findIana } from 'windows-iana'

export interface Location {
  readonly id: number
  readonly uniqueId: string | undefined
  readonly zone: string
  readonly createdAt: number
  readonly cutOffs: readonly number[]
}

interface Change {
  readonly at: number
  readonly id: number
  readonly before: boolean
  readonly after: boolean
}

/** A yes-or-no state over time: what the record says now, and its audited changes in order. */
export interface History {
  readonly now: boolean
  readonly changes: readonly Change[]
}

export interface Customer {
  readonly id: number
  readonly active: History
  readonly archived: History
}

export interface Period {
  readonly from: number
  readonly until: number
}

export interface Contract {
  readonly id: number
  readonly customer: number
  readonly location: number
  readonly createdAt: number
  readonly startsAt: number
  readonly endsAt: number
  readonly isFree: boolean
  readonly paused: readonly Period[]
}

export interface Booking {
  readonly id: number
  readonly customer: number
  readonly location: number
  readonly madeAt: number
  readonly cancelledAt: number
  readonly isTentative: boolean
  readonly isFree: boolean
}

export interface InvoiceLine {
  readonly location: number
  readonly isTicket: boolean
}

export interface CustomerInvoice {
  readonly id: number
  readonly uniqueId: string | undefined
  readonly customer: number
  readonly location: number
  readonly issuedAt: number
  readonly total: number | undefined
  readonly credited: number
  readonly isDraft: boolean
  readonly isVoid: History
  readonly isCreditNote: boolean
  readonly creditsInvoice: string | undefined
  readonly lines: readonly InvoiceLine[]
}

export interface ProductSale {
  readonly id: number
  readonly customer: number
  readonly location: number
  readonly soldAt: number
  readonly isRecurring: boolean
  readonly cycle: number | undefined
  readonly unit: number
  readonly repeatsFrom: number
  readonly repeatsUntil: number
}

export interface Team {
  readonly members: readonly number[]
  readonly hasMergedBilling: boolean
  readonly payingCustomer: number | undefined
}

export interface World {
  readonly locations: readonly Location[]
  readonly customers: ReadonlyMap<number, Customer>
  readonly contracts: readonly Contract[]
  readonly bookings: readonly Booking[]
  readonly invoices: readonly CustomerInvoice[]
  readonly products: readonly ProductSale[]
  readonly teams: readonly Team[]
}

type Row = Readonly<Record<string, unknown>>
type Files = Readonly<Record<string, readonly unknown[]>>

/** Reads the records of an export directory, by file name with or without `.json`; bad references are left out. */
export function readExport(files: Files): World {
  const locations = readLocations(files)
  const customers = readCustomers(files)
  const isKnown = (record: { customer: number; location: number }) =>
    customers.has(record.customer) && locations.some((location) => location.id === record.location)
  return {
    locations,
    customers,
    contracts: readContracts(files, locations).filter(isKnown),
    bookings: readBookings(files).filter(isKnown),
    invoices: readInvoices(files, locations).filter((invoice) => customers.has(invoice.customer)),
    products: readProducts(files).filter(isKnown),
    teams: readTeams(files),
  }
}

function readLocations(files: Files): Location[] {
  const locations: Location[] = []
  for (const row of rows(files, 'businesses')) {
    const id = identity(row, 'Id')
    const zone = rows(files, 'simpletimezones').find(
      (z) => number(z, 'Id') === number(row, 'SimpleTimeZoneId'),
    )
    const cutOffs: number[] = []
    for (const bill of rows(files, 'invoices')) {
      const at = instant(bill, 'CreatedOn')
      if (number(bill, 'BusinessId') === id && at !== undefined) cutOffs.push(at)
    }
    locations.push({
      id,
      uniqueId: text(row, 'UniqueId'),
      zone: findIana(zone === undefined ? '' : (text(zone, 'Name') ?? ''))[0] ?? 'UTC',
      createdAt: instant(row, 'CreatedOn') ?? 0,
      cutOffs,
    })
  }
  return locations.sort((a, b) => a.id - b.id)
}

function readCustomers(files: Files): Map<number, Customer> {
  const customers = new Map<number, Customer>()
  for (const row of rows(files, 'coworkers')) {
    const id = identity(row, 'Id')
    customers.set(id, {
      id,
      active: history(files, 'Coworker', id, 'Active', row.Active !== false),
      archived: history(files, 'Coworker', id, 'Archived', row.Archived === true),
    })
  }
  return customers
}

function history(files: Files, entity: string, id: number, property: string, now: boolean): History {
  const changes: Change[] = []
  for (const row of rows(files, 'audittrailentries')) {
    const at = instant(row, 'CreatedOn')
    if (row.EntityShortName !== entity || row.PropertyName !== property || at === undefined) continue
    if (number(row, 'EntityId') !== id) continue
    const after = text(row, 'NewValue')?.toLowerCase() === 'true'
    const before = text(row, 'OldValue')?.toLowerCase()
    changes.push({
      at,
      id: identity(row, 'Id'),
      before: before === undefined ? !after : before === 'true',
      after,
    })
  }
  changes.sort((a, b) => a.at - b.at || a.id - b.id)
  return { now, changes }
}

function readContracts(files: Files, locations: readonly Location[]): Contract[] {
  const contracts: Contract[] = []
  for (const row of rows(files, 'coworkercontracts')) {
    const location = identity(row, 'IssuedById')
    const tariff = rows(files, 'tariffs').find((t) => number(t, 'Id') === number(row, 'TariffId'))
    const planPrice = tariff === undefined ? undefined : number(tariff, 'Price')
    const createdAt = instant(row, 'CreatedOn') ?? -Infinity
    contracts.push({
      id: identity(row, 'Id'),
      customer: identity(row, 'CoworkerId'),
      location,
      createdAt,
      startsAt: instant(row, 'StartDate') ?? createdAt,
      endsAt: contractEnd(row, locations.find((l) => l.id === location)?.zone ?? 'UTC', createdAt),
      isFree: (number(row, 'Price') ?? number(row, 'TariffPrice') ?? planPrice) === 0,
      paused: pausedPeriods(files, row),
    })
  }
  return contracts
}

function contractEnd(row: Row, zone: string, createdAt: number): number {
  const local = text(row, 'CancellationDateLocal')
  if (local !== undefined) return wallClock(local, zone)
  const utc = instant(row, 'CancellationDate')
  if (utc !== undefined) return utc
  return row.Cancelled === true ? (instant(row, 'UpdatedOn') ?? createdAt) : Infinity
}

function pausedPeriods(files: Files, contract: Row): Period[] {
  const periods: Period[] = []
  for (const row of rows(files, 'contractpausedperiods')) {
    if (number(row, 'CoworkerContractId') !== number(contract, 'Id')) continue
    periods.push({
      from: instant(row, 'PauseFrom') ?? -Infinity,
      until: instant(row, 'PauseUntil') ?? Infinity,
    })
  }
  const from = instant(contract, 'InPausedPeriodFrom')
  const until = instant(contract, 'InPausedPeriodUntil')
  const saysSo =
    from !== undefined || until !== undefined || (contract.InPausedPeriod === true && periods.length === 0)
  if (saysSo) periods.push({ from: from ?? -Infinity, until: until ?? Infinity })
  return periods
}

function readBookings(files: Files): Booking[] {
  const cancelled = rows(files, 'cancelledbookings')
  const isInCancelled = (row: Row) =>
    cancelled.some((c) => {
      const original = text(c, 'OriginalBookingId')
      return original !== undefined && (original === String(row.Id) || original === row.UniqueId)
    })
  const live = rows(files, 'bookings').filter((row) => !isInCancelled(row))
  const bookings: Booking[] = []
  for (const row of [...live, ...cancelled]) {
    const resource = rows(files, 'resources').find((r) => number(r, 'Id') === number(row, 'ResourceId'))
    const madeAt = instant(row, 'CreatedOn')
    if (resource === undefined || madeAt === undefined) continue
    bookings.push({
      id: bookingId(row),
      customer: identity(row, 'CoworkerId'),
      location: identity(resource, 'BusinessId'),
      madeAt,
      cancelledAt: instant(row, 'CancelledOn') ?? Infinity,
      isTentative: row.Tentative === true,
      isFree: number(row, 'OverridePrice') === 0,
    })
  }
  return bookings
}

/** A cancellation has an id of its own and names the booking that it ended. */
function bookingId(row: Row): number {
  const original = Number(text(row, 'OriginalBookingId') ?? Number.NaN)
  return Number.isNaN(original) ? identity(row, 'Id') : original
}

function readInvoices(files: Files, locations: readonly Location[]): CustomerInvoice[] {
  const invoices: CustomerInvoice[] = []
  for (const row of rows(files, 'coworkerinvoices')) {
    const id = identity(row, 'Id')
    const location = identity(row, 'BusinessId')
    const lines: InvoiceLine[] = []
    for (const line of rows(files, 'coworkerinvoicelines')) {
      if (number(line, 'CoworkerInvoiceId') !== id) continue
      const issuer = text(line, 'IssuedByUniqueId')
      const issuedBy = locations.find((l) => issuer !== undefined && l.uniqueId === issuer)
      lines.push({
        location: issuedBy?.id ?? location,
        isTicket: text(line, 'EventAttendeeUniqueId') !== undefined,
      })
    }
    const issuedAt = instant(row, 'CreatedOn')
    if (issuedAt === undefined) continue
    invoices.push({
      id,
      uniqueId: text(row, 'UniqueId'),
      customer: identity(row, 'CoworkerId'),
      location,
      issuedAt,
      total: number(row, 'TotalAmount'),
      credited: number(row, 'CreditedAmount') ?? 0,
      isDraft: row.Draft === true,
      isVoid: history(files, 'CoworkerInvoice', id, 'Void', row.Void === true),
      isCreditNote: row.CreditNote === true,
      creditsInvoice: text(row, 'OriginalInvoiceGuid'),
      lines,
    })
  }
  return invoices
}

function readProducts(files: Files): ProductSale[] {
  const sales: ProductSale[] = []
  for (const row of rows(files, 'coworkerproducts')) {
    const soldAt = instant(row, 'SaleDate') ?? instant(row, 'CreatedOn')
    if (soldAt === undefined) continue
    sales.push({
      id: identity(row, 'Id'),
      customer: identity(row, 'CoworkerId'),
      location: identity(row, 'BusinessId'),
      soldAt,
      isRecurring: row.RegularCharge === true,
      cycle: number(row, 'RepeatCycle'),
      unit: Math.max(1, number(row, 'RepeatUnit') ?? 1),
      repeatsFrom: instant(row, 'RepeatFrom') ?? soldAt,
      repeatsUntil: instant(row, 'RepeatUntil') ?? Infinity,
    })
  }
  return sales
}

function readTeams(files: Files): Team[] {
  const teams: Team[] = []
  for (const row of rows(files, 'teams')) {
    const ids = Array.isArray(row.TeamMembers) ? row.TeamMembers : (text(row, 'CoworkerIds') ?? '').split(',')
    teams.push({
      members: ids.map(Number),
      hasMergedBilling: row.CreateSingleInvoiceForTeam === true,
      payingCustomer: number(row, 'PayingMemberId'),
    })
  }
  return teams
}

/** The instant of a wall clock in a zone; `Z` or an offset after it means nothing. */
export function wallClock(local: string, zone: string): number {
  const plain = Temporal.PlainDateTime.from(local.replace(/(Z|[+-]\d\d:?\d\d)$/, ''))
  return plain.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
}

function rows(files: Files, name: string): Row[] {
  return [...(files[name] ?? files[`${name}.json`] ?? [])] as Row[]
}

function text(row: Row, key: string): string | undefined {
  const value = row[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function number(row: Row, key: string): number | undefined {
  const value = row[key]
  return typeof value === 'number' ? value : undefined
}

/** A number that points at a record; -1 points at none. */
function identity(row: Row, key: string): number {
  return number(row, key) ?? -1
}

function instant(row: Row, key: string): number | undefined {
  const value = text(row, key)
  if (value === undefined) return undefined
  const dated = value.includes('T') ? value : `${value}T00:00:00`
  return Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(dated) ? dated : `${dated}Z`)
}
