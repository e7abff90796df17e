-- Notes brought from elsewhere: what a file holds waits here while its owner looks at it and while it
-- is written.

create table note_import (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  work_id integer not null references work,
  source text not null check (source in ('hypothesis', 'w3c')),
  file_name text not null check (char_length(file_name) <= 200),
  state text not null default 'preview' check (
    state in ('preview', 'running', 'done', 'cancelled')),
  total integer not null check (total >= 0),
  -- Kept when the rows that were written go.
  written integer not null default 0,
  known integer not null default 0,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
-- One at a time for a person, and the newest of theirs.
create unique index note_import_open on note_import (person_id) where state in ('preview', 'running');
create index note_import_person on note_import (person_id, created_at desc);
create index note_import_running on note_import (id) where state = 'running';
create index note_import_age on note_import (changed_at);

create table note_import_row (
  import_id uuid not null references note_import on delete cascade,
  -- Answers come after what they answer.
  n integer not null check (n >= 1),
  foreign_id text not null,
  outcome text not null check (outcome in ('waiting', 'written', 'known', 'left-out')),
  reason text not null,
  -- The first and the last unit; empty where it has no place.
  from_uid text not null,
  to_uid text not null,
  certainty text not null check (certainty in ('words', 'context', 'address', 'reply', 'none')),
  quote text not null,
  cut_tags text[] not null,
  -- What is to be written; null where nothing is.
  note jsonb,
  primary key (import_id, n)
);
create index note_import_outcome on note_import_row (import_id, outcome, n);

-- Where a note came from; its words in that place were another's, or its owner's under another name.
create table import_source (
  annotation_id uuid primary key references annotation on delete cascade,
  person_id uuid not null references person on delete cascade,
  source text not null check (source in ('hypothesis', 'w3c')),
  foreign_id text not null,
  author text not null check (char_length(author) <= 200),
  -- As the file says it; empty where it does not.
  written text not null check (char_length(written) <= 40)
);
create index import_source_person on import_source (person_id);

grant select, insert, delete on note_import to glossator_app;
grant update (state, written, known, changed_at) on note_import to glossator_app;
grant select, insert, delete on note_import_row to glossator_app;
grant update (outcome, reason) on note_import_row to glossator_app;
grant select, insert, delete on import_source to glossator_app;
