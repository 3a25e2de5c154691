/** One entry of the audit log, and the hash that ties it to the one before. */
import { canonical, type Json, sha256 } from '#lib/canonical-json'
import type { Door } from '#model/access'
import type { AuditAction } from '#model/audit-action'

/** What a verb tells of the change it made. */
export interface Change {
  readonly action: AuditAction
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
  return sha256(content)
}
