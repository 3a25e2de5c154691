/**
 * Which locations a statement is about. There is one query, of one location: for one location its place
 * is given as constants, for many it runs once for each row of a lateral join, with small hashes that
 * never spill where one large grouping would.
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
export function scopeRows(scope: Scope): Sql {
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

/** One location: its place as constants, its window from the common table expression `p`. */
export function placeOf(scope: Scope): Place {
  const { networkId, locationId, asOf, isRouted } = scope
  return {
    ofNetwork: (table) =>
      networkId === undefined || !isRouted ? sql`` : sql` and ${raw(table)}.network_id = ${networkId}::int`,
    location: locationId === undefined ? sql`p.location_id` : sql`${locationId}::int`,
    windowFrom: locationId === undefined ? sql`p.window_from` : sql`(select window_from from p)`,
    asOf: sql`${asOf}::timestamptz`,
  }
}

/** Runs `query` (a `with` list and a select, over `place`) for each location of the scope, as `counted`. */
export function forEachLocation(scope: Scope, columns: Sql, expressions: Sql, select: Sql): Sql {
  if (scope.locationId !== undefined) {
    return sql`
  with p as (${scopeRows(scope)}
  ),
  ${expressions}
  select ${columns}
  from p
  cross join (${select}
  ) counted`
  }
  return sql`
  select ${columns}
  from (${scopeRows(scope)}
  ) p
  cross join lateral (
  with ${expressions}
  ${select}
  ) counted`
}
