/** The REST API of an account: typed, polite, and quiet about its secrets. */
import {
  type ListPage,
  readBatch,
  readFailure,
  readPage,
  readRecord,
  readSaved,
} from '#connectors/nexudus/client/answers'
import { budgetOf, wait } from '#connectors/nexudus/client/budget'
import type { Credentials, Tokens } from '#connectors/nexudus/client/credentials'
import type { Entity, WireRecord } from '#connectors/nexudus/client/entities'
import {
  type Answer,
  type Exchange,
  placeOf,
  type Sending,
  send,
  type Tally,
} from '#connectors/nexudus/client/http'
import { refresh, signIn } from '#connectors/nexudus/client/sign-in'
import { HeadcountError } from '#errors'

export interface ClientOptions {
  /** Without a slash at its end, such as `https://spaces.nexudus.com/api`. */
  readonly baseUrl: string
  readonly credentials: Credentials
  readonly now: () => number
  readonly signal?: AbortSignal | undefined
  /** Told new tokens, before anything is asked with them: the old ones are dead. */
  readonly onTokens?: (tokens: Tokens) => Promise<void>
}

export interface ListQuery {
  /** From 1. */
  readonly page: number
  readonly size: number
  readonly filters?: Readonly<Record<string, string>>
}

const MOST_TRIES = 3
const FIRST_WAIT_MS = 250

/** A token that ends within this time is renewed before it is used. */
const RENEW_BEFORE_MS = 60_000

export class NexudusClient {
  readonly tally: Tally = { requests: 0, throttled: 0, retried: 0 }
  readonly #options: ClientOptions
  readonly #sending: Sending
  #tokens: Tokens | null
  #renewing: Promise<void> | null = null

  constructor(options: ClientOptions) {
    this.#options = options
    this.#tokens = options.credentials.tokens
    const { baseUrl, credentials, signal, now } = options
    this.#sending = { budget: budgetOf(`${baseUrl} ${credentials.email}`), tally: this.tally, signal, now }
  }

  /** Signs in at once, so that wrong credentials show. @param code of the second factor */
  async signIn(code?: string): Promise<void> {
    const { credentials } = this.#options
    if (credentials.kind === 'basic') return
    await this.#keep(await signIn(this.#place(), credentials, code))
  }

  async list({ path }: Pick<Entity, 'path'>, { page, size, filters = {} }: ListQuery): Promise<ListPage> {
    const query = new URLSearchParams({ page: `${page}`, size: `${size}`, orderBy: 'Id', ...filters })
    const { status, body } = await this.#get(`${path}?${query}`)
    if (status === 404 && page > 1) return { records: [], flawed: [], hasNext: false, total: null }
    if (status === 404) {
      const place = placeOf(`${this.#options.baseUrl}/${path}`)
      throw new HeadcountError('CONNECTION_FORBIDDEN', `${place} is not there for this account.`)
    }
    const read = readPage(body)
    if (read === null) throw this.#notUnderstood(path)
    return read
  }

  /** Null for one that is not there. */
  async byId({ path }: Pick<Entity, 'path'>, id: number): Promise<WireRecord | null> {
    const { status, body } = await this.#get(`${path}/${id}`)
    if (status === 404 || body === null) return null
    const read = readRecord(body, id)
    if (read === null) throw this.#notUnderstood(path)
    return read
  }

  /** Those of them that it gives; a server that knows no batches gives none. */
  async batch({ path }: Pick<Entity, 'path'>, ids: readonly number[]): Promise<readonly WireRecord[]> {
    const query = new URLSearchParams({ id: JSON.stringify(ids) })
    const answer = await this.#get(`${path}/?${query}`).catch(unlessRefused)
    const asked = new Set(ids)
    return readBatch(answer?.body).filter(({ Id }) => asked.has(Id))
  }

  /** @returns the id of what was made */
  async create({ path }: Pick<Entity, 'path'>, record: object): Promise<number | null> {
    return this.#write('POST', path, record)
  }

  /** @param record whole, with its Id: what it does not have is cleared */
  async update({ path }: Pick<Entity, 'path'>, record: object): Promise<void> {
    await this.#write('PUT', path, record)
  }

  async remove({ path }: Pick<Entity, 'path'>, id: number): Promise<void> {
    await this.#call({ method: 'DELETE', path: `${path}/${id}` })
  }

