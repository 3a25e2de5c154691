/**
 * Teams: who belongs and who pays are spans. What a network's first import finds has held since for ever; a
 * team that a later one finds has held since its last change, or since then where that is not told.
 */
import sql, { type Sql } from 'sql-template-tag'
import type { Session } from '#database/database'
import type { Merged } from '#services/imports/merge-records'

export interface MergedTeams extends Merged {
  /** The teams, known before, whose name, members or billing changed. */
  readonly changedTeams: readonly number[]
}

interface Arrival {
  readonly networkId: number
  readonly importId: number
  /** Whether it is the first import of the network. */
  readonly isFirst: boolean
  readonly recordedAt: Date
}

/** The last reading of each team, with the instant from which a difference to the known state holds. */
function readTeams({ networkId, isFirst, recordedAt }: Arrival): Sql {
  return sql`read as (
      select
        team.*,
        known.team_id is null as is_new,
        case
          when known.team_id is null and ${isFirst}::boolean then '-infinity'::timestamptz
          when team.updated_at <= ${recordedAt}::timestamptz and (known.team_id is null or team.updated_at > known.updated_at)
            then team.updated_at
          else ${recordedAt}::timestamptz
        end as changed_at
      from (
        select distinct on (team_id) * from loading.teams order by team_id, reading desc
      ) team
      left join teams known on known.network_id = ${networkId}::int and known.team_id = team.team_id
    )`
}

export async function mergeTeams(session: Session, arrival: Arrival): Promise<MergedTeams> {
  const { networkId, importId } = arrival
  const billing = await mergeBilling(session, arrival)
  const members = await mergeMembers(session, arrival)
  const [row] = await session.query<{ added: number; renamed: number[] }>(sql`
    with ${readTeams(arrival)},
    merged as (
      insert into teams as known (network_id, team_id, external_id, name, updated_at, import_id)
      select ${networkId}::int, team_id, external_id, name, updated_at, ${importId}::int
      from read
      on conflict (network_id, team_id) do update
      set name = excluded.name, updated_at = excluded.updated_at, import_id = excluded.import_id
      where (known.name, known.updated_at) is distinct from (excluded.name, excluded.updated_at)
      returning team_id, xmax = 0 as is_new
    )
    select
      (select count(*) from merged where is_new)::int as added,
      array(select team_id from merged where not is_new) as renamed`)
  const changed = new Set([...billing, ...members, ...(row?.renamed ?? [])])
  return { added: row?.added ?? 0, changed: changed.size, changedTeams: [...changed] }
}

/** @returns the known teams whose billing changed */
async function mergeBilling(session: Session, arrival: Arrival): Promise<number[]> {
  const { networkId } = arrival
  const rows = await session.query<{ team_id: number }>(sql`
    with ${readTeams(arrival)},
    different as (
      select read.*
      from read
      left join team_billing known
        on known.network_id = ${networkId}::int
        and known.team_id = read.team_id
        and known.until_at = 'infinity'
      where known.team_id is null
        or (known.has_merged_billing, known.paying_customer_id)
          is distinct from (read.has_merged_billing, read.paying_customer_id)
    ),
    closed as (
      update team_billing known
      set until_at = different.changed_at
      from different
      where known.network_id = ${networkId}::int
        and known.team_id = different.team_id
        and known.until_at = 'infinity'
      returning 1
    ),
    opened as (
      insert into team_billing (network_id, team_id, from_at, until_at, has_merged_billing, paying_customer_id)
      select ${networkId}::int, team_id, changed_at, 'infinity', has_merged_billing, paying_customer_id
      from different
      returning 1
    )
    select team_id from different where not is_new`)
  return rows.map((row) => row.team_id)
}

/** @returns the known teams whose members changed */
async function mergeMembers(session: Session, arrival: Arrival): Promise<number[]> {
  const { networkId } = arrival
  const rows = await session.query<{ team_id: number }>(sql`
    with ${readTeams(arrival)},
    read_members as (
      select read.team_id, member.customer_id, read.changed_at, read.is_new
      from read
      join loading.team_members member on member.reading = read.reading
    ),
    left_team as (
      update team_memberships known
      set until_at = read.changed_at
      from read
      where known.network_id = ${networkId}::int
        and known.team_id = read.team_id
        and known.until_at = 'infinity'
        and not exists (
          select from read_members member
          where member.team_id = known.team_id
            and member.customer_id = known.customer_id
        )
      returning known.team_id
    ),
    joined_team as (
      insert into team_memberships (network_id, team_id, customer_id, from_at, until_at)
      select ${networkId}::int, member.team_id, member.customer_id, member.changed_at, 'infinity'
      from read_members member
      where not exists (
        select from team_memberships known
        where known.network_id = ${networkId}::int
          and known.team_id = member.team_id
          and known.customer_id = member.customer_id
          and known.until_at = 'infinity'
      )
      returning team_id
    )
    select different.team_id
    from (select team_id from left_team union select team_id from joined_team) different
    join read on read.team_id = different.team_id and not read.is_new`)
  return rows.map((row) => row.team_id)
}
