import sql, { raw, type Sql } from 'sql-template-tag'
import { type Asker, visibleLocations } from '#services/asker'

/** Limits rows of `table` to the locations that the asker may see: ` and …`, or nothing. */
export function ofVisibleLocations(asker: Asker, networkId: number, table: string): Sql {
  const visible = visibleLocations(asker, networkId)
  return visible === 'all' ? sql`` : sql` and ${raw(table)}.location_id = any (${visible}::int[])`
}
