import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askerOf, type VerbsFor } from '#http/access'
import { AsOf, BySource, Instant, listOf, Named, OnlyBecauseOf } from '#http/schemas'
import { given } from '#lib/given'

const LocationOverview = z
  .object({
    locationId: z.int(),
    externalId: z.string(),
    name: z.string(),
    timeZone: z.string().describe('IANA name.'),
    currency: z.string().nullable().describe('ISO 4217.'),
    windowFrom: Instant,
    count: z.int(),
    bySource: BySource,
    onlyBecauseOf: OnlyBecauseOf,
    lastPlatformInvoice: z
      .object({
        externalId: z.string(),
        number: z.string().nullable(),
        cutOffAt: Instant,
        count: z.int().describe('Active users at its cut-off, as the records tell now.'),
      })
      .nullable(),
    changeSince: z.int().nullable().describe('The count less that of the last platform invoice.'),
    nextCutOff: z
      .object({
        at: Instant,
        isEstimated: z
          .boolean()
          .describe(
            'False by the billing anchor; true where there is none: the day and local time of the last platform invoice, in a month that follows.',
          ),
      })
      .nullable(),
    months: listOf(
      z.object({
        month: z.string(),
        at: Instant,
        hasEnded: z.boolean(),
        count: z.int(),
        onlyBecauseOf: OnlyBecauseOf,
      }),
    ).describe('At the ends of the last twelve months, the oldest first; the last as of the instant.'),
  })
  .meta({ id: 'LocationOverview' })

const NetworkOverview = z
  .object({
    network: z.object({ networkId: z.int(), name: z.string() }),
    asOf: Instant,
    ruleSet: z.string(),
    count: z.int().describe('The sum over the locations.'),
    bySource: BySource,
    onlyBecauseOf: OnlyBecauseOf,
    distinctCustomers: z.int().describe('Different customers behind the sum.'),
    locations: listOf(LocationOverview),
  })
  .meta({ id: 'NetworkOverview' })

/** A network at a glance. */
export function overviewRoutes(verbsFor: VerbsFor): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/networks/:network/overview',
      {
        config: { access: 'counts.read' },
        schema: {
          operationId: 'getOverview',
          summary: 'Each location’s count, last platform invoice, next cut-off and last twelve months',
          tags: ['Active users'],
          params: z.object({ network: Named }),
          querystring: AsOf,
          response: { 200: NetworkOverview },
        },
      },
      (request) =>
        verbsFor(askerOf(request)).overview({
          network: request.params.network,
          ...given({ asOf: request.query.as_of }),
        }),
    )
  }
}
