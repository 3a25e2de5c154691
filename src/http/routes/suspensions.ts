import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askerOf, type VerbsFor } from '#http/access'
import { IdempotencyHeaders, idempotencyOf } from '#http/idempotency'
import { Key, keyOf } from '#http/record-key'
import { Instant, listOf, Named, OurNumber, Source } from '#http/schemas'
import { AskedInstant } from '#lib/asked-instant'
import { given } from '#lib/given'
import { SUSPENSION_VERBS } from '#services/customers/preview-suspension'
import { MOST_CUSTOMERS } from '#services/customers/suspend-many'

const CustomerState = z.object({
  customerId: z.int(),
  externalId: z.string(),
  name: z.string(),
  isSuspended: z.boolean(),
})

const SuspensionsReport = z
  .object({
    changeId: z.int().nullable().describe('Names the change, to undo it; null where nothing changed.'),
    at: Instant,
    hasChanges: z.boolean(),
    customers: listOf(z.object({ customer: CustomerState, hasChanges: z.boolean() })),
  })
  .meta({ id: 'SuspensionsReport' })

const Counting = listOf(
  z.object({ customerId: z.int(), externalId: z.string(), name: z.string(), sources: listOf(Source) }),
)

const SuspensionPreview = z
  .object({
    at: Instant.describe('From when, and as of when it is counted.'),
    changes: z.int().describe('The customers that it would change; the others are so already.'),
    locations: listOf(
      z.object({
        location: z.object({ locationId: z.int(), externalId: z.string(), name: z.string() }),
        before: z.int(),
        after: z.int(),
        stops: Counting.describe('Who counts no longer, with the sources until then; also members of teams.'),
        starts: Counting.describe('Who counts from then on, with the sources.'),
        stays: Counting.describe('Who goes on counting, with the sources that remain.'),
      }),
    ),
  })
  .meta({ id: 'SuspensionPreview' })

const Customers = z.strictObject({
  customers: z.array(Key).min(1).max(MOST_CUSTOMERS),
  at: AskedInstant.optional().describe('Default now; not in the future.'),
})
const tags = ['Records']
const config = { access: 'customers.suspend' } as const
const params = z.object({ network: Named })

/** Suspending and resuming many customers at once, with a look at the counts before, and a way back. */
export function suspensionRoutes(verbsFor: VerbsFor): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/networks/:network/suspensions/preview',
      {
        config,
        schema: {
          operationId: 'previewSuspension',
          summary: 'What suspending or resuming customers would do to each location’s count',
          tags,
          params,
          body: Customers.extend({ verb: z.enum(SUSPENSION_VERBS).optional().describe('Default suspend.') }),
          response: { 200: SuspensionPreview },
        },
      },
      (request) => {
        const { customers, ...asked } = request.body
        const options = { ...request.params, customers: customers.map(keyOf), ...given(asked) }
        return verbsFor(askerOf(request)).previewSuspension(options)
      },
    )
    for (const [path, verb] of [
      ['suspensions', 'suspend'],
      ['resumptions', 'resume'],
    ] as const) {
      app.post(
        `/networks/:network/${path}`,
        {
          config,
          schema: {
            operationId: `${verb}Customers`,
            summary: `${verb === 'suspend' ? 'Suspend' : 'Resume'} up to ${MOST_CUSTOMERS} customers: all of them or none`,
            tags,
            params,
            headers: IdempotencyHeaders,
            body: Customers,
            response: { 200: SuspensionsReport },
          },
        },
        (request) => {
          const verbs = verbsFor(askerOf(request))
          const { customers, at } = request.body
          const asked = { ...request.params, customers: customers.map(keyOf), ...given({ at }) }
          const options = { ...asked, ...idempotencyOf(request) }
          return verb === 'suspend' ? verbs.suspendCustomers(options) : verbs.resumeCustomers(options)
        },
      )
    }
    app.post(
      '/networks/:network/suspensions/:change/undo',
      {
        config,
        schema: {
          operationId: 'undoSuspension',
          summary: 'Take a suspension or a resumption back, as though it had never been',
          description:
            'The state of before is restored exactly, also of customers who were so already. Refused with CHANGE_OVERTAKEN where one of them was suspended or resumed again since.',
          tags,
          params: params.extend({ change: OurNumber }),
          headers: IdempotencyHeaders,
          response: { 200: z.object({ changeId: z.int(), customers: listOf(CustomerState) }) },
        },
      },
      (request) => {
        const { network, change: changeId } = request.params
        return verbsFor(askerOf(request)).undoSuspension({ network, changeId, ...idempotencyOf(request) })
      },
    )
  }
}
