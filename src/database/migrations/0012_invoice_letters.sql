-- Letters that tell network owners what was issued: asked for in the transaction that issues, sent afterwards.

create table invoice_letters (
  network_id int not null,
  operator_id text not null,
  invoice_number int not null,
  asked_at timestamptz not null,
  claimed_at timestamptz,
  unanswered int not null,
  ended_at timestamptz,
  delivery text,
  constraint invoice_letters_pkey primary key (network_id, operator_id, invoice_number),
  constraint invoice_letters_operator_fkey foreign key (operator_id) references operators (id) on delete cascade,
  constraint invoice_letters_delivery check (delivery in ('email', 'log')),
  constraint invoice_letters_ended check ((ended_at is null) = (delivery is null))
);
comment on table invoice_letters is 'One row for each owner and platform invoice that he is told of; one letter tells all that wait. A row is claimed before it is sent. unanswered counts claims whose sending nobody saw end: after two it is left, so that a process that is killed makes a letter come twice at most. delivery is log where no mail server was set up.';
-- what is still to be sent
create index invoice_letters_open on invoice_letters (asked_at) where ended_at is null;
