/**
 * A synthetic account of one location with six bills, whose last asks for three active users too many: the
 * three who were suspended while their contracts ran on.
 */
import type { ExportFiles } from '../support/nexudus-stand-in.ts'

export const LAST_BILL = 'P-106'
/** What the location pays: a base fee that covers ten, then so much for each. */
export const PLAN = {
  name: 'As agreed',
  currency: 'EUR',
  baseFee: '20.00',
  includedActiveUsers: 10,
  usage: { model: 'graduated' as const, tiers: [{ upTo: null, unitPrice: '2.00' }] },
}
export const WRONGLY_BILLED = ['Iris Vane', 'Noa Park', 'Sam Hale']

/** Counts at the cut-offs; the last bill names three more than its own. */
export const COUNTS = [17, 25, 27, 29, 30, 24] as const
/** The one but last also asks for an add-on, beside its subscription. */
export const ADD_ON = 49
const ADD_ON_BILL = COUNTS.length - 2
const MEMBERS = 12
const LATER_MEMBERS = 8

const at = (month: number, day: number) => new Date(Date.UTC(2026, month - 1, day, 9)).toISOString()

export function billedAccount(): ExportFiles {
  const people: Record<string, unknown>[] = []
  const contracts: Record<string, unknown>[] = []
  const bookings: Record<string, unknown>[] = []
  const cancelled: Record<string, unknown>[] = []
  const person = (FullName = `Customer ${people.length + 1}`, Active = true) => {
    const Id = 7001 + people.length
    people.push({ Id, FullName, Email: `c${Id}@example.org`, Active, Archived: false, CreatedOn: at(1, 5) })
    return Id
  }
  const contract = (CoworkerId: number, CreatedOn: string, CancellationDate: string | null = null) => {
    const Id = 81_001 + contracts.length
    const Cancelled = CancellationDate !== null
    contracts.push({
      ...{ Id, CoworkerId, IssuedById: 501, TariffId: 1, TariffName: 'Hot desk', Price: 190 },
      ...{ Cancelled, CancellationDate, StartDate: CreatedOn, CreatedOn, UpdatedOn: CreatedOn },
    })
  }
  const booking = (CoworkerId: number, CreatedOn: string) => {
    const Id = 91_001 + bookings.length
    bookings.push({ Id, ResourceId: 61, CoworkerId, OverridePrice: 5, CreatedOn })
  }
  for (let n = 0; n < MEMBERS; n += 1) contract(person(), at(1, 6))
  for (let n = 0; n < LATER_MEMBERS; n += 1) contract(person(), at(6, 15))
  const suspended = WRONGLY_BILLED.map((name) => person(name, false))
  for (const id of suspended) contract(id, at(1, 6))
  for (let n = 0; n < 2; n += 1) contract(person(), at(1, 6), at(10, 20))
  for (const [month, bookers] of [
    [7, 2],
    [8, 4],
    [9, 5],
    [10, 4],
  ] as const) {
    for (let n = 0; n < bookers; n += 1) booking(person(), at(month, 12))
  }
  cancelled.push({
    ...{ Id: 1201, ResourceId: 61, CoworkerId: person(), CreatedOn: at(10, 13), OverridePrice: 5 },
    ...{ CancelledOn: at(10, 14), CancellationReason: 1, OriginalBookingId: '92000' },
  })
  return {
    'simpletimezones.json': [{ Id: 1, Name: 'UTC' }],
    'businesses.json': [
      {
        ...{ Id: 501, Name: 'Harbour Loft', RootLocationId: null, SimpleTimeZoneId: 1, CurrencyCode: 'EUR' },
        CreatedOn: at(1, 2),
      },
    ],
    'coworkers.json': people,
    'tariffs.json': [{ Id: 1, Name: 'Hot desk', Price: 190 }],
    'resources.json': [{ Id: 61, BusinessId: 501, Name: 'Room Juniper' }],
    'coworkercontracts.json': contracts,
    'bookings.json': bookings,
    'cancelledbookings.json': cancelled,
    'audittrailentries.json': suspended.map((EntityId, n) => ({
      ...{ Id: 33_001 + n, EntityShortName: 'Coworker', EntityId, PropertyName: 'Active', AuditType: 2 },
      ...{ OldValue: 'True', NewValue: 'False', CreatedOn: at(10, 10) },
    })),
    'invoices.json': COUNTS.map((count, n) => {
      const isLast = n === COUNTS.length - 1
      return bill(n, isLast ? count + WRONGLY_BILLED.length : count, n === ADD_ON_BILL ? ADD_ON : 0)
    }),
  }
}

/** At the first of each month, with ten per cent discount and 21 per cent tax. */
function bill(n: number, count: number, addOn: number): Record<string, unknown> {
  const subscription = 20 + (count - 10) * 2
  const discount = (subscription + addOn) * 0.1
  const net = subscription + addOn - discount
  return {
    ...{ Id: 4001 + n, BusinessId: 501, InvoiceNumber: `P-${101 + n}`, CreatedOn: cutOff(n) },
    ...{ InvoiceFromDate: cutOff(n - 1), InvoiceToDate: cutOff(n), CurrencyCode: 'EUR' },
    Description: `Subscription, ${count} active users`,
    ...{ SubscriptionAmount: subscription, DiscountAmount: round(discount) },
    ...{ TaxAmount: round(net * 0.21), TotalAmount: round(net * 1.21), Paid: true },
  }
}

export function cutOff(n: number): string {
  return new Date(Date.UTC(2026, 5 + n, 1, 3, 0, 12)).toISOString()
}

function round(amount: number): number {
  return Math.round(amount * 100) / 100
}

/** The list as the platform has it: everybody who counts, and the three. */
export function platformListOf(counted: readonly { name: string; email: string | null }[]): string {
  const wrong = WRONGLY_BILLED.map((name) => `${name},`)
  return ['Name,E-mail', ...counted.map(({ name, email }) => `${name},${email ?? ''}`), ...wrong].join('\n')
}
