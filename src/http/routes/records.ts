import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askerOf, type VerbsFor } from '#http/access'
import { IdempotencyHeaders, idempotencyOf } from '#http/idempotency'
import { RECORD_FIELDS, SENT_KINDS, type SentKind, SentRecord } from '#http/record-schemas'
import { Instant, listOf, Named } from '#http/schemas'
import type { NetworkedRecord } from '#model/records'

const MOST_RECORDS = 5000
const BATCH_BODY_LIMIT = 16 * 2 ** 20

const Outcome = z.enum(['added', 'changed', 'unchanged'])

const UpsertReport = z
  .object({
    network: z.object({ networkId: z.int(), name: z.string() }),
    importId: z.int().nullable(),
    recordedAt: Instant,
    hasChanges: z.boolean(),
    counts: z.record(z.string(), z.object({ added: z.int(), changed: z.int(), unchanged: z.int() })),
    records: listOf(z.object({ kind: z.string(), externalId: z.string(), outcome: Outcome })),
  })
  .meta({
    id: 'UpsertReport',
    description: 'What became of each record, in the order in which they were sent.',
  })

/** The address of each kind of record, below its network. */
export const COLLECTIONS = {
  location: 'locations',
  customer: 'customers',
  team: 'teams',
  contract: 'contracts',
  booking: 'bookings',
  customer_invoice: 'customer-invoices',
  recurring_product: 'recurring-products',
} as const satisfies Record<SentKind, string>

const tags = ['Records']
const config = { access: 'records.write' } as const

/** Adding and correcting records: a batch of any kinds, or one by its external id. */
export function recordRoutes(verbsFor: VerbsFor): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/networks/:network/records',
      {
        config,
        bodyLimit: BATCH_BODY_LIMIT,
        schema: {
          operationId: 'upsertRecords',
          summary: 'Add and correct up to 5,000 records at once',
          description:
            'All of them or none: where one cannot be used, `details.faults` lists every fault and nothing is changed. Records may stand in any order and point to each other. Sent again they are unchanged.',
          tags,
          params: z.object({ network: Named }),
          headers: IdempotencyHeaders,
          body: z.strictObject({ records: z.array(SentRecord).min(1).max(MOST_RECORDS) }),
          response: { 200: UpsertReport },
        },
      },
      (request) =>
        verbsFor(askerOf(request)).upsertRecords({
          network: request.params.network,
          records: request.body.records,
          ...idempotencyOf(request),
        }),
    )
    for (const kind of SENT_KINDS) {
      app.put(
        `/networks/:network/${COLLECTIONS[kind]}/:externalId`,
        {
          config,
          schema: {
            operationId: `put_${kind}`,
            summary: `Add or correct a ${kind.replace('_', ' ')}`,
            tags,
            params: z.object({ network: Named, externalId: z.string().min(1).max(200) }),
            headers: IdempotencyHeaders,
            body: RECORD_FIELDS[kind],
            response: { 200: UpsertReport },
          },
        },
        (request) => {
          const { network, externalId } = request.params
          // each body is that of its kind, which the type of the loop's variable cannot say
          const record = { ...request.body, kind, externalId } as NetworkedRecord
          return verbsFor(askerOf(request)).upsertRecords({
            network,
            records: [record],
            ...idempotencyOf(request),
          })
        },
      )
    }
  }
}
