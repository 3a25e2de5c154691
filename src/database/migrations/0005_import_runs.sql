-- Imports that were asked for over HTTP: followed while they run, and read again afterwards.

create sequence import_run_ids as int;

create table import_runs (
  network_id int not null,
  run_id int not null,
  kind text not null,
  operator_id text,
  state text not null,
  progress jsonb,
  report jsonb,
  problem jsonb,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  constraint import_runs_pkey primary key (run_id),
  constraint import_runs_state check (state in ('reading', 'merging', 'done', 'failed'))
);
comment on table import_runs is 'One row for each uploaded archive. network_id is 0 until the records have told theirs. A run that has not changed for a minute has lost its process.';
-- the runs of one network, newest first
create index import_runs_network on import_runs (network_id, run_id);
