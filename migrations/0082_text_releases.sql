-- Versions of editions that are released here: who may, what is declared, what becomes of old addresses.

alter table site_role drop constraint site_role_role_check;
alter table site_role add constraint site_role_role_check
  check (role in ('administrator', 'editor', 'text-editor'));

-- What somebody declares about the next version of an edition. Editors work on it together; a save names
-- the version that it was made from.
create table text_draft (
  id uuid primary key,
  edition_id text not null references edition,
  changes jsonb not null default '[]' check (jsonb_typeof(changes) = 'array'),
  -- What readers will be told of it.
  change text not null default '' check (char_length(change) <= 2000),
  version integer not null default 1 check (version >= 1),
  begun_by uuid not null references person,
  begun_at timestamptz not null default now(),
  changed_by uuid not null references person,
  changed_at timestamptz not null default now()
);
create index text_draft_edition on text_draft (edition_id, begun_at, id);
create index text_draft_begun_by on text_draft (begun_by, id);
create index text_draft_changed_by on text_draft (changed_by, id);

-- One release: a version of one edition, or, where the structure of the work changes, of all of them.
create table text_release (
  id uuid primary key,
  work_id integer not null references work,
  edition_id text not null references edition,
  changes jsonb not null check (jsonb_typeof(changes) = 'array'),
  is_structural boolean not null,
  -- Nobody where the command line released it.
  released_by uuid references person,
  released_at timestamptz not null default now(),
  -- What became of everything that stands on the text, by edition.
  report jsonb not null
);
create index text_release_work on text_release (work_id, released_at desc, id);
create index text_release_by on text_release (released_by, id);

alter table edition_version
  -- What readers are told, by language; of a first version there is nothing to tell.
  add column change jsonb not null default '{}',
  add column base_id integer references edition_version,
  -- The release is written last, when its report is known.
  add column release_id uuid references text_release deferrable initially deferred;
create index edition_version_release on edition_version (release_id);

-- How a work was divided up to and with a version: addresses that pin an older one read it so for good.
create table former_structure (
  work_id integer not null references work,
  last_version integer not null references edition_version,
  units jsonb not null check (jsonb_typeof(units) = 'array'),
  aliases jsonb not null check (jsonb_typeof(aliases) = 'array'),
  primary key (work_id, last_version)
);

alter table proposed_release
  -- What ships: base, change and changes; null where other bytes came under a number that is taken.
  add column body jsonb,
  add column set_aside_by uuid references person,
  add column set_aside_at timestamptz,
  add column set_aside_reason text not null default '' check (char_length(set_aside_reason) <= 2000),
  add column released_as integer references edition_version;
create index proposed_release_set_aside_by on proposed_release (set_aside_by);

grant select, insert, delete on text_draft to glossator_app;
grant update (changes, change, version, changed_by, changed_at) on text_draft to glossator_app;
grant select, insert on text_release, former_structure to glossator_app;
grant update (set_aside_by, set_aside_at, set_aside_reason, released_as) on proposed_release to glossator_app;
-- Versions come in and stay as they are.
grant insert on edition_version, segment_text, limb_range, apparatus_entry, unit_alias, alignment,
  text_search to glossator_app;
grant insert on unit to glossator_app;
grant update (path, ord, parent_uid, status) on unit to glossator_app;
