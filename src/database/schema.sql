-- Written by scripts/write-schema.ts from the migrations; not to be edited, and not how a database is made.

create sequence api_key_ids as integer;

create table api_keys (
  api_key_id integer not null,
  operator_id text not null,
  name text not null,
  prefix text not null,
  key_hash text not null,
  scopes text[] not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_keys_hash_key UNIQUE (key_hash),
  constraint api_keys_operator_fkey FOREIGN KEY (operator_id) REFERENCES operators(id) ON DELETE CASCADE,
  constraint api_keys_pkey PRIMARY KEY (api_key_id)
);
CREATE INDEX api_keys_operator ON public.api_keys USING btree (operator_id);
comment on table api_keys is 'Keys that act for their operator within their scopes. Only the SHA-256 of a key is kept: it is 256 random bits, so that nothing slower is needed. last_used_at is right to the minute.';

create table article_feedback (
  article text not null,
  reader text not null,
  is_helpful boolean not null,
  comment text,
  given_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint article_feedback_pkey PRIMARY KEY (article, reader)
);
comment on table article_feedback is 'Whether an article was helpful, once for each reader, who may change it. reader is an operator''s id, or the hash of a random cookie: nobody can be found by it.';

create table assistant_conversations (
  conversation_id integer not null,
  operator_id text not null,
  started_at timestamp with time zone not null,
  asked_at timestamp with time zone not null,
  topic jsonb,
  constraint assistant_conversations_operator FOREIGN KEY (operator_id) REFERENCES operators(id) ON DELETE CASCADE,
  constraint assistant_conversations_pkey PRIMARY KEY (conversation_id)
);
CREATE INDEX assistant_conversations_own ON public.assistant_conversations USING btree (operator_id, asked_at DESC);
comment on table assistant_conversations is 'A conversation of an operator with the assistant. Only he sees it, and he can delete it.';

create table assistant_turns (
  conversation_id integer not null,
  turn_number integer not null,
  question text not null,
  answer jsonb not null,
  asked_at timestamp with time zone not null,
  constraint assistant_turns_conversation FOREIGN KEY (conversation_id) REFERENCES assistant_conversations(conversation_id) ON DELETE CASCADE,
  constraint assistant_turns_pkey PRIMARY KEY (conversation_id, turn_number)
);
comment on table assistant_turns is 'A question and its answer as it was given then: its figures are of that instant.';

create table audit_entries (
  network_id integer not null,
  entry_number bigint not null,
  at timestamp with time zone not null,
  door text not null,
  operator_id text,
  api_key_id integer,
  request_id text,
  action text not null,
  subject jsonb not null,
  before jsonb,
  after jsonb,
  previous_hash text not null,
  hash text not null,
  constraint audit_entries_pkey PRIMARY KEY (network_id, entry_number)
);
CREATE TRIGGER audit_entries_only_grow BEFORE DELETE OR UPDATE ON public.audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table audit_entries is 'Every change with who, door, when, before and after, written with the change itself. Each entry carries the hash of the one before it in its network, so that a changed or missing one shows. Network 0 is what belongs to no network, such as an operator''s password.';

