/** Takes in what a webhook tells: checked, written down, and answered; read and applied later. */
import sql from 'sql-template-tag'
import { readBatch } from '#connectors/nexudus/client/answers'
import type { EntityKind } from '#connectors/nexudus/client/entities'
import { hookActionOf, isSignedBy } from '#connectors/nexudus/client/webhooks'
import type { Database } from '#database/database'
import { HeadcountError } from '#errors'
import { together } from '#lib/together'
import { unseal } from '#services/connections/sealing'
import type { Context } from '#services/context'

export interface WebhookReceived {
  readonly connection: number
  /** Number or name. */
  readonly action: string
  readonly body: Buffer
  readonly signature: string | undefined
}

/** Opened secrets by how they are sealed, which a change of the secret changes. */
const secrets = new Map<string, string>()
const MOST_SECRETS = 1000

/**
 * @returns whether there is something to read: other actions are accepted and dropped
 * @throws WEBHOOK_REFUSED for a wrong signature, and alike for a connection that is not there; WEBHOOK_INVALID
 */
export async function receiveWebhook(context: Context, received: WebhookReceived): Promise<boolean> {
  const { connection, action, body, signature } = received
  const { database } = context
  const row = await lookUp(database, connection)
  const secret = row?.webhook_secret ?? null
  if (row === undefined || secret === null || signature === undefined) throw refused()
  const place = { networkId: row.network_id, connectionId: connection, what: 'webhook secret' } as const
  const opened = secrets.get(secret) ?? (await unseal(context, place, secret))
  if (secrets.size >= MOST_SECRETS) secrets.clear()
  secrets.set(secret, opened)
  if (!isSignedBy(opened, body, signature)) throw refused()
  const known = hookActionOf(action)
  if (known === undefined) return false
  const told = { network: row.network_id, connection, entity: known.kind }
  const notBefore = context.now().toISOString()
  const ids = idsIn(body)
  await Promise.all(ids.map((id) => doorOf(database).write({ ...told, id, notBefore })))
  return ids.length > 0
}

interface Told {
  readonly network: number
  readonly connection: number
  readonly entity: EntityKind
  readonly id: number
  readonly notBefore: string
}

interface Secret {
  connection_id: number
  network_id: number
  webhook_secret: string | null
}

interface LookedUp {
  readonly connection: number
  found?: Secret
}

/** Of a database, for all that it is asked and told at a time: a burst takes few statements. */
interface Door {
  readonly look: (asked: LookedUp) => Promise<void>
  readonly write: (told: Told) => Promise<void>
}

const doors = new WeakMap<Database, Door>()

function doorOf(database: Database): Door {
  const door = doors.get(database) ?? {
    look: together((asked: readonly LookedUp[]) => look(database, asked)),
    write: together((told: readonly Told[]) => write(database, told)),
  }
  doors.set(database, door)
  return door
}

async function lookUp(database: Database, connection: number): Promise<Secret | undefined> {
  const asked: LookedUp = { connection }
  await doorOf(database).look(asked)
  return asked.found
}

/** Of the whole row, which tells what waits too, a burst would count all of itself each time. */
async function look(database: Database, asked: readonly LookedUp[]): Promise<void> {
  const connections = [...new Set(asked.map(({ connection }) => connection))]
  const rows = await database.query<Secret>(sql`
    select connection_id, network_id, webhook_secret
    from connections
    where connection_id = any (${connections}::int[])`)
  const found = new Map(rows.map((row) => [row.connection_id, row]))
  for (const one of asked) {
    const row = found.get(one.connection)
    if (row !== undefined) one.found = row
  }
}

/** A connection that was removed meanwhile has nothing to be read. */
async function write(database: Database, told: readonly Told[]): Promise<void> {
  const once = new Map(told.map((one) => [`${one.connection} ${one.entity} ${one.id}`, one]))
  await database.query(sql`
    insert into webhook_deliveries as waiting (network_id, connection_id, entity, external_id, delivery_id, not_before)
    select told.network, told.connection, told.entity, told.id, nextval('webhook_delivery_ids'), told."notBefore"
    from jsonb_to_recordset(${JSON.stringify([...once.values()])}::jsonb)
      told (network int, connection int, entity text, id bigint, "notBefore" timestamptz)
    join connections on connections.network_id = told.network and connections.connection_id = told.connection
    order by told.network, told.connection, told.entity, told.id
    on conflict (network_id, connection_id, entity, external_id) do update
    set delivery_id = excluded.delivery_id`)
}

/** An array of one record is told; more of them, or one without an array, are taken alike. */
function idsIn(body: Buffer): readonly number[] {
  const told = parse(body)
  const values = Array.isArray(told) ? told : [told]
  const records = readBatch(values)
  if (records.length === values.length) return records.map(({ Id }) => Id)
  throw new HeadcountError('WEBHOOK_INVALID', 'The body is no array of records with an Id.')
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
}

function refused(): HeadcountError {
  return new HeadcountError('WEBHOOK_REFUSED', 'This was not signed with the secret of such a connection.')
}
