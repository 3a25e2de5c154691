-- What readers of the help centre say, and what they did not find. It belongs to no network: articles are the
-- same for all, and readers need not be signed in. Both tables stay undistributed on Citus, as operators do.

create table article_feedback (
  article text not null,
  reader text not null,
  is_helpful boolean not null,
  comment text,
  given_at timestamptz not null,
  changed_at timestamptz not null,
  constraint article_feedback_pkey primary key (article, reader)
);
comment on table article_feedback is 'Whether an article was helpful, once for each reader, who may change it. reader is an operator''s id, or the hash of a random cookie: nobody can be found by it.';

create table help_misses (
  kind text not null,
  door text not null,
  asked text not null,
  times int not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  constraint help_misses_pkey primary key (kind, door, asked),
  constraint help_misses_kind check (kind in ('search', 'question'))
);
comment on table help_misses is 'Searches and questions that found nothing, in lower case, with how often and without who asked. E-mails and long numbers are taken out before they come here.';
-- the report reads the newest, and what is old is removed
create index help_misses_last on help_misses (last_at desc);
