/** Brings what is pending of an account into the tables, through the verb that imports. */

import { setTimeout as sleep } from 'node:timers/promises'
import sql, { type Sql } from 'sql-template-tag'
import { EXPLAINING } from '#connectors/nexudus/client/entities'
import { PENDING_RULES, type PendingRule } from '#connectors/nexudus/client/pending'
import { openNexudusSource } from '#connectors/nexudus/reader'
import type { Database } from '#database/database'
import { tablesBehind } from '#database/housekeep'
import { HeadcountError } from '#errors'
import { Mirror } from '#services/connections/mirror'
import { mirrorSource } from '#services/connections/mirror-source'
import type { ConnectionRow } from '#services/connections/rows'
import type { Context } from '#services/context'
import { type ImportProgress, importRecords } from '#services/imports/import-records'
import type { ImportReport } from '#services/imports/report'

const RECORDS = ['connection_records']
const TRIES = 120
const WAIT_MS = 500

/** @returns null where nothing was pending. @throws IMPORT_RUNNING where another import runs for a minute */
export async function applyPending(
  context: Context,
  session: Database,
  row: ConnectionRow,
  options: {
    readonly onProgress?: (progress: ImportProgress) => void
    readonly signal?: AbortSignal | undefined
  },
): Promise<ImportReport | null> {
  const place = { networkId: row.network_id, connectionId: row.connection_id }
  const mirror = new Mirror(session, place)
  const ofConnection = sql`network_id = ${place.networkId}::int and connection_id = ${place.connectionId}::int`
  const [pending] = await session.query(sql`
    select from connection_records where ${ofConnection} and is_pending limit 1`)
  if (pending === undefined) return null
  await markWhatStandsOnIt(session, mirror, ofConnection)
  const gone = await session.query<{ external_id: number }>(sql`
    select external_id from connection_records where ${mirror.ofKind('customer')} and removed_at is not null`)
  const leftOut = row.locations.filter(({ isOn }) => !isOn).map(({ externalId }) => externalId)
  const source = mirrorSource(session, {
    mirror,
    leftOut: new Set(leftOut),
    gone: new Set(gone.map((one) => one.external_id)),
  })
  const { onProgress } = options
  // without figures of what was just read, each page of it would be found by reading all of it
  if ((await tablesBehind(session, RECORDS)).length > 0) await session.housekeep(RECORDS)
  const report = await whenFree(options.signal, () =>
    importRecords(context, openNexudusSource(source), {
      networkName: row.network,
      ...(onProgress !== undefined && { onProgress }),
    }),
  )
  // a location that was switched on meanwhile is brought in next time
  await session.query(sql`
    update connection_records
    set is_pending = false, is_new = false
    where ${ofConnection}
      and is_pending
      and not exists (
        select from connection_locations
        where ${ofConnection} and is_on and external_id = any (${leftOut}::text[])
      )`)
  return report
}

/** An import of somebody else is waited for. */
async function whenFree<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work()
    } catch (error) {
      const isBusy = error instanceof HeadcountError && error.code === 'IMPORT_RUNNING'
      if (!isBusy || tried === TRIES) throw error
      await sleep(WAIT_MS, undefined, signal === undefined ? {} : { signal })
    }
  }
}

async function markWhatStandsOnIt(session: Database, mirror: Mirror, ofConnection: Sql): Promise<void> {
  const explaining = await session.query(sql`
    select from connection_records
    where ${ofConnection} and is_pending and entity = any (${EXPLAINING}::text[])
    limit 1`)
  if (explaining.length > 0) {
    await session.query(sql`
      update connection_records set is_pending = true where ${ofConnection} and not is_pending`)
    return
  }
  for (const rule of PENDING_RULES) {
    for (const condition of conditionsOf(rule, mirror)) {
      await session.query(sql`
        update connection_records
        set is_pending = true
        where ${ofConnection} and not is_pending and ${condition}`)
    }
  }
}

function conditionsOf(rule: PendingRule, mirror: Mirror): Sql[] {
  switch (rule.by) {
    case 'customer': {
      const moved = sql`
          select external_id from connection_records
          where ${mirror.ofKind('customer')} and is_pending and (is_new or removed_at is not null)`
      const isNamed = sql`(customer_ref in (${moved}) or entity = 'team' and exists (${moved}))`
      return [sql`entity = any (${rule.marks}::text[]) and ${isNamed}`]
    }
    case 'parent': {
      const ofNew = rule.ofNew ? sql` and is_new` : sql``
      return [
        sql`entity = ${rule.marks}::text and parent_ref in (
          select external_id::text from connection_records
          where ${mirror.ofKind(rule.when)} and is_pending${ofNew})`,
      ]
    }
    case 'child':
      return [
        sql`entity = ${rule.marks}::text and external_id in (
          select parent_ref::bigint from connection_records
          where ${mirror.ofKind(rule.when)} and is_pending and parent_ref ~ '^[0-9]{1,15}$')`,
      ]
    case 'credit':
      return [
        sql`entity = ${rule.when}::text and lower(record ->> 'UniqueId') in (
          select parent_ref from connection_records
          where ${mirror.ofKind(rule.when)} and is_pending and parent_ref is not null)`,
        sql`entity = ${rule.when}::text and parent_ref in (
          select lower(record ->> 'UniqueId') from connection_records
          where ${mirror.ofKind(rule.when)} and is_pending)`,
      ]
  }
}
