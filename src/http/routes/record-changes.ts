import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askerOf, type VerbsFor } from '#http/access'
import { IdempotencyHeaders, idempotencyOf } from '#http/idempotency'
import { Key, keyOf } from '#http/record-key'
import { Instant, Named } from '#http/schemas'
import { AskedInstant } from '#lib/asked-instant'
import { given } from '#lib/given'

const SuspensionReport = z
  .object({
    customer: z.object({
      customerId: z.int(),
      externalId: z.string(),
      name: z.string(),
      isSuspended: z.boolean(),
    }),
    at: Instant,
    hasChanges: z.boolean().describe('False where he was so at that instant already.'),
  })
  .meta({ id: 'SuspensionReport' })

const At = z
  .strictObject({ at: AskedInstant.optional().describe('Default now; not in the future.') })
  .default({})
const tags = ['Records']

/** Changes that are more than a corrected record: suspend, resume, cancel. */
export function recordChangeRoutes(verbsFor: VerbsFor): FastifyPluginAsyncZod {
  return async (app) => {
    for (const verb of ['suspend', 'resume'] as const) {
      app.post(
        `/networks/:network/customers/:key/${verb}`,
        {
          config: { access: 'customers.suspend' },
          schema: {
            operationId: `${verb}Customer`,
            summary:
              verb === 'suspend' ? 'Suspend a customer: his contracts count no longer' : 'Resume a customer',
            tags,
            params: z.object({ network: Named, key: Key }),
            headers: IdempotencyHeaders,
            body: At,
            response: { 200: SuspensionReport },
          },
        },
        (request) => {
          const verbs = verbsFor(askerOf(request))
          const { network, key } = request.params
          const options = {
            network,
            customer: keyOf(key),
            ...given({ at: request.body.at }),
            ...idempotencyOf(request),
          }
          return verb === 'suspend' ? verbs.suspendCustomer(options) : verbs.resumeCustomer(options)
        },
      )
    }
    const params = z.object({ network: Named, externalId: z.string().min(1).max(200) })
    app.post(
      '/networks/:network/contracts/:externalId/cancel',
      {
        config: { access: 'records.write' },
        schema: {
          operationId: 'cancelContract',
          summary: 'End a contract, now or at an instant',
          tags,
          params,
          headers: IdempotencyHeaders,
          body: z.strictObject({ endsAt: AskedInstant.optional().describe('Default now.') }).default({}),
          response: { 200: z.object({ externalId: z.string(), endsAt: Instant, hasChanges: z.boolean() }) },
        },
      },
      (request) =>
        verbsFor(askerOf(request)).cancelContract({
          ...request.params,
          ...given({ endsAt: request.body.endsAt }),
          ...idempotencyOf(request),
        }),
    )
    app.post(
      '/networks/:network/bookings/:externalId/cancel',
      {
        config: { access: 'records.write' },
        schema: {
          operationId: 'cancelBooking',
          summary: 'Cancel a booking',
          tags,
          params,
          headers: IdempotencyHeaders,
          body: At,
          response: {
            200: z.object({ externalId: z.string(), cancelledAt: Instant, hasChanges: z.boolean() }),
          },
        },
      },
      (request) =>
        verbsFor(askerOf(request)).cancelBooking({
          ...request.params,
          ...given({ at: request.body.at }),
          ...idempotencyOf(request),
        }),
    )
  }
}
