import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { PricePlan } from '#billing/price-plan'
import { askerOf, askerOrNobody, type VerbsFor } from '#http/access'
import { AddOnUnits, ChargeLine } from '#http/routes/charge-schemas'
import { Supplement, SupplementTaken } from '#http/routes/supplement-schemas'
import { BySource, Instant, listOf, Named, OurNumber, RecordUrl, Source, several } from '#http/schemas'
import { given } from '#lib/given'
import { LARGEST_INT } from '#lib/largest-int'

const Amounts = {
  activeUsers: z.int(),
  currency: z.string(),
  digits: z.int().describe('Decimals of the currency.'),
  totalMinor: z.int().describe('Whole minor units.'),
}

const PlatformInvoiceListed = z
  .object({
    number: z.int(),
    kind: z.enum(['invoice', 'credit_note']),
    about: z.int().nullable().describe('The invoice that a credit note takes from.'),
    locationId: z.int(),
    location: z.string(),
    cutOffAt: Instant,
    issuedAt: Instant,
    edition: z.int(),
    ...Amounts,
    isVoid: z.boolean(),
  })
  .meta({ id: 'PlatformInvoiceListed' })

const Entry = {
  networkId: z.int(),
  entryNumber: z.int().describe('Its place in the chain of its network.'),
  previousHash: z.string(),
  issuedAt: Instant,
  location: z.object({
    locationId: z.int(),
    externalId: z.string(),
    name: z.string(),
    timeZone: z.string(),
  }),
  cutOffAt: Instant,
  edition: z.int(),
  ...Amounts,
  netMinor: z.int(),
  taxMinor: z.int(),
}

const PlatformInvoice = z
  .object({
    kind: z.literal('invoice'),
    number: z.int(),
    ...Entry,
    windowFrom: Instant,
    ruleSet: z.string(),
    bySource: BySource,
    pricePlan: z.object({ pricePlanId: z.int(), version: z.int(), plan: PricePlan }),
    addOns: AddOnUnits,
    lines: listOf(ChargeLine),
    supplements: z
      .array(SupplementTaken)
      .readonly()
      .optional()
      .describe('What of the lines was agreed about earlier invoices.'),
    listHash: z.string(),
  })
  .meta({ id: 'PlatformInvoice' })

const PlatformInvoiceVoid = z
  .object({ kind: z.literal('void'), about: z.int(), reason: z.string(), ...Entry })
  .meta({ id: 'PlatformInvoiceVoid' })

const CreditNote = z
  .object({
    kind: z.literal('credit_note'),
    number: z.int(),
    about: z.int(),
    reason: z.string(),
    lines: listOf(ChargeLine),
    ...Entry,
  })
  .meta({ id: 'CreditNote' })

const InvoicedUser = z
  .object({
    customerId: z.int(),
    externalId: z.string(),
    name: z.string().describe('As it is now: names are not frozen.'),
    sources: listOf(Source),
    evidence: listOf(
      z.object({
        source: Source,
        kind: z.string(),
        record: z.string().describe('External id of the record.'),
        url: RecordUrl,
        at: Instant.nullable().describe('When it happened or began; null for what has held since ever.'),
      }),
    ),
  })
  .meta({ id: 'InvoicedUser' })

const hashed = <Content extends z.ZodType>(content: Content) => z.object({ content, hash: z.string() })
const ProofPack = z
  .object({
    format: z.string(),
    exportedAt: Instant,
    invoice: hashed(PlatformInvoice),
    void: hashed(PlatformInvoiceVoid).nullable(),
    creditNotes: listOf(hashed(CreditNote)),
    ruleSet: z.object({ id: z.string(), kinds: listOf(z.looseObject({})) }),
    list: z.object({
      customers: listOf(z.int()),
      masks: listOf(z.int()),
      evidenceCustomers: listOf(z.int()),
      evidenceKinds: listOf(z.int()),
      evidenceRefs: listOf(z.int()),
      evidenceMs: listOf(z.int().nullable()),
    }),
    customers: listOf(z.object({ externalId: z.string(), name: z.string() })),
    records: listOf(z.string()),
    publicKey: z.string(),
    signature: z.string(),
  })
  .meta({ id: 'ProofPack' })

const InvoiceVerdict = z
  .object({
    isIntact: z.boolean(),
    chains: listOf(
      z.object({ networkId: z.int(), entries: z.int(), lastHash: z.string(), faults: listOf(z.string()) }),
    ),
  })
  .meta({ id: 'InvoiceVerdict' })

const Whole = z.coerce.number().int().max(LARGEST_INT)
const Reason = z.string().min(1).max(1000).describe('Told with it for ever.')
const inNetwork = z.object({ network: Named })
export const invoiceKey = z.object({ network: Named, number: OurNumber })
export const tags = ['Platform invoices']
const base = '/networks/:network/platform-invoices'

