/** A language model that says what a test wants, over real HTTP, as an address that speaks as OpenAI’s does. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ModelRequest {
  readonly headers: IncomingMessage['headers']
  readonly body: {
    readonly messages: readonly {
      readonly role: string
      readonly content: unknown
      readonly tool_call_id?: string
    }[]
    readonly tools: readonly { readonly function: { readonly name: string } }[]
    readonly stream: boolean
  }
  /** What tools told in answer to its last calls. */
  readonly told: readonly string[]
}

/** What it does with one request. */
export type Move = (response: ServerResponse, request: ModelRequest) => Promise<void> | void

export interface ScriptedModel {
  readonly url: string
  readonly requests: readonly ModelRequest[]
  /** Begins anew with this script. */
  play(...script: Move[]): void
  close(): Promise<void>
}

export async function startScriptedModel(): Promise<ScriptedModel> {
  let script: readonly Move[] = []
  let requests: ModelRequest[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as ModelRequest['body']
    const last = body.messages.findLastIndex(({ role }) => role === 'assistant')
    const told = body.messages
      .slice(last + 1)
      .filter(({ role }) => role === 'tool')
      .map(({ content }) => String(content))
    const asked = { headers: request.headers, body, told }
    requests.push(asked)
    await script[Math.min(requests.length, script.length) - 1]?.(response, asked)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    get requests() {
      return requests
    },
    play(...moves) {
      script = moves
      requests = []
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Call {
  readonly name: string
  /** As text, so that it may be no JSON at all. */
  readonly input: string
}

export function calls(...wanted: readonly (readonly [name: string, input: unknown])[]): Move {
  return (response) => {
    const made = wanted.map(([name, input], index) => ({
      ...{ index, id: `call_${index}`, type: 'function' },
      function: { name, arguments: typeof input === 'string' ? input : JSON.stringify(input) } satisfies {
        name: string
        arguments: Call['input']
      },
    }))
    begin(response)
    send(response, { tool_calls: made })
    finish(response, 'tool_calls')
  }
}

/** Word by word; `onWord` hears when each was sent. */
export function says(text: string | ((request: ModelRequest) => string)): Move {
  return (response, request) => {
    begin(response)
    for (const word of (typeof text === 'string' ? text : text(request)).match(/\s*\S+/g) ?? [])
      send(response, { content: word })
    finish(response, 'stop')
  }
}

/** Says one thing after another, each when `until` of the one before is over. */
export function saysSlowly(
  ...pieces: readonly {
    readonly text: string
    readonly until?: Promise<unknown>
    readonly onSent?: () => void
  }[]
): Move {
  return async (response) => {
    begin(response)
    for (const { text, until, onSent } of pieces) {
      send(response, { content: text })
      onSent?.()
      await until
    }
    finish(response, 'stop')
  }
}

export function hangs(after = ''): Move {
  return (response) => {
    begin(response)
    if (after !== '') send(response, { content: after })
  }
}

export function breaksOff(after: string): Move {
  return (response) => {
    begin(response)
    send(response, { content: after })
    // what was sent is on its way before the connection goes
    response.write('', () => response.destroy())
  }
}

export function stopsWithout(after: string): Move {
  return (response) => {
    begin(response)
    send(response, { content: after })
    response.end()
  }
}

export function answers(status: number, text: string): Move {
  return (response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(text)
}

function begin(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
}

function send(response: ServerResponse, delta: object, finish_reason: string | null = null): void {
  const chunk = {
    id: 'x',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'scripted',
    choices: [{ index: 0, delta, finish_reason }],
  }
  response.write(`data: ${JSON.stringify(chunk)}\n\n`)
}

function finish(response: ServerResponse, reason: string): void {
  send(response, {}, reason)
  response.end('data: [DONE]\n\n')
}