  async #write(method: 'POST' | 'PUT', path: string, record: object): Promise<number | null> {
    const { body } = await this.#call({ method, path, body: JSON.stringify(record) })
    const id = readSaved(body)
    if (id === undefined) throw this.#notUnderstood(path)
    return id
  }

  #get(path: string): Promise<Answer> {
    return this.#call({ method: 'GET', path })
  }

  async #call(asked: Omit<Exchange, 'url' | 'headers'> & { readonly path: string }): Promise<Answer> {
    const { path, ...exchange } = asked
    let answer = await this.#send(path, exchange)
    if (answer.status === 401 && this.#options.credentials.kind !== 'basic') {
      await this.#renew()
      answer = await this.#send(path, exchange)
    }
    // a failure inside may come with status 200, and pass; one that is told as such is the caller's
    for (
      let tries = 1;
      exchange.method === 'GET' && isFailedInside(answer) && tries < MOST_TRIES;
      tries += 1
    ) {
      await wait(tries * FIRST_WAIT_MS, this.#options.signal)
      answer = await this.#send(path, exchange)
    }
    this.#refuseFailure(path, answer)
    return answer
  }

  async #send(path: string, exchange: Omit<Exchange, 'url' | 'headers'>): Promise<Answer> {
    const headers = {
      ...{ accept: 'application/json', authorization: await this.#authorization() },
      ...(exchange.body !== undefined && { 'content-type': 'application/json' }),
    }
    return send({ ...exchange, url: `${this.#options.baseUrl}/${path}`, headers }, this.#sending)
  }

  /** A failure comes as a status, or with status 200 and a body that says so. */
  #refuseFailure(path: string, { status, body }: Answer): void {
    const place = placeOf(`${this.#options.baseUrl}/${path}`)
    if (status === 404) return
    if (status === 401)
      throw new HeadcountError('CONNECTION_REFUSED', `${place} does not accept these credentials.`)
    if (status === 403)
      throw new HeadcountError('CONNECTION_FORBIDDEN', `${place} may not be read by this account.`)
    const failure = readFailure(body)
    if (status < 300 && failure === null) return
    const said = failure?.slice(0, 200) || `status ${status}`
    throw new HeadcountError('CONNECTION_ANSWER', `${place} answered that it failed: ${said}.`)
  }

  async #authorization(): Promise<string> {
    const { credentials, now } = this.#options
    if (credentials.kind === 'basic') {
      return `Basic ${Buffer.from(`${credentials.email}:${credentials.password}`).toString('base64')}`
    }
    if (this.#tokens === null || this.#tokens.expiresAt - RENEW_BEFORE_MS <= now()) await this.#renew()
    return `Bearer ${this.#tokens?.access ?? ''}`
  }

  /** Several requests may find the token dead; one renews it. */
  #renew(): Promise<void> {
    this.#renewing ??= this.#renewed().finally(() => {
      this.#renewing = null
    })
    return this.#renewing
  }

  async #renewed(): Promise<void> {
    const { credentials } = this.#options
    const token = this.#tokens?.refresh ?? null
    if (token !== null) {
      try {
        return await this.#keep(await refresh(this.#place(), credentials.clientId, token))
      } catch (error) {
        const mayAskAnew = error instanceof HeadcountError && error.code === 'CONNECTION_REFUSED'
        if (!mayAskAnew) throw error
      }
    }
    if (credentials.kind === 'token') {
      throw new HeadcountError(
        'CONNECTION_REFUSED',
        'The account has to be entered with its second factor again.',
      )
    }
    await this.#keep(await signIn(this.#place(), credentials))
  }

  async #keep(tokens: Tokens): Promise<void> {
    await this.#options.onTokens?.(tokens)
    this.#tokens = tokens
  }

  #place() {
    return { baseUrl: this.#options.baseUrl, sending: this.#sending, now: this.#options.now }
  }

  #notUnderstood(path: string): HeadcountError {
    const place = placeOf(`${this.#options.baseUrl}/${path}`)
    return new HeadcountError('CONNECTION_ANSWER', `${place} answered in a form that is not known.`)
  }
}

function isFailedInside({ status, body }: Answer): boolean {
  return status < 300 && readFailure(body) !== null
}

/** Null for a question that the account does not take. */
function unlessRefused(error: unknown): null {
  if (error instanceof HeadcountError && error.code === 'CONNECTION_ANSWER') return null
  throw error
}
