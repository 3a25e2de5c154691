/** A network as a folder of files in the form of Nexudus's REST API: what `headcount import nexudus` reads. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Booking, generateYear, type Invoice, productOf } from './facts.ts'
import { AS_OF, at, DAY_MS, type Network } from './network.ts'
import { instantText, instantTextOrNull, JsonFile } from './text-file.ts'

const RESOURCES = 10
const ZONE = 2023
const LOCATION_CREATED = Date.UTC(2020, 0, 1)

/** A file name → the file of the network with that number, from 1. */
type Files = (network: number) => JsonFile

/** Writes one folder a network; a single network is written into `dir` itself. */
export function writeExport(network: Network, dir: string): void {
  const { networks } = network.shape
  const folders = Array.from({ length: networks }, (_, index) =>
    networks === 1 ? dir : join(dir, `network-${index + 1}`),
  )
  for (const folder of folders) mkdirSync(folder, { recursive: true })
  const opened: JsonFile[] = []
  const open = (name: string): Files => {
    const files = folders.map((folder) => new JsonFile(join(folder, name)))
    opened.push(...files)
    return (number) => files[number - 1] as JsonFile
  }
  writeLocations(network, open)
  writeCustomers(network, open)
  writeTeams(network, open)
  writeProducts(network, open)
  writeFacts(network, open)
  for (const file of opened) file.close()
}

type Open = (name: string) => Files

function writeLocations(network: Network, open: Open): void {
  const zones = open('simpletimezones.json')
  const businesses = open('businesses.json')
  const resources = open('resources.json')
  const invoices = open('invoices.json')
  for (let number = 1; number <= network.shape.networks; number += 1) {
    zones(number).add({ Id: ZONE, Name: 'GMT Standard Time' })
  }
  const roots = new Map<number, number>()
  for (const location of network.locations()) {
    const number = network.networkOf(location)
    const root = roots.get(number)
    if (root === undefined) roots.set(number, location)
    businesses(number).add({
      Id: location,
      UniqueId: guid('a', location),
      Name: `Location ${location}`,
      RootLocationId: root ?? null,
      CurrencyCode: 'GBP',
      SimpleTimeZoneId: ZONE,
      CreatedOn: instantText(LOCATION_CREATED),
    })
    for (let index = 0; index < RESOURCES; index += 1) {
      resources(number).add({
        Id: location * RESOURCES + index,
        BusinessId: location,
        Name: `Room ${index + 1}`,
      })
    }
    network.cutOffs(location).forEach((cutOff, month) => {
      invoices(number).add({
        Id: location * 100 + month,
        BusinessId: location,
        InvoiceNumber: `P-${location}-${month + 1}`,
        CreatedOn: instantText(cutOff),
        CurrencyCode: 'GBP',
        Paid: true,
      })
    })
  }
}

function writeCustomers(network: Network, open: Open): void {
  const coworkers = open('coworkers.json')
  const trail = open('audittrailentries.json')
  const contracts = open('coworkercontracts.json')
  const pauses = open('contractpausedperiods.json')
  let trailNumber = 0
  let contractNumber = 0
  for (let customer = 1; customer <= network.customerCount; customer += 1) {
    const location = at(network.homes, customer)
    const number = network.networkOf(location)
    const { name, email } = network.customer(customer)
    const suspension = network.suspension(customer)
    coworkers(number).add({
      Id: customer,
      UniqueId: guid('c', customer),
      CoworkerType: 1,
      FullName: name,
      Email: email,
      CompanyName: null,
      Active: suspension === null || suspension.until !== null,
      Archived: false,
      InvoicingBusinessId: location,
      UpdatedOn: instantText(suspension?.until ?? suspension?.from ?? LOCATION_CREATED),
    })
    for (const [instant, isActive] of [
      [suspension?.from, false],
      [suspension?.until, true],
    ] as const) {
      if (instant === undefined || instant === null) continue
      trailNumber += 1
      trail(number).add(trailEntry(trailNumber, { customer, instant, isActive }))
    }
    for (const contract of network.contracts(customer)) {
      contractNumber += 1
      const { createdAt, startsAt, endsAt, pausedFrom } = contract
      contracts(number).add({
        Id: contractNumber,
        UniqueId: guid('d', contractNumber),
        CoworkerId: customer,
        IssuedById: location,
        TariffId: 12,
        TariffName: contract.price === 0 ? 'Community' : 'Hot desk',
        TariffPrice: contract.price,
        Price: contract.price,
        StartDate: instantText(startsAt),
        Active: startsAt < AS_OF && (endsAt ?? AS_OF) >= AS_OF,
        Cancelled: endsAt !== null && endsAt < AS_OF,
        CancellationDate: instantTextOrNull(endsAt),
        CreatedOn: instantText(createdAt),
        UpdatedOn: instantText(createdAt),
      })
      if (pausedFrom === null) continue
      const pause = { Id: contractNumber, CoworkerContractId: contractNumber }
      pauses(number).add({ ...pause, PauseFrom: instantText(pausedFrom), PauseUntil: null })
    }
  }
}