/** What was issued: invoices, their lists, voids and credit notes. */
export function platformInvoiceRoutes(verbsFor: VerbsFor): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      base,
      {
        config: { access: 'billing.read' },
        schema: {
          operationId: 'listPlatformInvoices',
          summary: 'The platform invoices and credit notes issued here, the newest first',
          tags,
          params: inNetwork,
          querystring: z.object({
            location: Named.optional(),
            before: OurNumber.optional().describe('Numbers below this one.'),
            limit: Whole.min(1).max(500).optional(),
          }),
          response: {
            200: z.object({
              total: z.int(),
              items: listOf(PlatformInvoiceListed),
              nextBefore: z.int().nullable(),
            }),
          },
        },
      },
      (request) =>
        verbsFor(askerOf(request)).listPlatformInvoices({ ...request.params, ...given(request.query) }),
    )
    app.get(
      `${base}/:number`,
      {
        config: { access: 'billing.read' },
        schema: {
          operationId: 'getPlatformInvoice',
          summary: 'A platform invoice with its void and its credit notes',
          tags,
          params: invoiceKey,
          response: {
            200: z.object({
              network: z.string().describe('Name of the network, as it is now.'),
              invoice: PlatformInvoice,
              hash: z.string(),
              void: PlatformInvoiceVoid.nullable(),
              creditNotes: listOf(CreditNote),
              supplements: listOf(Supplement).describe('What was agreed about it, for later invoices.'),
            }),
          },
        },
      },
      (request) => verbsFor(askerOf(request)).getPlatformInvoice(request.params),
    )
    app.get(
      `${base}/:number/active-users`,
      {
        config: { access: 'billing.read' },
        schema: {
          operationId: 'listInvoicedUsers',
          summary: 'Who was counted, with sources and evidence, as frozen with the invoice; by name',
          tags,
          params: invoiceKey,
          querystring: z.object({
            limit: Whole.min(1).max(1000).optional(),
            offset: Whole.min(0).optional(),
            source: several(Source).optional().describe('Only customers with at least one of these sources.'),
            search: z.string().min(1).max(200).optional().describe('Part of a name, e-mail or company.'),
            customer: Named.optional().describe('One customer alone.'),
          }),
          response: {
            200: z.object({
              number: z.int(),
              total: z.int(),
              items: listOf(InvoicedUser),
              nextOffset: z.int().nullable(),
            }),
          },
        },
      },
      (request) => {
        const { source: sources, ...query } = request.query
        const verbs = verbsFor(askerOf(request))
        return verbs.listInvoicedUsers({ ...request.params, ...given({ ...query, sources }) })
      },
    )
    app.post(
      `${base}/:number/void`,
      {
        config: { access: 'billing.manage' },
        schema: {
          operationId: 'voidPlatformInvoice',
          summary: 'Void a platform invoice, so that it can be issued again',
          tags,
          params: invoiceKey,
          body: z.strictObject({ reason: Reason }),
          response: { 200: z.object({ number: z.int(), voidedAt: Instant, hash: z.string() }) },
        },
      },
      (request) => verbsFor(askerOf(request)).voidPlatformInvoice({ ...request.params, ...request.body }),
    )
    app.post(
      `${base}/:number/credit-notes`,
      {
        config: { access: 'billing.manage' },
        schema: {
          operationId: 'creditPlatformInvoice',
          summary: 'Issue a credit note on a platform invoice',
          tags,
          params: invoiceKey,
          body: z.strictObject({
            reason: Reason,
            amount: z
              .string()
              .max(30)
              .optional()
              .describe('Before tax, such as 12.50; default all that is left.'),
          }),
          response: { 201: CreditNote.extend({ hash: z.string() }) },
        },
      },
      async (request, reply) => {
        const { reason, amount } = request.body
        const verbs = verbsFor(askerOf(request))
        const note = await verbs.creditPlatformInvoice({ ...request.params, reason, ...given({ amount }) })
        return reply.code(201).send(note)
      },
    )
    app.get(
      `${base}/:number/proof-pack`,
      {
        config: { access: 'billing.read' },
        schema: {
          operationId: 'exportProofPack',
          summary: 'A platform invoice with everything that proves it, signed; `headcount verify` checks it',
          tags,
          params: invoiceKey,
          response: { 200: ProofPack },
        },
      },
      (request) => verbsFor(askerOf(request)).exportProofPack(request.params),
    )
    app.get(
      '/platform-key',
      {
        config: { access: 'public' },
        schema: {
          operationId: 'getPlatformKey',
          summary: 'The public key that proof packs are signed by',
          tags,
          response: { 200: z.object({ publicKey: z.string().describe('Ed25519, in base64url.') }) },
        },
      },
      async (request) => ({ publicKey: await verbsFor(askerOrNobody(request)).getPlatformKey() }),
    )
    app.get(
      '/platform-invoices/verification',
      {
        config: { access: 'billing.manage' },
        schema: {
          operationId: 'verifyPlatformInvoices',
          summary: 'Whether every platform invoice and its list are as they were issued',
          tags,
          response: { 200: InvoiceVerdict },
        },
      },
      (request) => verbsFor(askerOf(request)).verifyPlatformInvoices(),
    )
  }
}
