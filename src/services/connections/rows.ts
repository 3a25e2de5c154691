/** Connections as they are kept, and as they are shown: never with what is secret. */
import sql, { type Sql } from 'sql-template-tag'
import type { CredentialKind } from '#connectors/nexudus/client/credentials'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { networksWith } from '#services/asker'
import type { AccountCheck } from '#services/connections/check'
import type { Context } from '#services/context'

export interface ConnectionRow {
  readonly network_id: number
  readonly connection_id: number
  readonly network: string
  readonly base_url: string
  readonly account: string
  readonly credential_kind: CredentialKind
  readonly credentials: string
  readonly webhook_secret: string | null
  readonly check_result: AccountCheck
  readonly checked_at: Date
  readonly sync_every_minutes: number
  readonly created_at: Date
  readonly open_pass: number | null
  readonly full_sync_at: Date | null
  readonly synced_at: Date | null
  readonly tried_at: Date | null
  readonly locations: readonly ConnectionLocation[]
  readonly waiting: number
}

export interface ConnectionLocation {
  readonly externalId: string
  readonly name: string
  readonly isOn: boolean
}

export interface Connection {
  readonly connectionId: number
  readonly networkId: number
  readonly network: string
  readonly baseUrl: string
  /** The e-mail that it signs in with. */
  readonly account: string
  readonly credentialKind: CredentialKind
  readonly hasWebhookSecret: boolean
  readonly check: Pick<AccountCheck, 'readable' | 'missing'>
  readonly checkedAt: string
  readonly locations: readonly ConnectionLocation[]
  /** 0 for never by schedule. */
  readonly syncEveryMinutes: number
  readonly syncedAt: string | null
  /** Records that webhooks told of and that are still to be read. */
  readonly waitingWebhooks: number
  readonly createdAt: string
}

export function connectionOf(row: ConnectionRow): Connection {
  return {
    connectionId: row.connection_id,
    networkId: row.network_id,
    network: row.network,
    baseUrl: row.base_url,
    account: row.account,
    credentialKind: row.credential_kind,
    hasWebhookSecret: row.webhook_secret !== null,
    check: { readable: row.check_result.readable, missing: row.check_result.missing },
    checkedAt: row.checked_at.toISOString(),
    locations: row.locations,
    syncEveryMinutes: row.sync_every_minutes,
    syncedAt: row.synced_at?.toISOString() ?? null,
    waitingWebhooks: row.waiting,
    createdAt: row.created_at.toISOString(),
  }
}

export function connectionsWhere(session: Session, condition: Sql): Promise<ConnectionRow[]> {
  return session.query<ConnectionRow>(sql`
    select
      connection.*,
      network.name as network,
      coalesce((
        select json_agg(
          json_build_object('externalId', location.external_id, 'name', location.name, 'isOn', location.is_on)
          order by location.name, location.external_id
        )
        from connection_locations location
        where location.network_id = connection.network_id
          and location.connection_id = connection.connection_id
      ), '[]'::json) as locations,
      (
        select count(*)::int
        from webhook_deliveries waiting
        where waiting.network_id = connection.network_id
          and waiting.connection_id = connection.connection_id
      ) as waiting
    from connections connection
    join networks network on network.network_id = connection.network_id
    where ${condition}
    order by connection.connection_id`)
}

/** Of those that the asker may manage: others are not there for him. @throws CONNECTION_NOT_FOUND */
export async function findConnection(
  { asker }: Pick<Context, 'asker'>,
  session: Session,
  connectionId: number,
): Promise<ConnectionRow> {
  const networks = networksWith(asker, 'connections.manage')
  const visible = networks === 'all' ? sql`true` : sql`connection.network_id = any (${networks}::int[])`
  const [row] = await connectionsWhere(
    session,
    sql`connection.connection_id = ${connectionId}::int and ${visible}`,
  )
  if (row === undefined) {
    throw new HeadcountError('CONNECTION_NOT_FOUND', `There is no connection ${connectionId}.`)
  }
  return row
}
