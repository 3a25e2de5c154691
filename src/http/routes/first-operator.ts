import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askerOrNobody, type OperatorsFor } from '#http/access'
import { Done, type Few, Field, Password } from '#http/routes/operator-schemas'

const tags = ['First start']

/** The first start: a new server asks for its first operator and has no default password. */
export function firstOperatorRoutes(operatorsFor: OperatorsFor, few: Few): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/first-operator',
      {
        config: { access: 'public' },
        schema: {
          operationId: 'needsFirstOperator',
          summary: 'Whether the server still waits for its first operator',
          tags,
          response: { 200: z.object({ isNeeded: z.boolean() }) },
        },
      },
      async (request) => ({ isNeeded: await operatorsFor(askerOrNobody(request)).needsFirst() }),
    )
    app.post(
      '/first-operator',
      {
        config: { access: 'public', ...few },
        schema: {
          operationId: 'createFirstOperator',
          summary: 'Make the first operator, with the platform role, while there is none',
          tags,
          body: z.object({ email: Field, firstName: Field, lastName: Field, password: Password }),
          response: { 201: Done },
        },
      },
      async (request, reply) => {
        await operatorsFor(askerOrNobody(request)).createFirst(request.body)
        return reply.code(201).send({ message: 'The first operator was made. Sign in.' })
      },
    )
  }
}
