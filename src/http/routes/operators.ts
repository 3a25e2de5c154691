import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askerOf, type OperatorsFor } from '#http/access'
import { Done, LocationIds, NetworkRole } from '#http/routes/operator-schemas'
import { Instant, listOf, Named } from '#http/schemas'
import { given } from '#lib/given'

const Operator = z
  .object({
    operatorId: z.string(),
    email: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    isPlatform: z.boolean(),
    hasSecondFactor: z.boolean(),
    isDisabled: z.boolean(),
    createdAt: Instant,
    roles: listOf(z.object({ networkId: z.int(), role: NetworkRole, locationIds: LocationIds })).describe(
      'In the networks that you manage.',
    ),
  })
  .meta({ id: 'Operator' })

const OperatorId = z.string().min(1).max(100)
const tags = ['Operators']
const config = { access: 'operators.manage' } as const

/** Operators as those see them who manage them. */
export function operatorRoutes(operatorsFor: OperatorsFor): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/operators',
      {
        config,
        schema: {
          operationId: 'listOperators',
          summary: 'Operators of the networks that you manage, by e-mail',
          tags,
          response: { 200: z.object({ total: z.int(), operators: listOf(Operator) }) },
        },
      },
      async (request) => {
        const operators = await operatorsFor(askerOf(request)).listOperators()
        return { total: operators.length, operators }
      },
    )
    app.put(
      '/operators/:operator/roles/:network',
      {
        config,
        schema: {
          operationId: 'setRole',
          summary: 'Give an operator a role in a network, in place of the one he has there',
          tags,
          params: z.object({ operator: OperatorId, network: Named }),
          body: z.object({
            role: NetworkRole,
            locations: z
              .array(Named)
              .max(5000)
              .optional()
              .describe('Absent for all. An owner always has all.'),
          }),
          response: { 200: Operator },
        },
      },
      async (request) => {
        const { operator: operatorId, network } = request.params
        const { role, ...locations } = request.body
        return operatorsFor(askerOf(request)).setRole({ operatorId, network, role, ...given(locations) })
      },
    )
    app.delete(
      '/operators/:operator/roles/:network',
      {
        config,
        schema: {
          operationId: 'removeRole',
          summary: 'Take away the role that an operator has in a network',
          tags,
          params: z.object({ operator: OperatorId, network: Named }),
          response: { 200: Done },
        },
      },
      async (request) => {
        const { operator: operatorId, network } = request.params
        await operatorsFor(askerOf(request)).removeRole({ operatorId, network })
        return { message: 'The role was taken away.' }
      },
    )
    app.put(
      '/operators/:operator/platform',
      {
        config,
        schema: {
          operationId: 'setPlatform',
          summary: 'Give or take the platform role (for the platform only)',
          tags,
          params: z.object({ operator: OperatorId }),
          body: z.object({ isPlatform: z.boolean() }),
          response: { 200: Operator },
        },
      },
      async (request) =>
        operatorsFor(askerOf(request)).setPlatform({
          operatorId: request.params.operator,
          ...request.body,
        }),
    )
    app.put(
      '/operators/:operator/disabled',
      {
        config,
        schema: {
          operationId: 'setDisabled',
          summary: 'Disable an operator, or let him in again (for the platform only)',
          tags,
          params: z.object({ operator: OperatorId }),
          body: z.object({ isDisabled: z.boolean() }),
          response: { 200: Operator },
        },
      },
      async (request) =>
        operatorsFor(askerOf(request)).setDisabled({
          operatorId: request.params.operator,
          ...request.body,
        }),
    )
    app.delete(
      '/operators/:operator',
      {
        config,
        schema: {
          operationId: 'removeOperator',
          summary: 'Remove an operator with his roles, sessions and keys (for the platform only)',
          tags,
          params: z.object({ operator: OperatorId }),
          response: { 200: Done },
        },
      },
      async (request) => {
        await operatorsFor(askerOf(request)).removeOperator({ operatorId: request.params.operator })
        return { message: 'The operator was removed.' }
      },
    )
  }
}
