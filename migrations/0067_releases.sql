-- What was published of a commentary. The document never changes; what became of it stands beside it.
create table commentary_release (
  id uuid primary key,
  commentary_id uuid not null references commentary,
  major integer not null check (major >= 1),
  minor integer not null check (minor >= 0),
  -- JSON as it was written and hashed.
  document text not null,
  sha256 text not null check (sha256 = encode(sha256(convert_to(document, 'UTF8')), 'hex')),
  -- Of the document, all but its parts: what a list or a title page tells needs no more.
  front jsonb not null,
  released_at timestamptz not null,
  retracted_at timestamptz,
  retraction text not null default '' check (char_length(retraction) <= 2000),
  check ((retracted_at is null) = (retraction = '')),
  unique (commentary_id, major, minor)
);

-- Made from the document alone: its parts, in their order.
create table release_part (
  release_id uuid not null references commentary_release on delete cascade,
  n integer not null check (n >= 1),
  kind text not null check (kind in ('introduction', 'essay', 'entry')),
  label text not null,
  title text not null,
  words integer not null,
  -- Places as in the document.
  places jsonb not null,
  body text not null,
  primary key (release_id, n)
);
create unique index release_part_label on release_part (release_id, label) where label <> '';

-- Where it stands: a row for each unit, as of threads.
create table release_place (
  work_id integer not null,
  uid text not null,
  release_id uuid not null,
  n integer not null,
  foreign key (release_id, n) references release_part on delete cascade,
  foreign key (work_id, uid) references unit (work_id, uid),
  primary key (work_id, uid, release_id, n)
);
create index release_place_part on release_place (release_id, n);

-- The commentaries on a work.
create index commentary_work on commentary (work_id, slug);

grant select, insert on commentary_release, release_part, release_place to glossator_app;
grant update (retracted_at, retraction) on commentary_release to glossator_app;
