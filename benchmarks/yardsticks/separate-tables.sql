-- What one writes first ("design A"): a table for each kind of record, as the platform has them.
create schema separate_tables;
set search_path to separate_tables;

create table contract (
  id int primary key,
  location_id int not null,
  customer_id int not null,
  price_cents int not null,
  created_at timestamptz not null,
  start_at timestamptz not null,
  cancel_at timestamptz,
  paused bool not null
);
create table booking (
  id bigint primary key,
  location_id int not null,
  customer_id int not null,
  resource_id int not null,
  created_at timestamptz not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  price_cents int not null
);
create table invoice (
  id bigint primary key,
  location_id int not null,
  customer_id int not null,
  issued_at timestamptz not null,
  total_cents int not null
);
create table recurring (
  id bigint primary key,
  location_id int not null,
  customer_id int not null,
  product_id int not null,
  price_cents int not null,
  purchased_at timestamptz not null
);
create table team (id int primary key, location_id int not null, merged bool not null, payer_id int not null);
create table team_member (
  team_id int not null,
  location_id int not null,
  customer_id int not null,
  primary key (team_id, customer_id)
);
create index on contract (location_id);
create index on contract (customer_id);
create index on booking (location_id, created_at);
create index on invoice (location_id, issued_at);
create index on recurring (location_id, purchased_at);
create index on team (payer_id);
