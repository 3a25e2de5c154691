/** How many of those who count now will count at a later instant of the same window, as things stand. */
import sql, { type Sql } from 'sql-template-tag'
import type { RuleSet } from '#counting/rules'
import { type CountedWindow, countedInWindow } from '#counting/window'

export type ForecastPlace = Omit<CountedWindow, 'asOf'>

/** One row: `stay` count at both instants, `come` at the later alone, `go` at the earlier alone. */
export function differencesOfCounts(place: ForecastPlace, now: Date, later: Date, ruleSet: RuleSet): Sql {
  return sql`
  with earlier as (${countedInWindow({ ...place, asOf: now }, ruleSet)}
  ),
  later as (${countedInWindow({ ...place, asOf: later }, ruleSet)}
  )
  select
    count(*) filter (where earlier.customer_id is not null and later.customer_id is not null)::int as stay,
    count(*) filter (where earlier.customer_id is null)::int as come,
    count(*) filter (where later.customer_id is null)::int as go
  from earlier
  full join later on later.customer_id = earlier.customer_id`
}
