/** Holds every answer that leaves a test server against the OpenAPI document, whoever asked: client or browser. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { mustBeDescribed } from './described.ts'

const API = '/api/v1/'
const DECODERS: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  identity: (bytes) => bytes,
  gzip: gunzipSync,
  br: brotliDecompressSync,
}

export interface HeldAnswers {
  /** @throws Error with the first of the answers so far that the document does not describe */
  mustBeDescribed(): void
}

/** Set up before anybody asks. */
export function holdAnswers(server: Server): HeldAnswers {
  const faults: unknown[] = []
  server.prependListener('request', (request, response) => {
    if (request.url?.startsWith(API)) collect(request, response, faults)
  })
  return {
    mustBeDescribed() {
      if (faults.length > 0) throw faults[0]
    },
  }
}

function collect(request: IncomingMessage, response: ServerResponse, faults: unknown[]): void {
  const chunks: Buffer[] = []
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse
  const write = response.write.bind(response) as (...given: unknown[]) => boolean
  const end = response.end.bind(response) as (...given: unknown[]) => ServerResponse
  // headers that are given with the status alone cannot be read from the answer afterwards
  response.writeHead = (status: number, ...rest: unknown[]) => {
    for (const [name, value] of Object.entries(rest.findLast((one) => typeof one === 'object') ?? {})) {
      response.setHeader(name, value as string)
    }
    return writeHead(status, ...rest)
  }
  response.write = (chunk: unknown, ...rest: unknown[]) => {
    keep(chunk)
    return write(chunk, ...rest)
  }
  response.end = (chunk?: unknown, ...rest: unknown[]) => {
    keep(chunk)
    return end(chunk, ...rest)
  }
  // one that was broken off has no end to look at
  response.on('finish', () => {
    try {
      mustBeDescribed(answered(request, response, Buffer.concat(chunks)))
    } catch (fault) {
      faults.push(fault)
    }
  })
}

function answered(request: IncomingMessage, response: ServerResponse, bytes: Buffer) {
  const mediaType = String(response.getHeader('content-type') ?? '').split(';')[0] || null
  const decode = DECODERS[String(response.getHeader('content-encoding') ?? 'identity')]
  if (decode === undefined)
    throw new Error(`${request.url} was answered in an encoding that is not known here.`)
  const isJson = mediaType?.endsWith('json') === true && bytes.length > 0
  return {
    method: request.method ?? '',
    path: (request.url ?? '').slice(API.length - 1),
    status: response.statusCode,
    mediaType,
    body: isJson ? JSON.parse(decode(bytes).toString()) : null,
  }
}
