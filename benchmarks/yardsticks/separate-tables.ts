/** The same questions over separate tables: a five-way UNION. Instants are half-open, as Headcount's are. */
interface Place {
  readonly location: string
  readonly from: string
  readonly asOf: string
}

const ONE: Place = { location: '$1::int', from: '$2::timestamptz', asOf: '$3::timestamptz' }

function active({ location, from, asOf }: Place): string {
  return `src as (
  select customer_id, 'contract'::text as source
  from separate_tables.contract
  where location_id = ${location} and created_at <= ${asOf} and (cancel_at is null or cancel_at > ${asOf})
  union
  select customer_id, 'booking'
  from separate_tables.booking
  where location_id = ${location} and created_at >= ${from} and created_at < ${asOf}
  union
  select customer_id, 'invoice'
  from separate_tables.invoice
  where location_id = ${location} and issued_at >= ${from} and issued_at < ${asOf}
  union
  select customer_id, 'recurring'
  from separate_tables.recurring
  where location_id = ${location} and purchased_at >= ${from} and purchased_at < ${asOf}
), direct as (
  select customer_id, source
  from src s
  where not exists (
      select from prototype.suspension x
      where x.customer_id = s.customer_id
        and x.location_id = ${location}
        and x.from_at <= ${asOf}
        and (x.to_at is null or x.to_at > ${asOf})
    )
    or exists (select from src o where o.customer_id = s.customer_id and o.source <> 'contract')
), active as (
  select customer_id, source from direct
  union
  select m.customer_id, 'team'
  from separate_tables.team t
  join separate_tables.team_member m on m.team_id = t.id and m.customer_id <> t.payer_id
  where t.merged and t.payer_id in (select customer_id from direct)
)`
}

/** $1 location, $2 start of the window, $3 as of. */
export const COUNT = `with ${active(ONE)}
select count(distinct customer_id) as n from active`

/** $1 location, $2 start of the window, $3 as of, $4 names of the sources, $5 offset. */
export const PAGE = `with ${active(ONE)}, listed as (
  select customer_id, array_agg(source order by source) as sources from active group by customer_id
)
select c.id, c.name, l.sources, count(*) over () as total
from listed l
join prototype.customer c on c.id = l.customer_id
where l.sources && $4::text[]
order by c.name, c.id
limit 50 offset $5::int`

/** $1 as of: every location in one statement. */
export const COUNT_ALL = `with p as (
  select location_id, from_at from prototype.period where to_at is null
), src as (
  select c.location_id, c.customer_id, 'contract'::text as source
  from p
  join separate_tables.contract c on c.location_id = p.location_id
  where c.created_at <= $1::timestamptz and (c.cancel_at is null or c.cancel_at > $1::timestamptz)
  union
  select b.location_id, b.customer_id, 'booking'
  from p
  join separate_tables.booking b on b.location_id = p.location_id
  where b.created_at >= p.from_at and b.created_at < $1::timestamptz
  union
  select i.location_id, i.customer_id, 'invoice'
  from p
  join separate_tables.invoice i on i.location_id = p.location_id
  where i.issued_at >= p.from_at and i.issued_at < $1::timestamptz
  union
  select r.location_id, r.customer_id, 'recurring'
  from p
  join separate_tables.recurring r on r.location_id = p.location_id
  where r.purchased_at >= p.from_at and r.purchased_at < $1::timestamptz
), direct as (
  select location_id, customer_id, source
  from src s
  where not exists (
      select from prototype.suspension x
      where x.customer_id = s.customer_id
        and x.location_id = s.location_id
        and x.from_at <= $1::timestamptz
        and (x.to_at is null or x.to_at > $1::timestamptz)
    )
    or exists (
      select from src o
      where o.location_id = s.location_id and o.customer_id = s.customer_id and o.source <> 'contract'
    )
), active as (
  select location_id, customer_id, source from direct
  union
  select d.location_id, m.customer_id, 'team'
  from separate_tables.team t
  join separate_tables.team_member m on m.team_id = t.id and m.customer_id <> t.payer_id
  join direct d on d.customer_id = t.payer_id
  where t.merged
)
select location_id, count(distinct customer_id) as n from active group by location_id`
