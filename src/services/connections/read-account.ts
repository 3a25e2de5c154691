/** Reads an account into the mirror: everything, or what changed; what vanished is asked for by id. */
import sql from 'sql-template-tag'
import type { NexudusClient } from '#connectors/nexudus/client/client'
import {
  deletedBy,
  ENTITIES,
  type Entity,
  type EntityKind,
  type WireRecord,
} from '#connectors/nexudus/client/entities'
import { type PageRead, readEntity } from '#connectors/nexudus/client/read-entity'
import type { Session } from '#database/database'
import { parseInstant } from '#lib/parse-time'
import type { Problem } from '#model/records'
import { Mirror, type MirrorPlace } from '#services/connections/mirror'

export interface AccountReading {
  readonly session: Session
  readonly client: NexudusClient
  readonly place: MirrorPlace
  /** Number of this reading of everything; null for what changed. */
  readonly pass: number | null
  readonly startedAt: Date
  /** Kinds that this account may not read. */
  readonly unreadable: readonly EntityKind[]
  readonly onPage: (page: {
    readonly kind: EntityKind
    readonly read: number
    readonly total: number | null
  }) => void
  /** Told of what has no id, and is left out. */
  readonly onProblem: (problem: Problem) => void
}

/** Clocks differ, and filters are exact to the minute. */
const OVERLAP_MS = 10 * 60_000
const AT_ONCE = 100
/** Of readings of what changed. */
const NO_PASS = 0

/** @returns how many records are gone */
export async function readAccount(reading: AccountReading): Promise<number> {
  const marks = await marksOf(reading)
  for (const entity of ENTITIES) {
    const mark = marks.get(entity.kind)
    if (reading.unreadable.includes(entity.kind)) continue
    // what a reading of everything had read before it broke off may have changed since
    const isRead = reading.pass === null || mark?.full_pass === reading.pass
    await readKind(reading, entity, { changedAt: mark?.changed_at ?? null, isRead })
  }
  return reading.pass === null ? 0 : sweep(reading, reading.pass)
}

interface Mark {
  entity: EntityKind
  changed_at: Date | null
  full_pass: number | null
}

async function marksOf({ session, place }: AccountReading): Promise<ReadonlyMap<EntityKind, Mark>> {
  const rows = await session.query<Mark>(sql`
    select entity, changed_at, full_pass
    from connection_marks
    where network_id = ${place.networkId}::int and connection_id = ${place.connectionId}::int`)
  return new Map(rows.map((row) => [row.entity, row]))
}

interface Known {
  /** The latest change that was read; null where none is known. */
  readonly changedAt: Date | null
  /** Whether only what changed is left to read. */
  readonly isRead: boolean
}

async function readKind(
  reading: AccountReading,
  entity: Entity,
  { changedAt: known, isRead }: Known,
): Promise<void> {
  const { session, client, place, pass, onPage, onProblem } = reading
  const mirror = new Mirror(session, place)
  // a kind of which no date is known is read whole each time
  const since = isRead && known !== null ? known.getTime() - OVERLAP_MS : undefined
  let latest = known?.getTime() ?? null
  const pages = readEntity(client, entity, {
    since,
    known: (records) => mirror.known(entity, records),
    onPage: (progress) => onPage({ kind: entity.kind, ...progress }),
    onProblem,
  })
  for await (const page of pages) {
    await keepPage(reading, mirror, entity, page)
    if (page.latest !== null) latest = Math.max(latest ?? page.latest, page.latest)
  }
  // what is dated later than this reading would hide what comes before it
  const changedAt = latest === null ? null : new Date(Math.min(latest, reading.startedAt.getTime()))
  await session.query(sql`
    insert into connection_marks as known (network_id, connection_id, entity, changed_at, full_pass)
    values (${place.networkId}::int, ${place.connectionId}::int, ${entity.kind}::text, ${changedAt}::timestamptz, ${pass}::int)
    on conflict (network_id, connection_id, entity) do update
    set changed_at = excluded.changed_at, full_pass = coalesce(excluded.full_pass, known.full_pass)`)
}

async function keepPage(
  reading: AccountReading,
  mirror: Mirror,
  entity: Entity,
  { records, listed }: PageRead,
): Promise<void> {
  const pass = reading.pass ?? NO_PASS
  // first: an entry that is kept is not read again by the next sync, should this one end in between
  await removeDeleted(reading, mirror, records)
  await mirror.put(entity, records, pass)
  if (reading.pass !== null) await mirror.markSeen(entity, listed, pass)
}

/** Entries of the account's own history say what was deleted, and when. */
async function removeDeleted(
  { client }: AccountReading,
  mirror: Mirror,
  records: readonly WireRecord[],
): Promise<void> {
  for (const record of records) {
    const deleted = deletedBy(record)
    const at = typeof record.CreatedOn === 'string' ? parseInstant(record.CreatedOn) : Number.NaN
    if (deleted === null || Number.isNaN(at)) continue
    if (
      !(await mirror.has(deleted.entity, deleted.id)) ||
      (await client.byId(deleted.entity, deleted.id)) !== null
    )
      continue
    await mirror.remove(deleted.entity, deleted.id, new Date(at))
  }
}

/** What a reading of everything did not find is gone, unless it can be read by its id after all. */
async function sweep(reading: AccountReading, pass: number): Promise<number> {
  const { session, place } = reading
  const mirror = new Mirror(session, place)
  let removed = 0
  for (const entity of ENTITIES) {
    if (reading.unreadable.includes(entity.kind)) continue
    let after = 0
    for (;;) {
      const ids = await mirror.unseen(entity, pass, after, AT_ONCE)
      if (ids.length === 0) break
      after = ids.at(-1) ?? after
      removed += await sweepSome(reading, mirror, entity, ids, pass)
    }
  }
  return removed
}

async function sweepSome(
  { client, startedAt }: AccountReading,
  mirror: Mirror,
  entity: Entity,
  ids: readonly number[],
  pass: number,
): Promise<number> {
  const found = new Set((await client.batch(entity, ids)).map(({ Id }) => Id))
  await mirror.markSeen(entity, [...found], pass)
  let removed = 0
  for (const id of ids.filter((one) => !found.has(one))) {
    if ((await client.byId(entity, id)) !== null) continue
    const at = (await mirror.deletedAt(entity, id)) ?? startedAt
    if (await mirror.remove(entity, id, at)) removed += 1
  }
  return removed
}
