/**
 * Which locations a statement is about. There is one query, of one location, that runs once for each row
 * of a lateral join, with small hashes that never spill where one large grouping would.
 */
import sql, { join, raw, type Sql } from 'sql-template-tag'
import type { Place } from '#counting/finders'

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
  readonly cutOff?: 'after' | 'before'
  /** On a cluster, a statement that names its network in every table runs on that network's node. */
  readonly isRouted?: boolean
}

/** The locations of a scope with their windows; `offset 0` has each window worked out once. */
function scopeRows(scope: Scope): Sql {
  const notAfter = raw(scope.cutOff === 'before' ? '<' : '<=')
  const conditions = [
    ...(scope.networkId === undefined ? [] : [sql`l.network_id = ${scope.networkId}::int`]),
    ...(scope.locationId === undefined ? [] : [sql`l.location_id = ${scope.locationId}::int`]),
    ...(scope.locationIds === undefined ? [] : [sql`l.location_id = any (${scope.locationIds}::int[])`]),
  ]
  return sql`
    select
      l.network_id,
      l.location_id,
      l.external_id,
      l.name,
      l.time_zone,
      coalesce((
        select max(i.cut_off_at)
        from platform_invoices i
        where i.location_id = l.location_id
          and i.cut_off_at ${notAfter} ${scope.asOf}::timestamptz
      ), l.created_at) as window_from
    from locations l${raw(conditions.length > 0 ? '\n    where ' : '')}${conditions.length > 0 ? join(conditions, ' and ') : sql``}
    offset 0`
}

/** The place of each row `p` of a scope; the number of a single location is given as a constant. */
export function placeOf(scope: Scope): Place {
  const { networkId, locationId, asOf, isRouted } = scope
  return {
    ofNetwork: (table) =>
      networkId === undefined || !isRouted ? sql`` : sql` and ${raw(table)}.network_id = ${networkId}::int`,
    location: locationId === undefined ? sql`p.location_id` : sql`${locationId}::int`,
    windowFrom: sql`p.window_from`,
    asOf: sql`${asOf}::timestamptz`,
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
