/** `/mcp`: the Model Context Protocol over streamable HTTP, for who sends an API key. */
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { HeadcountError } from '#errors'
import { askerOf } from '#http/access'
import { answerError } from '#http/problem'
import type { Asker } from '#services/asker'

/** Answers a request of this protocol for its asker. */
export interface AnswerMcp {
  answer(request: Request, body: unknown, asker: Asker): Promise<Response>
  close(): Promise<void>
}

export function mcpRoutes(mcp: AnswerMcp, publicUrl: string): FastifyPluginAsync {
  return async (app) => {
    app.addHook('onClose', () => mcp.close())
    app.route({
      method: ['GET', 'POST', 'DELETE'],
      url: '/mcp',
      config: { access: 'signed_in' },
      schema: { hide: true },
      errorHandler: (error, request, reply) => {
        // tells a client which kind of credentials to ask its person for
        if (error instanceof HeadcountError && error.code === 'NOT_SIGNED_IN') {
          reply.header('www-authenticate', 'Bearer realm="headcount"')
        }
        return answerError(error, request, reply)
      },
      handler: async (request, reply) => {
        const asker = askerOf(request)
        // a page in the operator's browser must not be able to ask through his session
        if (asker.apiKeyId === null) throw new HeadcountError('NOT_SIGNED_IN', 'This needs an API key.')
        const sent = webRequest(request, publicUrl)
        return sendWeb(reply, await mcp.answer(sent, request.body ?? undefined, asker))
      },
    })
  }
}

function webRequest({ method, headers, body, raw }: FastifyRequest, publicUrl: string): Request {
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || name === 'authorization' ? [] : [[name, String(value)] as [string, string]],
  )
  const gone = new AbortController()
  raw.once('close', () => {
    if (raw.destroyed) gone.abort()
  })
  return new Request(new URL('/mcp', publicUrl), {
    method,
    headers: kept,
    signal: gone.signal,
    ...(method === 'POST' && { body: JSON.stringify(body ?? null) }),
  })
}

function sendWeb(reply: FastifyReply, answer: Response): FastifyReply {
  answer.headers.forEach((value, name) => void reply.header(name, value))
  const { body } = answer
  return reply
    .code(answer.status)
    .send(body === null ? null : Readable.fromWeb(body as ReadableStream<Uint8Array>))
}
