-- What becomes of notes when a text is released anew: nothing that stands on a text is lost, and nobody's
-- note is put on other words without its author.

-- One row for a thread and a version by which it is not plainly carried.
create table thread_fate (
  thread_id uuid not null references thread on delete cascade,
  -- The version it came to, and the one on which it was written or last confirmed.
  version_id integer not null references edition_version,
  base_id integer not null references edition_version,
  -- `carried` ends what an earlier version began: the words are as they were.
  outcome text not null check (outcome in ('carried', 'marked', 'proposed', 'stale')),
  reason text not null check (reason in (
    'same', 'text-changed', 'words-stand', 'moved', 'split', 'merged', 'part-gone', 'words-alone',
    'several-places', 'similar-words', 'words-gone', 'lost', 'retired', 'entry-changed', 'entry-gone')),
  -- Where it stood before.
  from_uid text not null,
  to_uid text not null,
  -- What its author says; `passed`: a later version asks anew.
  answer text not null default 'none'
    check (answer in ('none', 'stands', 'revised', 'accepted', 'kept', 'passed')),
  answered_at timestamptz,
  at timestamptz not null default now(),
  primary key (thread_id, version_id),
  check ((answer = 'none') = (answered_at is null)),
  check (answer <> 'accepted' or outcome = 'proposed'),
  check (answer <> 'stands' or outcome = 'marked')
);
create index thread_fate_version on thread_fate (version_id, thread_id);

-- The words where they stand in that version, or may stand; once they are confirmed they are the thread's,
-- and those it was written on are kept here.
create table fate_locus (
  thread_id uuid not null,
  version_id integer not null,
  side text not null check (side in ('old', 'new')),
  n smallint not null check (n >= 1),
  text_version_id integer not null,
  uid text not null,
  start_at integer check (start_at >= 0),
  end_at integer check (end_at > start_at),
  exact text not null check (char_length(exact) <= 5000),
  prefix text not null check (char_length(prefix) <= 32),
  suffix text not null check (char_length(suffix) <= 32),
  primary key (thread_id, version_id, side, n),
  foreign key (thread_id, version_id) references thread_fate on delete cascade,
  foreign key (text_version_id, uid) references segment_text (version_id, uid),
  check ((start_at is null) = (end_at is null) and (start_at is null) = (exact = ''))
);

-- Threads that were written on a version that was no longer the newest when they were stored.
create table thread_late (
  thread_id uuid primary key references thread on delete cascade,
  at timestamptz not null default now()
);
create index thread_late_age on thread_late (at);

-- One for a person and a release: some of their notes want an answer.
create table text_news (
  person_id uuid not null references person,
  version_id integer not null references edition_version,
  at timestamptz not null default now(),
  read_at timestamptz,
  -- When its mail is due; null: it is written, or not wanted.
  mail_at timestamptz,
  primary key (person_id, version_id)
);
create index text_news_unread on text_news (person_id, at) where read_at is null;
create index text_news_mail on text_news (mail_at) where mail_at is not null;
create index text_news_age on text_news (at);
create trigger text_news_told_new after insert on text_news
  referencing new table as touched for each statement execute function tell_notices();
create trigger text_news_told_changed after update on text_news
  referencing new table as touched for each statement execute function tell_notices();

-- Whoever makes a release waits for the notes that are being written on the work, and they for it: no note
-- is stored unseen between the two.
create function lock_text(the_work integer, alone boolean) returns void language plpgsql as $$
begin
  if alone then perform pg_advisory_xact_lock(hashtext('glossator:text'), the_work);
  else perform pg_advisory_xact_lock_shared(hashtext('glossator:text'), the_work); end if;
end $$;
create function thread_waits() returns trigger language plpgsql as $$
begin
  perform lock_text(new.work_id, false);
  return new;
end $$;
create trigger thread_waits before insert on thread
  for each row execute function thread_waits();

create function note_comes_late() returns trigger language plpgsql as $$
begin
  insert into thread_late (thread_id)
    select a.thread_id from annotation a
    where a.id = new.annotation_id and a.parent_id is null and exists (
      select from unnest(new.seen) as s(pin)
      join edition_version v on v.edition_id = split_part(s.pin, ':', 1)
        and v.version = split_part(s.pin, ':', 2)
      where exists (
        select from edition_version n where n.edition_id = v.edition_id and n.ord > v.ord))
    on conflict do nothing;
  return null;
end $$;
create trigger revision_late after insert on revision
  for each row when (new.number = 1) execute function note_comes_late();

-- An author who writes anew with the new version before them has answered.
create function note_revised() returns trigger language plpgsql as $$
begin
  update thread_fate f set answer = 'revised', answered_at = now()
    from annotation a, edition_version v
    where a.id = new.annotation_id and a.parent_id is null and f.thread_id = a.thread_id
      and f.answer = 'none' and f.outcome in ('marked', 'stale')
      and v.id = f.version_id and v.edition_id || ':' || v.version = any(new.seen);
  return null;
end $$;
create trigger revision_answers after insert on revision
  for each row when (new.number > 1) execute function note_revised();

-- Gives threads the places where they stand now. They are found at the former ones as well: an address that
-- pins an older version shows them there. `moves`: thread, kind, from, to, places (first of all the first).
create function follow_threads(moves jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  with m as (
    select * from jsonb_to_recordset(moves)
      as m(thread uuid, kind text, "from" text, "to" text, places text[])
  ), placed as (
    insert into thread_place (work_id, layer_id, uid, created_at, thread_id, opening)
      select t.work_id, t.layer_id, p.uid, t.created_at, t.id, p.uid = m."from"
      from m join thread t on t.id = m.thread
      cross join unnest(m.places) as p(uid)
      order by t.work_id, p.uid, t.layer_id, t.created_at, t.id
      on conflict do nothing
      returning work_id, layer_id, uid, thread_id
  )
  -- In the order of the key: two writers of overlapping spans must not wait for each other.
  insert into tally as t (work_id, layer_id, uid, kind, notes)
    select p.work_id, p.layer_id, p.uid, a.kind, count(*)
    from placed p join annotation a on a.thread_id = p.thread_id and a.state = 'published'
    group by p.work_id, p.layer_id, p.uid, a.kind
    order by p.work_id, p.layer_id, p.uid, a.kind
    on conflict (work_id, layer_id, uid, kind) do update set notes = t.notes + excluded.notes;
  update thread_place p set opening = true
    from jsonb_to_recordset(moves) as m(thread uuid, "from" text)
    where p.thread_id = m.thread and p.uid = m."from" and not p.opening;
  update thread t set target_kind = m.kind, from_uid = m."from", to_uid = m."to"
    from jsonb_to_recordset(moves) as m(thread uuid, kind text, "from" text, "to" text)
    where t.id = m.thread;
end $$;
revoke execute on function follow_threads(jsonb) from public;
grant execute on function follow_threads(jsonb) to glossator_app;

grant select, insert on thread_fate, fate_locus to glossator_app;
grant select, insert, delete on thread_late, text_news to glossator_app;
grant update (answer, answered_at) on thread_fate to glossator_app;
-- What locks a row must be allowed to change something of it.
grant update (at) on thread_late to glossator_app;
grant update (at, read_at, mail_at) on text_news to glossator_app;

-- The assignments that set a clause.
create index assignment_clause_uid on assignment_clause (uid);
