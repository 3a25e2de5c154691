import type { FastifyPluginAsync } from 'fastify'
import type { VerbsFor } from '#http/access'
import { nobody } from '#services/asker'

const LARGEST_BODY = 1_048_576
/** An account tells all its changes from one address, and switches a webhook off that is refused often. */
const MOST_A_MINUTE = 60_000
const LARGEST_NUMBER = /^[1-9]\d{0,8}$/

/**
 * Where an account tells of its records, outside the API: whoever sends proves himself by a signature over
 * the bytes of the body, so these are kept as they came. Answered once it is written down.
 */
export function webhookRoutes(verbsFor: VerbsFor): FastifyPluginAsync {
  return async (app) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_BODY }, (_request, body, done) =>
      done(null, body),
    )
    app.post<{ Params: { connection: string; action: string } }>(
      '/hooks/nexudus/:connection/:action',
      // not of the API: the account decides what it sends
      { schema: { hide: true }, config: { rateLimit: { max: MOST_A_MINUTE, timeWindow: '1 minute' } } },
      async (request, reply) => {
        const { connection, action } = request.params
        const signature = request.headers['x-nexudus-hook-signature']
        await verbsFor(nobody('http', request.id)).receiveWebhook({
          connection: LARGEST_NUMBER.test(connection) ? Number(connection) : 0,
          action,
          body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
          signature: typeof signature === 'string' ? signature : undefined,
        })
        return reply.code(202).send()
      },
    )
  }
}
