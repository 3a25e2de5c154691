import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askerOf, type VerbsFor } from '#http/access'
import { Instant, listOf, Named } from '#http/schemas'
import { given } from '#lib/given'
import { DOORS } from '#model/access'

const AuditEntry = z
  .object({
    networkId: z.int().describe('0 for what belongs to no network.'),
    entryNumber: z.int(),
    at: Instant,
    door: z.enum(DOORS),
    operatorId: z.string().nullable(),
    apiKeyId: z.int().nullable(),
    requestId: z.string().nullable(),
    action: z.string(),
    subject: z.unknown(),
    before: z.unknown(),
    after: z.unknown(),
    previousHash: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry' })

const AuditPage = z.object({
  total: z.int(),
  entries: listOf(AuditEntry),
  nextBefore: z.int().nullable().describe('For the next page: entries before this number.'),
})

const AuditVerdict = z
  .object({
    isIntact: z.boolean(),
    chains: listOf(
      z.object({
        networkId: z.int(),
        entries: z.int(),
        lastHash: z.string(),
        faults: listOf(z.string()),
      }),
    ),
  })
  .meta({ id: 'AuditVerdict' })

const tags = ['Audit log']
const Query = z.object({
  action: z.string().min(1).max(100).optional(),
  operatorId: z.string().min(1).max(100).optional(),
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
})

/** Who changed what, and whether the log is as it was written. */
export function auditRoutes(verbsFor: VerbsFor): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/networks/:network/audit-entries',
      {
        config: { access: 'audit.read' },
        schema: {
          operationId: 'listAuditEntries',
          summary: 'The changes of a network, newest first',
          tags,
          params: z.object({ network: Named }),
          querystring: Query,
          response: { 200: AuditPage },
        },
      },
      (request) => verbsFor(askerOf(request)).listAudit({ ...request.params, ...given(request.query) }),
    )
    app.get(
      '/audit-entries',
      {
        config: { access: 'networks.manage' },
        schema: {
          operationId: 'listPlatformAuditEntries',
          summary: 'The changes that belong to no network, newest first',
          tags,
          querystring: Query,
          response: { 200: AuditPage },
        },
      },
      (request) => verbsFor(askerOf(request)).listAudit(given(request.query)),
    )
    app.get(
      '/audit-entries/verification',
      {
        config: { access: 'networks.manage' },
        schema: {
          operationId: 'verifyAuditLog',
          summary: 'Whether every entry is as it was written and follows the one before',
          tags,
          response: { 200: AuditVerdict },
        },
      },
      (request) => verbsFor(askerOf(request)).verifyAudit(),
    )
  }
}
