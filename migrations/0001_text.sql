-- Works, editions and their frozen versions. Rows come from shipped or imported releases only;
-- the app role reads them and may change who may read an edition.

create table work (
  id integer generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]{1,64}$'),
  key text not null unique,
  abbreviation text not null,
  titles jsonb not null,
  issuer jsonb not null,
  issued date not null,
  levels jsonb not null,
  rights jsonb not null
);

create table unit (
  uid text primary key check (uid ~ '^s-[0-9a-hjkmnp-tv-z]{8}$'),
  work_id integer not null references work,
  path text not null,
  kind text not null check (kind in ('container', 'heading', 'sentence', 'limb')),
  role text not null check (role in ('none', 'title', 'run-in-heading', 'run-in-label')),
  ord integer not null,
  parent_uid text references unit deferrable initially deferred,
  status text not null default 'live' check (status in ('live', 'tombstone')),
  unique (work_id, path),
  unique (work_id, uid)
);
create index unit_order on unit (work_id, ord);
create index unit_parent on unit (parent_uid);

create table unit_alias (
  work_id integer not null references work,
  path text not null,
  uid text not null references unit,
  successors text[] not null,
  reason text not null check (reason in ('renumbered', 'split', 'merged', 'moved', 'spurious')),
  primary key (work_id, path)
);

create table edition (
  id text primary key check (id ~ '^[a-z0-9-]{1,64}$'),
  work_id integer not null references work,
  ord smallint not null,
  lang text not null,
  relation text not null check (relation in ('source', 'translation', 'supplement')),
  title text not null,
  responsible jsonb not null,
  source jsonb not null,
  rights jsonb not null,
  access text not null default 'public' check (access in ('public', 'signed-in', 'withheld'))
);
create index edition_work on edition (work_id, ord);

create table edition_version (
  id integer generated always as identity primary key,
  edition_id text not null references edition,
  version text not null check (version ~ '^\d+\.\d+\.\d+$'),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  released date not null,
  ord integer not null,
  loaded_at timestamptz not null default now(),
  unique (edition_id, version),
  unique (edition_id, ord)
);

create table segment_text (
  version_id integer not null references edition_version,
  uid text not null references unit,
  reading text,
  diplomatic text,
  label text not null,
  condition text not null check (condition in ('intact', 'damaged', 'lost', 'corrupt')),
  sha256 text,
  primary key (version_id, uid),
  check ((condition = 'lost') = (reading is null)),
  check ((reading is null) = (diplomatic is null) and (reading is null) = (sha256 is null)),
  check (reading <> '')
);

create table limb_range (
  version_id integer not null references edition_version,
  uid text not null references unit,
  sentence_uid text not null references unit,
  start_at integer not null check (start_at >= 0),
  end_at integer not null check (end_at > start_at),
  primary key (version_id, uid)
);

create table apparatus_entry (
  version_id integer not null references edition_version,
  number text not null check (number ~ '^[A-Z]\d+$'),
  ord integer not null,
  kind text not null check (kind in ('gap', 'supplied', 'sic', 'corr', 'surplus')),
  body jsonb not null,
  primary key (version_id, number)
);

create table alignment (
  work_id integer not null references work,
  id text not null,
  ord integer not null,
  body jsonb not null,
  primary key (work_id, id)
);

-- A shipped version whose number is already taken by other bytes: shown, never loaded.
create table proposed_release (
  edition_id text not null references edition,
  version text not null,
  sha256 text not null,
  first_seen timestamptz not null default now(),
  primary key (edition_id, version, sha256)
);

grant select on work, unit, unit_alias, edition, edition_version, segment_text, limb_range,
  apparatus_entry, alignment, proposed_release to glossator_app;
grant update (access) on edition to glossator_app;
