-- Runs of issuing that are followed and read again, letters about what was issued, and supplements.

create sequence issue_run_ids as int;

create table issue_runs (
  network_id int not null,
  run_id int not null,
  location_id int,
  cut_off_at timestamptz,
  is_dry_run boolean not null,
  preview_run_id int,
  door text not null,
  operator_id text,
  state text not null,
  progress jsonb,
  summary jsonb,
  report jsonb,
  problem jsonb,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  constraint issue_runs_pkey primary key (run_id),
  constraint issue_runs_state check (state in ('running', 'done', 'failed'))
);
comment on table issue_runs is 'One row for each run that issues platform invoices, or tries it out. network_id is 0 for a run over all networks; location_id and cut_off_at as asked for. report holds what was issued, also by a run that failed half-way. A run that has not changed for two minutes has lost its process.';
-- the runs of one network, newest first
create index issue_runs_network on issue_runs (network_id, run_id);
