/** What was accepted is finished before the server ends. */
import type { FastifyInstance } from 'fastify'

/** @returns takes note of work that goes on after its answer, and hands on what is answered */
export function finishBeforeEnd(
  app: Pick<FastifyInstance, 'addHook'>,
): <Run>(started: { readonly run: Run; readonly ended: Promise<unknown> }) => Run {
  const underWay = new Set<Promise<unknown>>()
  app.addHook('onClose', async () => void (await Promise.all(underWay)))
  return ({ run, ended }) => {
    underWay.add(ended)
    ended.finally(() => underWay.delete(ended))
    return run
  }
}
