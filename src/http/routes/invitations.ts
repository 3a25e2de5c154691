import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askerOf, askerOrNobody, type OperatorsFor } from '#http/access'
import {
  Delivery,
  Done,
  type Few,
  Field,
  LocationIds,
  Password,
  Role,
  sentTo,
  Token,
} from '#http/routes/operator-schemas'
import { Instant, listOf, Named, OurNumber } from '#http/schemas'
import { given } from '#lib/given'

const Invitation = z
  .object({
    invitationId: z.int(),
    email: z.string(),
    role: Role,
    networkId: z.int().nullable().describe('Null for the platform role.'),
    locationIds: LocationIds,
    createdAt: Instant,
    expiresAt: Instant,
  })
  .meta({ id: 'Invitation' })

const InvitationSeen = z
  .object({
    email: z.string(),
    role: Role,
    networkName: z.string().nullable(),
    hasAccount: z.boolean().describe('Then sign in to accept; else choose names and a password.'),
    expiresAt: Instant,
  })
  .meta({ id: 'InvitationSeen' })

const tags = ['Invitations']
const config = { access: 'operators.manage' } as const

/** Inviting operators, and taking up an invitation. */
export function invitationRoutes(operatorsFor: OperatorsFor, few: Few): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/invitations',
      {
        config,
        schema: {
          operationId: 'listInvitations',
          summary: 'Open invitations to the networks that you manage, the newest first',
          tags,
          response: { 200: z.object({ total: z.int(), invitations: listOf(Invitation) }) },
        },
      },
      async (request) => {
        const invitations = await operatorsFor(askerOf(request)).listInvitations()
        return { total: invitations.length, invitations }
      },
    )
    app.post(
      '/invitations',
      {
        config: { ...config, ...few },
        schema: {
          operationId: 'invite',
          summary: 'Invite somebody to a role, by a link that is sent to him',
          tags,
          body: z.object({
            email: Field,
            role: Role,
            network: Named.optional().describe('Absent for the platform role only.'),
            locations: z
              .array(Named)
              .max(5000)
              .optional()
              .describe('Absent for all. An owner always has all.'),
          }),
          response: {
            201: Invitation.extend({ message: z.string(), delivery: Delivery }).meta({
              id: 'InvitationSent',
            }),
          },
        },
      },
      async (request, reply) => {
        const { email, role, ...rest } = request.body
        const sent = await operatorsFor(askerOf(request)).invite({ email, role, ...given(rest) })
        return reply.code(201).send({ ...sent, message: sentTo(sent.delivery, 'The invitation') })
      },
    )
    app.delete(
      '/invitations/:invitation',
      {
        config,
        schema: {
          operationId: 'revokeInvitation',
          summary: 'Take back an open invitation',
          tags,
          params: z.object({ invitation: OurNumber }),
          response: { 200: Done },
        },
      },
      async (request) => {
        await operatorsFor(askerOf(request)).revokeInvitation({ invitationId: request.params.invitation })
        return { message: 'The invitation was taken back.' }
      },
    )
    // the token travels in a body: an address would stand in logs
    app.post(
      '/invitations/look',
      {
        config: { access: 'public', ...few },
        schema: {
          operationId: 'getInvitation',
          summary: 'What an invitation offers, for who has its link',
          tags,
          body: z.object({ token: Token }),
          response: { 200: InvitationSeen },
        },
      },
      async (request) => operatorsFor(askerOrNobody(request)).getInvitation(request.body),
    )
    app.post(
      '/invitations/acceptance',
      {
        config: { access: 'public', ...few },
        schema: {
          operationId: 'acceptInvitation',
          summary: 'Take up an invitation: with names and a password, or signed in where there is an account',
          tags,
          body: z.object({
            token: Token,
            account: z.object({ firstName: Field, lastName: Field, password: Password }).optional(),
          }),
          response: { 200: Done },
        },
      },
      async (request) => {
        const { token, ...rest } = request.body
        await operatorsFor(askerOrNobody(request)).acceptInvitation({ token, ...given(rest) })
        return { message: 'The invitation is accepted.' }
      },
    )
  }
}
