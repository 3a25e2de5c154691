-- Supplements: what was agreed about an issued platform invoice and is asked for, or taken off, with the
-- location's next one. What of it stands on which invoice are rows that only grow: whether an invoice
-- stands is the chain's to say, so a void gives its supplements back without touching them.

create table platform_invoice_supplements (
  network_id int not null,
  supplement_id int not null,
  location_id int not null,
  about_number int not null,
  net_minor bigint not null,
  currency text not null,
  digits int not null,
  people jsonb not null,
  basis jsonb not null,
  reason text not null,
  agreed_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_because text,
  constraint platform_invoice_supplements_pkey primary key (network_id, supplement_id),
  constraint platform_invoice_supplements_location_fkey foreign key (network_id, location_id) references locations (network_id, location_id),
  constraint platform_invoice_supplements_about_fkey foreign key (network_id, about_number) references platform_invoice_entries (network_id, invoice_number),
  constraint platform_invoice_supplements_amount check (net_minor <> 0),
  constraint platform_invoice_supplements_withdrawn check ((withdrawn_at is null) = (withdrawn_because is null))
);
comment on table platform_invoice_supplements is 'An amount before tax about invoice about_number, for the next invoice of its location; negative for a deduction. people: whom it is for, as customerId and change; basis: the figures that it was computed from. It is never changed but to be withdrawn, and numbered from 1 in its network.';
-- what waits for the next invoice of a location
create index platform_invoice_supplements_location on platform_invoice_supplements (network_id, location_id) where withdrawn_at is null;
-- what was agreed about an invoice
create index platform_invoice_supplements_about on platform_invoice_supplements (network_id, about_number);

create table platform_invoice_supplement_lines (
  network_id int not null,
  supplement_id int not null,
  invoice_number int not null,
  net_minor bigint not null,
  constraint platform_invoice_supplement_lines_pkey primary key (network_id, supplement_id, invoice_number),
  constraint platform_invoice_supplement_lines_supplement_fkey foreign key (network_id, supplement_id) references platform_invoice_supplements (network_id, supplement_id),
  constraint platform_invoice_supplement_lines_invoice_fkey foreign key (network_id, invoice_number) references platform_invoice_entries (network_id, invoice_number),
  constraint platform_invoice_supplement_lines_amount check (net_minor <> 0)
);
comment on table platform_invoice_supplement_lines is 'How much of a supplement stands on an invoice; a deduction that is more than the invoice asks for goes on with the next one. Lines of an invoice that is void count no longer.';
-- the supplements on an invoice
create index platform_invoice_supplement_lines_invoice on platform_invoice_supplement_lines (network_id, invoice_number);
create trigger platform_invoice_supplement_lines_only_grow before update or delete on platform_invoice_supplement_lines for each row execute function refuse_change();
