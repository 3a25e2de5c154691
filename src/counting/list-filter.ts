/** What a list of active users is narrowed by, as conditions on a row of `active`. */
import sql, { join, raw, type Sql } from 'sql-template-tag'
import { activeUsersSince } from '#counting/active-users'
import { stateAt } from '#counting/customer-state'
import { ofPlace, type Place, suspensionsHere } from '#counting/finders'
import { beyondDispute, type RuleSet } from '#counting/rules'
import type { CustomerKind } from '#model/active-user'
import { SOURCE_BITS, type Source } from '#model/source'

/** Filters by source: they choose among those whom the others leave, so that figures by source are of these. */
export interface SourceFilter {
  /** Customers with at least one of these; none means all. */
  readonly sources: readonly Source[]
  /** Only customers with exactly one source, which is then one of `sources`. */
  readonly isOnlySource?: boolean | undefined
}

export interface CustomerFilter {
  /** Found in the name (folded as sort names are), the e-mail or the company (in lower case); null means all. */
  readonly search: { readonly folded: string; readonly lower: string } | null
  readonly kind?: CustomerKind | undefined
  readonly isSuspended?: boolean | undefined
  readonly isArchived?: boolean | undefined
  readonly isDisputable?: boolean | undefined
  /** These alone, of all who match otherwise. */
  readonly customerIds?: readonly number[] | undefined
}

/** A condition on the `mask` of table `alias`. */
export function ofSources(alias: string, { sources, isOnlySource = false }: SourceFilter): Sql {
  const bits = sources.reduce((mask, source) => mask | SOURCE_BITS[source], 0)
  const mask = raw(`${alias}.mask`)
  const conditions = [
    ...(bits === 0 ? [] : [sql`${mask} & ${bits}::int > 0`]),
    ...(isOnlySource ? [sql`${mask} & (${mask} - 1) = 0`] : []),
  ]
  return conditions.length === 0 ? sql`true` : join(conditions, ' and ')
}

/** Whether the filter asks anything of each customer. */
export function asksOfCustomers(filter: CustomerFilter): boolean {
  return Object.keys(OF_CUSTOMERS).some((name) => (filter[name as keyof CustomerFilter] ?? null) !== null)
}

const OF_CUSTOMERS: Readonly<Record<keyof CustomerFilter, true>> = {
  search: true,
  kind: true,
  isSuspended: true,
  isArchived: true,
  isDisputable: true,
  customerIds: true,
}

/** Rows of `active` that the filter leaves, as a query. What nobody asks for costs nothing. */
export function filteredCustomers(
  networkId: number,
  place: Place,
  ruleSet: RuleSet,
  filter: CustomerFilter,
): Sql {
  const conditions = [
    ...(filter.customerIds === undefined ? [] : [isAmong(filter.customerIds)]),
    ...(filter.search === null ? [] : [isFound(filter.search)]),
    ...(filter.kind === undefined ? [] : [truth(isMember(place, 'active'), filter.kind === 'member')]),
    ...(filter.isSuspended === undefined ? [] : [isInState(place, 'suspended', filter.isSuspended)]),
    ...(filter.isArchived === undefined ? [] : [isInState(place, 'archived', filter.isArchived)]),
    ...(filter.isDisputable === undefined
      ? []
      : [truth(isBeyondDispute(place, ruleSet), !filter.isDisputable)]),
  ]
  const needsCustomers = [filter.search ?? undefined, filter.isSuspended, filter.isArchived].some(
    (asked) => asked !== undefined,
  )
  const customers = needsCustomers
    ? sql`
    join customers c on c.network_id = ${networkId}::int and c.customer_id = active.customer_id`
    : sql``
  const where =
    conditions.length === 0
      ? sql``
      : sql`
    where ${join(conditions, '\n      and ')}`
  return sql`
    select active.*
    from active${customers}${where}`
}

function isAmong(customerIds: readonly number[]): Sql {
  return sql`(active.customer_id in (select unnest(${customerIds}::int[]))) is true`
}

function isFound({ folded, lower }: NonNullable<CustomerFilter['search']>): Sql {
  return sql`(
        strpos(c.sort_name, ${folded}::text) > 0
        or strpos(lower(c.email), ${lower}::text) > 0
        or strpos(lower(c.company), ${lower}::text) > 0
      )`
}

/** Whether the customer of a row of `alias` has a contract here that stands, counting or not. */
function isMember(place: Place, alias: string): Sql {
  return sql`${raw(alias)}.customer_id in (
        select c.customer_id
        from contracts c
        where c.location_id = ${place.location}${ofPlace(place, 'c')}
          and c.until_at > ${place.asOf}
          and c.from_at <= ${place.asOf}
      )`
}

/** Few are suspended or archived: only of them the history tells which. */
function isInState(place: Place, property: 'suspended' | 'archived', isAsked: boolean): Sql {
  const isEither = sql`(c.customer_id in (select s.customer_id${suspensionsHere(place)}))`
  const isSo = sql`case when ${isEither} is true then ${stateAt('c', property, place.asOf)} else false end`
  return truth(sql`${isSo}`, isAsked)
}

function isBeyondDispute(place: Place, ruleSet: RuleSet): Sql {
  return sql`active.customer_id in (
        select firm.customer_id
        from (
          with ${activeUsersSince(place, beyondDispute(ruleSet))}
          select active.customer_id from active
        ) firm
      )`
}

/** `is true` also keeps a look-up from becoming a nested loop, as with the members of teams. */
function truth(condition: Sql, isAsked: boolean): Sql {
  return sql`(${condition}) is ${raw(isAsked ? '' : 'not ')}true`
}
