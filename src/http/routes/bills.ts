import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askerOf, type VerbsFor } from '#http/access'
import { AuditQuestion, BillAudit, BillPage, BillProof, InferredPricePlan } from '#http/routes/bill-schemas'
import { Named } from '#http/schemas'
import { given } from '#lib/given'
import { LARGEST_INT } from '#lib/largest-int'

const tags = ['Bills']
const config = { access: 'billing.read' } as const
const Whole = z.coerce.number().int().max(LARGEST_INT)
const billKey = z.object({
  network: Named,
  bill: z.string().min(1).max(200).describe('External id, or the number that the platform gave it.'),
})
const base = '/networks/:network/bills'
/** A list of 20,000 people by name and e-mail. */
const LONGEST_QUESTION = 4 * 2 ** 20

/** The platform’s own invoices, audited: what they ask beside what was counted. */
export function billRoutes(verbsFor: VerbsFor): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      base,
      {
        config,
        schema: {
          operationId: 'listBills',
          summary: 'The platform’s own invoices, each with the count at its cut-off and a verdict',
          tags,
          params: z.object({ network: Named }),
          querystring: z.object({
            location: Named.optional(),
            limit: Whole.min(1).max(100).optional(),
            offset: Whole.min(0).optional(),
          }),
          response: { 200: BillPage },
        },
      },
      (request) => verbsFor(askerOf(request)).listBills({ ...request.params, ...given(request.query) }),
    )
    app.get(
      `${base}/:bill`,
      {
        config,
        schema: {
          operationId: 'getBillAudit',
          summary:
            'The audit of a bill: people, money, whom the difference may consist of, what is uncertain',
          tags,
          params: billKey,
          response: { 200: BillAudit },
        },
      },
      (request) => verbsFor(askerOf(request)).auditBill(request.params),
    )
    app.post(
      `${base}/:bill/audit`,
      {
        config,
        bodyLimit: LONGEST_QUESTION,
        schema: {
          operationId: 'auditBill',
          summary: 'The audit of a bill by another price plan, or with the platform’s list; nothing is kept',
          tags,
          params: billKey,
          body: AuditQuestion,
          response: { 200: BillAudit },
        },
      },
      (request) => verbsFor(askerOf(request)).auditBill({ ...request.params, ...given(request.body) }),
    )
    app.post(
      `${base}/:bill/proof-pack`,
      {
        config,
        bodyLimit: LONGEST_QUESTION,
        schema: {
          operationId: 'exportBillProof',
          summary: 'The audit of a bill with everything that proves it, signed; `headcount verify` checks it',
          tags,
          params: billKey,
          body: AuditQuestion,
          response: { 200: BillProof },
        },
      },
      (request) => verbsFor(askerOf(request)).exportBillProof({ ...request.params, ...given(request.body) }),
    )
    app.get(
      '/networks/:network/locations/:location/inferred-price-plan',
      {
        config,
        schema: {
          operationId: 'inferPricePlan',
          summary: 'The price plan that the bills of a location tell of, with what they leave open',
          tags,
          params: z.object({ network: Named, location: Named }),
          response: { 200: InferredPricePlan },
        },
      },
      (request) => verbsFor(askerOf(request)).inferPricePlan(request.params),
    )
  }
}
