-- People, how they sign in, and the site's own settings.

create table person (
  id uuid primary key,
  name text not null check (char_length(name) <= 80),
  state text not null default 'active' check (state in ('active', 'erased')),
  created_at timestamptz not null default now(),
  check ((state = 'erased') = (name = ''))
);

create table account (
  person_id uuid primary key references person,
  email text not null,
  -- The address in lower case: what must be unique and is looked up.
  email_key text not null unique,
  password_hash text not null,
  locale text not null check (locale in ('en', 'zh-Hans')),
  created_at timestamptz not null default now()
);

-- A registration waits here until its address is confirmed, so that nobody can occupy another
-- person's address, and several attempts for one address can wait side by side.
create table registration (
  id uuid primary key,
  token_hash bytea not null unique,
  name text not null,
  email text not null,
  email_key text not null,
  password_hash text not null,
  locale text not null check (locale in ('en', 'zh-Hans')),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index registration_email on registration (email_key);
create index registration_expiry on registration (expires_at);
create index registration_age on registration (created_at, id);

create table site_role (
  person_id uuid not null references person,
  role text not null check (role in ('administrator')),
  granted_at timestamptz not null default now(),
  primary key (person_id, role)
);

create table session (
  id uuid primary key,
  person_id uuid not null references person,
  device text not null check (char_length(device) <= 200),
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now()
);
create index session_person on session (person_id, created_at, id);
create index session_idle on session (seen_at);

create table one_time_token (
  hash bytea primary key,
  purpose text not null check (purpose in ('reset', 'claim', 'invitation')),
  person_id uuid references person,
  created_by uuid references person,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  check ((purpose = 'reset') = (person_id is not null))
);
create index one_time_token_person on one_time_token (person_id);
create index one_time_token_creator on one_time_token (created_by);
create index one_time_token_expiry on one_time_token (expires_at);

create table mail (
  id uuid primary key,
  recipient text not null,
  kind text not null,
  locale text not null check (locale in ('en', 'zh-Hans')),
  subject text not null,
  body text not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  last_error text not null default '',
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
create index mail_age on mail (created_at, id);

create table site (
  id boolean primary key default true check (id),
  -- 'automatic': open while the site's origin is a loopback address, else by invitation.
  registration text not null default 'automatic'
    check (registration in ('automatic', 'open', 'invitation', 'closed')),
  imprint text not null default '',
  contact text not null default '',
  changed_at timestamptz not null default now()
);
insert into site default values;

grant select, insert, update on person to glossator_app;
grant select, insert, update, delete on account, registration, site_role, session, one_time_token, mail
  to glossator_app;
grant select, update on site to glossator_app;
