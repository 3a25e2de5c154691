/**
 * Which locations a statement is about. There is one query, of one location, that runs once for each row
 * of a lateral join, with small hashes that never spill where one large grouping would.
 */
import sql, { join, raw, type Sql } from 'sql-template-tag'
import type { Place } from '#counting/finders'
import { LARGEST_LOCATIONS } from '#lib/largest-locations'

/** Whether an instant that is a cut-off begins a window, or ends one. */
export const CUT_OFF_SIDES = ['after', 'before'] as const
export type CutOffSide = (typeof CUT_OFF_SIDES)[number]

/** One location as of one instant; rows of several moments are told apart by `name`. */
export interface Moment {
  readonly name: number
  readonly locationId: number
  readonly asOf: Date
  readonly cutOff: CutOffSide
}

export interface Scope {
  /** Absent: every network. */
  readonly networkId?: number
  /** Absent: every location of the network. */
  readonly locationId?: number
  /** Only these, of all that are meant otherwise. */
  readonly locationIds?: readonly number[]
  readonly asOf: Date
  /**
   * `after`: a platform invoice at `asOf` itself has begun a new window (the panel).
   * `before`: the window that a platform invoice at `asOf` closes.
   */
  readonly cutOff?: CutOffSide
  /** Instead of one instant for all: each location at instants of its own. */
  readonly moments?: readonly Moment[]
}

/**
 * The largest locations come last, as far as the connection knows them: a hash table that has grown for one is
 * emptied, bucket by bucket, for each after it (measured: 4 of 100 for 500 locations).
 */
const LARGEST_LAST = raw(`
    order by array_position(
      nullif(current_setting('${LARGEST_LOCATIONS}', true), '')::int[], l.location_id
    ) desc nulls first`)

/** The locations of a scope with their windows; `offset 0` has each window worked out once. */
function scopeRows(scope: Scope): Sql {
  const conditions = [
    ...(scope.networkId === undefined ? [] : [sql`l.network_id = ${scope.networkId}::int`]),
    ...(scope.locationId === undefined ? [] : [sql`l.location_id = ${scope.locationId}::int`]),
    ...(scope.locationIds === undefined ? [] : [sql`l.location_id = any (${scope.locationIds}::int[])`]),
  ]
  const { moments } = scope
  return sql`
    select
      l.network_id,
      l.location_id,
      l.external_id,
      l.name,
      l.time_zone,${moments === undefined ? sql`` : MOMENT_COLUMNS}
      coalesce((
        select max(i.cut_off_at)
        from platform_invoices i
        where i.location_id = l.location_id
          and ${moments === undefined ? beganBy(scope) : MOMENT_BEGAN}
      ), l.created_at) as window_from
    from locations l${moments === undefined ? sql`` : joinMoments(moments)}${raw(conditions.length > 0 ? '\n    where ' : '')}${conditions.length > 0 ? join(conditions, ' and ') : sql``}${scope.locationId === undefined ? LARGEST_LAST : sql``}
    offset 0`
}

function beganBy({ asOf, cutOff }: Scope): Sql {
  return sql`i.cut_off_at ${raw(cutOff === 'before' ? '<' : '<=')} ${asOf}::timestamptz`
}

const MOMENT_COLUMNS = raw(`
      m.name as moment,
      m.as_of,`)
const MOMENT_BEGAN = raw('i.cut_off_at <= m.as_of and (i.cut_off_at < m.as_of or not m.is_before)')

function joinMoments(moments: readonly Moment[]): Sql {
  const names = moments.map(({ name }) => name)
  const locationIds = moments.map(({ locationId }) => locationId)
  const instants = moments.map(({ asOf }) => asOf.toISOString())
  const areBefore = moments.map(({ cutOff }) => cutOff === 'before')
  return sql`
    join unnest(${names}::int[], ${locationIds}::int[], ${instants}::timestamptz[], ${areBefore}::boolean[])
      as m (name, location_id, as_of, is_before) on m.location_id = l.location_id`
}

/** The place of each row `p` of a scope; the number of a single location is given as a constant. */
export function placeOf(scope: Scope): Place {
  const { locationId, asOf, moments } = scope
  return {
    ofNetwork: () => sql``,
    location: locationId === undefined ? sql`p.location_id` : sql`${locationId}::int`,
    windowFrom: sql`p.window_from`,
    asOf: moments === undefined ? sql`${asOf}::timestamptz` : sql`p.as_of`,
  }
}

/** Runs a query (a `with` list and a select, over {@link placeOf}) for each location of the scope, as `found`. */
export function forEachLocation(scope: Scope, columns: Sql, expressions: Sql, select: Sql): Sql {
  return sql`
  select ${columns}
  from (${scopeRows(scope)}
  ) p
  cross join lateral (
  with ${expressions}
  ${select}
  ) found`
}
