-- What was changed, by whom: one chain of entries for each network.

create table audit_entries (
  network_id int not null,
  entry_number bigint not null,
  at timestamptz not null,
  door text not null,
  operator_id text,
  api_key_id int,
  request_id text,
  action text not null,
  subject jsonb not null,
  before jsonb,
  after jsonb,
  previous_hash text not null,
  hash text not null,
  constraint audit_entries_pkey primary key (network_id, entry_number)
);
comment on table audit_entries is 'Every change with who, door, when, before and after, written with the change itself. Each entry carries the hash of the one before it in its network, so that a changed or missing one shows. Network 0 is what belongs to no network, such as an operator''s password.';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% only grows', tg_table_name;
end
$$;
create trigger audit_entries_only_grow before update or delete on audit_entries for each row execute function refuse_change();
