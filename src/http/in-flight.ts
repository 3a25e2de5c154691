import type { FastifyInstance } from 'fastify'
import { HeadcountError } from '#errors'

const MOST_IN_FLIGHT = 200
const RETRY_AFTER_S = 2

/**
 * Refuses requests beyond those that are being answered, so that nobody waits without end: the event loop
 * may be idle while a database with one connection has a long queue.
 */
export function limitInFlight(app: FastifyInstance): void {
  let inFlight = 0
  const counted = new WeakSet<object>()
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api/')) return
    if (inFlight >= MOST_IN_FLIGHT) {
      reply.header('retry-after', RETRY_AFTER_S)
      throw new HeadcountError('OVERLOADED', `${inFlight} requests are being answered already.`)
    }
    inFlight += 1
    counted.add(request)
    reply.raw.once('close', () => {
      if (counted.delete(request)) inFlight -= 1
    })
  })
}
