-- What a thread points at more closely than its clause: words of one edition version, the hinge
-- between two editions, an entry of the apparatus, another note. Kinds and tags of notes; handles of
-- people; moves between layers.

alter table thread drop constraint thread_target_kind_check;
alter table thread drop constraint thread_check;
alter table thread
  add constraint thread_target_kind_check check (
    target_kind in ('segment', 'span', 'container', 'range', 'hinge', 'entry', 'note')),
  add constraint thread_span check (target_kind <> 'span' or from_uid <> to_uid),
  add constraint thread_unit check (
    target_kind not in ('segment', 'container') or from_uid = to_uid),
  -- The note that a thread is about; set where the target is a note, and only there.
  add column about_id uuid references annotation on delete cascade,
  add constraint thread_about check ((target_kind = 'note') = (about_id is not null)),
  -- The entry of an edition's apparatus; numbers are never used again.
  add column entry_edition text references edition,
  add column entry_number text check (entry_number ~ '^[A-Z]\d+$'),
  add constraint thread_entry check (
    (target_kind = 'entry') = (entry_edition is not null)
    and (target_kind = 'entry') = (entry_number is not null));
create index thread_about on thread (about_id);

-- The words of a range, one row a segment, or the two sides of a hinge. The digest of the segment
-- stands with its text, which never changes.
create table thread_locus (
  thread_id uuid not null references thread on delete cascade,
  n smallint not null check (n >= 1),
  version_id integer not null,
  uid text not null,
  -- Code points; absent where the whole segment is meant.
  start_at integer check (start_at >= 0),
  end_at integer check (end_at > start_at),
  exact text not null check (char_length(exact) <= 5000),
  prefix text not null check (char_length(prefix) <= 32),
  suffix text not null check (char_length(suffix) <= 32),
  primary key (thread_id, n),
  foreign key (version_id, uid) references segment_text (version_id, uid),
  check ((start_at is null) = (end_at is null) and (start_at is null) = (exact = ''))
);

-- Places follow their thread into another layer.
alter table thread_place drop constraint thread_place_thread_id_work_id_layer_id_fkey;
alter table thread_place
  add constraint thread_place_thread foreign key (thread_id, work_id, layer_id)
    references thread (id, work_id, layer_id) on update cascade on delete cascade;

alter table annotation
  add column kind text not null default 'comment' check (
    kind in ('comment', 'question', 'answer', 'dispute', 'source', 'translation', 'term')),
  add column tags text[] not null default '{}' check (cardinality(tags) <= 10),
  -- The note it was copied from, told only to those who see that one.
  add column copied_from uuid references annotation on delete set null;
create index annotation_copies on annotation (copied_from);
alter table revision
  add column kind text not null default 'comment' check (
    kind in ('comment', 'question', 'answer', 'dispute', 'source', 'translation', 'term')),
  add column tags text[] not null default '{}' check (cardinality(tags) <= 10);

alter table annotation_event drop constraint annotation_event_action_check;
alter table annotation_event add constraint annotation_event_action_check check (
  action in ('hide', 'unhide', 'delete', 'restore', 'erase', 'resolve', 'reopen', 'move', 'withdraw'));

-- By kind as well, so that a reader who asks for questions alone costs no more.
alter table tally
  add column kind text not null default 'comment' check (
    kind in ('comment', 'question', 'answer', 'dispute', 'source', 'translation', 'term')),
  drop constraint tally_pkey,
  add primary key (work_id, layer_id, uid, kind);

create or replace function count_annotation() returns trigger language plpgsql as $$
declare
  was boolean := tg_op = 'UPDATE' and old.state = 'published';
  is_now boolean := new.state = 'published';
begin
  if tg_op = 'UPDATE' and was = is_now and old.kind = new.kind then return null; end if;
  -- In the order of the key: two writers of overlapping spans must not wait for each other.
  if was then
    perform 1 from tally t join thread_place p using (work_id, layer_id, uid)
      where p.thread_id = new.thread_id and t.kind in (old.kind, new.kind)
      order by t.uid, t.kind for update of t;
    update tally t set notes = t.notes - 1
      from thread_place p
      where p.thread_id = new.thread_id and t.kind = old.kind
        and (t.work_id, t.layer_id, t.uid) = (p.work_id, p.layer_id, p.uid);
  end if;
  if is_now then
    insert into tally as t (work_id, layer_id, uid, kind, notes)
      select p.work_id, p.layer_id, p.uid, new.kind, 1
      from thread_place p where p.thread_id = new.thread_id order by p.uid
      on conflict (work_id, layer_id, uid, kind) do update set notes = t.notes + 1;
  end if;
  return null;
end $$;
drop trigger annotation_counted on annotation;
create trigger annotation_counted after insert or update of state, kind on annotation
  for each row execute function count_annotation();

-- A thread that moves takes its counts along.
create function count_move() returns trigger language plpgsql as $$
begin
  perform 1 from tally t join thread_place p using (work_id, uid)
    where p.thread_id = new.id and t.layer_id in (old.layer_id, new.layer_id)
    order by t.layer_id, t.uid, t.kind for update of t;
  insert into tally as t (work_id, layer_id, uid, kind, notes)
    select p.work_id, new.layer_id, p.uid, a.kind, count(*)
    from thread_place p join annotation a using (thread_id)
    where p.thread_id = new.id and a.state = 'published'
    group by p.work_id, p.uid, a.kind order by p.uid, a.kind
    on conflict (work_id, layer_id, uid, kind) do update set notes = t.notes + excluded.notes;
  update tally t set notes = t.notes - moved.notes
    from (
      select p.work_id, p.uid, a.kind, count(*) as notes
      from thread_place p join annotation a using (thread_id)
      where p.thread_id = new.id and a.state = 'published'
      group by p.work_id, p.uid, a.kind
    ) moved
    where t.layer_id = old.layer_id
      and (t.work_id, t.uid, t.kind) = (moved.work_id, moved.uid, moved.kind);
  return null;
end $$;
create trigger thread_moved after update of layer_id on thread
  for each row when (old.layer_id <> new.layer_id) execute function count_move();

-- What a person is mentioned, searched and followed by. One is always there; the default serves
-- only rows that nobody signed up for.
alter table person add column handle text
  default ('reader.' || replace(gen_random_uuid()::text, '-', ''));
with based as (
  select id, created_at,
    coalesce(nullif(btrim(left(regexp_replace(name, '[^[:alnum:]]+', '-', 'g'), 24), '-'), ''),
      'reader') as base
  from person where state = 'active'
), numbered as (
  select id, base, row_number() over (partition by lower(base) order by created_at, id) as n
  from based
)
update person p set handle = base || case when n = 1 then '' else '.' || n end
  from numbered where numbered.id = p.id;
alter table person alter column handle set not null;
create unique index person_handle on person ((lower(handle)) collate "C");
-- Handles of people who have left are never given out again: old notes name them.
create table retired_handle (
  hash bytea primary key check (octet_length(hash) = 32)
);

grant select, insert, delete on thread_locus to glossator_app;
grant select, insert on retired_handle to glossator_app;
grant update (layer_id) on thread to glossator_app;
grant update (kind, tags) on annotation to glossator_app;
grant update (handle) on person to glossator_app;
