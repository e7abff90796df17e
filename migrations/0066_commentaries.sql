-- Commentaries as they are being written. What is published of one is a release, and stands elsewhere.

-- Given once, whatever becomes of the commentary: it is in the address of what is cited.
create table commentary_slug (
  slug text primary key check (slug ~ '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$')
);

create table commentary (
  id uuid primary key,
  work_id integer not null references work,
  slug text not null unique references commentary_slug,
  title text not null check (char_length(title) between 1 and 300),
  subtitle text not null default '' check (char_length(subtitle) <= 300),
  abstract text not null default '' check (char_length(abstract) <= 5000),
  -- In which it is written, by BCP 47.
  language text not null check (char_length(language) between 2 and 35),
  -- By SPDX; nothing where none was chosen yet.
  licence text,
  interests text not null default '' check (char_length(interests) <= 2000),
  -- Of all that stands above and of the byline.
  version integer not null default 1 check (version >= 1),
  founded_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  removed_at timestamptz
);

-- The byline, in its order: it is not the list of accounts.
create table commentary_contributor (
  commentary_id uuid not null references commentary on delete cascade,
  n smallint not null check (n >= 1),
  kind text not null check (kind in ('person', 'group')),
  -- Of a group, or of a person who has one name only, all of it.
  family text not null check (char_length(family) between 1 and 200),
  given text not null default '' check (char_length(given) <= 200),
  -- As they state it.
  orcid text check (orcid ~ '^\d{4}-\d{4}-\d{4}-\d{3}[0-9X]$'),
  affiliation text not null default '' check (char_length(affiliation) <= 300),
  roles text[] not null default '{}',
  primary key (commentary_id, n),
  check (kind = 'person' or (given = '' and orcid is null))
);

create table commentary_author (
  commentary_id uuid not null references commentary on delete cascade,
  person_id uuid not null references person,
  role text not null check (role in ('lead', 'author')),
  state text not null check (state in ('invited', 'active', 'left')),
  since timestamptz not null default now(),
  primary key (commentary_id, person_id)
);
-- The commentaries of a person, the newest first.
create index commentary_author_person on commentary_author (person_id, since desc, commentary_id desc);

create table commentary_part (
  id uuid primary key,
  commentary_id uuid not null references commentary on delete cascade,
  kind text not null check (kind in ('introduction', 'essay', 'entry')),
  -- As in the newest revision: no two that stand have the same.
  label text not null default '',
  position integer not null,
  -- Number of the newest revision; whoever saves must name it.
  version integer not null default 1 check (version >= 1),
  -- Made with the form: sending twice makes one part.
  post_key uuid not null,
  made_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  removed_at timestamptz,
  unique (commentary_id, post_key)
);
create index commentary_part_order on commentary_part (commentary_id, position, id);
create unique index commentary_part_introduction on commentary_part (commentary_id)
  where kind = 'introduction' and removed_at is null;
create unique index commentary_part_label on commentary_part (commentary_id, label)
  where label <> '' and removed_at is null;

-- All that is said of a part, so that an earlier one can be brought back whole.
create table commentary_revision (
  part_id uuid not null references commentary_part on delete cascade,
  number integer not null check (number >= 1),
  label text not null check (label = '' or label ~ '^[A-Za-z0-9][A-Za-z0-9.-]{0,11}$'),
  title text not null check (char_length(title) <= 300),
  body text not null check (char_length(body) <= 60000),
  -- Words and hanzi, as a reader sees them.
  words integer not null check (words >= 0),
  -- Targets as notes have them. Units and versions, which they name, never go.
  places jsonb not null default '[]' check (jsonb_typeof(places) = 'array'),
  -- Nobody, where they have gone: it is the commentary's.
  author_id uuid references person,
  -- The earlier one whose words these are again.
  restores integer,
  written_at timestamptz not null default now(),
  primary key (part_id, number)
);
create index commentary_revision_author on commentary_revision (author_id, written_at, part_id, number);

grant select, insert on commentary_slug to glossator_app;
grant select, insert on commentary, commentary_author, commentary_part, commentary_revision to glossator_app;
grant select, insert, delete on commentary_contributor to glossator_app;
grant update (title, subtitle, abstract, language, licence, interests, version, changed_at, removed_at)
  on commentary to glossator_app;
grant delete on commentary to glossator_app;
grant update (role, state, since) on commentary_author to glossator_app;
grant delete on commentary_author to glossator_app;
grant update (label, position, version, changed_at, removed_at) on commentary_part to glossator_app;
grant update (author_id) on commentary_revision to glossator_app;
