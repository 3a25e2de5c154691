-- Where people look at a record in the system that it comes from.

create table record_addresses (
  network_id int not null,
  record text not null,
  template text not null,
  constraint record_addresses_pkey primary key (network_id, record),
  constraint record_addresses_network_fkey foreign key (network_id) references networks (network_id)
);
comment on table record_addresses is 'The address of each kind of record at its origin, with {id} for its external id and {customer} for that of its customer. Only what differs from what the origin is known to use; empty where there shall be no link.';
