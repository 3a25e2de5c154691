/**
 * The tables that repeat what others say so that a count reads one location only. Each is compared with
 * what it should be, and only the difference is written: an import that changed nothing writes nothing.
 */
import sql, { raw, type Sql } from 'sql-template-tag'
import { asTheyCame } from '#counting/change-order'
import type { Session } from '#database/database'

export interface DerivedTable {
  readonly name: 'location_customers' | 'location_suspensions' | 'team_edges'
  readonly columns: readonly string[]
  /** Whose rows they are, where only those of some are brought up to date. */
  readonly of: 'customer_id' | 'team_id'
  /**
   * What the table should hold for one network.
   * @param among a query of customers (of teams, for their edges): what it should hold for these alone
   */
  readonly expected: (networkId: number, among?: Sql) => Sql
}

function isAmong(column: string, among: Sql | undefined): Sql {
  return among === undefined ? sql`` : sql` and ${raw(column)} in (${among})`
}

/**
 * Everybody who has a record at a location. Those who are listed there are left out by a look at each:
 * a conflict would lock the row, which is a write.
 */
export function meetCustomers(networkId: number): Sql {
  return sql`
    insert into location_customers as known (network_id, location_id, customer_id, sort_name, has_records)
    select ${networkId}::int, met.location_id, met.customer_id, customer.sort_name, true
    from loading.location_customers met
    join customers customer on customer.network_id = ${networkId}::int and customer.customer_id = met.customer_id
    where not coalesce((
      select listed.has_records
      from location_customers listed
      where listed.location_id = met.location_id
        and listed.customer_id = met.customer_id
        and listed.network_id = ${networkId}::int
    ), false)
    order by met.location_id, met.customer_id
    on conflict (location_id, customer_id, network_id) do update
    set has_records = true
    where not known.has_records`
}

/** A name in the lists of locations follows the customer's. */
export function renameCustomers(networkId: number, among?: Sql): Sql {
  return sql`
    update location_customers known
    set sort_name = customer.sort_name
    from customers customer
    where known.network_id = ${networkId}::int
      and customer.network_id = known.network_id
      and customer.customer_id = known.customer_id
      and customer.sort_name <> known.sort_name${isAmong('known.customer_id', among)}`
}

/** Suspended or archived, as spans: from each change to the next, and before the first as that one tells. */
export const LOCATION_SUSPENSIONS: DerivedTable = {
  name: 'location_suspensions',
  of: 'customer_id',
  columns: ['network_id', 'location_id', 'customer_id', 'from_at', 'until_at'],
  expected: (networkId, among) => sql`
    with change_spans as (
      select changes.customer_id, changes.property, changes.after as state, changes.at as from_at,
        coalesce(lead(changes.at) over one_history, 'infinity') as until_at
      from customer_changes changes
      where changes.network_id = ${networkId}::int${isAmong('changes.customer_id', among)}
      window one_history as (partition by changes.customer_id, changes.property order by ${asTheyCame('changes')})
    ),
    before_spans as (
      select distinct on (changes.customer_id, changes.property)
        changes.customer_id, changes.property, changes.before as state, '-infinity'::timestamptz as from_at, changes.at as until_at
      from customer_changes changes
      where changes.network_id = ${networkId}::int${isAmong('changes.customer_id', among)}
      order by changes.customer_id, changes.property, ${asTheyCame('changes')}
    ),
    spans as (
      select customer_id, from_at, until_at from change_spans where state and from_at < until_at
      union all
      select customer_id, from_at, until_at from before_spans where state
      union all
      select customer.customer_id, '-infinity', 'infinity'
      from customers customer
      where customer.network_id = ${networkId}::int${isAmong('customer.customer_id', among)}
        and (
          customer.is_suspended and not exists (
            select from customer_changes changes
            where changes.network_id = customer.network_id
              and changes.customer_id = customer.customer_id
              and changes.property = 'suspended'
          )
          or customer.is_archived and not exists (
            select from customer_changes changes
            where changes.network_id = customer.network_id
              and changes.customer_id = customer.customer_id
              and changes.property = 'archived'
          )
        )
    )
    select ${networkId}::int as network_id, here.location_id, spans.customer_id, spans.from_at, max(spans.until_at) as until_at
    from spans
    join location_customers here on here.network_id = ${networkId}::int and here.customer_id = spans.customer_id
    group by here.location_id, spans.customer_id, spans.from_at`,
}

