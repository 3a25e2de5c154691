/**
 * Reads the records that webhooks told of and brings them in. What is read is how a record is now, so it
 * does not matter how often or in which order it was told.
 */
import sql from 'sql-template-tag'
import type { NexudusClient } from '#connectors/nexudus/client/client'
import { type EntityKind, entityOf } from '#connectors/nexudus/client/entities'
import { readByIds, readLines } from '#connectors/nexudus/client/read-entity'
import type { Database } from '#database/database'
import { HeadcountError } from '#errors'
import { requireRightSomewhere } from '#services/asker'
import { checkInput } from '#services/check-input'
import { applyPending } from '#services/connections/apply'
import { connectionNumber } from '#services/connections/change'
import { Mirror } from '#services/connections/mirror'
import { openClient } from '#services/connections/open-client'
import { type ConnectionRow, findConnection } from '#services/connections/rows'
import { syncLock } from '#services/connections/sync'
import type { Context } from '#services/context'

const AT_ONCE = 1000
const NO_PASS = 0

interface Delivery {
  entity: EntityKind
  external_id: number
  delivery_id: number
}

/** @returns how many records were read. @throws SYNC_RUNNING, whose next turn takes them; CONNECTION_* */
export async function applyWebhooks(
  context: Context,
  options: { readonly connection: number },
  signal?: AbortSignal,
): Promise<number> {
  const { connection } = checkInput(options, { connection: connectionNumber })
  requireRightSomewhere(context.asker, 'connections.manage')
  return context.database.withLock(
    syncLock(connection),
    async (session) => {
      const row = await findConnection(context, session, connection)
      const client = await openClient(context, row, signal)
      let read = 0
      for (;;) {
        const some = await waiting(session, row)
        if (some.length === 0) return read
        await readSome(context, session, row, { client, some })
        await applyPending(context, session, row, { signal })
        await forget(session, row, some)
        read += some.length
      }
    },
    () => {
      throw new HeadcountError('SYNC_RUNNING', 'A sync of this connection is running.')
    },
  )
}

function waiting(session: Database, row: ConnectionRow): Promise<Delivery[]> {
  return session.query<Delivery>(sql`
    select entity, external_id, delivery_id
    from webhook_deliveries
    where network_id = ${row.network_id}::int and connection_id = ${row.connection_id}::int
    order by delivery_id
    limit ${AT_ONCE}::int`)
}

async function readSome(
  context: Context,
  session: Database,
  row: ConnectionRow,
  { client, some }: { readonly client: NexudusClient; readonly some: readonly Delivery[] },
): Promise<void> {
  const mirror = new Mirror(session, { networkId: row.network_id, connectionId: row.connection_id })
  for (const kind of new Set(some.map(({ entity }) => entity))) {
    const entity = entityOf(kind)
    const ids = some.filter((one) => one.entity === kind).map((one) => one.external_id)
    const records = await readByIds(client, entity, ids)
    await mirror.put(entity, records, NO_PASS)
    if (kind === 'customer_invoice')
      await keepLines(
        client,
        mirror,
        records.map(({ Id }) => Id),
      )
    const found = new Set(records.map(({ Id }) => Id))
    for (const id of ids.filter((one) => !found.has(one))) {
      await mirror.remove(entity, id, context.now())
    }
  }
}

async function keepLines(client: NexudusClient, mirror: Mirror, invoices: readonly number[]): Promise<void> {
  for (const id of invoices) {
    await mirror.put(entityOf('customer_invoice_line'), await readLines(client, id), NO_PASS)
  }
}

/** One that was told again meanwhile is read again. Taken in the order in which they are written, so that neither waits for the other. */
async function forget(session: Database, row: ConnectionRow, some: readonly Delivery[]): Promise<void> {
  await session.query(sql`
    delete from webhook_deliveries
    where delivery_id in (
      select delivery_id
      from webhook_deliveries
      where network_id = ${row.network_id}::int
        and connection_id = ${row.connection_id}::int
        and delivery_id = any (${some.map((one) => one.delivery_id)}::bigint[])
      order by entity, external_id
      for update
    )
      and network_id = ${row.network_id}::int
      and connection_id = ${row.connection_id}::int`)
}
