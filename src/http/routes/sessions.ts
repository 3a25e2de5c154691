import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askerOf, askerOrNobody, type OperatorsFor } from '#http/access'
import { visitOf } from '#http/identify'
import { Done, type Few, Field, Password } from '#http/routes/operator-schemas'
import { Instant, listOf } from '#http/schemas'

const SignInAnswer = z
  .object({ status: z.enum(['signed_in', 'second_factor_needed']) })
  .meta({ id: 'SignIn' })

const OwnSession = z
  .object({
    sessionId: z.string(),
    isCurrent: z.boolean(),
    address: z.string().nullable(),
    browser: z.string().nullable().describe('As the browser describes itself.'),
    createdAt: Instant,
    expiresAt: Instant,
  })
  .meta({ id: 'Session' })

const tags = ['Signing in']

/** Signing in and out, and where one is signed in. */
export function sessionRoutes(operatorsFor: OperatorsFor, few: Few): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/sessions',
      {
        config: { access: 'public', ...few },
        schema: {
          operationId: 'signIn',
          summary: 'Sign in by e-mail and password; the answer sets a cookie',
          tags,
          body: z.object({ email: Field, password: Password }),
          response: { 200: SignInAnswer },
        },
      },
      async (request, reply) => {
        const operators = operatorsFor(askerOrNobody(request))
        const { status, setCookies } = await operators.signIn(visitOf(request), request.body)
        return reply.header('set-cookie', setCookies).send({ status })
      },
    )
    app.post(
      '/sessions/second-factor',
      {
        config: { access: 'public', ...few },
        schema: {
          operationId: 'verifySecondFactor',
          summary: 'Give the second factor of a sign-in: a code of the app, or a recovery code',
          tags,
          body: z.object({ code: Field }),
          response: { 200: SignInAnswer },
        },
      },
      async (request, reply) => {
        const operators = operatorsFor(askerOrNobody(request))
        const { status, setCookies } = await operators.verifySecondFactor(visitOf(request), request.body)
        return reply.header('set-cookie', setCookies).send({ status })
      },
    )
    app.get(
      '/sessions',
      {
        config: { access: 'signed_in' },
        schema: {
          operationId: 'listOwnSessions',
          summary: 'Where you are signed in, the newest first',
          tags,
          response: { 200: z.object({ total: z.int(), sessions: listOf(OwnSession) }) },
        },
      },
      async (request) => {
        const sessions = await operatorsFor(askerOf(request)).listOwnSessions()
        return { total: sessions.length, sessions }
      },
    )
    app.delete(
      '/sessions/current',
      {
        config: { access: 'signed_in' },
        schema: {
          operationId: 'signOut',
          summary: 'Sign out',
          tags,
          response: { 200: Done },
        },
      },
      async (request, reply) => {
        const setCookies = await operatorsFor(askerOf(request)).signOut(visitOf(request))
        return reply.header('set-cookie', setCookies).send({ message: 'You are signed out.' })
      },
    )
    app.delete(
      '/sessions/:session',
      {
        config: { access: 'signed_in' },
        schema: {
          operationId: 'endSession',
          summary: 'Sign out one of your sessions',
          tags,
          params: z.object({ session: z.string().min(1).max(100) }),
          response: { 200: Done },
        },
      },
      async (request) => {
        await operatorsFor(askerOf(request)).endSession({ sessionId: request.params.session })
        return { message: 'That session is signed out.' }
      },
    )
  }
}
