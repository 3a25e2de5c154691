-- After the rows, as a bulk load does.
set search_path to prototype;

create unique index activity_key on activity (location_id, at, ref, source) include (customer_id);
create unique index period_open on period (location_id) include (no, from_at) where to_at is null;
create index location_network on location (network_id);
create index suspension_lc on suspension (location_id, customer_id) include (from_at, to_at);
create index contract_v_live on contract_v (location_id, to_at) include (customer_id, from_at);

insert into contract_v
select location_id, customer_id, id, created_at, coalesce(cancel_at, 'infinity'), price_cents
from separate_tables.contract;

insert into roster
select home_location_id, id, name from customer;

insert into roster
select distinct a.location_id, a.customer_id, c.name
from activity a
join customer c on c.id = a.customer_id
on conflict do nothing;

-- a paying customer who counts in a sister location pulls his team in there too
insert into team_edge
select here.location_id, t.payer_id, m.customer_id, '-infinity', 'infinity'
from separate_tables.team t
join separate_tables.team_member m on m.team_id = t.id and m.customer_id <> t.payer_id
join roster here on here.customer_id = t.payer_id
where t.merged;

insert into roster
select distinct e.location_id, e.member_id, c.name
from team_edge e
join customer c on c.id = e.member_id
on conflict do nothing;

create index roster_name on roster (location_id, name, customer_id);
