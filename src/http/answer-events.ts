/** An answer as events, each sent when it happens: `part`, `restart`, then `done` or `problem`. */
import { PassThrough } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { Listener } from '#assistant/ask'
import { problemOf } from '#http/problem'

/** Goes on where nobody listens any more, so that the answer is found in its conversation. */
export function sendAnswerEvents(
  reply: FastifyReply,
  signal: AbortSignal,
  make: (listener: Listener) => Promise<unknown>,
): FastifyReply {
  const events = new PassThrough()
  const send = (name: string, data: unknown) => {
    if (!events.destroyed) events.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
  }
  const listener: Listener = {
    onPart: (part) => send('part', part),
    onRestart: () => send('restart', {}),
    signal,
  }
  // a comment, with which the head of the answer goes out
  events.write(': an answer follows\n\n')
  make(listener)
    .then((done) => send('done', done))
    .catch((error: unknown) => {
      const problem = problemOf(error, reply.request.id)
      if (problem.status >= 500) reply.request.log.error({ err: error, code: problem.code }, 'request failed')
      send('problem', problem)
    })
    .finally(() => events.end())
  return reply.header('content-type', 'text/event-stream').header('x-accel-buffering', 'no').send(events)
}
