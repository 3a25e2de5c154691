-- The records of networks, kept so that the active users of any instant can be counted again.
-- Every table carries network_id and every unique and foreign key contains it: a network is one
-- tenant, and on Citus all its rows stand on one node. Only `networks` itself is the exception.
-- location_id and customer_id come from one sequence each, so they differ over all networks: a count
-- reads by location_id, and the planner is not misled by two columns of which one decides the other.
-- Open ends are infinity instead of null, so that a range condition can use an index.

create sequence network_ids as int;
create sequence location_ids as int;
create sequence customer_ids as int;
create sequence team_ids as int;
create sequence import_ids as int;

create table networks (
  network_id int not null,
  origin text not null,
  external_id text not null,
  name text not null,
  constraint networks_pkey primary key (network_id),
  constraint networks_name_key unique (name)
);
comment on table networks is 'All locations of one account. origin tells which connector brought it in; the same account may stand twice under two names.';

create table imports (
  network_id int not null,
  import_id int not null,
  origin text not null,
  recorded_at timestamptz not null,
  report jsonb not null,
  constraint imports_pkey primary key (network_id, import_id),
  constraint imports_network_fkey foreign key (network_id) references networks (network_id)
);
comment on table imports is 'One row for each completed arrival of records; recorded_at is when its records became known here.';

create table locations (
  network_id int not null,
  location_id int not null,
  external_id text not null,
  name text not null,
  time_zone text not null,
  currency text,
  created_at timestamptz not null,
  import_id int not null,
  constraint locations_pkey primary key (network_id, location_id),
  constraint locations_external_key unique (network_id, external_id),
  constraint locations_network_fkey foreign key (network_id) references networks (network_id)
);
comment on table locations is 'Coworking spaces, each billed on its own. Before its first platform invoice a window begins at created_at.';

create table customers (
  network_id int not null,
  customer_id int not null,
  external_id text not null,
  name text not null,
  sort_name text collate "C" not null,
  email text,
  company text,
  is_suspended boolean not null,
  is_archived boolean not null,
  updated_at timestamptz,
  import_id int not null,
  constraint customers_pkey primary key (network_id, customer_id),
  constraint customers_external_key unique (network_id, external_id)
);
comment on table customers is 'People and companies known to a network, with their state when last seen; the past is in customer_changes.';
-- a customer is asked for by exact name on the command line and in the API
create index customers_name on customers (network_id, name);

create table customer_changes (
  network_id int not null,
  customer_id int not null,
  property text not null,
  at timestamptz not null,
  ref bigint not null,
  before boolean not null,
  after boolean not null,
  import_id int not null,
  constraint customer_changes_pkey primary key (network_id, customer_id, property, at, ref),
  constraint customer_changes_property check (property in ('suspended', 'archived'))
);
comment on table customer_changes is 'When a customer was suspended, resumed, archived or restored: from the origin''s history (ref > 0), or seen by an import (ref = minus its import_id).';

create table contracts (
  network_id int not null,
  location_id int not null,
  ref bigint not null,
  customer_id int not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  starts_at timestamptz,
  price_minor bigint,
  plan_name text,
  updated_at timestamptz,
  import_id int not null,
  constraint contracts_pkey primary key (network_id, ref, from_at)
);
comment on table contracts is 'Contracts from their creation (included) until they are no longer there (excluded). One that was cancelled and came back has one row for each stay.';
-- the contracts of one location that stand at an instant, without touching the table
create index contracts_standing on contracts (location_id, until_at) include (customer_id, from_at, network_id);

create table paused_periods (
  network_id int not null,
  contract_ref bigint not null,
  ref bigint not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  import_id int not null,
  constraint paused_periods_pkey primary key (network_id, contract_ref, ref)
);
comment on table paused_periods is 'Freezes of contracts. A frozen contract counts, and is disputable.';

create table recurring_products (
  network_id int not null,
  location_id int not null,
  ref bigint not null,
  customer_id int not null,
  product_name text,
  cycle text not null,
  every int not null,
  renews_from timestamptz not null,
  renews_until timestamptz not null,
  import_id int not null,
  constraint recurring_products_pkey primary key (network_id, ref),
  constraint recurring_products_cycle check (cycle in ('day', 'week', 'month', 'year', 'last_day_of_month')),
  constraint recurring_products_every check (every > 0 and every < 1001)
);
comment on table recurring_products is 'The renewal plans of recurring products: renewals are worked out when asked for, sales are facts.';
-- the plans of one location that still renew in a window
create index recurring_products_standing on recurring_products (location_id, renews_until);

