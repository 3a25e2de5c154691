-- The design that Headcount's tables grew from ("design E"): one append-only fact table with one index,
-- spans beside it, one network key fewer. What Headcount added since is measured against it.
create schema prototype;
set search_path to prototype;

create table location (id int primary key, network_id int not null, name text not null);
create table period (
  location_id int not null,
  no int not null,
  from_at timestamptz not null,
  to_at timestamptz,
  primary key (location_id, no)
);
create table customer (
  id int primary key,
  network_id int not null,
  home_location_id int not null,
  name text not null
);
create table suspension (
  customer_id int not null,
  location_id int not null,
  from_at timestamptz not null,
  to_at timestamptz
);
create table activity (
  at timestamptz not null,
  ref bigint not null,
  location_id int not null,
  customer_id int not null,
  source smallint not null check (source in (4, 8, 16))
) with (
  autovacuum_vacuum_insert_scale_factor = 0,
  autovacuum_vacuum_insert_threshold = 50000,
  autovacuum_analyze_scale_factor = 0.02
);
create table contract_v (
  location_id int not null,
  customer_id int not null,
  id int not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  price_cents int not null,
  primary key (location_id, id)
);
create table team_edge (
  location_id int not null,
  payer_id int not null,
  member_id int not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  primary key (location_id, payer_id, member_id)
);
create table roster (
  location_id int not null,
  customer_id int not null,
  name text not null,
  primary key (location_id, customer_id)
);
