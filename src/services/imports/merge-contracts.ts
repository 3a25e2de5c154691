/**
 * Contracts: a changed end is a correction, but one that had ended and is back has been away in between.
 * Whose it is and which location issued it is corrected for all its stays.
 */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import type { Merged } from '#services/imports/merge-records'

export async function mergeContracts(session: Session, networkId: number, recordedAt: Date): Promise<Merged> {
  const [row] = await session.query<Merged>(sql`
    with read as (
      select distinct on (ref) *
      from loading.contracts
      order by ref, ctid desc
    ),
    known as (
      select distinct on (c.ref)
        c.*,
        min(c.from_at) over (partition by c.ref) as first_from_at
      from contracts c
      join read on read.ref = c.ref
      where c.network_id = ${networkId}::int
      order by c.ref, c.from_at desc
    ),
    compared as (
      select
        read.*,
        known.from_at as known_from_at,
        known.first_from_at,
        known.ref is null as is_new,
        known.until_at <= ${recordedAt}::timestamptz and read.until_at > ${recordedAt}::timestamptz as is_back,
        case
          when read.updated_at > known.updated_at and read.updated_at > known.until_at and read.updated_at <= ${recordedAt}::timestamptz
            then read.updated_at
          else ${recordedAt}::timestamptz
        end as back_at
      from read
      left join known on known.ref = read.ref
      where known.ref is null
        or (known.location_id, known.customer_id, known.until_at, known.starts_at, known.price_minor, known.plan_name, case when known.from_at = known.first_from_at then known.from_at else read.from_at end)
          is distinct from (read.location_id, read.customer_id, read.until_at, read.starts_at, read.price_minor, read.plan_name, read.from_at)
    ),
    added as (
      insert into contracts (network_id, location_id, ref, customer_id, from_at, until_at, starts_at, price_minor, plan_name, updated_at, import_id)
      select
        network_id, location_id, ref, customer_id,
        case when is_new then from_at else back_at end,
        until_at, starts_at, price_minor, plan_name, updated_at, import_id
      from compared
      where is_new or is_back
      returning 1
    ),
    corrected as (
      update contracts c
      set
        location_id = read.location_id,
        customer_id = read.customer_id,
        from_at = case when read.known_from_at = read.first_from_at then read.from_at else c.from_at end,
        until_at = read.until_at,
        starts_at = read.starts_at,
        price_minor = read.price_minor,
        plan_name = read.plan_name,
        updated_at = read.updated_at,
        import_id = read.import_id
      from compared read
      where not read.is_new
        and not read.is_back
        and c.network_id = read.network_id
        and c.ref = read.ref
        and c.from_at = read.known_from_at
      returning 1
    ),
    corrected_stays as (
      update contracts c
      set location_id = read.location_id, customer_id = read.customer_id
      from compared read
      where not read.is_new
        and c.network_id = read.network_id
        and c.ref = read.ref
        and (read.is_back or c.from_at <> read.known_from_at)
        and (c.location_id, c.customer_id) is distinct from (read.location_id, read.customer_id)
      returning 1
    )
    select
      (select count(*) from compared where is_new)::int as added,
      (select count(*) from compared where not is_new)::int + 0 * ((select count(*) from added) + (select count(*) from corrected) + (select count(*) from corrected_stays))::int as changed`)
  return row ?? { added: 0, changed: 0 }
}
