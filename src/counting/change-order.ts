/**
 * The order of changes of a customer's state, as SQL. At one instant: first what was seen or done here, whose
 * numbers fall with each arrival, then what the origin's own history tells, whose numbers rise.
 */
import { raw, type Sql } from 'sql-template-tag'

/** Of rows of `customer_changes` known as `alias`: as they came. */
export function asTheyCame(alias: string): Sql {
  return raw(`${alias}.at, ${alias}.ref > 0, abs(${alias}.ref)`)
}

/** The same, the last first. */
export function lastFirst(alias: string): Sql {
  return raw(`${alias}.at desc, ${alias}.ref > 0 desc, abs(${alias}.ref) desc`)
}
