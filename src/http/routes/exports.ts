import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ruleOf } from '#counting/rules'
import { activeUsersCsv } from '#documents/active-users-csv'
import { activeUsersXlsx } from '#documents/active-users-xlsx'
import { askerOf, type VerbsFor } from '#http/access'
import { ActiveUserQuery, filtersOf } from '#http/active-user-query'
import { sendTable, TABLE_FILE, TABLE_FORMATS } from '#http/file-answers'
import { Key, keyOf } from '#http/record-key'
import { Named } from '#http/schemas'
import { type ActiveUserPage, MOST_CHOSEN, MOST_ROWS } from '#services/active-users/list'

const PATH = '/locations/:location/active-users/export/:format'
const config = { access: 'counts.read' } as const
const shared = {
  tags: ['Active users'],
  params: z.object({ location: Named, format: z.enum(TABLE_FORMATS) }),
  querystring: ActiveUserQuery,
  response: { 200: TABLE_FILE },
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

function sendFile(
  reply: FastifyReply,
  format: (typeof TABLE_FORMATS)[number],
  page: ActiveUserPage,
): Promise<FastifyReply> {
  const { activeUsers, location: place } = page
  const heading = { ...page, location: place.name, windowFrom: place.windowFrom }
  return sendTable(reply, {
    name: `${place.name} active users ${page.asOf.slice(0, 10)}`,
    format,
    csv: () => activeUsersCsv(activeUsers),
    xlsx: () => activeUsersXlsx(activeUsers, heading, (source) => ruleOf(source).label),
  })
}
