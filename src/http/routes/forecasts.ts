import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { PricePlan } from '#billing/price-plan'
import { askerOf, type VerbsFor } from '#http/access'
import { Charge } from '#http/routes/charge-schemas'
import { tags } from '#http/routes/platform-invoices'
import { SupplementTaken } from '#http/routes/supplement-schemas'
import { Instant, listOf, Named } from '#http/schemas'
import { MOST_SUPPOSED } from '#services/platform-invoices/suppose'

const Forecast = z
  .object({
    location: z.object({ locationId: z.int(), name: z.string() }),
    asOf: Instant,
    cutOffAt: Instant,
    windowFrom: Instant,
    countNow: z.int(),
    certain: z.int().describe('Count now and still at the cut-off, unless a record changes.'),
    expectedToCome: z.int().describe('By a renewal that is still to come.'),
    expectedToGo: z.int().describe('By contracts or teams that end before the cut-off.'),
    count: z.int().describe('At the cut-off, as things stand.'),
    range: z
      .object({ least: z.int(), most: z.int() })
      .nullable()
      .describe('By how earlier windows grew from this point on; null with fewer than 3 of them.'),
    charge: Charge.nullable(),
    plan: PricePlan.nullable().describe('What the price plan says at the cut-off; null where none holds.'),
    supplements: listOf(SupplementTaken).describe('Those in the charge, in the order of their lines.'),
    singleRecords: listOf(
      z.object({
        customerId: z.int(),
        externalId: z.string(),
        name: z.string(),
        kind: z.string(),
        record: z.string(),
      }),
    ).describe('Who counts now by one record alone.'),
    marginMinor: z.int().nullable().describe('What the last active user costs.'),
    cautions: listOf(z.string()),
  })
  .meta({ id: 'Forecast' })

function names(list: keyof typeof MOST_SUPPOSED) {
  return z.array(z.string().min(1).max(500)).max(MOST_SUPPOSED[list]).optional()
}

/** The next platform invoice, as things stand or with something changed. */
export function forecastRoutes(verbsFor: VerbsFor): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/networks/:network/locations/:location/forecast',
      {
        config: { access: 'billing.read' },
        schema: {
          operationId: 'forecastPlatformInvoice',
          summary: 'The next platform invoice as things stand, or with something changed; nothing is kept',
          tags,
          params: z.object({ network: Named, location: Named }),
          body: z
            .strictObject({
              suspend: names('suspend').describe('Customers who are suspended.'),
              cancelContracts: names('cancelContracts').describe(
                'Contracts that are cancelled, by external id.',
              ),
              leaveTeams: names('leaveTeams').describe('Customers who leave all their teams.'),
              without: names('without').describe('Customers who have no records at the location at all.'),
            })
            .default({}),
          response: { 200: Forecast },
        },
      },
      (request) =>
        verbsFor(askerOf(request)).forecastPlatformInvoice({ ...request.params, suppose: request.body }),
    )
  }
}
