-- States that the origin's own history told when they were read: if an entry of it is later told of another
-- customer, the state still has the date at which it was seen.

create table covered_states (
  network_id int not null,
  customer_id int not null,
  property text not null,
  at timestamptz not null,
  after boolean not null,
  constraint covered_states_pkey primary key (network_id, customer_id, property),
  constraint covered_states_property check (property in ('suspended', 'archived'))
);
comment on table covered_states is 'The last change of a customer''s state that was read while customer_changes told it already: when it would else have been noted as seen.';
