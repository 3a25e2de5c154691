/** Changes a connection: its credentials, locations, schedule and webhook secret; or ends it. */
import sql from 'sql-template-tag'
import { listed } from '#counting/words/english'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import type { Json } from '#lib/canonical-json'
import { LARGEST_INT } from '#lib/largest-int'
import type { AuditAction } from '#model/audit-action'
import { networksWith, requireRightSomewhere } from '#services/asker'
import { writeAudit } from '#services/audit/write'
import { checkInput, flag, optional, text, whole } from '#services/check-input'
import type { AccountCheck } from '#services/connections/check'
import {
  CREDENTIALS_INPUT,
  type CredentialsGiven,
  keepLocations,
  MOST_EVERY_MINUTES,
  openAccount,
} from '#services/connections/connect'
import {
  type Connection,
  type ConnectionRow,
  connectionOf,
  connectionsWhere,
  findConnection,
} from '#services/connections/rows'
import { seal } from '#services/connections/sealing'
import type { Context } from '#services/context'

export const connectionNumber = whole(1, LARGEST_INT)

/** @throws FORBIDDEN */
export async function listConnections(context: Context): Promise<readonly Connection[]> {
  requireRightSomewhere(context.asker, 'connections.manage')
  const networks = networksWith(context.asker, 'connections.manage')
  const visible = networks === 'all' ? sql`true` : sql`connection.network_id = any (${networks}::int[])`
  return (await connectionsWhere(context.database, visible)).map(connectionOf)
}

/** @throws CONNECTION_NOT_FOUND */
export async function getConnection(context: Context, connectionId: number): Promise<Connection> {
  requireRightSomewhere(context.asker, 'connections.manage')
  return connectionOf(await findConnection(context, context.database, connectionId))
}

export interface SwitchLocationOptions {
  readonly connection: number
  /** External id. */
  readonly location: string
  readonly isOn: boolean
}

const SWITCH_INPUT = { connection: connectionNumber, location: text, isOn: flag }

/** One that is off keeps the records that it has; the next sync brings no more. @throws CONNECTION_NOT_FOUND, LOCATION_NOT_FOUND */
export async function switchLocation(context: Context, options: SwitchLocationOptions): Promise<Connection> {
  const { connection, location, isOn } = checkInput(options, SWITCH_INPUT)
  requireRightSomewhere(context.asker, 'connections.manage')
  return inConnection(context, connection, async (session, row) => {
    const known = row.locations.find(({ externalId }) => externalId === location)
    if (known === undefined) {
      throw new HeadcountError('LOCATION_NOT_FOUND', `The connection does not show a location ${location}.`)
    }
    if (known.isOn === isOn) return null
    await session.query(sql`
      update connection_locations
      set is_on = ${isOn}::boolean
      where network_id = ${row.network_id}::int
        and connection_id = ${row.connection_id}::int
        and external_id = ${location}::text`)
    // what was left out before is mapped with the next sync
    await session.query(sql`
      update connection_records
      set is_pending = true
      where network_id = ${row.network_id}::int
        and connection_id = ${row.connection_id}::int
        and ${isOn}::boolean`)
    return {
      action: 'connection.switch_location',
      before: { location, isOn: !isOn },
      after: { location, isOn },
    }
  })
}

export interface ChangeConnectionOptions {
  readonly connection: number
  readonly syncEveryMinutes?: number
  /** Empty for none. */
  readonly webhookSecret?: string
}

const CHANGE_INPUT = {
  connection: connectionNumber,
  syncEveryMinutes: optional(whole(0, MOST_EVERY_MINUTES)),
  webhookSecret: optional(text),
}

/** @throws CONNECTION_NOT_FOUND */
export async function changeConnection(
  context: Context,
  options: ChangeConnectionOptions,
): Promise<Connection> {
  const { connection, syncEveryMinutes, webhookSecret } = checkInput(options, CHANGE_INPUT)
  requireRightSomewhere(context.asker, 'connections.manage')
  return inConnection(context, connection, async (session, row) => {
    const place = {
      networkId: row.network_id,
      connectionId: row.connection_id,
      what: 'webhook secret',
    } as const
    const every = syncEveryMinutes ?? row.sync_every_minutes
    const secret =
      webhookSecret === undefined
        ? row.webhook_secret
        : webhookSecret === ''
          ? null
          : await seal(context, place, webhookSecret)
    await session.query(sql`
      update connections
      set sync_every_minutes = ${every}::int, webhook_secret = ${secret}::text
      where network_id = ${row.network_id}::int
        and connection_id = ${row.connection_id}::int`)
    return {
      action: 'connection.change',
      before: { syncEveryMinutes: row.sync_every_minutes, hasWebhookSecret: row.webhook_secret !== null },
      after: { syncEveryMinutes: every, hasWebhookSecret: secret !== null },
    }
  })
}

