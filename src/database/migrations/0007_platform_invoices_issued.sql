-- Platform invoices that are issued here. What is frozen stands in two tables that only grow: the entries
-- of each network as one chain, and the list of each invoice. The cut-off itself is a row of
-- platform_invoices, as that of an imported invoice is, so that a count looks for windows in one place.

create table platform_invoice_entries (
  network_id int not null,
  entry_number int not null,
  kind text not null,
  invoice_number int,
  about_number int,
  location_id int not null,
  cut_off_at timestamptz not null,
  edition int not null,
  active_users int not null,
  currency text not null,
  total_minor bigint not null,
  issued_at timestamptz not null,
  content jsonb not null,
  previous_hash text not null,
  hash text not null,
  constraint platform_invoice_entries_pkey primary key (network_id, entry_number),
  constraint platform_invoice_entries_number_key unique (network_id, invoice_number),
  constraint platform_invoice_entries_kind check (kind in ('invoice', 'void', 'credit_note')),
  constraint platform_invoice_entries_numbered check ((invoice_number is null) = (kind = 'void')),
  constraint platform_invoice_entries_about check ((about_number is null) = (kind = 'invoice'))
);
comment on table platform_invoice_entries is 'Platform invoices issued here, their voids and credit notes: one chain for each network. Invoices and credit notes have numbers without gaps. content is what was hashed; the other columns repeat parts of it to be found by.';
-- a location has one invoice for each cut-off; after a void the next edition of it
create unique index platform_invoice_entries_cut_off on platform_invoice_entries (network_id, location_id, cut_off_at, edition) where kind = 'invoice';
-- an invoice is voided once
create unique index platform_invoice_entries_void on platform_invoice_entries (network_id, about_number) where kind = 'void';
-- the credit notes of one invoice
create index platform_invoice_entries_credit on platform_invoice_entries (network_id, about_number) where kind = 'credit_note';
create trigger platform_invoice_entries_only_grow before update or delete on platform_invoice_entries for each row execute function refuse_change();

create table platform_invoice_lists (
  network_id int not null,
  location_id int not null,
  cut_off_at timestamptz not null,
  edition int not null,
  customers int[] not null,
  masks int[] not null,
  evidence_customers int[] not null,
  evidence_kinds int[] not null,
  evidence_refs bigint[] not null,
  evidence_ms bigint[] not null,
  constraint platform_invoice_lists_pkey primary key (network_id, location_id, cut_off_at, edition)
);
comment on table platform_invoice_lists is 'Who was counted for each invoice, with sources and evidence, as parallel arrays: one row for a list of 20,000 takes a fraction of as many rows. evidence_kinds are as in model/kind.ts; evidence_ms is when a record happened or began, null for since ever.';
create trigger platform_invoice_lists_only_grow before update or delete on platform_invoice_lists for each row execute function refuse_change();
