/** Records as they are sent: our record model, with instants as text. */
import { z } from 'zod'
import { AskedInstant } from '#lib/asked-instant'
import { RENEWAL_CYCLES } from '#model/records'

const Id = z.string().min(1).max(200).describe('The id that the record has where it comes from.')
const Text = z.string().min(1).max(500)
const Decimal = z
  .string()
  .regex(/^-?[0-9]{1,15}(?:\.[0-9]{1,12})?$/)
  .describe('A decimal number as text, in the currency’s major unit, such as "190" or "12.50".')
const At = AskedInstant.transform((instant) => instant.getTime())
const MOST_IDS = 5000

/** The fields of each kind but its id, which a single record has in its address. */
export const RECORD_FIELDS = {
  location: z.strictObject({
    name: Text,
    timeZone: z.string().max(100).describe('IANA name, such as Europe/London.'),
    currency: z.string().length(3).nullable().default(null),
    createdAt: At,
  }),
  customer: z.strictObject({
    name: Text,
    email: Text.nullable().default(null),
    company: Text.nullable().default(null),
    isSuspended: z.boolean().default(false),
    isArchived: z.boolean().default(false),
    updatedAt: At.nullable().default(null),
  }),
  contract: z.strictObject({
    locationExternalId: Id,
    customerExternalId: Id,
    planName: Text.nullable().default(null),
    price: Decimal.nullable().default(null),
    createdAt: At,
    startsAt: At.nullable().default(null),
    endsAt: At.nullable().default(null).describe('The contract is no longer there from this instant.'),
    updatedAt: At.nullable().default(null),
  }),
  team: z.strictObject({
    name: Text,
    hasMergedBilling: z.boolean(),
    payingCustomerExternalId: Id.nullable().default(null),
    memberExternalIds: z.array(Id).max(MOST_IDS),
    updatedAt: At.nullable().default(null),
  }),
  booking: z.strictObject({
    locationExternalId: Id,
    customerExternalId: Id,
    madeAt: At,
    evidenceKind: z.enum(['made', 'free', 'tentative']).default('made'),
    cancelledAt: At.nullable().default(null),
  }),
  customer_invoice: z.strictObject({
    locationExternalIds: z.array(Id).min(1).max(MOST_IDS),
    customerExternalId: Id,
    issuedAt: At,
    evidenceKind: z
      .enum(['issued', 'zero_value', 'credited', 'tickets_only', 'draft', 'void', 'credit_note'])
      .default('issued'),
    updatedAt: At.nullable().default(null),
  }),
  recurring_product: z.strictObject({
    locationExternalId: Id,
    customerExternalId: Id,
    productName: Text.nullable().default(null),
    soldAt: At,
    renewal: z
      .strictObject({
        cycle: z.enum(RENEWAL_CYCLES),
        every: z.int().min(1).max(1000).default(1),
        from: At,
        until: At.nullable().default(null).describe('Excluded.'),
      })
      .nullable()
      .default(null)
      .describe('Null for a product that was sold once.'),
  }),
} as const

export type SentKind = keyof typeof RECORD_FIELDS
export const SENT_KINDS = Object.keys(RECORD_FIELDS) as readonly SentKind[]

/** A record of any kind, in a batch. */
export const SentRecord = z
  .discriminatedUnion('kind', [
    RECORD_FIELDS.location.extend({ kind: z.literal('location'), externalId: Id }),
    RECORD_FIELDS.customer.extend({ kind: z.literal('customer'), externalId: Id }),
    RECORD_FIELDS.contract.extend({ kind: z.literal('contract'), externalId: Id }),
    RECORD_FIELDS.team.extend({ kind: z.literal('team'), externalId: Id }),
    RECORD_FIELDS.booking.extend({ kind: z.literal('booking'), externalId: Id }),
    RECORD_FIELDS.customer_invoice.extend({ kind: z.literal('customer_invoice'), externalId: Id }),
    RECORD_FIELDS.recurring_product.extend({ kind: z.literal('recurring_product'), externalId: Id }),
    z.strictObject({
      kind: z.literal('pause'),
      externalId: Id,
      contractExternalId: Id,
      from: At,
      until: At.nullable().default(null),
    }),
    z.strictObject({
      kind: z.literal('platform_invoice'),
      externalId: Id,
      locationExternalId: Id,
      number: Text.nullable().default(null),
      cutOffAt: At,
    }),
  ])
  .meta({ id: 'Record', description: 'A record of a network; instants are ISO 8601 with a zone.' })
