-- Layers, threads and annotations. Work, layer and target stand once, on the thread; a reply has
-- none of its own and inherits all.

create table layer (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('notebook', 'public')),
  owner_id uuid references person,
  check ((kind = 'notebook') = (owner_id is not null))
);
create unique index layer_notebook on layer (owner_id) where kind = 'notebook';
create unique index layer_public on layer (kind) where kind = 'public';
insert into layer (kind) values ('public');

create table thread (
  id uuid primary key,
  work_id integer not null references work,
  layer_id integer not null references layer,
  target_kind text not null check (target_kind in ('segment', 'span', 'container')),
  from_uid text not null,
  to_uid text not null,
  author_id uuid not null references person,
  resolution text not null default 'open' check (resolution in ('open', 'resolved')),
  created_at timestamptz not null default now(),
  foreign key (work_id, from_uid) references unit (work_id, uid),
  foreign key (work_id, to_uid) references unit (work_id, uid),
  check ((target_kind = 'span') = (from_uid <> to_uid)),
  unique (id, work_id, layer_id)
);
create index thread_author on thread (author_id, created_at, id);
create index thread_layer on thread (layer_id);

-- Where a thread is found: one row for each unit it points at (a container is one unit).
create table thread_place (
  work_id integer not null,
  layer_id integer not null,
  uid text not null,
  created_at timestamptz not null,
  thread_id uuid not null,
  -- True on the first unit of the target only, so that a span is listed once.
  opening boolean not null,
  foreign key (thread_id, work_id, layer_id) references thread (id, work_id, layer_id) on delete cascade,
  -- Serves every list of threads: by unit and layer, newest first.
  primary key (work_id, uid, layer_id, created_at, thread_id)
);
create index thread_place_thread on thread_place (thread_id);

create table annotation (
  id uuid primary key,
  thread_id uuid not null references thread on delete cascade,
  parent_id uuid,
  author_id uuid not null references person,
  state text not null default 'published' check (state in ('published', 'hidden', 'deleted', 'erased')),
  -- Number of the newest revision; an edit must name it.
  version integer not null default 1 check (version >= 1),
  -- Made with the form: sending twice makes one note.
  post_key uuid not null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  unique (author_id, post_key),
  unique (thread_id, id),
  foreign key (thread_id, parent_id) references annotation (thread_id, id)
);
-- A thread has exactly one root.
create unique index annotation_root on annotation (thread_id) where parent_id is null;
-- Serves the notes of a thread, oldest first.
create index annotation_thread on annotation (thread_id, created_at, id);
create index annotation_parent on annotation (thread_id, parent_id);
create index annotation_author on annotation (author_id, created_at, id);

create table revision (
  annotation_id uuid not null references annotation on delete cascade,
  number integer not null check (number >= 1),
  body text not null check (char_length(body) between 1 and 20000),
  -- Sanitised HTML of the body and the version of the renderer that made it.
  html text not null,
  renderer smallint not null,
  -- The edition versions the author was shown, as edition:version.
  seen text[] not null check (cardinality(seen) between 1 and 16),
  written_at timestamptz not null default now(),
  primary key (annotation_id, number)
);

-- Every change of state or resolution, written in the transaction that makes it.
create table annotation_event (
  id bigint generated always as identity primary key,
  annotation_id uuid not null references annotation on delete cascade,
  actor_id uuid not null references person,
  action text not null
    check (action in ('hide', 'unhide', 'delete', 'restore', 'erase', 'resolve', 'reopen')),
  before text not null,
  after text not null,
  reason text not null default '' check (char_length(reason) <= 2000),
  at timestamptz not null default now()
);
create index annotation_event_annotation on annotation_event (annotation_id, id);
create index annotation_event_actor on annotation_event (actor_id);

-- Published notes by unit and layer, so that no page counts a growing list.
create table tally (
  work_id integer not null references work,
  layer_id integer not null references layer on delete cascade,
  uid text not null references unit,
  notes integer not null check (notes >= 0),
  primary key (work_id, layer_id, uid)
);

create function count_annotation() returns trigger language plpgsql as $$
declare
  change integer := (new.state = 'published')::integer
    - case when tg_op = 'UPDATE' then (old.state = 'published')::integer else 0 end;
begin
  -- In the order of the key: two writers of overlapping spans must not wait for each other.
  if change = 1 then
    insert into tally as t (work_id, layer_id, uid, notes)
      select p.work_id, p.layer_id, p.uid, 1
      from thread_place p where p.thread_id = new.thread_id order by p.uid
      on conflict (work_id, layer_id, uid) do update set notes = t.notes + 1;
  elsif change = -1 then
    perform 1 from tally t join thread_place p using (work_id, layer_id, uid)
      where p.thread_id = new.thread_id order by t.uid for update of t;
    update tally t set notes = t.notes - 1
      from thread_place p
      where p.thread_id = new.thread_id
        and (t.work_id, t.layer_id, t.uid) = (p.work_id, p.layer_id, p.uid);
  end if;
  return null;
end $$;
create trigger annotation_counted after insert or update of state on annotation
  for each row execute function count_annotation();

create table draft (
  person_id uuid not null references person on delete cascade,
  -- What the draft is for: `new:<work>:<address>`, `reply:<annotation>` or `edit:<annotation>`.
  place text not null check (char_length(place) <= 200),
  body text not null check (char_length(body) <= 20000),
  layer text not null check (layer in ('notebook', 'public')),
  saved_at timestamptz not null default now(),
  primary key (person_id, place)
);
create index draft_age on draft (person_id, saved_at, place);

grant select, insert, delete on layer to glossator_app;
grant select, insert, update, delete on thread, annotation, draft to glossator_app;
grant select, insert, delete on thread_place, revision to glossator_app;
grant update (body, html, renderer) on revision to glossator_app;
grant select, insert on annotation_event to glossator_app;
grant select, insert, update, delete on tally to glossator_app;
