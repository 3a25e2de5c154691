import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askerOf, type VerbsFor } from '#http/access'
import { invoiceKey, tags } from '#http/routes/platform-invoices'
import { Supplement, SupplementState } from '#http/routes/supplement-schemas'
import { listOf, Named, OurNumber } from '#http/schemas'
import { given } from '#lib/given'

const Reason = z.string().min(1).max(1000).describe('Told with it for ever.')

/** Supplements: late records of an issued invoice, asked for with the next one. */
export function supplementRoutes(verbsFor: VerbsFor): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/networks/:network/supplements',
      {
        config: { access: 'billing.read' },
        schema: {
          operationId: 'listSupplements',
          summary: 'What was agreed about issued platform invoices for later ones, in its order',
          tags,
          params: z.object({ network: Named }),
          querystring: z.object({ location: Named.optional(), state: SupplementState.optional() }),
          response: { 200: z.object({ items: listOf(Supplement), total: z.int() }) },
        },
      },
      async (request) => {
        const verbs = verbsFor(askerOf(request))
        const items = await verbs.listSupplements({ ...request.params, ...given(request.query) })
        return { items, total: items.length }
      },
    )
    app.post(
      '/networks/:network/platform-invoices/:number/supplements',
      {
        config: { access: 'billing.manage' },
        schema: {
          operationId: 'agreeSupplement',
          summary: 'Put what late records make of a platform invoice on the next one of its location',
          tags,
          params: invoiceKey,
          body: z.strictObject({
            reason: Reason,
            netMinor: z
              .int()
              .optional()
              .describe('What is expected before tax; refused where it comes to something else by now.'),
          }),
          response: { 201: Supplement },
        },
      },
      async (request, reply) => {
        const { reason, netMinor } = request.body
        const verbs = verbsFor(askerOf(request))
        const agreed = await verbs.agreeSupplement({ ...request.params, reason, ...given({ netMinor }) })
        return reply.code(201).send(agreed)
      },
    )
    app.post(
      '/networks/:network/supplements/:supplement/withdrawal',
      {
        config: { access: 'billing.manage' },
        schema: {
          operationId: 'withdrawSupplement',
          summary: 'Withdraw a supplement that stands on no invoice',
          tags,
          params: z.object({ network: Named, supplement: OurNumber }),
          body: z.strictObject({ reason: Reason }),
          response: { 200: Supplement },
        },
      },
      (request) => verbsFor(askerOf(request)).withdrawSupplement({ ...request.params, ...request.body }),
    )
  }
}
