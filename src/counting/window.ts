/** One location and one window of it, with instants that are known before the statement runs. */
import sql, { raw, type Sql } from 'sql-template-tag'
import { activeUsers } from '#counting/active-users'
import type { Place } from '#counting/finders'
import type { RuleSet } from '#counting/rules'

export interface CountedWindow {
  readonly networkId: number
  readonly locationId: number
  readonly windowFrom: Date
  readonly asOf: Date
}

export function placeOfWindow({ networkId, locationId, windowFrom, asOf }: CountedWindow): Place {
  return {
    ofNetwork: (table) => sql` and ${raw(table)}.network_id = ${networkId}::int`,
    location: sql`${locationId}::int`,
    windowFrom: sql`${windowFrom}::timestamptz`,
    asOf: sql`${asOf}::timestamptz`,
  }
}

/** Who counts in a window, at its end: (customer_id, mask). */
export function countedInWindow(window: CountedWindow, ruleSet: RuleSet): Sql {
  return sql`
    with ${activeUsers(placeOfWindow(window), ruleSet)}
    select active.customer_id, active.mask from active`
}
