/** An operator's own API keys. */
import sql from 'sql-template-tag'
import { HeadcountError } from '#errors'
import { RIGHTS, type Right } from '#model/access'
import { atField, type FieldFault, fault } from '#model/field-fault'
import { type Asker, hasRight } from '#services/asker'
import { writeAudit } from '#services/audit/write'
import { requireSession } from '#services/operators/accounts'
import { makeKey } from '#services/operators/api-key'
import type { OperatorContext } from '#services/operators/context'
import { refuseFaults } from '#services/refuse-faults'

export interface ApiKeyRequest {
  /** What it is for. */
  readonly name: string
  readonly scopes: readonly Right[]
  readonly expiresInDays: number
}

export interface ApiKey {
  readonly apiKeyId: number
  readonly name: string
  /** The first letters, to recognise it. */
  readonly prefix: string
  readonly scopes: readonly Right[]
  readonly createdAt: string
  readonly expiresAt: string
  /** To the minute. */
  readonly lastUsedAt: string | null
}

export const LONGEST_LIFE_DAYS = 366
const LONGEST_NAME = 100
const DAY_MS = 24 * 3600_000

/**
 * Makes a key. It acts for its operator within its scopes and never beyond what he may do himself.
 * @returns the key, which nobody sees again. @throws SESSION_NEEDED, FIELDS_INVALID, FORBIDDEN for a right that he has nowhere
 */
export async function createApiKey(
  context: OperatorContext,
  request: ApiKeyRequest,
): Promise<ApiKey & { readonly key: string }> {
  const { operatorId } = requireSession(context.asker)
  const { scopes, expiresInDays } = request
  const name = request.name.trim()
  refuseFaults(faultsOf({ name, scopes, expiresInDays }))
  for (const scope of scopes) requireSomewhere(context.asker, scope)
  const { key, hash, prefix } = makeKey()
  const at = context.now()
  const row = await context.database.transaction(async (session) => {
    const [made] = await session.query<ApiKeyRow>(sql`
      insert into api_keys (api_key_id, operator_id, name, prefix, key_hash, scopes, created_at, expires_at)
      values (
        nextval('api_key_ids')::int,
        ${operatorId}::text,
        ${name}::text,
        ${prefix}::text,
        ${hash}::text,
        ${[...new Set(scopes)]}::text[],
        ${at}::timestamptz,
        ${new Date(at.getTime() + expiresInDays * DAY_MS)}::timestamptz
      )
      returning *`)
    const apiKey = apiKeyOf(made as ApiKeyRow)
    await writeAudit(session, context, {
      action: 'api_key.create',
      networkId: 0,
      subject: { operatorId, apiKeyId: apiKey.apiKeyId },
      after: { name, prefix, scopes: apiKey.scopes, expiresAt: apiKey.expiresAt },
    })
    return apiKey
  })
  return { ...row, key }
}

function faultsOf({ name, scopes, expiresInDays }: ApiKeyRequest): FieldFault[] {
  const isName = name !== '' && name.length <= LONGEST_NAME
  const isLife = Number.isInteger(expiresInDays) && expiresInDays >= 1 && expiresInDays <= LONGEST_LIFE_DAYS
  return [
    ...atField('name', isName ? null : fault('length', { least: 1, most: LONGEST_NAME })),
    ...atField('scopes', scopes.length > 0 ? null : fault('no_right')),
    ...atField('expiresInDays', isLife ? null : fault('whole_number', { least: 1, most: LONGEST_LIFE_DAYS })),
  ]
}

function requireSomewhere(asker: Asker, right: Right): void {
  const grants = asker.grants === 'everything' ? [{}] : asker.grants
  if (grants.some((grant) => hasRight(asker, right, grant))) return
  throw new HeadcountError(
    'FORBIDDEN',
    `None of your roles includes the right ${right}: ${RIGHTS[right].toLowerCase()}.`,
    { right },
  )
}

/** Those that were not revoked, the newest first. @throws SESSION_NEEDED */
export async function listApiKeys({ database, asker }: OperatorContext): Promise<ApiKey[]> {
  const { operatorId } = requireSession(asker)
  const rows = await database.query<ApiKeyRow>(sql`
    select *
    from api_keys
    where operator_id = ${operatorId}::text
      and revoked_at is null
    order by api_key_id desc`)
  return rows.map(apiKeyOf)
}

/** It stops at once. @throws SESSION_NEEDED, API_KEY_NOT_FOUND for one that is not his */
export async function revokeApiKey(
  context: OperatorContext,
  { apiKeyId }: { readonly apiKeyId: number },
): Promise<void> {
  const { operatorId } = requireSession(context.asker)
  await context.database.transaction(async (session) => {
    const revoked = await session.query(sql`
      update api_keys
      set revoked_at = ${context.now()}::timestamptz
      where api_key_id = ${apiKeyId}::int
        and operator_id = ${operatorId}::text
        and revoked_at is null
      returning api_key_id`)
    if (revoked.length === 0) throw new HeadcountError('API_KEY_NOT_FOUND', 'You have no such API key.')
    await writeAudit(session, context, {
      action: 'api_key.revoke',
      networkId: 0,
      subject: { operatorId, apiKeyId },
    })
  })
}

interface ApiKeyRow {
  api_key_id: number
  name: string
  prefix: string
  scopes: Right[]
  created_at: Date
  expires_at: Date
  last_used_at: Date | null
}

function apiKeyOf(row: ApiKeyRow): ApiKey {
  return {
    apiKeyId: row.api_key_id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }
}
