import type { Json } from '#lib/canonical-json'
import type { Door } from '#model/access'
import type { AuditEntry } from '#services/audit/entry'

export interface AuditRow {
  network_id: number
  entry_number: number
  at: Date
  door: Door
  operator_id: string | null
  api_key_id: number | null
  request_id: string | null
  action: string
  subject: Json
  before: Json
  after: Json
  previous_hash: string
  hash: string
}

export function entryOf(row: AuditRow): AuditEntry {
  return {
    networkId: row.network_id,
    entryNumber: row.entry_number,
    at: row.at.toISOString(),
    door: row.door,
    operatorId: row.operator_id,
    apiKeyId: row.api_key_id,
    requestId: row.request_id,
    action: row.action,
    subject: row.subject,
    before: row.before,
    after: row.after,
    previousHash: row.previous_hash,
    hash: row.hash,
  }
}
