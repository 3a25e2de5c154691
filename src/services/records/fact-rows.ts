/** Facts by their number, standing or ended. */
import sql, { type Sql } from 'sql-template-tag'

/** A number may be that of a booking, an invoice and a sale: the kind tells them apart. */
export function factsOfRecord(networkId: number, ref: number): Sql {
  return sql`
      select at, kind, ref, location_id, customer_id, null::timestamptz as ended_at
      from facts
      where ref = ${ref}::bigint
        and network_id = ${networkId}::int
      union all
      select at, kind, ref, location_id, customer_id, ended_at
      from ended_facts
      where ref = ${ref}::bigint
        and network_id = ${networkId}::int`
}
