/** How many of those who count now will count at a later instant of the same window, as things stand. */
import sql, { raw, type Sql } from 'sql-template-tag'
import { activeUsersSince } from '#counting/active-users'
import type { Place } from '#counting/finders'
import type { RuleSet } from '#counting/rules'

export interface ForecastPlace {
  readonly networkId: number
  readonly locationId: number
  readonly windowFrom: Date
}

/** One row: `stay` count at both instants, `come` at the later alone, `go` at the earlier alone. */
export function differencesOfCounts(place: ForecastPlace, now: Date, later: Date, ruleSet: RuleSet): Sql {
  return sql`
  with earlier as (${counted(place, now, ruleSet)}
  ),
  later as (${counted(place, later, ruleSet)}
  )
  select
    count(*) filter (where earlier.customer_id is not null and later.customer_id is not null)::int as stay,
    count(*) filter (where earlier.customer_id is null)::int as come,
    count(*) filter (where later.customer_id is null)::int as go
  from earlier
  full join later on later.customer_id = earlier.customer_id`
}

function counted({ networkId, locationId, windowFrom }: ForecastPlace, asOf: Date, ruleSet: RuleSet): Sql {
  const place: Place = {
    ofNetwork: (table) => sql` and ${raw(table)}.network_id = ${networkId}::int`,
    location: sql`${locationId}::int`,
    windowFrom: sql`${windowFrom}::timestamptz`,
    asOf: sql`${asOf}::timestamptz`,
  }
  return sql`
    with ${activeUsersSince(place, ruleSet)}
    select active.customer_id from active`
}