function trailEntry(id: number, change: { customer: number; instant: number; isActive: boolean }): object {
  return {
    Id: id,
    EntityShortName: 'Coworker',
    EntityId: change.customer,
    PropertyName: 'Active',
    AuditType: 2,
    OldValue: change.isActive ? 'False' : 'True',
    NewValue: change.isActive ? 'True' : 'False',
    ActionBy: 'desk@example.org',
    CreatedOn: instantText(change.instant),
  }
}

function writeTeams(network: Network, open: Open): void {
  const teams = open('teams.json')
  for (const team of network.teams()) {
    teams(network.networkOf(team.location)).add({
      Id: team.number,
      BusinessId: team.location,
      Name: `Team ${team.number}`,
      TeamMembers: team.members,
      CreateSingleInvoiceForTeam: team.hasMergedBilling,
      PayingMemberId: team.members[0],
      UpdatedOn: instantText(LOCATION_CREATED),
    })
  }
}

function writeProducts(network: Network, open: Open): void {
  const products = open('coworkerproducts.json')
  for (let customer = 1; customer <= network.customerCount; customer += 1) {
    const product = productOf(network, customer)
    if (product === null) continue
    products(network.networkOf(product.location)).add({
      Id: customer,
      UniqueId: guid('f', customer),
      CoworkerId: customer,
      BusinessId: product.location,
      ProductId: 77,
      ProductName: 'Locker',
      Price: 15,
      Quantity: 1,
      RegularCharge: true,
      RepeatCycle: 4,
      RepeatUnit: 1,
      RepeatFrom: instantText(product.soldAt),
      RepeatUntil: instantTextOrNull(product.until),
      SaleDate: instantText(product.soldAt),
      Invoiced: true,
      CreatedOn: instantText(product.soldAt),
    })
  }
}

function writeFacts(network: Network, open: Open): void {
  const bookings = open('bookings.json')
  const cancelled = open('cancelledbookings.json')
  const invoices = open('coworkerinvoices.json')
  const lines = open('coworkerinvoicelines.json')
  generateYear(network, {
    booking(booking) {
      const number = network.networkOf(booking.location)
      if (booking.cancelledAt === null) bookings(number).add(bookingRecord(booking))
      else cancelled(number).add({ ...bookingRecord(booking), ...cancellation(booking, booking.cancelledAt) })
    },
    invoice(invoice) {
      const number = network.networkOf(invoice.location)
      invoices(number).add(invoiceRecord(invoice))
      lines(number).add(invoiceLine(invoice))
    },
    /** Renewals are no records: the product tells when it renews. */
    occurrence() {},
  })
}

function bookingRecord({ number, location, customer, madeAt, kind }: Booking): object {
  const from = madeAt + DAY_MS
  return {
    Id: number,
    UniqueId: guid('b', number),
    ResourceId: location * RESOURCES + (number % RESOURCES),
    ResourceName: `Room ${(number % RESOURCES) + 1}`,
    CoworkerId: customer,
    FromTime: instantText(from),
    ToTime: instantText(from + 3_600_000),
    Tentative: kind === 'tentative',
    Online: number % 3 === 0,
    Invoiced: false,
    OverridePrice: kind === 'free' ? 0 : null,
    CreatedOn: instantText(madeAt),
    UpdatedOn: instantText(madeAt),
  }
}

function cancellation({ number }: Booking, cancelledAt: number): object {
  return { OriginalBookingId: String(number), CancelledOn: instantText(cancelledAt), CancellationReason: 1 }
}

function invoiceRecord({ number, location, customer, issuedAt, kind }: Invoice): object {
  return {
    Id: number,
    UniqueId: guid('e', number),
    CoworkerId: customer,
    BusinessId: location,
    InvoiceNumber: `I-${number}`,
    CreatedOn: instantText(issuedAt),
    UpdatedOn: instantText(issuedAt),
    TotalAmount: kind === 'zero_value' ? 0 : 99.5,
    CreditedAmount: kind === 'credited' ? 99.5 : 0,
    CurrencyCode: 'GBP',
    Draft: false,
    Void: false,
    CreditNote: false,
    OriginalInvoiceGuid: null,
    Paid: true,
  }
}

function invoiceLine({ number, location }: Invoice): object {
  return {
    Id: number,
    CoworkerInvoiceId: number,
    Description: 'Hot desk',
    Quantity: 1,
    SubTotal: 82.92,
    TaxAmount: 16.58,
    EventAttendeeUniqueId: null,
    IssuedByUniqueId: guid('a', location),
  }
}

function guid(kind: string, number: number): string {
  return `${kind}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}
