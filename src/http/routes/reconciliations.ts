import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { REASONS } from '#counting/reconcile'
import { askerOf, type VerbsFor } from '#http/access'
import { invoiceKey, tags } from '#http/routes/platform-invoices'
import { AdjustmentChange, Supplement } from '#http/routes/supplement-schemas'
import { AsOf, Instant, listOf, OurNumber, Source } from '#http/schemas'
import { given } from '#lib/given'
import { ADJUSTMENT_STATES } from '#model/supplement'

const Side = z.enum(['lost', 'new']).describe('On the invoice alone, or on the other side alone.')
const Reason = z.enum(REASONS).meta({ id: 'DifferenceReason' })

const Reconciliation = z
  .object({
    location: z.object({ locationId: z.int(), name: z.string(), timeZone: z.string() }),
    currency: z.string(),
    digits: z.int(),
    invoice: z.object({
      number: z.int(),
      cutOffAt: Instant,
      activeUsers: z.int(),
      totalMinor: z.int(),
      isVoid: z.boolean(),
    }),
    other: z.object({
      number: z.int().nullable().describe('Of another invoice; null for a count.'),
      asOf: Instant,
      windowFrom: Instant,
      activeUsers: z.int(),
      totalMinor: z.int().describe('Under the price plan that holds then; 0 where none does.'),
    }),
    lost: z.int(),
    new: z.int(),
    steps: listOf(
      z.object({
        side: Side,
        reason: Reason,
        source: Source.nullable(),
        change: z.int().describe('Active users more, or fewer.'),
        amountMinor: z.int(),
      }),
    ).describe('From the invoice to the other side; they add up, in people and in money.'),
    pricePlanMinor: z.int().describe('What another price plan changes.'),
    supplementsMinor: z.int().describe('What supplements about other invoices change, with their tax.'),
    sentence: z.string(),
    differences: listOf(
      z.object({
        customerId: z.int(),
        externalId: z.string(),
        name: z.string(),
        side: Side,
        reason: Reason,
        source: Source.nullable(),
        sources: listOf(Source),
      }),
    ),
  })
  .meta({ id: 'Reconciliation' })

const Adjustments = z
  .object({
    number: z.int(),
    cutOffAt: Instant,
    activeUsers: z.int(),
    recounted: z.int().describe('What the invoice would count by today’s records.'),
    currency: z.string(),
    digits: z.int(),
    differenceMinor: z.int().describe('What it would ask more, or less.'),
    differenceNetMinor: z.int().describe('The same before tax.'),
    agreedNetMinor: z.int().describe('How much of it supplements are about, before tax.'),
    openNetMinor: z.int().describe('What is left of the difference.'),
    supplementNetMinor: z
      .int()
      .describe('What a supplement agreed now comes to: of a deduction, what no credit note has taken off.'),
    items: listOf(
      z.object({
        customerId: z.int(),
        externalId: z.string(),
        name: z.string(),
        change: AdjustmentChange,
        state: z
          .enum(ADJUSTMENT_STATES)
          .describe('`taken_back`: a supplement is about him, and today’s records say otherwise again.'),
        sources: listOf(Source),
      }),
    ),
    supplements: listOf(Supplement),
  })
  .meta({ id: 'Adjustments' })

/** Why an invoice differs from what is counted elsewhere, or would be counted today. */
export function reconciliationRoutes(verbsFor: VerbsFor): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/networks/:network/platform-invoices/:number/reconciliation',
      {
        config: { access: 'billing.read' },
        schema: {
          operationId: 'reconcilePlatformInvoice',
          summary: 'Why a platform invoice differs from the count of an instant, or from another invoice',
          tags,
          params: invoiceKey,
          querystring: AsOf.extend({
            against: OurNumber.optional().describe(
              'The number of another invoice of the location, instead of an instant.',
            ),
          }),
          response: { 200: Reconciliation },
        },
      },
      (request) => {
        const { as_of: asOf, against } = request.query
        const verbs = verbsFor(askerOf(request))
        return verbs.reconcilePlatformInvoice({ ...request.params, ...given({ asOf, against }) })
      },
    )
    app.get(
      '/networks/:network/platform-invoices/:number/adjustments',
      {
        config: { access: 'billing.read' },
        schema: {
          operationId: 'listAdjustments',
          summary: 'Who would have been added to an invoice, or taken off, by today’s records',
          tags,
          params: invoiceKey,
          response: { 200: Adjustments },
        },
      },
      (request) => verbsFor(askerOf(request)).listAdjustments(request.params),
    )
  }
}
