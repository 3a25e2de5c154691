import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { IdempotentRequest } from '#services/idempotency'

/** Headers of a request that may be sent again. */
export const IdempotencyHeaders = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'Chosen by you: the same request under the same key is done once, and answered the same for a day.',
    ),
})

/** The key of the request with a digest of what it asks, or nothing where it has no key. */
export function idempotencyOf(request: FastifyRequest): { idempotency?: IdempotentRequest } {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string') return {}
  const asked = JSON.stringify([request.method, request.url, request.body ?? null])
  return { idempotency: { key, requestHash: createHash('sha256').update(asked).digest('hex') } }
}
