import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askerOf, type VerbsFor } from '#http/access'
import { IdempotencyHeaders, idempotencyOf } from '#http/idempotency'
import { SentId } from '#http/record-key'
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

interface Collection {
  readonly path: string
  readonly singular: string
  /** As in the address that reads one: OpenAPI knows an address by its shape alone. */
  readonly parameter: 'key' | 'externalId'
}

/** The address of each kind of record, below its network. */
const COLLECTIONS: Readonly<Record<SentKind, Collection>> = {
  location: { path: 'locations', singular: 'Location', parameter: 'key' },
  customer: { path: 'customers', singular: 'Customer', parameter: 'key' },
  team: { path: 'teams', singular: 'Team', parameter: 'key' },
  contract: { path: 'contracts', singular: 'Contract', parameter: 'externalId' },
  booking: { path: 'bookings', singular: 'Booking', parameter: 'externalId' },
  customer_invoice: { path: 'customer-invoices', singular: 'CustomerInvoice', parameter: 'externalId' },
  recurring_product: { path: 'recurring-products', singular: 'RecurringProduct', parameter: 'externalId' },
}

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
      const { path, singular, parameter } = COLLECTIONS[kind]
      app.put<{ Params: Record<string, string> }>(
        `/networks/:network/${path}/:${parameter}`,
        {
          config,
          schema: {
            operationId: `put${singular}`,
            summary: `Add or correct a ${kind.replace('_', ' ')}`,
            tags,
            params: z.object({ network: Named, [parameter]: SentId }),
            headers: IdempotencyHeaders,
            body: RECORD_FIELDS[kind],
            response: { 200: UpsertReport },
          },
        },
        (request) => {
          const { network = '', [parameter]: externalId = '' } = request.params
          // each body is that of its kind, which the type of the loop's variable cannot say
          const record = { ...(request.body as object), kind, externalId } as NetworkedRecord
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