export interface ReenterOptions extends CredentialsGiven {
  readonly connection: number
}

/**
 * Enters credentials anew, and looks again what the account shows: it may be more than before, so everything
 * is read again. @throws CONNECTION_*, IMPORT_NETWORK_UNKNOWN */
export async function reenterCredentials(context: Context, options: ReenterOptions): Promise<Connection> {
  const { connection, ...given } = checkInput(options, { ...CREDENTIALS_INPUT, connection: connectionNumber })
  requireRightSomewhere(context.asker, 'connections.manage')
  const known = await findConnection(context, context.database, connection)
  const opened = await openAccount(context, given, known.base_url)
  return inConnection(context, connection, async (session, row) => {
    await refuseOtherNetwork(session, row, opened.network.externalId)
    refuseNarrower(row, opened.check)
    const place = { networkId: row.network_id, connectionId: row.connection_id, what: 'credentials' } as const
    await session.query(sql`
      update connections
      set
        credentials = ${await seal(context, place, JSON.stringify(opened.credentials))}::text,
        credential_kind = ${opened.credentials.kind}::text,
        account = ${given.email}::text,
        check_result = ${JSON.stringify(opened.check)}::jsonb,
        checked_at = ${context.now()}::timestamptz,
        open_pass = null,
        full_sync_at = null
      where network_id = ${row.network_id}::int
        and connection_id = ${row.connection_id}::int`)
    await keepLocations(session, row.network_id, row.connection_id, opened.check.locations)
    return { action: 'connection.reenter', after: { credentialKind: opened.credentials.kind } }
  })
}

async function refuseOtherNetwork(session: Session, row: ConnectionRow, externalId: string): Promise<void> {
  const [network] = await session.query<{ external_id: string }>(
    sql`select external_id from networks where network_id = ${row.network_id}::int`,
  )
  if (network?.external_id === externalId) return
  throw new HeadcountError('INVALID_ARGUMENT', `This account belongs to another network (${externalId}).`)
}

/** What an account does not show would be taken for deleted. */
function refuseNarrower({ locations }: ConnectionRow, check: AccountCheck): void {
  const seen = new Set(check.locations.map(({ externalId }) => externalId))
  const hidden = locations.filter(({ externalId, isOn }) => isOn && !seen.has(externalId))
  if (hidden.length === 0) return
  const names = listed(hidden.slice(0, MOST_NAMED).map(({ name }) => name))
  const more = hidden.length > MOST_NAMED ? ` and ${hidden.length - MOST_NAMED} more` : ''
  throw new HeadcountError(
    'INVALID_ARGUMENT',
    `This account does not show ${names}${more}, which the connection reads: what is there would be taken for deleted. Let the account see it, or switch it off under the connection’s locations first.`,
  )
}

const MOST_NAMED = 5

/** Ends the connection. What it brought in stays. @throws CONNECTION_NOT_FOUND */
export async function disconnect(context: Context, connectionId: number): Promise<void> {
  requireRightSomewhere(context.asker, 'connections.manage')
  await context.database.transaction(async (session) => {
    const row = await findConnection(context, session, connectionId)
    await session.query(sql`
      delete from connections
      where network_id = ${row.network_id}::int
        and connection_id = ${row.connection_id}::int`)
    await writeAudit(session, context, {
      action: 'connection.remove',
      networkId: row.network_id,
      subject: { connectionId },
      before: { baseUrl: row.base_url },
    })
  })
}

interface Changed {
  readonly action: AuditAction
  readonly before?: Json
  readonly after?: Json
}

/** @param work answers null where nothing changed */
async function inConnection(
  context: Context,
  connectionId: number,
  work: (session: Session, row: ConnectionRow) => Promise<Changed | null>,
): Promise<Connection> {
  return context.database.transaction(async (session) => {
    const row = await findConnection(context, session, connectionId)
    const change = await work(session, row)
    if (change !== null) {
      await writeAudit(session, context, { ...change, networkId: row.network_id, subject: { connectionId } })
    }
    return connectionOf(await findConnection(context, session, connectionId))
  })
}
