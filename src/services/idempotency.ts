/** A request that may be sent again: done once under its key, and answered the same for a day. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { quoted } from '#lib/quote'
import { text } from '#services/check-input'

export interface IdempotentRequest {
  /** Chosen by the sender; 1 to 200 characters. */
  readonly key: string
  /** A digest of the request: the key under another one is a mistake of the sender. */
  readonly requestHash: string
}

export interface OnceOptions extends IdempotentRequest {
  /** Keys of different networks are different; {@link NO_NETWORK} for requests of none. */
  readonly networkId: number
  readonly now: Date
}

export const NO_NETWORK = 0
const KEPT_MS = 24 * 3_600_000
const LONGEST_KEY = 200
/** Forgotten with each new key, so that none needs a job of its own; more than come in with it. */
const FORGOTTEN_AT_ONCE = 100

/**
 * Runs `work` unless its key has an answer already, which is given again then. Work and answer are
 * committed together, so a request whose process died was not done and can be sent again. While the
 * first is still running, the second waits for it.
 * @param work answers plain data, as JSON can tell it
 * @throws IDEMPOTENCY_KEY_REUSED where the key came with another request; INVALID_ARGUMENT
 */
export async function runOnce<T>(session: Session, once: OnceOptions, work: () => Promise<T>): Promise<T> {
  checkKey(once.key)
  await forgetOld(session, once)
  const { networkId, key, requestHash, now } = once
  const [taken] = await session.query(sql`
    insert into idempotency_keys (network_id, key, request_hash, response, created_at)
    values (${networkId}::int, ${key}::text, ${requestHash}::text, '', ${now}::timestamptz)
    on conflict (network_id, key) do nothing
    returning key`)
  if (taken === undefined) return storedAnswer<T>(session, once)
  const answer = await work()
  await session.query(sql`
    update idempotency_keys
    set response = ${JSON.stringify(answer)}::text
    where network_id = ${networkId}::int
      and key = ${key}::text`)
  return answer
}

/** @throws INVALID_ARGUMENT for no key, or one that is no key */
export function idempotentRequest(name: string, value: unknown): IdempotentRequest {
  const { key, requestHash } = (value ?? {}) as Readonly<Record<string, unknown>>
  const checked = { key: text(`${name}.key`, key), requestHash: text(`${name}.requestHash`, requestHash) }
  checkKey(checked.key)
  return checked
}

function checkKey(key: string): void {
  if (key.length >= 1 && key.length <= LONGEST_KEY && !/[\p{Cc}\ufffd]/u.test(key)) return
  throw new HeadcountError(
    'INVALID_ARGUMENT',
    `An idempotency key has 1 to ${LONGEST_KEY} characters without control characters, unlike ${quoted(key)}.`,
  )
}

async function storedAnswer<T>(session: Session, { networkId, key, requestHash }: OnceOptions): Promise<T> {
  const [known] = await session.query<{ request_hash: string; response: string }>(sql`
    select request_hash, response
    from idempotency_keys
    where network_id = ${networkId}::int
      and key = ${key}::text`)
  if (known?.request_hash !== requestHash) {
    throw new HeadcountError(
      'IDEMPOTENCY_KEY_REUSED',
      `The idempotency key ${quoted(key)} came with another request before.`,
    )
  }
  return JSON.parse(known.response) as T
}

/** This key where it is a day old, and some others; one that another request is forgetting is left to it. */
async function forgetOld(session: Session, { networkId, key, now }: OnceOptions): Promise<void> {
  const before = new Date(now.getTime() - KEPT_MS)
  await session.query(sql`
    delete from idempotency_keys
    where network_id = ${networkId}::int
      and key = ${key}::text
      and created_at <= ${before}::timestamptz`)
  await session.query(sql`
    delete from idempotency_keys old
    using (
      select network_id, key
      from idempotency_keys
      where created_at <= ${before}::timestamptz
      order by created_at
      limit ${FORGOTTEN_AT_ONCE}::int
      for update skip locked
    ) forgotten
    where old.network_id = forgotten.network_id
      and old.key = forgotten.key`)
}
