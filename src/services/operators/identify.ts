/** Finds out who asks, from a session cookie or an API key, and what exists for him. */
import sql, { type Sql } from 'sql-template-tag'
import type { Database } from '#database/database'
import { HeadcountError } from '#errors'
import type { Door, NetworkRole, Right } from '#model/access'
import type { Asker, Grant } from '#services/asker'
import { hashOfKey, readBearer } from '#services/operators/api-key'
import type { Auth } from '#services/operators/context'
import { readSessionToken } from '#services/operators/session-cookie'

export interface Identification {
  readonly database: Database
  readonly now: () => Date
  readonly auth: Pick<Auth, 'secret' | 'isSecure'>
}

export interface Credentials {
  readonly door: Door
  readonly requestId: string
  /** The Cookie header. */
  readonly cookie: string | undefined
  /** The Authorization header, which is preferred to the cookie. */
  readonly authorization: string | undefined
}

interface OperatorRow {
  operator_id: string
  email: string
  is_platform: boolean
  roles: { networkId: number; role: NetworkRole; locationIds: number[] | null }[]
}

/** Null for nobody: no cookie, or one whose session has ended. @throws API_KEY_INVALID */
export function identify(identification: Identification, credentials: Credentials): Promise<Asker | null> {
  return credentials.authorization === undefined
    ? bySession(identification, credentials)
    : byApiKey(identification, credentials, credentials.authorization)
}

async function bySession(
  { database, now, auth }: Identification,
  { door, requestId, cookie }: Credentials,
): Promise<Asker | null> {
  const token = readSessionToken(cookie, auth)
  if (token === null) return null
  const [found] = await database.query<OperatorRow & { session_id: string }>(sql`
    select s.id as session_id, ${OPERATOR}
    from operator_sessions s
    join operators o on o.id = s.operator_id
    where s.token = ${token}::text
      and s.expires_at > ${now()}::timestamptz
      and o.disabled_at is null`)
  if (found === undefined) return null
  return {
    ...operatorOf(found),
    door,
    requestId,
    apiKeyId: null,
    sessionId: found.session_id,
    scopes: 'all',
  }
}

async function byApiKey(
  { database, now }: Identification,
  { door, requestId }: Credentials,
  authorization: string,
): Promise<Asker> {
  const key = readBearer(authorization)
  const at = now()
  const [found] = await database.query<
    OperatorRow & { api_key_id: number; scopes: Right[]; last_used_at: Date | null }
  >(sql`
    select k.api_key_id, k.scopes, k.last_used_at, ${OPERATOR}
    from api_keys k
    join operators o on o.id = k.operator_id
    where k.key_hash = ${hashOfKey(key ?? '')}::text
      and k.revoked_at is null
      and k.expires_at > ${at}::timestamptz
      and o.disabled_at is null`)
  if (key === null || found === undefined) {
    throw new HeadcountError('API_KEY_INVALID', 'This API key is unknown, has expired or was revoked.')
  }
  await noteUse(database, found, at)
  return { ...operatorOf(found), door, requestId, apiKeyId: found.api_key_id, scopes: found.scopes }
}

const USE_NOTED_EVERY_MS = 60_000

/** At most once a minute, so that reading stays reading. */
async function noteUse(
  database: Database,
  { api_key_id, last_used_at }: { api_key_id: number; last_used_at: Date | null },
  at: Date,
): Promise<void> {
  if (last_used_at !== null && at.getTime() - last_used_at.getTime() < USE_NOTED_EVERY_MS) return
  await database.query(
    sql`update api_keys set last_used_at = ${at}::timestamptz where api_key_id = ${api_key_id}::int`,
  )
}

/** The operator with his roles, in one statement: it runs before every answer. */
const OPERATOR: Sql = sql`
  o.id as operator_id,
  o.email,
  o.is_platform,
  (
    select coalesce(jsonb_agg(jsonb_build_object(
      'networkId', r.network_id,
      'role', r.role,
      'locationIds', case
        when not r.has_all_locations then (
          select coalesce(jsonb_agg(l.location_id order by l.location_id), '[]')
          from operator_locations l
          where l.network_id = r.network_id
            and l.operator_id = r.operator_id
        )
      end
    ) order by r.network_id), '[]')
    from operator_roles r
    where r.operator_id = o.id
  ) as roles`

function operatorOf(row: OperatorRow): Pick<Asker, 'operator' | 'grants'> {
  const grants: Grant[] = row.roles.map(({ networkId, role, locationIds }) => ({
    networkId,
    role,
    locationIds: locationIds ?? 'all',
  }))
  return {
    operator: { operatorId: row.operator_id, email: row.email },
    grants: row.is_platform ? 'everything' : grants,
  }
}