create table billing_anchors (
  network_id integer not null,
  location_id integer not null,
  starts_on date not null,
  local_time text not null,
  every text not null,
  constraint billing_anchors_every CHECK ((every = ANY (ARRAY['month'::text, 'quarter'::text, 'year'::text]))),
  constraint billing_anchors_local_time CHECK ((local_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint billing_anchors_location_fkey FOREIGN KEY (network_id, location_id) REFERENCES locations(network_id, location_id),
  constraint billing_anchors_pkey PRIMARY KEY (network_id, location_id)
);
comment on table billing_anchors is 'When a location is invoiced: the first cut-off is at local_time of starts_on in the location''s time zone, the others whole steps after it, each clamped to its month''s length by itself.';

create table bills (
  network_id integer not null,
  location_id integer not null,
  external_id text not null,
  cut_off_at timestamp with time zone not null,
  number text,
  period_from timestamp with time zone,
  period_until timestamp with time zone,
  description text,
  billed_count integer,
  currency text,
  subscription numeric,
  reseller numeric,
  discount numeric,
  tax numeric,
  total numeric,
  import_id integer not null,
  constraint bills_pkey PRIMARY KEY (network_id, external_id)
);
CREATE INDEX bills_location ON public.bills USING btree (network_id, location_id, cut_off_at);
comment on table bills is 'The platform''s own invoices, as its account or a file tells them: exact decimals in the currency''s major unit. subscription is what is asked before discount and tax; billed_count the active users that the bill names.';

create sequence connection_ids as integer;

create table connection_locations (
  network_id integer not null,
  connection_id integer not null,
  external_id text not null,
  name text not null,
  is_on boolean not null,
  constraint connection_locations_connection_fkey FOREIGN KEY (network_id, connection_id) REFERENCES connections(network_id, connection_id) ON DELETE CASCADE,
  constraint connection_locations_pkey PRIMARY KEY (network_id, connection_id, external_id)
);
comment on table connection_locations is 'Locations that a connected account shows, and whether their records are brought in.';

create table connection_marks (
  network_id integer not null,
  connection_id integer not null,
  entity text not null,
  changed_at timestamp with time zone,
  full_pass integer,
  constraint connection_marks_connection_fkey FOREIGN KEY (network_id, connection_id) REFERENCES connections(network_id, connection_id) ON DELETE CASCADE,
  constraint connection_marks_pkey PRIMARY KEY (network_id, connection_id, entity)
);
comment on table connection_marks is 'How far each kind of record was read: the latest change that was seen, and the last reading of all that was finished.';

create table connection_records (
  network_id integer not null,
  connection_id integer not null,
  entity text not null,
  external_id bigint not null,
  customer_ref bigint,
  parent_ref text,
  record jsonb not null,
  removed_at timestamp with time zone,
  seen_in integer not null,
  is_new boolean not null,
  is_pending boolean not null,
  constraint connection_records_connection_fkey FOREIGN KEY (network_id, connection_id) REFERENCES connections(network_id, connection_id) ON DELETE CASCADE,
  constraint connection_records_pkey PRIMARY KEY (network_id, connection_id, entity, external_id)
);
CREATE INDEX connection_records_customer ON public.connection_records USING btree (network_id, connection_id, customer_ref) WHERE (customer_ref IS NOT NULL);
CREATE INDEX connection_records_parent ON public.connection_records USING btree (network_id, connection_id, entity, parent_ref) WHERE (parent_ref IS NOT NULL);
CREATE INDEX connection_records_pending ON public.connection_records USING btree (network_id, connection_id, entity) WHERE is_pending;
comment on table connection_records is 'The records of a connected account as last read, with the fields that a count needs. is_pending: not yet brought in. removed_at: no longer there.';

create table connections (
  network_id integer not null,
  connection_id integer not null,
  origin text not null,
  base_url text not null,
  account text not null,
  credential_kind text not null,
  credentials text not null,
  webhook_secret text,
  check_result jsonb not null,
  checked_at timestamp with time zone not null,
  sync_every_minutes integer not null,
  created_at timestamp with time zone not null,
  open_pass integer,
  full_sync_at timestamp with time zone,
  synced_at timestamp with time zone,
  tried_at timestamp with time zone,
  constraint connections_address_key UNIQUE (network_id, base_url),
  constraint connections_every CHECK ((sync_every_minutes >= 0)),
  constraint connections_network_fkey FOREIGN KEY (network_id) REFERENCES networks(network_id),
  constraint connections_pkey PRIMARY KEY (network_id, connection_id)
);
comment on table connections is 'Accounts that are read by themselves. credentials and webhook_secret are sealed with AES-256-GCM by a key made from the server''s secret. sync_every_minutes 0 is never by schedule. open_pass: the reading of everything that is under way; connection_marks says which kinds it has finished.';

create table contracts (
  network_id integer not null,
  location_id integer not null,
  ref bigint not null,
  customer_id integer not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  starts_at timestamp with time zone,
  price_minor bigint,
  plan_name text,
  updated_at timestamp with time zone,
  import_id integer not null,
  constraint contracts_pkey PRIMARY KEY (network_id, ref, from_at)
);
CREATE INDEX contracts_customer ON public.contracts USING btree (location_id, customer_id);
CREATE INDEX contracts_standing ON public.contracts USING btree (location_id, until_at) INCLUDE (customer_id, from_at, network_id);
comment on table contracts is 'Contracts from their creation (included) until they are no longer there (excluded). One that was cancelled and came back has one row for each stay.';

create sequence conversation_ids as integer;

create table covered_states (
  network_id integer not null,
  customer_id integer not null,
  property text not null,
  at timestamp with time zone not null,
  after boolean not null,
  constraint covered_states_pkey PRIMARY KEY (network_id, customer_id, property),
  constraint covered_states_property CHECK ((property = ANY (ARRAY['suspended'::text, 'archived'::text])))
);
comment on table covered_states is 'The last change of a customer''s state that was read while customer_changes told it already: when it would else have been noted as seen.';

create table customer_changes (
  network_id integer not null,
  customer_id integer not null,
  property text not null,
  at timestamp with time zone not null,
  ref bigint not null,
  before boolean not null,
  after boolean not null,
  import_id integer not null,
  constraint customer_changes_pkey PRIMARY KEY (network_id, customer_id, property, at, ref),
  constraint customer_changes_property CHECK ((property = ANY (ARRAY['suspended'::text, 'archived'::text])))
);
comment on table customer_changes is 'When a customer was suspended, resumed, archived or restored: from the origin''s history (ref > 0), or seen by an import (ref = minus its import_id).';

create sequence customer_ids as integer;

create table customers (
  network_id integer not null,
  customer_id integer not null,
  external_id text not null,
  name text not null,
  sort_name text collate "C" not null,
  email text,
  company text,
  is_suspended boolean not null,
  is_archived boolean not null,
  updated_at timestamp with time zone,
  import_id integer not null,
  constraint customers_external_key UNIQUE (network_id, external_id),
  constraint customers_pkey PRIMARY KEY (network_id, customer_id)
);
CREATE INDEX customers_name ON public.customers USING btree (network_id, name);
comment on table customers is 'People and companies known to a network, with their state when last seen; the past is in customer_changes.';

create table ended_facts (
  at timestamp with time zone not null,
  ref bigint not null,
  network_id integer not null,
  location_id integer not null,
  customer_id integer not null,
  import_id integer not null,
  kind integer not null,
  ended_at timestamp with time zone not null
);
CREATE UNIQUE INDEX ended_facts_key ON public.ended_facts USING btree (location_id, kind, at, ref, network_id) INCLUDE (customer_id, ended_at);
CREATE INDEX ended_facts_ref ON public.ended_facts USING brin (ref int8_minmax_multi_ops (values_per_range='16')) WITH (pages_per_range='32');
comment on table ended_facts is 'Facts that were cancelled, voided or removed at ended_at. They stood until then, so an earlier as-of still counts them.';

create table external_refs (
  network_id integer not null,
  ref bigint not null,
  record_kind text not null,
  external_id text not null,
  constraint external_refs_external_key UNIQUE (network_id, record_kind, external_id),
  constraint external_refs_pkey PRIMARY KEY (network_id, ref)
);
comment on table external_refs is 'Records whose external id is not a plain number get a negative ref here; all others are their own ref.';

create table facts (
  at timestamp with time zone not null,
  ref bigint not null,
  network_id integer not null,
  location_id integer not null,
  customer_id integer not null,
  import_id integer not null,
  kind integer not null
) with (autovacuum_analyze_scale_factor=0.02, autovacuum_vacuum_insert_scale_factor=0, autovacuum_vacuum_insert_threshold=50000);
CREATE UNIQUE INDEX facts_key ON public.facts USING btree (location_id, kind, at, ref, network_id) INCLUDE (customer_id);
CREATE INDEX facts_ref ON public.facts USING brin (ref int8_minmax_multi_ops (values_per_range='16')) WITH (pages_per_range='32');
comment on table facts is 'Dated records that stand: bookings, customer invoices and product sales. kind is as in model/kind.ts, its low byte the bit of the source. 118 bytes a fact with its one index; the column order keeps out padding.';

create table help_misses (
  kind text not null,
  door text not null,
  asked text not null,
  times integer not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  constraint help_misses_kind CHECK ((kind = ANY (ARRAY['search'::text, 'question'::text]))),
  constraint help_misses_pkey PRIMARY KEY (kind, door, asked)
);
CREATE INDEX help_misses_last ON public.help_misses USING btree (last_at DESC);
comment on table help_misses is 'Searches and questions that found nothing, in lower case, with how often and without who asked. E-mails and long numbers are taken out before they come here.';

create table highest_refs (
  network_id integer not null,
  source integer not null,
  ref bigint not null,
  constraint highest_refs_pkey PRIMARY KEY (network_id, source)
);
comment on table highest_refs is 'Derived: the highest ref of a network''s facts, standing or ended, by the bit of their source. A record above it is new without a look.';

create table idempotency_keys (
  network_id integer not null,
  key text not null,
  request_hash text not null,
  response text not null,
  created_at timestamp with time zone not null,
  constraint idempotency_keys_pkey PRIMARY KEY (network_id, key)
);
CREATE INDEX idempotency_keys_created ON public.idempotency_keys USING btree (created_at);
comment on table idempotency_keys is 'What was answered to a request, under the key that its sender gave it: the same request again gets the same answer for a day. network_id 0 holds the requests of no network.';

create sequence import_ids as integer;

create sequence import_run_ids as integer;

create table import_runs (
  network_id integer not null,
  run_id integer not null,
  kind text not null,
  operator_id text,
  state text not null,
  progress jsonb,
  report jsonb,
  problem jsonb,
  started_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint import_runs_pkey PRIMARY KEY (run_id),
  constraint import_runs_state CHECK ((state = ANY (ARRAY['reading'::text, 'merging'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX import_runs_network ON public.import_runs USING btree (network_id, run_id);
comment on table import_runs is 'One row for each uploaded archive. network_id is 0 until the records have told theirs. A run that has not changed for a minute has lost its process.';

create table imports (
  network_id integer not null,
  import_id integer not null,
  origin text not null,
  recorded_at timestamp with time zone not null,
  report jsonb not null,
  constraint imports_network_fkey FOREIGN KEY (network_id) REFERENCES networks(network_id),
  constraint imports_pkey PRIMARY KEY (network_id, import_id)
);
comment on table imports is 'One row for each completed arrival of records; recorded_at is when its records became known here.';

create sequence invitation_ids as integer;

create table invitations (
  invitation_id integer not null,
  email text not null,
  token_hash text not null,
  network_id integer,
  role text not null,
  has_all_locations boolean not null,
  location_ids integer[] not null,
  invited_by text,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint invitations_network_fkey FOREIGN KEY (network_id) REFERENCES networks(network_id),
  constraint invitations_network_given CHECK (((network_id IS NULL) = (role = 'platform'::text))),
  constraint invitations_pkey PRIMARY KEY (invitation_id),
  constraint invitations_token_key UNIQUE (token_hash)
);
comment on table invitations is 'Roles that were offered by e-mail. network_id is null for the platform role. Only the SHA-256 of the link''s token is kept.';

create table invoice_letters (
  network_id integer not null,
  operator_id text not null,
  invoice_number integer not null,
  asked_at timestamp with time zone not null,
  claimed_at timestamp with time zone,
  unanswered integer not null,
  ended_at timestamp with time zone,
  delivery text,
  constraint invoice_letters_delivery CHECK ((delivery = ANY (ARRAY['email'::text, 'log'::text]))),
  constraint invoice_letters_ended CHECK (((ended_at IS NULL) = (delivery IS NULL))),
  constraint invoice_letters_operator_fkey FOREIGN KEY (operator_id) REFERENCES operators(id) ON DELETE CASCADE,
  constraint invoice_letters_pkey PRIMARY KEY (network_id, operator_id, invoice_number)
);
CREATE INDEX invoice_letters_open ON public.invoice_letters USING btree (asked_at) WHERE (ended_at IS NULL);
comment on table invoice_letters is 'One row for each owner and platform invoice that he is told of; one letter tells all that wait. A row is claimed before it is sent. unanswered counts claims whose sending nobody saw end: after two it is left, so that a process that is killed makes a letter come twice at most. delivery is log where no mail server was set up.';

create sequence issue_run_ids as integer;

create table issue_runs (
  network_id integer not null,
  run_id integer not null,
  location_id integer,
  cut_off_at timestamp with time zone,
  is_dry_run boolean not null,
  preview_run_id integer,
  door text not null,
  operator_id text,
  state text not null,
  progress jsonb,
  summary jsonb,
  report jsonb,
  problem jsonb,
  started_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint issue_runs_pkey PRIMARY KEY (run_id),
  constraint issue_runs_state CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX issue_runs_network ON public.issue_runs USING btree (network_id, run_id);
comment on table issue_runs is 'One row for each run that issues platform invoices, or tries it out. network_id is 0 for a run over all networks; location_id and cut_off_at as asked for. report holds what was issued, also by a run that failed half-way. A run that has not changed for two minutes has lost its process.';

create table location_customers (
  network_id integer not null,
  location_id integer not null,
  customer_id integer not null,
  sort_name text collate "C" not null,
  has_records boolean not null,
  constraint location_customers_pkey PRIMARY KEY (location_id, customer_id, network_id)
);
CREATE INDEX location_customers_customer ON public.location_customers USING btree (customer_id, location_id);
CREATE INDEX location_customers_name ON public.location_customers USING btree (location_id, sort_name, customer_id);
comment on table location_customers is 'Derived: the customers of each location. has_records: by a record of their own; otherwise through a team''s paying customer.';

create sequence location_ids as integer;

create table location_suspensions (
  network_id integer not null,
  location_id integer not null,
  customer_id integer not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  constraint location_suspensions_pkey PRIMARY KEY (location_id, customer_id, from_at, network_id)
);
CREATE INDEX location_suspensions_span ON public.location_suspensions USING btree (location_id, until_at) INCLUDE (customer_id, from_at, network_id);
comment on table location_suspensions is 'Derived: customer_changes as spans, repeated for each location of the customer so that a count reads one location only.';

create table locations (
  network_id integer not null,
  location_id integer not null,
  external_id text not null,
  name text not null,
  time_zone text not null,
  currency text,
  created_at timestamp with time zone not null,
  import_id integer not null,
  constraint locations_external_key UNIQUE (network_id, external_id),
  constraint locations_network_fkey FOREIGN KEY (network_id) REFERENCES networks(network_id),
  constraint locations_pkey PRIMARY KEY (network_id, location_id)
);
comment on table locations is 'Coworking spaces, each billed on its own. Before its first platform invoice a window begins at created_at.';

create sequence network_ids as integer;

create table networks (
  network_id integer not null,
  origin text not null,
  external_id text not null,
  name text not null,
  constraint networks_name_key UNIQUE (name),
  constraint networks_pkey PRIMARY KEY (network_id)
);
comment on table networks is 'All locations of one account. origin tells which connector brought it in; the same account may stand twice under two names.';

create table operator_accounts (
  id text not null,
  operator_id text not null,
  provider text not null,
  provider_account text not null,
  password_hash text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint operator_accounts_operator_fkey FOREIGN KEY (operator_id) REFERENCES operators(id) ON DELETE CASCADE,
  constraint operator_accounts_pkey PRIMARY KEY (id),
  constraint operator_accounts_provider_key UNIQUE (provider, provider_account)
);
CREATE INDEX operator_accounts_operator ON public.operator_accounts USING btree (operator_id);
comment on table operator_accounts is 'How an operator proves who he is; for now by password only (provider credential), kept as a salted scrypt hash.';

create table operator_locations (
  network_id integer not null,
  operator_id text not null,
  location_id integer not null,
  constraint operator_locations_location_fkey FOREIGN KEY (network_id, location_id) REFERENCES locations(network_id, location_id),
  constraint operator_locations_pkey PRIMARY KEY (network_id, operator_id, location_id),
  constraint operator_locations_role_fkey FOREIGN KEY (network_id, operator_id) REFERENCES operator_roles(network_id, operator_id) ON DELETE CASCADE
);
comment on table operator_locations is 'The locations of a location manager or a viewer who does not have all of a network.';

create table operator_roles (
  network_id integer not null,
  operator_id text not null,
  role text not null,
  has_all_locations boolean not null,
  constraint operator_roles_network_fkey FOREIGN KEY (network_id) REFERENCES networks(network_id),
  constraint operator_roles_operator_fkey FOREIGN KEY (operator_id) REFERENCES operators(id) ON DELETE CASCADE,
  constraint operator_roles_pkey PRIMARY KEY (network_id, operator_id)
);
CREATE INDEX operator_roles_operator ON public.operator_roles USING btree (operator_id);
comment on table operator_roles is 'What an operator may do in one network. Where has_all_locations is false, operator_locations lists the locations that exist for him.';

create table operator_sessions (
  id text not null,
  operator_id text not null,
  token text not null,
  address text,
  browser text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint operator_sessions_operator_fkey FOREIGN KEY (operator_id) REFERENCES operators(id) ON DELETE CASCADE,
  constraint operator_sessions_pkey PRIMARY KEY (id),
  constraint operator_sessions_token_key UNIQUE (token)
);
CREATE INDEX operator_sessions_operator ON public.operator_sessions USING btree (operator_id);
comment on table operator_sessions is 'Where an operator is signed in. The token is of no use without the signature that the cookie carries beside it.';

create table operator_two_factors (
  id text not null,
  operator_id text not null,
  secret text not null,
  recovery_codes text not null,
  is_confirmed boolean not null,
  failure_count integer not null,
  locked_until timestamp with time zone,
  last_code_hash text,
  constraint operator_two_factors_operator_fkey FOREIGN KEY (operator_id) REFERENCES operators(id) ON DELETE CASCADE,
  constraint operator_two_factors_operator_key UNIQUE (operator_id),
  constraint operator_two_factors_pkey PRIMARY KEY (id)
);
comment on table operator_two_factors is 'Second factors. secret and recovery_codes are encrypted with HEADCOUNT_SECRET or the key file; last_code_hash lets each code of an authenticator app be used once.';

create table operator_verifications (
  id text not null,
  identifier text not null,
  value text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint operator_verifications_pkey PRIMARY KEY (id)
);
CREATE INDEX operator_verifications_identifier ON public.operator_verifications USING btree (identifier);
comment on table operator_verifications is 'Links of password resets and e-mail changes, and sign-ins that wait for their second factor. identifier is hashed; value begins with the operator''s id.';

create table operators (
  id text not null,
  email text not null,
  first_name text not null,
  last_name text not null,
  is_email_confirmed boolean not null,
  is_platform boolean not null,
  has_second_factor boolean not null,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint operators_email_key UNIQUE (email),
  constraint operators_email_lower CHECK ((email = lower(email))),
  constraint operators_pkey PRIMARY KEY (id)
);
comment on table operators is 'People who sign in to Headcount. is_platform gives every right in every network; other rights come from operator_roles.';

create table paused_periods (
  network_id integer not null,
  contract_ref bigint not null,
  ref bigint not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  import_id integer not null,
  constraint paused_periods_pkey PRIMARY KEY (network_id, contract_ref, ref)
);
comment on table paused_periods is 'Freezes of contracts. A frozen contract counts, and is disputable.';

create table platform_invoice_entries (
  network_id integer not null,
  entry_number integer not null,
  kind text not null,
  invoice_number integer,
  about_number integer,
  location_id integer not null,
  cut_off_at timestamp with time zone not null,
  edition integer not null,
  active_users integer not null,
  currency text not null,
  total_minor bigint not null,
  issued_at timestamp with time zone not null,
  content jsonb not null,
  previous_hash text not null,
  hash text not null,
  constraint platform_invoice_entries_about CHECK (((about_number IS NULL) = (kind = 'invoice'::text))),
  constraint platform_invoice_entries_kind CHECK ((kind = ANY (ARRAY['invoice'::text, 'void'::text, 'credit_note'::text]))),
  constraint platform_invoice_entries_number_key UNIQUE (network_id, invoice_number),
  constraint platform_invoice_entries_numbered CHECK (((invoice_number IS NULL) = (kind = 'void'::text))),
  constraint platform_invoice_entries_pkey PRIMARY KEY (network_id, entry_number)
);
CREATE INDEX platform_invoice_entries_credit ON public.platform_invoice_entries USING btree (network_id, about_number) WHERE (kind = 'credit_note'::text);
CREATE UNIQUE INDEX platform_invoice_entries_cut_off ON public.platform_invoice_entries USING btree (network_id, location_id, cut_off_at, edition) WHERE (kind = 'invoice'::text);
CREATE UNIQUE INDEX platform_invoice_entries_void ON public.platform_invoice_entries USING btree (network_id, about_number) WHERE (kind = 'void'::text);
CREATE TRIGGER platform_invoice_entries_only_grow BEFORE DELETE OR UPDATE ON public.platform_invoice_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table platform_invoice_entries is 'Platform invoices issued here, their voids and credit notes: one chain for each network. Invoices and credit notes have numbers without gaps. content is what was hashed; the other columns repeat parts of it to be found by.';

create table platform_invoice_lists (
  network_id integer not null,
  location_id integer not null,
  cut_off_at timestamp with time zone not null,
  edition integer not null,
  customers integer[] not null,
  masks integer[] not null,
  evidence_customers integer[] not null,
  evidence_kinds integer[] not null,
  evidence_refs bigint[] not null,
  evidence_ms bigint[] not null,
  constraint platform_invoice_lists_pkey PRIMARY KEY (network_id, location_id, cut_off_at, edition)
);
CREATE TRIGGER platform_invoice_lists_only_grow BEFORE DELETE OR UPDATE ON public.platform_invoice_lists FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table platform_invoice_lists is 'Who was counted for each invoice, with sources and evidence, as parallel arrays: one row for a list of 20,000 takes a fraction of as many rows. evidence_kinds are as in model/kind.ts; evidence_ms is when a record happened or began, null for since ever.';

create table platform_invoice_supplement_lines (
  network_id integer not null,
  supplement_id integer not null,
  invoice_number integer not null,
  net_minor bigint not null,
  constraint platform_invoice_supplement_lines_amount CHECK ((net_minor <> 0)),
  constraint platform_invoice_supplement_lines_invoice_fkey FOREIGN KEY (network_id, invoice_number) REFERENCES platform_invoice_entries(network_id, invoice_number),
  constraint platform_invoice_supplement_lines_pkey PRIMARY KEY (network_id, supplement_id, invoice_number),
  constraint platform_invoice_supplement_lines_supplement_fkey FOREIGN KEY (network_id, supplement_id) REFERENCES platform_invoice_supplements(network_id, supplement_id)
);
CREATE INDEX platform_invoice_supplement_lines_invoice ON public.platform_invoice_supplement_lines USING btree (network_id, invoice_number);
CREATE TRIGGER platform_invoice_supplement_lines_only_grow BEFORE DELETE OR UPDATE ON public.platform_invoice_supplement_lines FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table platform_invoice_supplement_lines is 'How much of a supplement stands on an invoice; a deduction that is more than the invoice asks for goes on with the next one. Lines of an invoice that is void count no longer.';

create table platform_invoice_supplements (
  network_id integer not null,
  supplement_id integer not null,
  location_id integer not null,
  about_number integer not null,
  net_minor bigint not null,
  currency text not null,
  digits integer not null,
  people jsonb not null,
  basis jsonb not null,
  reason text not null,
  agreed_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_because text,
  constraint platform_invoice_supplements_about_fkey FOREIGN KEY (network_id, about_number) REFERENCES platform_invoice_entries(network_id, invoice_number),
  constraint platform_invoice_supplements_amount CHECK ((net_minor <> 0)),
  constraint platform_invoice_supplements_location_fkey FOREIGN KEY (network_id, location_id) REFERENCES locations(network_id, location_id),
  constraint platform_invoice_supplements_pkey PRIMARY KEY (network_id, supplement_id),
  constraint platform_invoice_supplements_withdrawn CHECK (((withdrawn_at IS NULL) = (withdrawn_because IS NULL)))
);
CREATE INDEX platform_invoice_supplements_about ON public.platform_invoice_supplements USING btree (network_id, about_number);
CREATE INDEX platform_invoice_supplements_location ON public.platform_invoice_supplements USING btree (network_id, location_id) WHERE (withdrawn_at IS NULL);
comment on table platform_invoice_supplements is 'An amount before tax about invoice about_number, for the next invoice of its location; negative for a deduction. people: whom it is for, as customerId and change; basis: the figures that it was computed from. It is never changed but to be withdrawn, and numbered from 1 in its network.';

create table platform_invoices (
  network_id integer not null,
  location_id integer not null,
  cut_off_at timestamp with time zone not null,
  external_id text not null,
  number text,
  import_id integer not null,
  constraint platform_invoices_pkey PRIMARY KEY (location_id, cut_off_at, external_id, network_id)
);
comment on table platform_invoices is 'The cut-offs of each location: an instant begins the window that ends at the next.';

create table price_plan_assignments (
  network_id integer not null,
  location_id integer not null,
  from_at timestamp with time zone not null,
  price_plan_id integer,
  add_ons jsonb not null,
  constraint price_plan_assignments_location_fkey FOREIGN KEY (network_id, location_id) REFERENCES locations(network_id, location_id),
  constraint price_plan_assignments_pkey PRIMARY KEY (network_id, location_id, from_at)
);
CREATE INDEX price_plan_assignments_plan ON public.price_plan_assignments USING btree (price_plan_id, network_id);
comment on table price_plan_assignments is 'The price plan of a location from from_at until the next row; null where it has none from then on. add_ons: units by the add-on''s id. The plan is one of network 0.';

create sequence price_plan_ids as integer;

create table price_plan_versions (
  network_id integer not null,
  price_plan_id integer not null,
  version integer not null,
  valid_from timestamp with time zone not null,
  document jsonb not null,
  created_at timestamp with time zone not null,
  constraint price_plan_versions_pkey PRIMARY KEY (network_id, price_plan_id, version),
  constraint price_plan_versions_plan_fkey FOREIGN KEY (network_id, price_plan_id) REFERENCES price_plans(network_id, price_plan_id)
);
CREATE TRIGGER price_plan_versions_only_grow BEFORE DELETE OR UPDATE ON public.price_plan_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
comment on table price_plan_versions is 'What a plan says from valid_from on; of several that begin at the same instant the highest version counts. The first may hold since ever (-infinity). Versions are added and never changed.';

create table price_plans (
  network_id integer not null,
  price_plan_id integer not null,
  name text not null,
  created_at timestamp with time zone not null,
  constraint price_plans_name_key UNIQUE (network_id, name),
  constraint price_plans_pkey PRIMARY KEY (network_id, price_plan_id)
);
comment on table price_plans is 'Price plans by their name. network_id 0: plans of the platform, for every network.';

create table record_addresses (
  network_id integer not null,
  record text not null,
  template text not null,
  constraint record_addresses_network_fkey FOREIGN KEY (network_id) REFERENCES networks(network_id),
  constraint record_addresses_pkey PRIMARY KEY (network_id, record)
);
comment on table record_addresses is 'The address of each kind of record at its origin, with {id} for its external id and {customer} for that of its customer. Only what differs from what the origin is known to use; empty where there shall be no link.';

create table recurring_products (
  network_id integer not null,
  location_id integer not null,
  ref bigint not null,
  customer_id integer not null,
  product_name text,
  cycle text not null,
  every integer not null,
  renews_from timestamp with time zone not null,
  renews_until timestamp with time zone not null,
  import_id integer not null,
  ended_at timestamp with time zone not null default 'infinity'::timestamp with time zone,
  base timestamp without time zone generated always as ( CASE cycle WHEN 'last_day_of_month'::text THEN (((renews_from AT TIME ZONE '00:00:00'::interval) - make_interval(days => ((date_part('day'::text, (renews_from AT TIME ZONE '00:00:00'::interval)))::integer - 1))) + make_interval(months => 1)) ELSE (renews_from AT TIME ZONE '00:00:00'::interval) END) stored,
  step_months integer generated always as ( CASE cycle WHEN 'month'::text THEN every WHEN 'last_day_of_month'::text THEN every WHEN 'year'::text THEN (every * 12) ELSE 0 END) stored,
  step_days integer generated always as ( CASE cycle WHEN 'day'::text THEN every WHEN 'week'::text THEN (every * 7) ELSE 0 END) stored,
  days_before integer generated always as ( CASE cycle WHEN 'last_day_of_month'::text THEN 1 ELSE 0 END) stored,
  step_seconds double precision generated always as (((86400)::numeric * CASE cycle WHEN 'day'::text THEN (every)::numeric WHEN 'week'::text THEN ((every * 7))::numeric WHEN 'year'::text THEN (((every * 12))::numeric * 30.436875) ELSE ((every)::numeric * 30.436875) END)) stored,
  constraint recurring_products_cycle CHECK ((cycle = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'year'::text, 'last_day_of_month'::text]))),
  constraint recurring_products_every CHECK (((every > 0) AND (every < 1001))),
  constraint recurring_products_pkey PRIMARY KEY (network_id, ref)
);
CREATE INDEX recurring_products_standing ON public.recurring_products USING btree (location_id, renews_until) INCLUDE (customer_id, ended_at, renews_from, base, step_months, step_days, days_before, step_seconds, network_id);
comment on table recurring_products is 'The renewal plans of recurring products: renewals are worked out when asked for, sales are facts.';

create function refuse_change() returns trigger -- body 63b4713bac075069a316441527014922;

create table schema_migrations (
  number integer not null,
  name text not null,
  is_breaking boolean not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migrations_pkey PRIMARY KEY (number)
);
comment on table schema_migrations is 'Which numbered changes this schema has had; the program adds them as it starts.';

create table sign_in_failures (
  email_hash text not null,
  failure_count integer not null,
  first_failed_at timestamp with time zone not null,
  locked_until timestamp with time zone,
  constraint sign_in_failures_pkey PRIMARY KEY (email_hash)
);
comment on table sign_in_failures is 'Failed sign-ins by a keyed hash of the e-mail, whether or not an operator has it, so that a lock tells nothing about who exists.';

create sequence sync_run_ids as integer;

create table sync_runs (
  network_id integer not null,
  run_id integer not null,
  connection_id integer not null,
  is_full boolean not null,
  operator_id text,
  state text not null,
  progress jsonb,
  report jsonb,
  problem jsonb,
  started_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint sync_runs_connection_fkey FOREIGN KEY (network_id, connection_id) REFERENCES connections(network_id, connection_id) ON DELETE CASCADE,
  constraint sync_runs_pkey PRIMARY KEY (network_id, run_id),
  constraint sync_runs_state CHECK ((state = ANY (ARRAY['reading'::text, 'merging'::text, 'done'::text, 'failed'::text, 'stopped'::text])))
);
CREATE INDEX sync_runs_connection ON public.sync_runs USING btree (network_id, connection_id, run_id);
comment on table sync_runs is 'One row for each sync. A run that has not changed for two minutes has lost its process; the next one goes on from what it read.';

create table team_billing (
  network_id integer not null,
  team_id integer not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  has_merged_billing boolean not null,
  paying_customer_id integer,
  constraint team_billing_pkey PRIMARY KEY (network_id, team_id, from_at)
);
CREATE INDEX team_billing_paying_customer ON public.team_billing USING btree (network_id, paying_customer_id);
comment on table team_billing is 'Whether a team had merged billing, and who paid, when.';

create table team_edges (
  network_id integer not null,
  location_id integer not null,
  paying_customer_id integer not null,
  customer_id integer not null,
  team_id integer not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  constraint team_edges_pkey PRIMARY KEY (location_id, paying_customer_id, customer_id, team_id, from_at, network_id) INCLUDE (until_at)
);
comment on table team_edges is 'Derived: who counts through whom under merged billing, repeated for each location where the paying customer has records.';

create sequence team_ids as integer;

create table team_memberships (
  network_id integer not null,
  team_id integer not null,
  customer_id integer not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  constraint team_memberships_pkey PRIMARY KEY (network_id, team_id, customer_id, from_at)
);
CREATE INDEX team_memberships_customer ON public.team_memberships USING btree (network_id, customer_id);
comment on table team_memberships is 'Who was in which team when. What the first import finds has held since for ever.';

create table teams (
  network_id integer not null,
  team_id integer not null,
  external_id text not null,
  name text not null,
  updated_at timestamp with time zone,
  import_id integer not null,
  constraint teams_external_key UNIQUE (network_id, external_id),
  constraint teams_pkey PRIMARY KEY (network_id, team_id)
);
comment on table teams is 'Groups of customers; who belongs and who pays is dated in team_memberships and team_billing.';

create table webhook_deliveries (
  network_id integer not null,
  connection_id integer not null,
  entity text not null,
  external_id bigint not null,
  delivery_id bigint not null,
  not_before timestamp with time zone not null,
  constraint webhook_deliveries_connection_fkey FOREIGN KEY (network_id, connection_id) REFERENCES connections(network_id, connection_id) ON DELETE CASCADE,
  constraint webhook_deliveries_pkey PRIMARY KEY (network_id, connection_id, entity, external_id)
);
comment on table webhook_deliveries is 'Records that webhooks told of and that are still to be read: one row a record, however often it was told. delivery_id is that of the latest. not_before is later than it came where reading it failed.';

create sequence webhook_delivery_ids as bigint;
