/** Records as they are listed. */
import { z } from 'zod'
import { Instant, listOf, RecordUrl, Source } from '#http/schemas'
import { EVIDENCE_KINDS } from '#model/kind'
import { RENEWAL_CYCLES } from '#model/records'
import { HISTORY_CHANGES } from '#services/customers/profile'

const LocationNamed = z.object({ locationId: z.int(), externalId: z.string(), name: z.string() })
const CustomerNamed = z.object({ customerId: z.int(), externalId: z.string(), name: z.string() })

export const Location = z
  .object({
    locationId: z.int(),
    externalId: z.string(),
    name: z.string(),
    timeZone: z.string().describe('IANA name.'),
    currency: z.string().nullable().describe('ISO 4217.'),
    createdAt: Instant,
  })
  .meta({ id: 'Location' })

export const Customer = z
  .object({
    customerId: z.int(),
    externalId: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    company: z.string().nullable(),
    isSuspended: z.boolean(),
    isArchived: z.boolean(),
  })
  .meta({ id: 'Customer', description: 'With the state as of the instant.' })

export const Team = z
  .object({
    teamId: z.int(),
    externalId: z.string(),
    name: z.string(),
    hasMergedBilling: z.boolean(),
    payingCustomer: CustomerNamed.nullable(),
    members: listOf(CustomerNamed),
  })
  .meta({ id: 'Team', description: 'With its members and billing as of the instant.' })

export const Contract = z
  .object({
    externalId: z.string(),
    location: LocationNamed,
    customer: CustomerNamed,
    planName: z.string().nullable(),
    priceMinor: z.number().nullable().describe('In the smallest unit of the currency.'),
    currency: z.string().nullable(),
    from: Instant,
    startsAt: Instant.nullable(),
    endsAt: Instant.nullable(),
    kind: z.enum(EVIDENCE_KINDS.contract),
  })
  .meta({ id: 'Contract' })

export const Booking = z
  .object({
    externalId: z.string(),
    location: LocationNamed,
    customer: CustomerNamed,
    madeAt: Instant,
    evidenceKind: z.enum(['made', 'free', 'tentative']),
    cancelledAt: Instant.nullable(),
  })
  .meta({ id: 'Booking' })

export const CustomerInvoice = z
  .object({
    externalId: z.string(),
    locations: listOf(LocationNamed),
    customer: CustomerNamed,
    issuedAt: Instant,
    evidenceKind: z.enum([
      'issued',
      'zero_value',
      'credited',
      'tickets_only',
      'draft',
      'void',
      'credit_note',
    ]),
    voidedAt: Instant.nullable(),
  })
  .meta({ id: 'CustomerInvoice' })

export const RecurringProduct = z
  .object({
    externalId: z.string(),
    location: LocationNamed,
    customer: CustomerNamed,
    productName: z.string().nullable(),
    soldAt: Instant,
    renewal: z
      .object({
        cycle: z.enum(RENEWAL_CYCLES),
        every: z.int(),
        from: Instant,
        until: Instant.nullable(),
      })
      .nullable(),
  })
  .meta({
    id: 'RecurringProduct',
    description: 'A product sold to a customer; without a renewal it was sold once.',
  })

const CustomerAtLocation = z.object({
  location: LocationNamed,
  isActiveUser: z.boolean(),
  sources: listOf(Source),
  firstEvidenceAt: Instant.nullable(),
})

/** A record with its address at the origin; a shape of its own, since lists go without. */
function linked<Shape extends z.core.$ZodLooseShape>(record: z.ZodObject<Shape>) {
  return z.object({ ...record.shape, url: RecordUrl })
}

export const CustomerProfile = z
  .object({
    ...Customer.shape,
    asOf: Instant,
    ruleSet: z.string(),
    locations: listOf(CustomerAtLocation).describe('Where he has records, or counts through a team.'),
    history: listOf(
      z.object({
        at: Instant,
        change: z.enum(HISTORY_CHANGES),
        name: z.string().nullable().describe('Of the plan or the team, where it is known.'),
        location: LocationNamed.nullable().describe('Of a contract.'),
      }),
    ).describe('The newest first.'),
    url: RecordUrl,
    contracts: pageOf(linked(Contract)),
    bookings: pageOf(linked(Booking)),
    customerInvoices: pageOf(linked(CustomerInvoice)),
    recurringProducts: pageOf(linked(RecurringProduct)),
    teams: pageOf(linked(Team)),
  })
  .meta({
    id: 'CustomerProfile',
    description:
      'As of the instant. Each list has its first rows; its cursor goes on in the list of the network for `customer=id:…`, of contracts with `state=all`.',
  })

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    asOf: Instant,
    total: z.int().describe('All that match, on this page and others.'),
    nextCursor: z.string().nullable(),
    items: listOf(item),
  })
}
