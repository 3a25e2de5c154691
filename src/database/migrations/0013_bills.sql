-- What the platform itself asked: its own invoices to a location, with their amounts, beside the cut-offs
-- that they make. They are audited against the count and never issued, changed or chained here.

create table bills (
  network_id int not null,
  location_id int not null,
  external_id text not null,
  cut_off_at timestamptz not null,
  number text,
  period_from timestamptz,
  period_until timestamptz,
  description text,
  billed_count int,
  currency text,
  subscription numeric,
  reseller numeric,
  discount numeric,
  tax numeric,
  total numeric,
  import_id int not null,
  constraint bills_pkey primary key (network_id, external_id)
);
comment on table bills is 'The platform''s own invoices, as its account or a file tells them: exact decimals in the currency''s major unit. subscription is what is asked before discount and tax; billed_count the active users that the bill names.';
-- the bills of one location, the newest first
create index bills_location on bills (network_id, location_id, cut_off_at);

-- invoices that were read before had their instants alone: they are read again at the next sync
delete from connection_marks where entity = 'platform_invoice';
