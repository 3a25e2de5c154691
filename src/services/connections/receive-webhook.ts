/** Takes in what a webhook tells: checked, written down, and answered; read and applied later. */
import sql from 'sql-template-tag'
import { hookActionOf, isSignedBy } from '#connectors/nexudus/client/webhooks'
import { HeadcountError } from '#errors'
import { connectionsWhere } from '#services/connections/rows'
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
  const [row] = await connectionsWhere(context.database, sql`connection.connection_id = ${connection}::int`)
  const secret = row?.webhook_secret ?? null
  if (row === undefined || secret === null || signature === undefined) throw refused()
  const place = {
    networkId: row.network_id,
    connectionId: row.connection_id,
    what: 'webhook secret',
  } as const
  const opened = secrets.get(secret) ?? (await unseal(context, place, secret))
  if (secrets.size >= MOST_SECRETS) secrets.clear()
  secrets.set(secret, opened)
  if (!isSignedBy(opened, body, signature)) throw refused()
  const id = idIn(body)
  const known = hookActionOf(action)
  if (known === undefined) return false
  await context.database.query(sql`
    insert into webhook_deliveries as waiting (network_id, connection_id, entity, external_id, delivery_id, not_before)
    values (
      ${row.network_id}::int, ${row.connection_id}::int, ${known.kind}::text, ${id}::bigint,
      nextval('webhook_delivery_ids'), ${context.now()}::timestamptz
    )
    on conflict (network_id, connection_id, entity, external_id) do update
    set delivery_id = excluded.delivery_id`)
  return true
}

function idIn(body: Buffer): number {
  const records = parse(body)
  const [record] = Array.isArray(records) ? records : []
  const id = Number((record as { Id?: unknown } | undefined)?.Id)
  if (Array.isArray(records) && records.length === 1 && Number.isSafeInteger(id) && id > 0) return id
  throw new HeadcountError('WEBHOOK_INVALID', 'The body is no array of one record with an Id.')
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
