/** The server over streamable HTTP: each request is answered by itself, for the asker who sent it. */
import { createMcpHandler } from '@modelcontextprotocol/server'
import { type McpParts, makeMcpServer } from '#mcp/server'
import type { Asker } from '#services/asker'
import type { Headcount } from '#services/headcount'

export interface McpOverHttp {
  /** @param body what was sent, as parsed JSON; absent for methods without one */
  answer(request: Request, body: unknown, asker: Asker): Promise<Response>
  close(): Promise<void>
}

export interface McpHttpParts extends Omit<McpParts, 'verbs'> {
  readonly verbsFor: (asker: Asker) => Headcount
}

/** Streams that wait for changes, which never come: the tools and the articles of a program are as they are. */
const MOST_STREAMS = 20

export function mcpOverHttp({ verbsFor, ...shared }: McpHttpParts): McpOverHttp {
  const askers = new WeakMap<Request, Asker>()
  const handler = createMcpHandler(
    ({ requestInfo }) => {
      const asker = requestInfo === undefined ? undefined : askers.get(requestInfo)
      if (asker === undefined) throw new Error('A request came without its asker.')
      return makeMcpServer({ ...shared, verbs: verbsFor(asker) })
    },
    { maxSubscriptions: MOST_STREAMS, onerror: () => undefined },
  )
  return {
    answer(request, body, asker) {
      askers.set(request, { ...asker, door: 'mcp' })
      return handler.fetch(request, body === undefined ? {} : { parsedBody: body })
    },
    close: () => handler.close(),
  }
}
