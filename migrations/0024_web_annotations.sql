-- What a program said of a note by the Web Annotation Protocol beyond its Markdown, kind and tags, as
-- it said it. A row belongs to the revision it came with: the bodies are told again only while that
-- is the newest one, what else was said until the next row.
create table web_annotation (
  annotation_id uuid not null,
  number integer not null,
  -- Not jsonb, which would lose the order of what it holds.
  properties json not null check (octet_length(properties::text) <= 200000),
  words json not null check (octet_length(words::text) <= 400000),
  primary key (annotation_id, number),
  foreign key (annotation_id, number) references revision (annotation_id, number) on delete cascade
);

-- Words that are taken out of a revision are in what came with it, too. The app role changes nothing there.
create function withdraw_said() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update web_annotation set words = '{}'
    where annotation_id = new.annotation_id and number = new.number;
  return null;
end $$;
create trigger revision_said after update of body on revision
  for each row when (old.body <> new.body) execute function withdraw_said();

-- Names that programs asked for; a note without one goes by its id. One that was given is never given
-- again: addresses are cited.
create table web_annotation_name (
  work_id integer not null references work,
  name text not null check (name ~ '^[A-Za-z0-9][A-Za-z0-9._~-]{0,79}$'),
  annotation_id uuid not null references annotation on delete cascade,
  primary key (work_id, name)
);
create unique index web_annotation_name_of on web_annotation_name (annotation_id);

alter table annotation_event drop constraint annotation_event_action_check;
alter table annotation_event add constraint annotation_event_action_check check (
  action in ('hide', 'unhide', 'delete', 'restore', 'erase', 'resolve', 'reopen', 'move', 'withdraw',
    'retarget'));

/*
 * Points a thread elsewhere in its work, with its places and counts; false where somebody has answered,
 * or written about it for the same audience: what others wrote in private is nobody's to learn. The app
 * role may change no target by itself. Locks in the order of a reply, which comes first or waits.
 */
create function retarget_thread(
  the_thread uuid, new_kind text, new_from text, new_to text, about uuid, edition text, entry text,
  places text[], loci jsonb
) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held thread;
  root annotation;
begin
  select * into root from annotation where thread_id = the_thread and parent_id is null for update;
  select * into held from thread where id = the_thread for update;
  if not found
    or exists (select from annotation where thread_id = the_thread and parent_id is not null)
    or exists (select from thread o where o.about_id = root.id and o.layer_id = held.layer_id)
  then return false; end if;
  if root.state = 'published' then
    -- In the order of the key: two writers of overlapping spans must not wait for each other.
    perform 1 from tally t
      where t.work_id = held.work_id and t.layer_id = held.layer_id and t.kind = root.kind
        and t.uid in (select p.uid from thread_place p where p.thread_id = the_thread
          union select unnest(places))
      order by t.uid for update of t;
    update tally t set notes = t.notes - 1
      from thread_place p
      where p.thread_id = the_thread and t.kind = root.kind
        and (t.work_id, t.layer_id, t.uid) = (p.work_id, p.layer_id, p.uid);
  end if;
  delete from thread_place where thread_id = the_thread;
  delete from thread_locus where thread_id = the_thread;
  update thread set target_kind = new_kind, from_uid = new_from, to_uid = new_to, about_id = about,
    entry_edition = edition, entry_number = entry
    where id = the_thread;
  insert into thread_place (work_id, layer_id, uid, created_at, thread_id, opening)
    select held.work_id, held.layer_id, u.uid, held.created_at, the_thread, u.n = 1
    from unnest(places) with ordinality as u(uid, n);
  insert into thread_locus (thread_id, n, version_id, uid, start_at, end_at, exact, prefix, suffix)
    select the_thread, l.* from jsonb_to_recordset(loci) as l(n smallint, version_id integer,
      uid text, start_at integer, end_at integer, exact text, prefix text, suffix text);
  if root.state = 'published' then
    insert into tally as t (work_id, layer_id, uid, kind, notes)
      select held.work_id, held.layer_id, u.uid, root.kind, 1 from unnest(places) as u(uid)
      order by u.uid
      on conflict (work_id, layer_id, uid, kind) do update set notes = t.notes + 1;
  end if;
  return true;
end $$;
revoke execute on function
  retarget_thread(uuid, text, text, text, uuid, text, text, text[], jsonb) from public;

grant execute on function
  retarget_thread(uuid, text, text, text, uuid, text, text, text[], jsonb) to glossator_app;
grant select, insert, delete on web_annotation to glossator_app;
grant select, insert on web_annotation_name to glossator_app;
