/** The OpenAPI document, made from the same schemas that validate; browsable at /api/docs. */
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { Problem } from '#http/problem'

const DESCRIPTION = `Who counts as an active user of each coworking location, why, and the records behind it.

Instants are ISO 8601. Names in addresses may be our id, the external id, or the exact name. Lists answer
\`total\` (exact) and \`nextCursor\`. An error is \`application/problem+json\` with a code and what to do.`

export async function describeApi(
  app: FastifyInstance,
  version: string,
  sessionCookie: string,
): Promise<void> {
  addProblems(app)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Headcount API', version, description: DESCRIPTION, license: { name: 'MIT' } },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: sessionCookie },
          apiKey: { type: 'http', scheme: 'bearer', description: 'An API key that an operator made.' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: false })
}

/** Every route can fail in the same shape; public ones need no key. */
function addProblems(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    const { schema, config } = route
    if (schema === undefined || schema.hide === true) return
    const responses = schema.response as Record<string, unknown> | undefined
    route.schema = {
      ...schema,
      response: {
        ...responses,
        default: {
          description: 'Why it failed.',
          content: { 'application/problem+json': { schema: Problem } },
        },
      },
      ...(config?.access !== 'public' && { security: [{ session: [] }, { apiKey: [] }] }),
      ...(config?.access !== undefined && {
        description: describeAccess(schema.description, config.access),
        'x-headcount-access': config.access,
      }),
    }
  })
}

function describeAccess(description: string | undefined, access: string): string {
  const who =
    access === 'public'
      ? 'For anybody.'
      : access === 'signed_in'
        ? 'For every operator.'
        : `Needs the right \`${access}\`.`
  return description === undefined ? who : `${description}\n\n${who}`
}
