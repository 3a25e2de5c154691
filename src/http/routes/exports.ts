import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ruleOf } from '#counting/rules'
import { activeUsersCsv } from '#documents/active-users-csv'
import { activeUsersXlsx } from '#documents/active-users-xlsx'
import { askerOf, type VerbsFor } from '#http/access'
import { ActiveUserQuery, filtersOf } from '#http/active-user-query'
import { attachment, FILE, XLSX } from '#http/file-answers'
import { Named } from '#http/schemas'
import { MOST_ROWS } from '#services/active-users/list'

/** Active users as files: all that match, not a page of them. */
export function exportRoutes(verbsFor: VerbsFor): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/locations/:location/active-users/export/:format',
      {
        config: { access: 'counts.read' },
        schema: {
          operationId: 'exportActiveUsers',
          summary: 'Download the active users of a location as CSV or Excel',
          tags: ['Active users'],
          params: z.object({ location: Named, format: z.enum(['csv', 'xlsx']) }),
          querystring: ActiveUserQuery,
          response: {
            200: {
              description: 'The file.',
              content: { 'text/csv': { schema: FILE }, [XLSX]: { schema: FILE } },
            },
          },
        },
      },
      async (request, reply) => {
        const { location, format } = request.params
        const page = await verbsFor(askerOf(request)).list({
          location,
          limit: MOST_ROWS,
          ...filtersOf(request.query),
        })
        const { activeUsers, location: place } = page
        reply.header(
          'content-disposition',
          attachment(`${place.name} active users ${page.asOf.slice(0, 10)}.${format}`),
        )
        if (format === 'csv')
          return reply.type('text/csv; charset=utf-8').send(`\ufeff${activeUsersCsv(activeUsers)}`)
        const heading = { ...page, location: place.name, windowFrom: place.windowFrom }
        return reply
          .type(XLSX)
          .send(await activeUsersXlsx(activeUsers, heading, (source) => ruleOf(source).label))
      },
    )
  }
}
