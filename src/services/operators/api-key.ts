/** API keys as text: made once, known afterwards by their hash and their first letters only. */
import { createHash, randomBytes } from 'node:crypto'

const MARK = 'hc_'
const BYTES = 32
const SHOWN_LETTERS = 8

export interface NewKey {
  readonly key: string
  readonly hash: string
  /** Enough to recognise it in a list. */
  readonly prefix: string
}

export function makeKey(): NewKey {
  const key = `${MARK}${randomBytes(BYTES).toString('base64url')}`
  return { key, hash: hashOfKey(key), prefix: key.slice(0, MARK.length + SHOWN_LETTERS) }
}

/** SHA-256: a key is random, so there is nothing to guess that a slower hash would protect. */
export function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** The key of an Authorization header, or null where it holds none of ours. */
export function readBearer(header: string): string | null {
  return /^Bearer (hc_[\w-]{43})$/i.exec(header.trim())?.[1] ?? null
}