export const TEAM_EDGES: DerivedTable = {
  name: 'team_edges',
  of: 'team_id',
  columns: [
    'network_id',
    'location_id',
    'paying_customer_id',
    'customer_id',
    'team_id',
    'from_at',
    'until_at',
  ],
  expected: (networkId, among) => sql`
    select
      ${networkId}::int as network_id,
      here.location_id,
      billing.paying_customer_id,
      member.customer_id,
      member.team_id,
      greatest(member.from_at, billing.from_at) as from_at,
      least(member.until_at, billing.until_at) as until_at
    from team_billing billing
    join team_memberships member
      on member.network_id = billing.network_id
      and member.team_id = billing.team_id
      and member.customer_id <> billing.paying_customer_id
      and member.from_at < billing.until_at
      and billing.from_at < member.until_at
      and member.from_at < member.until_at
    join location_customers here
      on here.network_id = billing.network_id
      and here.customer_id = billing.paying_customer_id
      and here.has_records
    where billing.network_id = ${networkId}::int${isAmong('billing.team_id', among)}
      and billing.has_merged_billing
      and billing.from_at < billing.until_at`,
}

/** Members who never had a record at a location of their paying customer belong to its customers too. */
export function meetTeamMembers(networkId: number, among?: Sql): Sql {
  return sql`
    insert into location_customers (network_id, location_id, customer_id, sort_name, has_records)
    select distinct edge.network_id, edge.location_id, edge.customer_id, customer.sort_name, false
    from team_edges edge
    join customers customer on customer.network_id = edge.network_id and customer.customer_id = edge.customer_id
    where edge.network_id = ${networkId}::int${isAmong('edge.team_id', among)}
    on conflict (location_id, customer_id, network_id) do nothing`
}

async function refresh(session: Session, table: DerivedTable, networkId: number): Promise<void> {
  const columns = raw(table.columns.join(', '))
  const sameRow = raw(table.columns.map((column) => `expected.${column} = known.${column}`).join(' and '))
  await session.script('drop table if exists loading.expected')
  await session.query(sql`create unlogged table loading.expected as ${table.expected(networkId)}`)
  await session.script('analyze loading.expected')
  await session.query(sql`
    delete from ${raw(table.name)} known
    where known.network_id = ${networkId}::int
      and not exists (select from loading.expected expected where ${sameRow})`)
  await session.query(sql`
    insert into ${raw(table.name)} (${columns})
    select ${columns} from loading.expected order by location_id, customer_id
    on conflict do nothing`)
}

/** Brings the rows of some customers or teams up to date, without a look at others. */
export async function refreshAmong(
  session: Session,
  table: DerivedTable,
  networkId: number,
  ids: readonly number[],
): Promise<void> {
  const columns = raw(table.columns.join(', '))
  const sameRow = raw(table.columns.map((column) => `expected.${column} = known.${column}`).join(' and '))
  const among = sql`select unnest(${ids}::int[])`
  const expected = table.expected(networkId, among)
  await session.query(sql`
    with expected as materialized (${expected}
    )
    delete from ${raw(table.name)} known
    where known.network_id = ${networkId}::int
      and known.${raw(table.of)} in (${among})
      and not exists (select from expected where ${sameRow})`)
  await session.query(sql`
    insert into ${raw(table.name)} (${columns})
    select ${columns} from (${expected}) expected
    on conflict do nothing`)
}

/** Brings the derived tables of a network up to date, within the caller's transaction. */
export async function refreshDerived(session: Session, networkId: number): Promise<void> {
  await session.query(meetCustomers(networkId))
  await session.script('analyze customers; analyze location_customers')
  await session.query(renameCustomers(networkId))
  await session.script('analyze team_billing; analyze team_memberships; analyze customer_changes')
  await refresh(session, TEAM_EDGES, networkId)
  await session.query(meetTeamMembers(networkId))
  await refresh(session, LOCATION_SUSPENSIONS, networkId)
}
