/** One exchange with an account: what may be tried again is, in its time; every failure is a code of ours. */
import { type Budget, wait } from '#connectors/nexudus/client/budget'
import { HeadcountError } from '#errors'

export interface Exchange {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Answer {
  readonly status: number
  readonly body: unknown
}

export interface Tally {
  requests: number
  throttled: number
  retried: number
}

export interface Sending {
  readonly budget: Budget
  readonly tally: Tally
  readonly signal: AbortSignal | undefined
  /** For dates of a server that does not tell its own time. */
  readonly now: () => number
}

const ANSWER_WITHIN_MS = 60_000
const MOST_TRIES = 6
/** A server that is asked too much says when to come again; it is believed so often in a row. */
const MOST_THROTTLED = 40
const FIRST_BACKOFF_MS = 250
const LONGEST_BACKOFF_MS = 30_000
const LONGEST_RETRY_AFTER_S = 600
const MOST_BODY_BYTES = 256 * 2 ** 20

/** @throws CONNECTION_UNREACHABLE, CONNECTION_THROTTLED, CONNECTION_ANSWER; the signal's reason when stopped */
export async function send(exchange: Exchange, sending: Sending): Promise<Answer> {
  const kind = exchange.method === 'GET' || exchange.url.endsWith('/token') ? 'read' : 'write'
  let tries = 0
  let throttled = 0
  for (;;) {
    if (!(await sending.budget.turn(kind, sending.signal))) {
      throw new HeadcountError('CONNECTION_THROTTLED', 'No more changes are sent to this account today.')
    }
    sending.tally.requests += 1
    const answered = await once(exchange, sending.signal)
    if (answered instanceof Response && !isBusy(answered, kind)) {
      if (answered.status < 500) return { status: answered.status, body: await bodyOf(answered) }
    }
    const isThrottled = answered instanceof Response && isBusy(answered, kind)
    if (isThrottled) {
      throttled += 1
      sending.tally.throttled += 1
      if (throttled > MOST_THROTTLED) throw throttledTooLong(exchange)
      sending.budget.pause(retryAfter(answered, sending.now) ?? backoff(throttled))
      await answered.body?.cancel()
      continue
    }
    tries += 1
    if (answered instanceof Response) await answered.body?.cancel()
    // what was sent may have been done: a write is not sent twice
    if (tries >= MOST_TRIES || kind === 'write') throw unreachable(exchange, answered)
    sending.tally.retried += 1
    await wait(backoff(tries), sending.signal)
  }
}

/** @returns the answer, or what went wrong on the way */
async function once(exchange: Exchange, signal: AbortSignal | undefined): Promise<Response | Error> {
  const limit = AbortSignal.timeout(ANSWER_WITHIN_MS)
  try {
    return await fetch(exchange.url, {
      method: exchange.method,
      headers: exchange.headers,
      ...(exchange.body !== undefined && { body: exchange.body }),
      // another address must not be told what this one may know
      redirect: 'manual',
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    })
  } catch (error) {
    signal?.throwIfAborted()
    return error instanceof Error ? error : new Error('The request failed.')
  }
}

function isBusy(answer: Response, kind: 'read' | 'write'): boolean {
  if (answer.status === 429) return true
  return answer.status === 409 && (kind === 'read' || answer.headers.has('retry-after'))
}

/** Milliseconds, by seconds or a date, which is compared with the clock that wrote it; null where it is not told. */
function retryAfter({ headers }: Response, now: () => number): number | null {
  const told = headers.get('retry-after')?.trim() ?? ''
  if (told === '') return null
  const seconds = Number(told)
  if (seconds >= 0) return Math.min(seconds, LONGEST_RETRY_AFTER_S) * 1000
  const sentAt = Date.parse(headers.get('date') ?? '')
  const until = Date.parse(told) - (Number.isNaN(sentAt) ? now() : sentAt)
  return Number.isNaN(until) ? null : Math.min(Math.max(until, 0), LONGEST_RETRY_AFTER_S * 1000)
}

function backoff(tries: number): number {
  const most = Math.min(FIRST_BACKOFF_MS * 2 ** (tries - 1), LONGEST_BACKOFF_MS)
  return most * (0.5 + Math.random() / 2)
}

async function bodyOf(answer: Response): Promise<unknown> {
  if (Number(answer.headers.get('content-length') ?? 0) > MOST_BODY_BYTES) {
    await answer.body?.cancel()
    throw new HeadcountError('CONNECTION_ANSWER', 'The account answered with more than 256 MB at once.')
  }
  const text = await answer.text()
  try {
    return JSON.parse(text)
  } catch {
    // nothing at all, or an HTML page of a proxy; its text is of no use and may hold anything
    return undefined
  }
}

function unreachable({ url }: Exchange, answered: Response | Error): HeadcountError {
  const why =
    answered instanceof Response
      ? `it answered ${answered.status}`
      : ((answered.cause as { code?: string } | undefined)?.code ?? answered.name)
  return new HeadcountError('CONNECTION_UNREACHABLE', `${placeOf(url)} could not be read: ${why}.`)
}

function throttledTooLong({ url }: Exchange): HeadcountError {
  return new HeadcountError(
    'CONNECTION_THROTTLED',
    `${placeOf(url)} asked ${MOST_THROTTLED} times in a row to come again later.`,
  )
}

/** An address without its query, which may hold what nobody should read in a log. */
export function placeOf(url: string): string {
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname}`
}
