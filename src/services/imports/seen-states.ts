/** Suspended or archived as customers' own records tell: when it was seen, where the origin's history does not tell it. */
import sql, { raw, type Sql } from 'sql-template-tag'
import type { Session } from '#database/database'

const STATES = [
  ['suspended', 'is_suspended'],
  ['archived', 'is_archived'],
] as const

interface Arrival {
  readonly networkId: number
  readonly importId: number
}

/** The state that the history of a customer ends in, as SQL; null where there is none. */
function lastState(alias: string, property: string, among: Sql = sql`true`): Sql {
  return sql`(
            select change.after
            from customer_changes change
            where change.network_id = ${raw(alias)}.network_id
              and change.customer_id = ${raw(alias)}.customer_id
              and change.property = ${property}::text
              and ${among}
            order by change.at desc, change.ref desc
            limit 1
          )`
}

/**
 * Keeps when a customer's state changed where the origin tells no date: at its last change there if that
 * is news, else now. Where the history already ends in the state that was read, it is kept apart for as
 * long as it does.
 */
export async function noteSeenStates(
  session: Session,
  { networkId, importId }: Arrival,
  recordedAt: Date,
): Promise<void> {
  for (const [property, column] of STATES) {
    await session.query(sql`
      with read as (
        select distinct on (customer_id) network_id, customer_id, ${raw(column)} as state, updated_at
        from loading.customers
        order by customer_id, ctid desc
      ),
      seen as (
        select
          known.customer_id,
          case
            when read.updated_at > known.updated_at and read.updated_at <= ${recordedAt}::timestamptz then read.updated_at
            else ${recordedAt}::timestamptz
          end as at,
          read.state as after,
          read.state is not distinct from ${lastState('read', property)} as is_covered
        from read
        join customers known on known.network_id = read.network_id and known.customer_id = read.customer_id
        where known.${raw(column)} <> read.state
      ),
      covered as (
        insert into covered_states as known (network_id, customer_id, property, at, after)
        select ${networkId}::int, customer_id, ${property}::text, at, after
        from seen
        where is_covered
        on conflict (network_id, customer_id, property) do update
        set at = excluded.at, after = excluded.after
      ),
      uncovered as (
        delete from covered_states known
        using seen
        where known.network_id = ${networkId}::int
          and known.customer_id = seen.customer_id
          and known.property = ${property}::text
          and not seen.is_covered
      )
      insert into customer_changes (network_id, customer_id, property, at, ref, before, after, import_id)
      select
        ${networkId}::int, customer_id, ${property}::text, at, -${importId}::int, not after, after, ${importId}::int
      from seen
      where not is_covered
      on conflict do nothing`)
  }
}

/**
 * An entry of the history of these customers left them: what it covered is noted, and what it contradicted
 * need not be.
 */
export async function noteAfterMoves(
  session: Session,
  arrival: Arrival,
  customers: readonly number[],
): Promise<void> {
  for (const [property, column] of STATES) {
    await coverNoted(session, arrival, { property, column, customers })
    await noteUncovered(session, arrival, { property, column, customers })
  }
}

interface Those {
  readonly property: string
  readonly column: string
  readonly customers: readonly number[]
}

/**
 * The last state that was noted as seen, where the history ends in it without that. Not what was done here: which
 * arrivals these are is asked before, since on a cluster they are not at hand as the records are.
 */
async function coverNoted(
  session: Session,
  { networkId }: Arrival,
  { property, column, customers }: Those,
): Promise<void> {
  const isNoted = sql`network_id = ${networkId}::int
        and customer_id = any (${customers}::int[])
        and property = ${property}::text
        and ref = -import_id`
  const arrivals = await session.query<{ id: number }>(
    sql`select distinct import_id as id from customer_changes where ${isNoted}`,
  )
  if (arrivals.length === 0) return
  const doneHere = await session.query<{ id: number }>(sql`
    select import_id as id
    from imports
    where network_id = ${networkId}::int
      and import_id = any (${arrivals.map(({ id }) => id)}::int[])
      and origin = 'change'`)
  await session.query(sql`
    with noted as (
      select distinct on (customer_id) network_id, customer_id, property, at, ref, after, import_id
      from customer_changes
      where ${isNoted}
      order by customer_id, import_id desc
    ),
    covered as (
      delete from customer_changes change
      using noted, customers known
      where change.network_id = noted.network_id
        and change.customer_id = noted.customer_id
        and change.property = noted.property
        and change.at = noted.at
        and change.ref = noted.ref
        and known.network_id = noted.network_id
        and known.customer_id = noted.customer_id
        and known.${raw(column)} = noted.after
        and noted.after = ${lastState('noted', property, sql`change.ref <> noted.ref`)}
        and noted.import_id <> all (${doneHere.map(({ id }) => id)}::int[])
      returning change.customer_id, change.at, change.after
    )
    insert into covered_states as known (network_id, customer_id, property, at, after)
    select ${networkId}::int, customer_id, ${property}::text, at, after
    from covered
    on conflict (network_id, customer_id, property) do update
    set at = excluded.at, after = excluded.after`)
}

async function noteUncovered(
  session: Session,
  { networkId, importId }: Arrival,
  { property, column, customers }: Those,
): Promise<void> {
  await session.query(sql`
    with uncovered as (
      delete from covered_states covered
      using customers known
      where covered.network_id = ${networkId}::int
        and covered.customer_id = any (${customers}::int[])
        and covered.property = ${property}::text
        and known.network_id = covered.network_id
        and known.customer_id = covered.customer_id
        and known.${raw(column)} = covered.after
        and covered.after is distinct from ${lastState('covered', property)}
      returning covered.customer_id, covered.at, covered.after
    )
    insert into customer_changes (network_id, customer_id, property, at, ref, before, after, import_id)
    select
      ${networkId}::int, customer_id, ${property}::text, at, -${importId}::int, not after, after, ${importId}::int
    from uncovered
    on conflict do nothing`)
}
