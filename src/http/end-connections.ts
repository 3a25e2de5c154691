import type { FastifyInstance } from 'fastify'

/**
 * Ends each connection after the answer that it waits for, once the server is closing. The framework ends
 * those that are idle; one that is kept alive after a late answer would hold the process for a minute.
 */
export function endConnectionsOnClose(app: FastifyInstance): void {
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
  })
  app.addHook('onResponse', async (request) => {
    if (isClosing) request.raw.socket.destroySoon()
  })
}
