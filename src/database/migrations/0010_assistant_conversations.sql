-- What operators asked the assistant. It belongs to an operator and to no network: a question may be about several.
-- Both tables stay undistributed on Citus, as operators do.

create sequence conversation_ids as int;

create table assistant_conversations (
  conversation_id int not null,
  operator_id text not null,
  started_at timestamptz not null,
  asked_at timestamptz not null,
  -- what the last question was about, for the next to go on from
  topic jsonb,
  constraint assistant_conversations_pkey primary key (conversation_id),
  constraint assistant_conversations_operator foreign key (operator_id) references operators (id) on delete cascade
);
comment on table assistant_conversations is 'A conversation of an operator with the assistant. Only he sees it, and he can delete it.';
-- an operator lists his own, the newest first
create index assistant_conversations_own on assistant_conversations (operator_id, asked_at desc);

create table assistant_turns (
  conversation_id int not null,
  turn_number int not null,
  question text not null,
  answer jsonb not null,
  asked_at timestamptz not null,
  constraint assistant_turns_pkey primary key (conversation_id, turn_number),
  constraint assistant_turns_conversation foreign key (conversation_id) references assistant_conversations (conversation_id) on delete cascade
);
comment on table assistant_turns is 'A question and its answer as it was given then: its figures are of that instant.';
