import type { FastifyPluginAsync } from 'fastify'

/** `/healthz`: the process answers. `/readyz`: its database does too, and has the right schema. */
export function healthRoutes(notReady: () => Promise<readonly string[]>): FastifyPluginAsync {
  return async (app) => {
    const hidden = { schema: { hide: true }, config: { rateLimit: false } } as const
    app.get('/healthz', hidden, async () => ({ status: 'ok' }))
    app.get('/readyz', hidden, async (request, reply) => {
      const faults = await notReady().catch((error: unknown) => {
        request.log.error({ err: error }, 'not ready')
        return ['The database does not answer.']
      })
      return reply
        .code(faults.length === 0 ? 200 : 503)
        .send({ status: faults.length === 0 ? 'ready' : 'not ready', faults })
    })
  }
}
