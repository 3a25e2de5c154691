/** What was read of an account, as a source of records: those that are pending, and what explains them. */
import sql from 'sql-template-tag'
import { ENTITIES, type Entity, EXPLAINING } from '#connectors/nexudus/client/entities'
import type { ExportSource, SourceBatch } from '#connectors/nexudus/export-source'
import type { Session } from '#database/database'
import type { Mirror } from '#services/connections/mirror'

const ROWS = 1000

interface MirrorRow {
  external_id: number
  record: unknown
  removed_at: Date | null
}

export interface MirrorSourceOptions {
  readonly mirror: Mirror
  /** External ids of locations that are switched off. */
  readonly leftOut: ReadonlySet<string>
  /** Customers who are gone, as numbers. */
  readonly gone: ReadonlySet<number>
}

export function mirrorSource(session: Session, options: MirrorSourceOptions): ExportSource {
  const entityOf = (file: string) => ENTITIES.find((entity) => entity.file === file)
  return {
    has: (file) => entityOf(file) !== undefined,
    open(file) {
      const entity = entityOf(file)
      if (entity === undefined) throw new Error(`${file} is not read of an account.`)
      return readRows(session, entity, options)
    },
    mayHoldCredits: async () => true,
    isLeftOut: (location) => options.leftOut.has(location),
  }
}

/** The account may still list what names a customer who is gone: it went with him. */
async function* readRows(
  session: Session,
  entity: Entity,
  { mirror, gone }: MirrorSourceOptions,
): AsyncGenerator<SourceBatch> {
  const pending = EXPLAINING.includes(entity.kind) ? sql`` : sql` and is_pending`
  let after = 0
  let read = 0
  for (;;) {
    const rows = await session.query<MirrorRow>(sql`
      select
        external_id,
        record,
        least(removed_at, (
          select customer.removed_at
          from connection_records customer
          where ${mirror.ofKind('customer')} and customer.external_id = r.customer_ref
        )) as removed_at
      from connection_records r
      where ${mirror.of(entity)} and external_id > ${after}::bigint${pending}
      order by external_id
      limit ${ROWS}::int`)
    if (rows.length === 0) return
    const firstPosition = read + 1
    read += rows.length
    after = rows.at(-1)?.external_id ?? after
    yield {
      values:
        entity.kind === 'team'
          ? rows.map((row) => withoutGone(row.record, gone))
          : rows.map((row) => row.record),
      firstPosition,
      bytesRead: read,
      bytesTotal: read,
      removed: new Map(
        rows.flatMap((row) =>
          row.removed_at === null ? [] : [[String(row.external_id), row.removed_at.getTime()] as const],
        ),
      ),
    }
    if (rows.length < ROWS) return
  }
}

/** A team may still name a customer who was deleted. */
function withoutGone(record: unknown, gone: ReadonlySet<number>): unknown {
  const members = (record as { TeamMembers?: unknown }).TeamMembers
  if (gone.size === 0 || !Array.isArray(members)) return record
  return { ...(record as object), TeamMembers: members.filter((id) => !gone.has(Number(id))) }
}
