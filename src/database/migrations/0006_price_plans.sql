-- What locations pay: price plans with their versions, and which location has which plan, add-ons and
-- billing anchor. Plans belong to the platform and not to a network: they stand under network_id 0, as
-- audit entries of no network do, so that every key holds network_id and a network may get plans of its
-- own later. They are few, and pricing reads them by themselves, so no join crosses networks.

create sequence price_plan_ids as int;

create table price_plans (
  network_id int not null,
  price_plan_id int not null,
  name text not null,
  created_at timestamptz not null,
  constraint price_plans_pkey primary key (network_id, price_plan_id),
  constraint price_plans_name_key unique (network_id, name)
);
comment on table price_plans is 'Price plans by their name. network_id 0: plans of the platform, for every network.';

create table price_plan_versions (
  network_id int not null,
  price_plan_id int not null,
  version int not null,
  valid_from timestamptz not null,
  document jsonb not null,
  created_at timestamptz not null,
  constraint price_plan_versions_pkey primary key (network_id, price_plan_id, version),
  constraint price_plan_versions_plan_fkey foreign key (network_id, price_plan_id) references price_plans (network_id, price_plan_id)
);
comment on table price_plan_versions is 'What a plan says from valid_from on; of several that begin at the same instant the highest version counts. The first may hold since ever (-infinity). Versions are added and never changed.';
create trigger price_plan_versions_only_grow before update or delete on price_plan_versions for each row execute function refuse_change();

create table price_plan_assignments (
  network_id int not null,
  location_id int not null,
  from_at timestamptz not null,
  price_plan_id int,
  add_ons jsonb not null,
  constraint price_plan_assignments_pkey primary key (network_id, location_id, from_at),
  constraint price_plan_assignments_location_fkey foreign key (network_id, location_id) references locations (network_id, location_id)
);
comment on table price_plan_assignments is 'The price plan of a location from from_at until the next row; null where it has none from then on. add_ons: units by the add-on''s id. The plan is one of network 0.';
-- the locations of one plan, to tell who may see it
create index price_plan_assignments_plan on price_plan_assignments (price_plan_id, network_id);

create table billing_anchors (
  network_id int not null,
  location_id int not null,
  starts_on date not null,
  local_time text not null,
  every text not null,
  constraint billing_anchors_pkey primary key (network_id, location_id),
  constraint billing_anchors_location_fkey foreign key (network_id, location_id) references locations (network_id, location_id),
  constraint billing_anchors_every check (every in ('month', 'quarter', 'year')),
  constraint billing_anchors_local_time check (local_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$')
);
comment on table billing_anchors is 'When a location is invoiced: the first cut-off is at local_time of starts_on in the location''s time zone, the others whole steps after it, each clamped to its month''s length by itself.';
