/** One entry of the audit log, and the hash that ties it to the one before. */
import { createHash } from 'node:crypto'
import type { Door } from '#model/access'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** What a verb tells of the change it made. */
export interface Change {
  /** Noun and verb, such as `customer.suspend`. */
  readonly action: string
  /** 0 for what belongs to no network. */
  readonly networkId: number
  /** What was changed, by its numbers or external ids. */
  readonly subject: { readonly [name: string]: Json }
  /** What was there before and after, without secrets and without personal data that the change is not about. */
  readonly before?: Json
  readonly after?: Json
}

export interface AuditEntry {
  readonly networkId: number
  readonly entryNumber: number
  /** ISO 8601, UTC, with milliseconds. */
  readonly at: string
  readonly door: Door
  readonly operatorId: string | null
  readonly apiKeyId: number | null
  readonly requestId: string | null
  readonly action: string
  readonly subject: Json
  readonly before: Json
  readonly after: Json
  /** Hash of the entry before in the same network; of the first, 64 zeros. */
  readonly previousHash: string
  readonly hash: string
}

export const FIRST_PREVIOUS_HASH = '0'.repeat(64)

/** SHA-256, in hexadecimal, of the entry as canonical JSON: an array in a fixed order, object keys sorted. */
export function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  const content = canonical([
    entry.networkId,
    entry.entryNumber,
    entry.at,
    entry.door,
    entry.operatorId,
    entry.apiKeyId,
    entry.requestId,
    entry.action,
    entry.subject,
    entry.before,
    entry.after,
    entry.previousHash,
  ])
  return createHash('sha256').update(content).digest('hex')
}

/** JSON with the keys of every object in the order of their code units, as the database may keep them in another. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const object = value as { readonly [name: string]: Json }
  const members = Object.keys(object)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(object[name] ?? null)}`)
  return `{${members.join(',')}}`
}
