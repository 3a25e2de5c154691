import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askerOf, askerOrNobody, type OperatorsFor } from '#http/access'
import {
  Done,
  type Few,
  Field,
  LocationIds,
  NetworkRole,
  Password,
  Scope,
  Sent,
  sentTo,
  Token,
} from '#http/routes/operator-schemas'
import { Instant, listOf } from '#http/schemas'

const OwnAccount = z
  .object({
    operatorId: z.string(),
    email: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    isPlatform: z.boolean().describe('Every right in every network.'),
    hasSecondFactor: z.boolean(),
    createdAt: Instant,
    roles: listOf(
      z.object({
        networkId: z.int(),
        networkName: z.string(),
        role: NetworkRole,
        locationIds: LocationIds,
        rights: listOf(Scope),
      }),
    ),
  })
  .meta({ id: 'OwnAccount' })

const Profile = z.object({
  firstName: Field.describe(
    'At least 2 letters of any script; spaces, hyphens and apostrophes between them.',
  ),
  lastName: Field.describe('At least 1 letter, and as the first name.'),
})

const tags = ['Your account']

/** The account of whoever is signed in. */
export function accountRoutes(operatorsFor: OperatorsFor, few: Few): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/account',
      {
        config: { access: 'signed_in' },
        schema: {
          operationId: 'getOwnAccount',
          summary: 'Who you are and what you may do',
          tags,
          response: { 200: OwnAccount },
        },
      },
      async (request) => operatorsFor(askerOf(request)).getOwnAccount(),
    )
    app.put(
      '/account/profile',
      {
        config: { access: 'signed_in' },
        schema: {
          operationId: 'updateProfile',
          summary: 'Change your names',
          tags,
          body: Profile,
          response: { 200: Done.extend(Profile.shape).meta({ id: 'ProfileUpdated' }) },
        },
      },
      async (request) => {
        const profile = await operatorsFor(askerOf(request)).updateProfile(request.body)
        return { message: 'The profile was updated.', ...profile }
      },
    )
    app.post(
      '/account/email',
      {
        config: { access: 'signed_in', ...few },
        schema: {
          operationId: 'requestEmailChange',
          summary: 'Send a link to a new e-mail of yours; it counts once the link was opened',
          tags,
          body: z.object({ email: Field, password: Password }),
          response: { 202: Sent },
        },
      },
      async (request, reply) => {
        const { delivery } = await operatorsFor(askerOf(request)).requestEmailChange(request.body)
        return reply.code(202).send({ message: sentTo(delivery, 'The link'), delivery })
      },
    )
    app.post(
      '/email-confirmations',
      {
        config: { access: 'public', ...few },
        schema: {
          operationId: 'confirmEmailChange',
          summary: 'Confirm a new e-mail by the link',
          tags,
          body: z.object({ token: Token }),
          response: { 200: Done.extend({ email: z.string() }).meta({ id: 'EmailConfirmed' }) },
        },
      },
      async (request) => {
        const { email } = await operatorsFor(askerOrNobody(request)).confirmEmailChange(request.body)
        return { message: `You sign in with ${email} from now on.`, email }
      },
    )
  }
}
