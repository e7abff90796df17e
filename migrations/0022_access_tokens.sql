-- Tokens by which a person's own programs read and write notes. Only the hash is kept.
create table access_token (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  hash bytea not null unique check (octet_length(hash) = 32),
  name text not null check (char_length(name) between 1 and 80),
  scope text not null check (scope in ('read', 'write')),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  -- The day alone: when exactly somebody's program ran concerns nobody.
  used_on date
);
-- Serves a person's list, newest first.
create index access_token_person on access_token (person_id, created_at, id);
create index access_token_expiry on access_token (expires_at);

create trigger access_token_writer before insert on access_token
  for each row execute function refuse_erased();

grant select, insert, delete on access_token to glossator_app;
grant update (used_on) on access_token to glossator_app;
