/** The records of an account as last read: what the next sync compares with, and what is mapped. */
import sql, { type Sql } from 'sql-template-tag'
import { isDeletion } from '#connectors/nexudus/audit-types'
import type { Entity, WireRecord } from '#connectors/nexudus/client/entities'
import type { Session } from '#database/database'
import { parseInstant } from '#lib/parse-time'

export interface MirrorPlace {
  readonly networkId: number
  readonly connectionId: number
}

interface KnownRow {
  external_id: number
  record: Readonly<Record<string, unknown>>
}

export class Mirror {
  readonly #session: Session
  readonly #place: MirrorPlace

  constructor(session: Session, place: MirrorPlace) {
    this.#session = session
    this.#place = place
  }

  /** The listed records that are here as they are there, as far as a list tells. */
  async known(entity: Entity, listed: readonly WireRecord[]): Promise<ReadonlySet<number>> {
    const rows = await this.#session.query<KnownRow>(sql`
      select external_id, record
      from connection_records
      where ${this.of(entity)}
        and external_id = any (${listed.map(({ Id }) => Id)}::bigint[])
        and removed_at is null`)
    const records = new Map(rows.map((row) => [row.external_id, row.record]))
    return new Set(
      listed.filter((record) => isSame(entity, record, records.get(record.Id))).map(({ Id }) => Id),
    )
  }

  /** Keeps records as read. Of one that comes twice the last reading counts. */
  async put(entity: Entity, records: readonly WireRecord[], pass: number): Promise<void> {
    if (records.length === 0) return
    const rows = [...new Map(records.map((record) => [record.Id, record])).values()].map((record) => ({
      id: record.Id,
      customer: wholeNumber(record[entity.customer ?? '']),
      parent: parentOf(entity, record),
      record,
    }))
    // the date of a change is no change by itself, unless it says when something began
    const ignored = entity.fields.includes(entity.changedBy) ? '' : entity.changedBy
    await this.#session.query(sql`
      insert into connection_records as known (
        network_id, connection_id, entity, external_id, customer_ref, parent_ref, record, seen_in, is_new, is_pending
      )
      select ${this.#place.networkId}::int, ${this.#place.connectionId}::int, ${entity.kind}::text,
        read.id, read.customer, read.parent, read.record, ${pass}::int, true, true
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) read (id bigint, customer bigint, parent text, record jsonb)
      on conflict (network_id, connection_id, entity, external_id) do update
      set
        customer_ref = excluded.customer_ref,
        parent_ref = excluded.parent_ref,
        record = excluded.record,
        removed_at = null,
        seen_in = excluded.seen_in,
        is_new = known.is_new or known.removed_at is not null,
        is_pending = known.is_pending
          or known.removed_at is not null
          or known.record - ${ignored}::text is distinct from excluded.record - ${ignored}::text`)
  }

  /** Those of one kind that are not gone; for kinds that are few. */
  async all(entity: Entity): Promise<readonly WireRecord[]> {
    const rows = await this.#session.query<{ record: WireRecord }>(sql`
      select record from connection_records where ${this.of(entity)} and removed_at is null`)
    return rows.map(({ record }) => record)
  }

  async has(entity: Entity, id: number): Promise<boolean> {
    const rows = await this.#session.query(sql`
      select from connection_records
      where ${this.of(entity)} and external_id = ${id}::bigint and removed_at is null`)
    return rows.length > 0
  }

  async markSeen(entity: Entity, ids: readonly number[], pass: number): Promise<void> {
    await this.#session.query(sql`
      update connection_records
      set seen_in = ${pass}::int
      where ${this.of(entity)}
        and external_id = any (${ids}::bigint[])
        and seen_in <> ${pass}::int`)
  }

  /** Those that a reading of everything did not find. */
  async unseen(entity: Entity, pass: number, after: number, limit: number): Promise<number[]> {
    const rows = await this.#session.query<{ external_id: number }>(sql`
      select external_id
      from connection_records
      where ${this.of(entity)}
        and external_id > ${after}::bigint
        and seen_in <> ${pass}::int
        and removed_at is null
      order by external_id
      limit ${limit}::int`)
    return rows.map((row) => row.external_id)
  }

  /** Since when a record is gone, as the account's own history tells; null where it does not. */
  async deletedAt(entity: Entity, id: number): Promise<Date | null> {
    const rows = await this.#session.query<{ record: WireRecord }>(sql`
      select record
      from connection_records
      where ${this.ofKind('customer_change')}
        and customer_ref = ${id}::bigint
        and record ->> 'EntityShortName' = ${entity.noun}::text`)
    const instants = rows
      .filter(({ record }) => isDeletion(record.AuditType) && typeof record.CreatedOn === 'string')
      .map(({ record }) => parseInstant(String(record.CreatedOn)))
      .filter((instant) => !Number.isNaN(instant))
    return instants.length === 0 ? null : new Date(Math.max(...instants))
  }

  /** A record is gone. @returns whether it was there until now */
  async remove(entity: Entity, id: number, at: Date): Promise<boolean> {
    return (await this.removeAll(entity, [id], at)) > 0
  }

  /** Records are gone. @returns how many of them were there until now */
  async removeAll(entity: Entity, ids: readonly number[], at: Date): Promise<number> {
    const removed = await this.#session.query(sql`
      update connection_records
      set removed_at = ${at}::timestamptz, is_pending = true
      where ${this.of(entity)}
        and external_id = any (${ids}::bigint[])
        and removed_at is null
      returning external_id`)
    return removed.length
  }

  /** One kind of record of this connection, as a condition. */
  of(entity: Entity): Sql {
    return this.ofKind(entity.kind)
  }

  ofKind(kind: string): Sql {
    return sql`network_id = ${this.#place.networkId}::int
        and connection_id = ${this.#place.connectionId}::int
        and entity = ${kind}::text`
  }
}

function isSame(
  { fields, changedBy, leftOut }: Entity,
  listed: WireRecord,
  known: Readonly<Record<string, unknown>> | undefined,
): boolean {
  if (known === undefined) return false
  const isDated = typeof listed[changedBy] === 'string' && listed[changedBy] === known[changedBy]
  const tellsAll = leftOut.every((field) => listed[field] !== undefined && listed[field] !== null)
  if (!isDated && (known[changedBy] !== undefined || !tellsAll)) return false
  return fields.every((field) => {
    const value = listed[field]
    return value === undefined || value === null || JSON.stringify(value) === JSON.stringify(known[field])
  })
}

function parentOf(entity: Entity, record: WireRecord): string | null {
  const value = entity.parent === null ? null : record[entity.parent]
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim().toLowerCase() : null
}

function wholeNumber(value: unknown): number | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : null
}
