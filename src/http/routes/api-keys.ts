import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askerOf, type OperatorsFor } from '#http/access'
import { Done, Field, Scope } from '#http/routes/operator-schemas'
import { Instant, listOf, OurNumber } from '#http/schemas'

const ApiKey = z
  .object({
    apiKeyId: z.int(),
    name: z.string(),
    prefix: z.string().describe('The first letters, to recognise it.'),
    scopes: listOf(Scope),
    createdAt: Instant,
    expiresAt: Instant,
    lastUsedAt: Instant.nullable().describe('To the minute.'),
  })
  .meta({ id: 'ApiKey' })

const tags = ['API keys']
const config = { access: 'signed_in' } as const

/** An operator's own API keys. */
export function apiKeyRoutes(operatorsFor: OperatorsFor): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api-keys',
      {
        config,
        schema: {
          operationId: 'listApiKeys',
          summary: 'Your API keys, the newest first',
          tags,
          response: { 200: z.object({ total: z.int(), apiKeys: listOf(ApiKey) }) },
        },
      },
      async (request) => {
        const apiKeys = await operatorsFor(askerOf(request)).listApiKeys()
        return { total: apiKeys.length, apiKeys }
      },
    )
    app.post(
      '/api-keys',
      {
        config,
        schema: {
          operationId: 'createApiKey',
          summary: 'Make an API key, which acts for you within its scopes',
          tags,
          body: z.object({
            name: Field.describe('What it is for.'),
            scopes: z.array(Scope).max(100),
            expiresInDays: z.int().default(90),
          }),
          response: {
            201: ApiKey.extend({
              key: z.string().describe('Shown this once; only its hash is kept.'),
            }).meta({ id: 'NewApiKey' }),
          },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await operatorsFor(askerOf(request)).createApiKey(request.body)),
    )
    app.delete(
      '/api-keys/:apiKey',
      {
        config,
        schema: {
          operationId: 'revokeApiKey',
          summary: 'Revoke one of your API keys; it stops at once',
          tags,
          params: z.object({ apiKey: OurNumber }),
          response: { 200: Done },
        },
      },
      async (request) => {
        await operatorsFor(askerOf(request)).revokeApiKey({ apiKeyId: request.params.apiKey })
        return { message: 'The API key was revoked.' }
      },
    )
  }
}
