/** The questions as the prototype asks them. Instants are half-open, as Headcount's are. */

/** Where and when: placeholders for one location, columns of an outer row for many. */
interface Place {
  readonly location: string
  readonly from: string
  readonly asOf: string
}

const ONE: Place = { location: '$1::int', from: '$2::timestamptz', asOf: '$3::timestamptz' }
const EACH: Place = { location: 'p.location_id', from: 'p.from_at', asOf: '$1::timestamptz' }

/** A customer counts by a window source, or by a contract alone while not suspended. */
const COUNTS = (mask: string) => `(${mask} & 30 <> 0 or ${mask} = 1)`

function masks({ location, from, asOf }: Place): string {
  return `m as (
  select customer_id, bit_or(source) as mask
  from (
    select customer_id, source
    from prototype.activity
    where location_id = ${location} and at >= ${from} and at < ${asOf}
    union all
    select customer_id, 1::smallint
    from prototype.contract_v
    where location_id = ${location} and to_at > ${asOf} and from_at <= ${asOf}
    union all
    select customer_id, 64::smallint
    from prototype.suspension
    where location_id = ${location} and from_at <= ${asOf} and (to_at is null or to_at > ${asOf})
  ) f
  group by customer_id
), team as (
  select distinct e.member_id
  from prototype.team_edge e
  join m on m.customer_id = e.payer_id and ${COUNTS('m.mask')}
  where e.location_id = ${location} and e.from_at <= ${asOf} and e.to_at > ${asOf}
)`
}

const SUM = `select (select count(*) from m where ${COUNTS('mask')})
  + (
    select count(*)
    from team t
    left join m on m.customer_id = t.member_id
    where m.mask is null or not ${COUNTS('m.mask')}
  ) as n`

/** $1 location, $2 start of the window, $3 as of. */
export const COUNT = `with ${masks(ONE)}
${SUM}`

/** $1 location: the start of its open window, which the prototype's count is given. */
export const WINDOW = 'select from_at from prototype.period where location_id = $1::int and to_at is null'

/** $1 as of. */
export const COUNT_ALL = `select p.location_id, x.n
from (select location_id, no, from_at from prototype.period where to_at is null) p
cross join lateral (with ${masks(EACH)}
${SUM}) x`

/** $1 location, $2 start of the window, $3 as of, $4 bits of the sources, $5 offset. */
export const PAGE = `with ${masks(ONE)}, active as (
  select customer_id, bit_or(mask) & 31 as mask
  from (select customer_id, mask from m union all select member_id, 2::smallint from team) u
  group by customer_id
  having ${COUNTS('bit_or(mask)')}
)
select r.customer_id, r.name, a.mask, count(*) over () as total
from active a
join prototype.roster r on r.location_id = $1::int and r.customer_id = a.customer_id
where a.mask & $4::int <> 0
order by r.name, r.customer_id
limit 50 offset $5::int`
