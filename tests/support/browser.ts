/**
 * A client of a test server that keeps cookies as a browser does, and sends Origin with what changes
 * something.
 */

import type { Answered } from './described.ts'

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number
  readonly body: Body
  readonly headers: Headers
  readonly setCookies: readonly string[]
}

export interface Sent {
  readonly body?: unknown
  /** Instead of a body. */
  readonly form?: FormData
  readonly headers?: Readonly<Record<string, string>>
}

export interface BrowserOptions {
  readonly origin?: string
  readonly check?: (answered: Answered) => void
}

export class Browser {
  readonly url: string
  readonly #origin: string
  readonly #check: (answered: Answered) => void
  readonly #cookies = new Map<string, string>()

  /**
   * @param origin what its pages come from; default the server itself
   * @param check what each answer must pass, where the server is a process of its own; others hold theirs
   */
  constructor(url: string, { origin = url, check = () => undefined }: BrowserOptions = {}) {
    this.url = url
    this.#origin = origin
    this.#check = check
  }

  get<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>> {
    return this.send('GET', path)
  }

  post<Body = Record<string, unknown>>(path: string, body: unknown = {}): Promise<Answer<Body>> {
    return this.send('POST', path, { body })
  }

  put<Body = Record<string, unknown>>(path: string, body: unknown): Promise<Answer<Body>> {
    return this.send('PUT', path, { body })
  }

  delete<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>> {
    return this.send('DELETE', path)
  }

  /** Sends one file as a form does. */
  upload<Body = Record<string, unknown>>(path: string, file: Buffer): Promise<Answer<Body>> {
    const form = new FormData()
    form.set('archive', new Blob([new Uint8Array(file)]), 'archive.zip')
    return this.send('POST', path, { form })
  }

  /** @param path below /api/v1 */
  async send<Body = Record<string, unknown>>(
    method: string,
    path: string,
    { body, form, headers = {} }: Sent = {},
  ): Promise<Answer<Body>> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        ...(method !== 'GET' && { origin: this.#origin }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(cookie !== '' && { cookie }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(form !== undefined && { body: form }),
    })
    const setCookies = response.headers.getSetCookie()
    for (const line of setCookies) this.#keep(line)
    const { status, headers: answered } = response
    const mediaType = answered.get('content-type')?.split(';')[0] ?? null
    const body_ = mediaType?.endsWith('json') ? await response.json() : await response.text()
    this.#check({ method, path, status, mediaType, body: body_ })
    return { status, headers: answered, setCookies, body: body_ as Body }
  }

  /** The OpenAPI document. */
  async description<Document>(): Promise<Document> {
    const response = await fetch(`${this.url}/api/openapi.json`)
    return (await response.json()) as Document
  }

  /** The Cookie header that it would send. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
    const name = pair.slice(0, pair.indexOf('='))
    if (attributes.some((attribute) => attribute.toLowerCase() === 'max-age=0')) this.#cookies.delete(name)
    else this.#cookies.set(name, pair.slice(pair.indexOf('=') + 1))
  }
}
