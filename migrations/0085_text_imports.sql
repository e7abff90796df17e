-- A text that somebody brings, until it is published or thrown away: what they brought, what was made
-- of it, and what they corrected. Half of one is kept for some time after it was last touched.
create table text_import (
  id uuid primary key,
  owner_id uuid not null references person,
  title text not null check (char_length(title) <= 300),
  made_at timestamptz not null default now(),
  touched_at timestamptz not null default now(),
  state text not null default 'reading' check (state in ('reading', 'failed', 'ready', 'published')),
  -- Counts readings: what an earlier one finds is no longer wanted.
  reading integer not null default 1 check (reading >= 1),
  -- Hundredths of reading that are done.
  progress smallint not null default 0 check (progress between 0 and 100),
  fault text not null default 'none',
  -- Number of the source that could not be read.
  fault_at smallint not null default 0,
  -- Corrections and what was taken back, counted: a change is made on the one that was seen.
  version integer not null default 0 check (version >= 0),
  -- The work that it became.
  slug text not null default '',
  check ((state = 'failed') = (fault <> 'none')),
  check ((state = 'published') = (slug <> ''))
);
create index text_import_owner on text_import (owner_id, touched_at desc, id desc);
create index text_import_age on text_import (touched_at);
create index text_import_reading on text_import (id) where state = 'reading';

create table text_import_source (
  import_id uuid not null references text_import on delete cascade,
  n smallint not null check (n in (0, 1)),
  kind text not null check (kind in ('file', 'paste')),
  name text not null check (char_length(name) <= 200),
  -- As its owner stated it; empty where they did not.
  lang text not null check (char_length(lang) <= 35),
  content bytea not null,
  -- What was chosen, and what it was read in; empty where nobody chose, and where it has none.
  chosen text not null default '',
  encoding text not null default '',
  is_guessed boolean not null default false,
  notices jsonb not null default '[]' check (jsonb_typeof(notices) = 'array'),
  primary key (import_id, n)
);

-- The proposal as it was after so many corrections, packed; later ones are made again on top of it.
create table text_import_state (
  import_id uuid primary key references text_import on delete cascade,
  version integer not null,
  body bytea not null
);

create table text_import_correction (
  import_id uuid not null references text_import on delete cascade,
  n integer not null check (n >= 1),
  body jsonb not null,
  -- What takes it back.
  undo jsonb not null,
  -- Number of the correction that this one takes back; 0 where it is one.
  takes_back integer not null default 0,
  made_at timestamptz not null default now(),
  primary key (import_id, n)
);
create unique index text_import_taken_back on text_import_correction (import_id, takes_back)
  where takes_back > 0;

grant select, insert, delete on text_import to glossator_app;
grant update (touched_at, state, reading, progress, fault, fault_at, version, slug) on text_import
  to glossator_app;
grant select, insert, delete on text_import_source to glossator_app;
grant update (chosen, encoding, is_guessed, notices) on text_import_source to glossator_app;
grant select, insert, delete on text_import_state to glossator_app;
grant update (version, body) on text_import_state to glossator_app;
grant select, insert, delete on text_import_correction to glossator_app;
