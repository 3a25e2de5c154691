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
import { inParallel } from '#lib/in-parallel'
import { requireRightSomewhere } from '#services/asker'
import { checkInput } from '#services/check-input'
import { applyPending } from '#services/connections/apply'
import { connectionNumber } from '#services/connections/change'
import { Mirror } from '#services/connections/mirror'
import { openClient } from '#services/connections/open-client'
import { type ConnectionRow, findConnection } from '#services/connections/rows'
import { syncLock } from '#services/connections/sync'
import type { Context } from '#services/context'

/** Bringing in costs by the time as much as reading many: so many are read before it. */
const MOST_BEFORE_BRINGING_IN = 20_000
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
      let brought = 0
      for (;;) {
        const told = await readTold(context, session, row, client)
        if (told.length === 0) return brought
        await applyPending(context, session, row, { signal })
        // only now: what was read and not brought in would wait for the next sync
        for (const some of told) await forget(session, row, some)
        brought += told.flat().length
      }
    },
    () => {
      throw new HeadcountError('SYNC_RUNNING', 'A sync of this connection is running.')
    },
  )
}

/** Reads what waits. @returns it, in parts of at most AT_ONCE */
async function readTold(
  context: Context,
  session: Database,
  row: ConnectionRow,
  client: NexudusClient,
): Promise<readonly (readonly Delivery[])[]> {
  const told: (readonly Delivery[])[] = []
  let after = 0
  while (told.length * AT_ONCE < MOST_BEFORE_BRINGING_IN) {
    const some = await waiting(session, row, after)
    if (some.length === 0) break
    await readSome(context, session, row, { client, some })
    told.push(some)
    after = some.at(-1)?.delivery_id ?? after
  }
  return told
}

/** What was told last is numbered last, also of one that waits already. */
function waiting(session: Database, row: ConnectionRow, after: number): Promise<Delivery[]> {
  return session.query<Delivery>(sql`
    select entity, external_id, delivery_id
    from webhook_deliveries
    where network_id = ${row.network_id}::int
      and connection_id = ${row.connection_id}::int
      and delivery_id > ${after}::bigint
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
  const unreadable = row.check_result.missing.map(({ kind }) => kind)
  for (const kind of new Set(some.map(({ entity }) => entity))) {
    // asked for all the same, it would hold up all others for ever
    if (unreadable.includes(kind)) continue
    const entity = entityOf(kind)
    const ids = some.filter((one) => one.entity === kind).map((one) => one.external_id)
    const records = await readByIds(client, entity, ids)
    await mirror.put(entity, records, NO_PASS)
    if (kind === 'customer_invoice' && !unreadable.includes('customer_invoice_line'))
      await keepLines(
        client,
        mirror,
        records.map(({ Id }) => Id),
      )
    const found = new Set(records.map(({ Id }) => Id))
    const gone = ids.filter((one) => !found.has(one))
    await mirror.removeAll(entity, gone, context.now())
  }
}

async function keepLines(client: NexudusClient, mirror: Mirror, invoices: readonly number[]): Promise<void> {
  const lines = await inParallel(invoices, (id) => readLines(client, id))
  await mirror.put(entityOf('customer_invoice_line'), lines.flat(), NO_PASS)
}

/** One that was told again meanwhile is read again. Taken in the order in which they are written, so that neither waits for the other. */
async function forget(session: Database, row: ConnectionRow, some: readonly Delivery[]): Promise<void> {
  // found again by their key: asked for as a list that locks, each row would search all of them
  await session.query(sql`
    with done as materialized (
      select entity, external_id, delivery_id
      from webhook_deliveries
      where network_id = ${row.network_id}::int
        and connection_id = ${row.connection_id}::int
        and delivery_id = any (${some.map((one) => one.delivery_id)}::bigint[])
      order by entity, external_id
      for update
    )
    delete from webhook_deliveries waiting
    using done
    where waiting.network_id = ${row.network_id}::int
      and waiting.connection_id = ${row.connection_id}::int
      and waiting.entity = done.entity
      and waiting.external_id = done.external_id
      and waiting.delivery_id = done.delivery_id`)
}
