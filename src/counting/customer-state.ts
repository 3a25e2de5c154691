/** Whether a customer was suspended or archived at an instant, as SQL. */
import sql, { raw, type Sql } from 'sql-template-tag'
import { asTheyCame, lastFirst } from '#counting/change-order'

export type StateOfCustomer = 'suspended' | 'archived'

/**
 * A state of a row of `customers` known as `alias`: since the last change by the instant, else as the first
 * change found it, else as last seen.
 */
export function stateAt(alias: string, property: StateOfCustomer, asOf: Sql): Sql {
  const history = sql`
        from customer_changes changes
        where changes.network_id = ${raw(alias)}.network_id
          and changes.customer_id = ${raw(alias)}.customer_id
          and changes.property = ${raw(`'${property}'`)}`
  return sql`coalesce(
      (
        select changes.after${history}
          and changes.at <= ${asOf}
        order by ${lastFirst('changes')}
        limit 1
      ),
      (
        select changes.before${history}
        order by ${asTheyCame('changes')}
        limit 1
      ),
      ${raw(alias)}.is_${raw(property)}
    )`
}
