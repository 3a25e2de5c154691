import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ruleOf } from '#counting/rules'
import { activeUsersCsv } from '#documents/active-users-csv'
import { activeUsersXlsx } from '#documents/active-users-xlsx'
import { askerOf, type VerbsFor } from '#http/access'
import { ActiveUserQuery, filtersOf } from '#http/active-user-query'
import { attachment, FILE, XLSX } from '#http/file-answers'
import { Key, keyOf } from '#http/record-key'
import { Named } from '#http/schemas'
import { type ActiveUserPage, MOST_CHOSEN, MOST_ROWS } from '#services/active-users/list'

const PATH = '/locations/:location/active-users/export/:format'
const config = { access: 'counts.read' } as const
const FORMATS = ['csv', 'xlsx'] as const
const shared = {
  tags: ['Active users'],
  params: z.object({ location: Named, format: z.enum(FORMATS) }),
  querystring: ActiveUserQuery,
  response: {
    200: {
      description: 'The file.',
      content: { 'text/csv': { schema: FILE }, [XLSX]: { schema: FILE } },
    },
  },
}

/** Active users as files: all that match, or those of them who are chosen; not a page of them. */
export function exportRoutes(verbsFor: VerbsFor): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      PATH,
      {
        config,
        schema: {
          ...shared,
          operationId: 'exportActiveUsers',
          summary: 'Download the active users of a location as CSV or Excel',
        },
      },
      async (request, reply) => {
        const { location, format } = request.params
        const asked = { location, limit: MOST_ROWS, ...filtersOf(request.query) }
        return sendFile(reply, format, await verbsFor(askerOf(request)).list(asked))
      },
    )
    app.post(
      PATH,
      {
        config,
        schema: {
          ...shared,
          operationId: 'exportChosenActiveUsers',
          summary: 'Download chosen active users of a location as CSV or Excel',
          description: 'Those of the chosen customers who count at the instant and match the filters.',
          body: z.strictObject({ customers: z.array(Key).min(1).max(MOST_CHOSEN) }),
        },
      },
      async (request, reply) => {
        const { location, format } = request.params
        const customers = request.body.customers.map(keyOf)
        const asked = { location, limit: MOST_ROWS, customers, ...filtersOf(request.query) }
        return sendFile(reply, format, await verbsFor(askerOf(request)).list(asked))
      },
    )
  }
}

async function sendFile(
  reply: FastifyReply,
  format: (typeof FORMATS)[number],
  page: ActiveUserPage,
): Promise<FastifyReply> {
  const { activeUsers, location: place } = page
  reply.header(
    'content-disposition',
    attachment(`${place.name} active users ${page.asOf.slice(0, 10)}.${format}`),
  )
  if (format === 'csv')
    return reply.type('text/csv; charset=utf-8').send(`\ufeff${activeUsersCsv(activeUsers)}`)
  const heading = { ...page, location: place.name, windowFrom: place.windowFrom }
  return reply.type(XLSX).send(await activeUsersXlsx(activeUsers, heading, (source) => ruleOf(source).label))
}
