/**
 * Records that stand at locations which the sender does not see, and the customers and teams of these. They
 * are not his to change, nor to draw to a location of his own by their external ids.
 */
import sql, { raw, type Sql } from 'sql-template-tag'
import type { Session } from '#database/database'
import type { FactSource } from '#model/kind'
import type { NetworkedRecord, RecordKind } from '#model/records'
import { SOURCE_BITS } from '#model/source'
import type { StageIds } from '#services/imports/stage'
import { type RecordFault, shownValue } from '#services/records/check-records'
import { FACT_SOURCES } from '#services/records/outcomes'

/** Numbers or external ids by kind, as {@link nameOf} has them. */
type Names = ReadonlyMap<RecordKind, ReadonlySet<string | number>>

/** How the places of records are read that are no facts: `name` and `location_id`. */
const PLACES = {
  contract: 'select ref as name, network_id, location_id from contracts',
  pause: `
      select z.ref as name, z.network_id, c.location_id
      from paused_periods z
      join contracts c on c.network_id = z.network_id and c.ref = z.contract_ref`,
  recurring_product: 'select ref as name, network_id, location_id from recurring_products',
  platform_invoice: 'select external_id as name, network_id, location_id from platform_invoices',
} as const satisfies Partial<Record<RecordKind, string>>

/**
 * Customers and teams belong to a network, and are seen where they have records: `name` and `location_id`.
 * Those without any are nobody's yet.
 */
const SEEN_AT = {
  customer: `
      select c.external_id as name, c.network_id, here.location_id
      from customers c
      join location_customers here on here.network_id = c.network_id and here.customer_id = c.customer_id`,
  team: `
      select t.external_id as name, t.network_id, here.location_id
      from teams t
      join team_memberships m on m.network_id = t.network_id and m.team_id = t.team_id
      join location_customers here on here.network_id = m.network_id and here.customer_id = m.customer_id`,
} as const satisfies Partial<Record<RecordKind, string>>

/** Those that stand out of sight already, facts aside: to be asked before a batch is staged. */
export async function statesOutOfSight(
  session: Session,
  ids: StageIds,
  sent: readonly NetworkedRecord[],
  visible: readonly number[],
): Promise<RecordFault[]> {
  const hidden = new Map<RecordKind, ReadonlySet<string | number>>()
  for (const [kind, places] of Object.entries({ ...PLACES, ...SEEN_AT }) as [Placed, string][]) {
    const names = sent.filter((record) => record.kind === kind).map((record) => nameOf(record, ids))
    if (names.length > 0) hidden.set(kind, await hiddenAmong(session, ids, { kind, places, names, visible }))
  }
  return faultsOf(sent, ids, hidden)
}

type Placed = keyof typeof PLACES | keyof typeof SEEN_AT

interface Question {
  readonly kind: Placed
  readonly places: string
  readonly names: readonly (string | number | undefined)[]
  readonly visible: readonly number[]
}

/** A record is hidden that stands at any hidden location; who has records is seen at any that is not. */
async function hiddenAmong(
  session: Session,
  { networkId }: StageIds,
  { kind, places, names, visible }: Question,
): Promise<ReadonlySet<string | number>> {
  const type = raw(isNamedByText(kind) ? 'text' : 'bigint')
  const every = raw(kind in SEEN_AT ? 'bool_and' : 'bool_or')
  const rows = await session.query<{ name: string | number }>(sql`
    select place.name
    from (${raw(places)}) place
    where place.network_id = ${networkId}::int
      and place.name = any (${names.filter((name) => name !== undefined)}::${type}[])
    group by place.name
    having ${every}(${isHidden(visible)})`)
  return new Set(rows.map((row) => row.name))
}

function isNamedByText(kind: RecordKind): boolean {
  return kind === 'platform_invoice' || kind in SEEN_AT
}

/** The same of facts, which a merge has looked up: to be asked after it, in its transaction. */
export async function factsOutOfSight(
  session: Session,
  ids: StageIds,
  sent: readonly NetworkedRecord[],
  visible: readonly number[],
): Promise<RecordFault[]> {
  if (!sent.some(({ kind }) => isFact(kind))) return []
  const rows = await session.query<{ source: number; ref: number }>(sql`
    select distinct place.kind & 255 as source, place.ref
    from loading.known_records place
    where ${isHidden(visible)}`)
  const hidden = FACT_SOURCES.map((source) => {
    const ofSource = rows.filter((row) => row.source === SOURCE_BITS[source])
    return [source, new Set(ofSource.map(({ ref }) => ref))] as const
  })
  return faultsOf(sent, ids, new Map(hidden))
}

function isFact(kind: RecordKind): kind is FactSource {
  return (FACT_SOURCES as readonly RecordKind[]).includes(kind)
}

function isHidden(visible: readonly number[]): Sql {
  return sql`place.location_id <> all (${visible}::int[])`
}

/** What a record is known by in {@link PLACES} and {@link SEEN_AT}; undefined where it never came. */
function nameOf({ kind, externalId }: NetworkedRecord, { refs }: StageIds): string | number | undefined {
  return isNamedByText(kind) ? externalId : refs.find(kind, externalId)
}

function faultsOf(sent: readonly NetworkedRecord[], ids: StageIds, hidden: Names): RecordFault[] {
  return sent.flatMap((record, index) => {
    const name = nameOf(record, ids)
    if (name === undefined || !hidden.get(record.kind)?.has(name)) return []
    const { kind, externalId } = record
    const reason = `externalId “${externalId}” is that of another ${kind.replaceAll('_', ' ')}, which you cannot change.`
    return [{ index, kind, externalId, field: 'externalId', value: shownValue(externalId), reason }]
  })
}
