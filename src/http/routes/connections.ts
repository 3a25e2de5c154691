import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askerOf, type VerbsFor } from '#http/access'
import {
  AccountCheck,
  ConnectBody,
  Connection,
  CredentialsBody,
  SyncRun,
} from '#http/routes/connection-schemas'
import { listOf, OurNumber } from '#http/schemas'
import { given } from '#lib/given'
import { MOST_EVERY_MINUTES } from '#services/connections/connect'
import type { StartedSync } from '#services/connections/sync'

const tags = ['Connections']
const config = { access: 'connections.manage' } as const
const params = z.object({ connection: OurNumber })

/** Accounts that are read by themselves: connecting them, switching their locations, syncing them. */
export function connectionRoutes(verbsFor: VerbsFor): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/connection-checks',
      {
        config,
        schema: {
          operationId: 'checkAccount',
          summary: 'Sign in to an account and tell what it shows; nothing is kept',
          tags,
          body: CredentialsBody.extend({ baseUrl: ConnectBody.shape.baseUrl }),
          response: { 200: AccountCheck },
        },
      },
      (request) => verbsFor(askerOf(request)).checkAccount(orNone(request.body)),
    )
    app.get(
      '/connections',
      {
        config,
        schema: {
          operationId: 'listConnections',
          summary: 'List the connections that you may manage',
          tags,
          response: { 200: z.object({ connections: listOf(Connection) }) },
        },
      },
      async (request) => ({ connections: await verbsFor(askerOf(request)).connections() }),
    )
    app.post(
      '/connections',
      {
        config,
        schema: {
          operationId: 'connectAccount',
          summary: 'Connect an account',
          tags,
          body: ConnectBody,
          response: { 201: Connection },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await verbsFor(askerOf(request)).connectAccount(orNone(request.body))),
    )
    app.get(
      '/connections/:connection',
      {
        config,
        schema: {
          operationId: 'getConnection',
          summary: 'A connection',
          tags,
          params,
          response: { 200: Connection },
        },
      },
      (request) => verbsFor(askerOf(request)).connection(request.params.connection),
    )
    app.patch(
      '/connections/:connection',
      {
        config,
        schema: {
          operationId: 'changeConnection',
          summary: 'Change how often a connection is synced, or its webhook secret',
          tags,
          params,
          body: z.strictObject({
            syncEveryMinutes: z
              .int()
              .min(0)
              .max(MOST_EVERY_MINUTES)
              .optional()
              .describe('0 for never by schedule.'),
            webhookSecret: z.string().max(500).optional().describe('Empty for none.'),
          }),
          response: { 200: Connection },
        },
      },
      (request) =>
        verbsFor(askerOf(request)).changeConnection({
          connection: request.params.connection,
          ...orNone(request.body),
        }),
    )
    app.put(
      '/connections/:connection/credentials',
      {
        config,
        schema: {
          operationId: 'reenterCredentials',
          summary: 'Enter the credentials of a connection anew',
          tags,
          params,
          body: CredentialsBody,
          response: { 200: Connection },
        },
      },
      (request) =>
        verbsFor(askerOf(request)).reenterCredentials({
          connection: request.params.connection,
          ...orNone(request.body),
        }),
    )
    app.put(
      '/connections/:connection/locations/:location',
      {
        config,
        schema: {
          operationId: 'switchConnectionLocation',
          summary: 'Switch a location of a connection on or off',
          tags,
          params: params.extend({ location: z.string().min(1).max(200).describe('External id.') }),
          body: z.strictObject({ isOn: z.boolean() }),
          response: { 200: Connection },
        },
      },
      (request) => verbsFor(askerOf(request)).switchLocation({ ...request.params, isOn: request.body.isOn }),
    )
    app.delete(
      '/connections/:connection',
      {
        config,
        schema: {
          operationId: 'disconnect',
          summary: 'End a connection; what it brought in stays',
          tags,
          params,
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        await verbsFor(askerOf(request)).disconnect(request.params.connection)
        return reply.code(204).send(null)
      },
    )
    await app.register(syncRoutes(verbsFor))
  }
}

function syncRoutes(verbsFor: VerbsFor): FastifyPluginAsyncZod {
  return async (app) => {
    const underWay = new Set<StartedSync>()
    // a sync may last for long; what it read is kept, and the next one goes on
    app.addHook('onClose', async () => {
      for (const started of underWay) started.stop()
      await Promise.all([...underWay].map(({ ended }) => ended))
    })
    app.post(
      '/connections/:connection/syncs',
      {
        config,
        schema: {
          operationId: 'startSync',
          summary: 'Begin to sync a connection, and follow it',
          tags,
          params,
          body: z
            .strictObject({ full: z.boolean().optional().describe('Read everything; default once a day.') })
            .default({}),
          response: { 202: SyncRun },
        },
      },
      async (request, reply) => {
        const { connection } = request.params
        const started = await verbsFor(askerOf(request)).startSync({ connection, ...orNone(request.body) })
        underWay.add(started)
        started.ended.finally(() => underWay.delete(started))
        return reply.code(202).send(started.run)
      },
    )
    app.get(
      '/connections/:connection/syncs',
      {
        config,
        schema: {
          operationId: 'listSyncs',
          summary: 'List the syncs of a connection, newest first',
          tags,
          params,
          querystring: z.object({ limit: z.coerce.number().int().min(1).max(100).optional() }),
          response: { 200: z.object({ syncs: listOf(SyncRun) }) },
        },
      },
      async (request) => ({
        syncs: await verbsFor(askerOf(request)).syncRuns({
          connection: request.params.connection,
          ...orNone(request.query),
        }),
      }),
    )
    app.get(
      '/connections/:connection/syncs/:run',
      {
        config,
        schema: {
          operationId: 'getSync',
          summary: 'A sync: how far it is, or its report',
          tags,
          params: params.extend({ run: OurNumber }),
          response: { 200: SyncRun },
        },
      },
      (request) => verbsFor(askerOf(request)).syncRun(request.params),
    )
  }
}

/** What was not given is not passed on, and what must be given is there. */
function orNone<T extends Record<string, unknown>>(body: T) {
  return given(body) as { [Name in keyof T]: Exclude<T[Name], undefined> }
}
