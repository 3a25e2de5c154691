-- Accounts that Headcount reads by itself: what they are, what was read of them, and what became of it.

create sequence connection_ids as int;
create sequence sync_run_ids as int;
create sequence webhook_delivery_ids as bigint;

create table connections (
  network_id int not null,
  connection_id int not null,
  origin text not null,
  base_url text not null,
  account text not null,
  credential_kind text not null,
  credentials text not null,
  webhook_secret text,
  check_result jsonb not null,
  checked_at timestamptz not null,
  sync_every_minutes int not null,
  created_at timestamptz not null,
  open_pass int,
  full_sync_at timestamptz,
  synced_at timestamptz,
  tried_at timestamptz,
  constraint connections_pkey primary key (network_id, connection_id),
  constraint connections_network_fkey foreign key (network_id) references networks (network_id),
  constraint connections_address_key unique (network_id, base_url),
  constraint connections_every check (sync_every_minutes >= 0)
);
comment on table connections is 'Accounts that are read by themselves. credentials and webhook_secret are sealed with AES-256-GCM by a key made from the server''s secret. sync_every_minutes 0 is never by schedule. open_pass: the reading of everything that is under way; connection_marks says which kinds it has finished.';

create table connection_locations (
  network_id int not null,
  connection_id int not null,
  external_id text not null,
  name text not null,
  is_on boolean not null,
  constraint connection_locations_pkey primary key (network_id, connection_id, external_id),
  constraint connection_locations_connection_fkey foreign key (network_id, connection_id)
    references connections (network_id, connection_id) on delete cascade
);
comment on table connection_locations is 'Locations that a connected account shows, and whether their records are brought in.';

-- external_id leads within an entity because both mapping and comparing read in its order
create table connection_records (
  network_id int not null,
  connection_id int not null,
  entity text not null,
  external_id bigint not null,
  customer_ref bigint,
  parent_ref text,
  record jsonb not null,
  removed_at timestamptz,
  seen_in int not null,
  is_new boolean not null,
  is_pending boolean not null,
  constraint connection_records_pkey primary key (network_id, connection_id, entity, external_id),
  constraint connection_records_connection_fkey foreign key (network_id, connection_id)
    references connections (network_id, connection_id) on delete cascade
);
-- what is to be mapped next, of any entity
create index connection_records_pending on connection_records (network_id, connection_id, entity) where is_pending;
-- what stands on a customer who has just come or gone
create index connection_records_customer on connection_records (network_id, connection_id, customer_ref) where customer_ref is not null;
-- the lines of an invoice, its credit notes, the cancellation of a booking
create index connection_records_parent on connection_records (network_id, connection_id, entity, parent_ref) where parent_ref is not null;
comment on table connection_records is 'The records of a connected account as last read, with the fields that a count needs. is_pending: not yet brought in. removed_at: no longer there.';

create table connection_marks (
  network_id int not null,
  connection_id int not null,
  entity text not null,
  changed_at timestamptz,
  full_pass int,
  constraint connection_marks_pkey primary key (network_id, connection_id, entity),
  constraint connection_marks_connection_fkey foreign key (network_id, connection_id)
    references connections (network_id, connection_id) on delete cascade
);
comment on table connection_marks is 'How far each kind of record was read: the latest change that was seen, and the last reading of all that was finished.';

create table sync_runs (
  network_id int not null,
  run_id int not null,
  connection_id int not null,
  is_full boolean not null,
  operator_id text,
  state text not null,
  progress jsonb,
  report jsonb,
  problem jsonb,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  constraint sync_runs_pkey primary key (network_id, run_id),
  constraint sync_runs_connection_fkey foreign key (network_id, connection_id)
    references connections (network_id, connection_id) on delete cascade,
  constraint sync_runs_state check (state in ('reading', 'merging', 'done', 'failed', 'stopped'))
);
-- the newest of a connection
create index sync_runs_connection on sync_runs (network_id, connection_id, run_id);
comment on table sync_runs is 'One row for each sync. A run that has not changed for two minutes has lost its process; the next one goes on from what it read.';

create table webhook_deliveries (
  network_id int not null,
  connection_id int not null,
  entity text not null,
  external_id bigint not null,
  delivery_id bigint not null,
  not_before timestamptz not null,
  constraint webhook_deliveries_pkey primary key (network_id, connection_id, entity, external_id),
  constraint webhook_deliveries_connection_fkey foreign key (network_id, connection_id)
    references connections (network_id, connection_id) on delete cascade
);
comment on table webhook_deliveries is 'Records that webhooks told of and that are still to be read: one row a record, however often it was told. delivery_id is that of the latest. not_before is later than it came where reading it failed.';

-- a recurring product may be removed at its origin; until then it renewed
alter table recurring_products add column ended_at timestamptz not null default 'infinity';
