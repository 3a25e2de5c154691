-- Records that come one by one or in batches, beside whole imports: what tells quickly whether a record
-- is known, whom a change concerns, and whether a request was answered before.

create table highest_refs (
  network_id int not null,
  source int not null,
  ref bigint not null,
  constraint highest_refs_pkey primary key (network_id, source)
);
comment on table highest_refs is 'Derived: the highest ref of a network''s facts, standing or ended, by the bit of their source. A record above it is new without a look.';

insert into highest_refs (network_id, source, ref)
select network_id, kind & 255, max(ref)
from (
  select network_id, kind, ref from facts
  union all
  select network_id, kind, ref from ended_facts
) fact
where ref > 0
group by network_id, kind & 255;

-- A fact by its number alone, as a booking is cancelled: numbers mostly rise as facts arrive, so that a
-- summary of every 32 pages leads to few of them. It takes 2 bytes for every hundred facts; a second
-- b-tree would take some 30 for each.
create index facts_ref on facts using brin (ref int8_minmax_multi_ops (values_per_range = 16)) with (pages_per_range = 32);
create index ended_facts_ref on ended_facts using brin (ref int8_minmax_multi_ops (values_per_range = 16)) with (pages_per_range = 32);

-- where one customer has records: what is derived from him is brought up to date without a look at others
create index location_customers_customer on location_customers (customer_id, location_id);

-- the teams of one paying customer: his first record at a location brings his team there
create index team_billing_paying_customer on team_billing (network_id, paying_customer_id);

create table idempotency_keys (
  network_id int not null,
  key text not null,
  request_hash text not null,
  response text not null,
  created_at timestamptz not null,
  constraint idempotency_keys_pkey primary key (network_id, key)
);
comment on table idempotency_keys is 'What was answered to a request, under the key that its sender gave it: the same request again gets the same answer for a day. network_id 0 holds the requests of no network.';
-- those to be forgotten
create index idempotency_keys_created on idempotency_keys (created_at);
