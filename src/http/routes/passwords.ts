import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askerOf, askerOrNobody, type OperatorsFor } from '#http/access'
import { visitOf } from '#http/identify'
import { FieldProblem } from '#http/problem'
import { Done, type Few, Field, Password, Sent, Token } from '#http/routes/operator-schemas'
import { listOf } from '#http/schemas'
import { given } from '#lib/given'

const Verdict = z
  .object({
    isAccepted: z.boolean(),
    score: z.int().min(0).max(4).describe('0 is guessed at once, 4 is strong.'),
    faults: listOf(FieldProblem.omit({ path: true })).describe(
      'What is wrong, each to be read behind “The password”.',
    ),
    suggestions: listOf(z.string()),
  })
  .meta({ id: 'PasswordVerdict' })

const tags = ['Passwords']

/** Passwords: the meter, changing, and setting a forgotten one anew. */
export function passwordRoutes(operatorsFor: OperatorsFor, few: Few): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/password-checks',
      {
        // a meter asks while somebody types
        config: { access: 'public', rateLimit: { ...few.rateLimit, max: 10 * few.rateLimit.max } },
        schema: {
          operationId: 'checkPassword',
          summary: 'How strong a new password would be, and what is wrong with it',
          tags,
          body: z.object({
            password: Password,
            email: Field.optional(),
            firstName: Field.optional(),
            lastName: Field.optional(),
          }),
          response: { 200: Verdict },
        },
      },
      async (request) => {
        const { password, ...about } = request.body
        return operatorsFor(askerOrNobody(request)).checkPassword({ password, ...given(about) })
      },
    )
    app.post(
      '/account/password',
      {
        config: { access: 'signed_in', ...few },
        schema: {
          operationId: 'changePassword',
          summary: 'Change your password; every session of yours ends at once, this one included',
          tags,
          body: z.object({ currentPassword: Password, newPassword: Password }),
          response: { 200: Done },
        },
      },
      async (request, reply) => {
        const operators = operatorsFor(askerOf(request))
        const setCookies = await operators.changePassword(visitOf(request), request.body)
        return reply.header('set-cookie', setCookies).send({
          message: 'The password was changed. You are signed out everywhere: sign in with the new one.',
        })
      },
    )
    app.post(
      '/password-resets',
      {
        config: { access: 'public', ...few },
        schema: {
          operationId: 'requestPasswordReset',
          summary: 'Send a link to set a new password, if an operator has this e-mail',
          tags,
          body: z.object({ email: Field }),
          response: { 202: Sent },
        },
      },
      async (request, reply) => {
        const { delivery } = await operatorsFor(askerOrNobody(request)).requestPasswordReset(request.body)
        const message =
          delivery === 'email'
            ? 'If an operator has this e-mail, a link was sent to it.'
            : 'If an operator has this e-mail, the link stands in the log of the server: no mail server is set up.'
        return reply.code(202).send({ message, delivery })
      },
    )
    app.post(
      '/password-resets/completion',
      {
        config: { access: 'public', ...few },
        schema: {
          operationId: 'resetPassword',
          summary: 'Set a new password by the link; every session of the operator ends',
          tags,
          body: z.object({ token: Token, newPassword: Password }),
          response: { 200: Done },
        },
      },
      async (request) => {
        await operatorsFor(askerOrNobody(request)).resetPassword(request.body)
        return { message: 'The password was set. Sign in with it.' }
      },
    )
  }
}