create table teams (
  network_id int not null,
  team_id int not null,
  external_id text not null,
  name text not null,
  updated_at timestamptz,
  import_id int not null,
  constraint teams_pkey primary key (network_id, team_id),
  constraint teams_external_key unique (network_id, external_id)
);
comment on table teams is 'Groups of customers; who belongs and who pays is dated in team_memberships and team_billing.';

create table team_memberships (
  network_id int not null,
  team_id int not null,
  customer_id int not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  constraint team_memberships_pkey primary key (network_id, team_id, customer_id, from_at)
);
comment on table team_memberships is 'Who was in which team when. What the first import finds has held since for ever.';
-- the teams of one customer, to explain him
create index team_memberships_customer on team_memberships (network_id, customer_id);

create table team_billing (
  network_id int not null,
  team_id int not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  has_merged_billing boolean not null,
  paying_customer_id int,
  constraint team_billing_pkey primary key (network_id, team_id, from_at)
);
comment on table team_billing is 'Whether a team had merged billing, and who paid, when.';

create table platform_invoices (
  network_id int not null,
  location_id int not null,
  cut_off_at timestamptz not null,
  external_id text not null,
  number text,
  import_id int not null,
  constraint platform_invoices_pkey primary key (location_id, cut_off_at, external_id, network_id)
);
comment on table platform_invoices is 'The cut-offs of each location: an instant begins the window that ends at the next.';

create table external_refs (
  network_id int not null,
  ref bigint not null,
  record_kind text not null,
  external_id text not null,
  constraint external_refs_pkey primary key (network_id, ref),
  constraint external_refs_external_key unique (network_id, record_kind, external_id)
);
comment on table external_refs is 'Records whose external id is not a plain number get a negative ref here; all others are their own ref.';

create table facts (
  at timestamptz not null,
  ref bigint not null,
  network_id int not null,
  location_id int not null,
  customer_id int not null,
  import_id int not null,
  kind int not null
) with (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 50000, autovacuum_analyze_scale_factor = 0.02);
comment on table facts is 'Dated records that stand: bookings, customer invoices and product sales. kind is as in model/kind.ts, its low byte the bit of the source. 118 bytes a fact with its one index; the column order keeps out padding.';
-- idempotency key, count index and evidence index at once: the count reads nothing else
create unique index facts_key on facts (location_id, kind, at, ref, network_id) include (customer_id);

create table ended_facts (
  at timestamptz not null,
  ref bigint not null,
  network_id int not null,
  location_id int not null,
  customer_id int not null,
  import_id int not null,
  kind int not null,
  ended_at timestamptz not null
);
comment on table ended_facts is 'Facts that were cancelled, voided or removed at ended_at. They stood until then, so an earlier as-of still counts them.';
create unique index ended_facts_key on ended_facts (location_id, kind, at, ref, network_id) include (customer_id, ended_at);

create table location_customers (
  network_id int not null,
  location_id int not null,
  customer_id int not null,
  sort_name text collate "C" not null,
  has_records boolean not null,
  constraint location_customers_pkey primary key (location_id, customer_id, network_id)
);
comment on table location_customers is 'Derived: the customers of each location. has_records: by a record of their own; otherwise through a team''s paying customer.';
-- a page of names in order
create index location_customers_name on location_customers (location_id, sort_name, customer_id);

create table location_suspensions (
  network_id int not null,
  location_id int not null,
  customer_id int not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  constraint location_suspensions_pkey primary key (location_id, customer_id, from_at, network_id)
);
comment on table location_suspensions is 'Derived: customer_changes as spans, repeated for each location of the customer so that a count reads one location only.';
-- the suspended customers of one location at an instant, without touching the table
create index location_suspensions_span on location_suspensions (location_id, until_at) include (customer_id, from_at, network_id);

create table team_edges (
  network_id int not null,
  location_id int not null,
  paying_customer_id int not null,
  customer_id int not null,
  team_id int not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  constraint team_edges_pkey primary key (location_id, paying_customer_id, customer_id, team_id, from_at, network_id)
);
comment on table team_edges is 'Derived: who counts through whom under merged billing, repeated for each location where the paying customer has records.';
