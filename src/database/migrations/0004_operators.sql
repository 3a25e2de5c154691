-- Operators: the people who sign in, what they may do, and the keys that programs use in their name.
-- An operator belongs to no network: his roles say which networks exist for him. These tables are small
-- and, without network_id in every key, stay undistributed on Citus. The first five are those of the
-- auth library, under our names; its rows are found by `id`.

create sequence api_key_ids as int;
create sequence invitation_ids as int;

create table operators (
  id text not null,
  email text not null,
  first_name text not null,
  last_name text not null,
  is_email_confirmed boolean not null,
  is_platform boolean not null,
  has_second_factor boolean not null,
  disabled_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint operators_pkey primary key (id),
  constraint operators_email_key unique (email),
  constraint operators_email_lower check (email = lower(email))
);
comment on table operators is 'People who sign in to Headcount. is_platform gives every right in every network; other rights come from operator_roles.';

create table operator_sessions (
  id text not null,
  operator_id text not null,
  token text not null,
  address text,
  browser text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  constraint operator_sessions_pkey primary key (id),
  constraint operator_sessions_token_key unique (token),
  constraint operator_sessions_operator_fkey foreign key (operator_id) references operators (id) on delete cascade
);
comment on table operator_sessions is 'Where an operator is signed in. The token is of no use without the signature that the cookie carries beside it.';
-- all sessions of one operator end when his password changes
create index operator_sessions_operator on operator_sessions (operator_id);

create table operator_accounts (
  id text not null,
  operator_id text not null,
  provider text not null,
  provider_account text not null,
  password_hash text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint operator_accounts_pkey primary key (id),
  constraint operator_accounts_provider_key unique (provider, provider_account),
  constraint operator_accounts_operator_fkey foreign key (operator_id) references operators (id) on delete cascade
);
comment on table operator_accounts is 'How an operator proves who he is; for now by password only (provider credential), kept as a salted scrypt hash.';
create index operator_accounts_operator on operator_accounts (operator_id);

create table operator_verifications (
  id text not null,
  identifier text not null,
  value text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  constraint operator_verifications_pkey primary key (id)
);
comment on table operator_verifications is 'Links of password resets and e-mail changes, and sign-ins that wait for their second factor. identifier is hashed; value begins with the operator''s id.';
create index operator_verifications_identifier on operator_verifications (identifier);

create table operator_two_factors (
  id text not null,
  operator_id text not null,
  secret text not null,
  recovery_codes text not null,
  is_confirmed boolean not null,
  failure_count int not null,
  locked_until timestamptz,
  last_code_hash text,
  constraint operator_two_factors_pkey primary key (id),
  constraint operator_two_factors_operator_key unique (operator_id),
  constraint operator_two_factors_operator_fkey foreign key (operator_id) references operators (id) on delete cascade
);
comment on table operator_two_factors is 'Second factors. secret and recovery_codes are encrypted with HEADCOUNT_SECRET or the key file; last_code_hash lets each code of an authenticator app be used once.';

create table operator_roles (
  network_id int not null,
  operator_id text not null,
  role text not null,
  has_all_locations boolean not null,
  constraint operator_roles_pkey primary key (network_id, operator_id),
  constraint operator_roles_network_fkey foreign key (network_id) references networks (network_id),
  constraint operator_roles_operator_fkey foreign key (operator_id) references operators (id) on delete cascade
);
comment on table operator_roles is 'What an operator may do in one network. Where has_all_locations is false, operator_locations lists the locations that exist for him.';
-- whoever asks is identified by his operator, in all his networks
create index operator_roles_operator on operator_roles (operator_id);

create table operator_locations (
  network_id int not null,
  operator_id text not null,
  location_id int not null,
  constraint operator_locations_pkey primary key (network_id, operator_id, location_id),
  constraint operator_locations_role_fkey foreign key (network_id, operator_id) references operator_roles (network_id, operator_id) on delete cascade,
  constraint operator_locations_location_fkey foreign key (network_id, location_id) references locations (network_id, location_id)
);
comment on table operator_locations is 'The locations of a location manager or a viewer who does not have all of a network.';

create table api_keys (
  api_key_id int not null,
  operator_id text not null,
  name text not null,
  prefix text not null,
  key_hash text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint api_keys_pkey primary key (api_key_id),
  constraint api_keys_hash_key unique (key_hash),
  constraint api_keys_operator_fkey foreign key (operator_id) references operators (id) on delete cascade
);
comment on table api_keys is 'Keys that act for their operator within their scopes. Only the SHA-256 of a key is kept: it is 256 random bits, so that nothing slower is needed. last_used_at is right to the minute.';
create index api_keys_operator on api_keys (operator_id);

create table invitations (
  invitation_id int not null,
  email text not null,
  token_hash text not null,
  network_id int,
  role text not null,
  has_all_locations boolean not null,
  location_ids int[] not null,
  invited_by text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  constraint invitations_pkey primary key (invitation_id),
  constraint invitations_token_key unique (token_hash),
  constraint invitations_network_fkey foreign key (network_id) references networks (network_id),
  constraint invitations_network_given check ((network_id is null) = (role = 'platform'))
);
comment on table invitations is 'Roles that were offered by e-mail. network_id is null for the platform role. Only the SHA-256 of the link''s token is kept.';

create table sign_in_failures (
  email_hash text not null,
  failure_count int not null,
  first_failed_at timestamptz not null,
  locked_until timestamptz,
  constraint sign_in_failures_pkey primary key (email_hash)
);
comment on table sign_in_failures is 'Failed sign-ins by a keyed hash of the e-mail, whether or not an operator has it, so that a lock tells nothing about who exists.';
