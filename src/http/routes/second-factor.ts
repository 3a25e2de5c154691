import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askerOf, type OperatorsFor } from '#http/access'
import { visitOf } from '#http/identify'
import { Done, type Few, Field, Password } from '#http/routes/operator-schemas'
import { listOf } from '#http/schemas'

const RecoveryCodes = listOf(z.string()).describe('Shown once; each signs in once where the app is lost.')

const tags = ['Second factor']
const access = 'signed_in'

/** An operator's own second factor. */
export function secondFactorRoutes(operatorsFor: OperatorsFor, few: Few): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/account/second-factor',
      {
        config: { access, ...few },
        schema: {
          operationId: 'startSecondFactor',
          summary: 'Begin a second factor; it counts once a code of the app confirms it',
          tags,
          body: z.object({ password: Password }),
          response: {
            200: z.object({
              uri: z.string().describe('otpauth://…, for an authenticator app.'),
              recoveryCodes: RecoveryCodes,
            }),
          },
        },
      },
      async (request) => operatorsFor(askerOf(request)).startSecondFactor(visitOf(request), request.body),
    )
    app.post(
      '/account/second-factor/confirmation',
      {
        config: { access, ...few },
        schema: {
          operationId: 'confirmSecondFactor',
          summary: 'Turn the second factor on, by a code of the app',
          tags,
          body: z.object({ code: Field }),
          response: { 200: Done },
        },
      },
      async (request, reply) => {
        const operators = operatorsFor(askerOf(request))
        const setCookies = await operators.confirmSecondFactor(visitOf(request), request.body)
        return reply.header('set-cookie', setCookies).send({ message: 'The second factor is on.' })
      },
    )
    app.post(
      '/account/second-factor/removal',
      {
        config: { access, ...few },
        schema: {
          operationId: 'disableSecondFactor',
          summary: 'Turn the second factor off',
          tags,
          body: z.object({ password: Password }),
          response: { 200: Done },
        },
      },
      async (request, reply) => {
        const operators = operatorsFor(askerOf(request))
        const setCookies = await operators.disableSecondFactor(visitOf(request), request.body)
        return reply.header('set-cookie', setCookies).send({ message: 'The second factor is off.' })
      },
    )
    app.post(
      '/account/second-factor/recovery-codes',
      {
        config: { access, ...few },
        schema: {
          operationId: 'renewRecoveryCodes',
          summary: 'Make new recovery codes; the old ones stop to work',
          tags,
          body: z.object({ password: Password }),
          response: { 200: z.object({ recoveryCodes: RecoveryCodes }) },
        },
      },
      async (request) => operatorsFor(askerOf(request)).renewRecoveryCodes(visitOf(request), request.body),
    )
  }
}
