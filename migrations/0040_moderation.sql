-- Public notes that wait, what is decided about them, and who decides now.

-- A note that waits stands in a layer of its author's own, which nobody else reads. It is moved into
-- the public layer when it is approved: whatever lists, counts, finds or tells the public notes needs
-- no rule of its own to leave it out.
alter table layer
  drop constraint layer_kind_check,
  add constraint layer_kind_check check (kind in ('notebook', 'waiting', 'public')),
  drop constraint layer_check,
  add constraint layer_owner check ((kind in ('notebook', 'waiting')) = (owner_id is not null));
create unique index layer_waiting on layer (owner_id) where kind = 'waiting';
-- Serves all of one person's, when they go.
create index layer_own on layer (owner_id) where owner_id is not null;

alter table annotation
  drop constraint annotation_state_check,
  add constraint annotation_state_check check (
    state in ('held', 'returned', 'refused', 'published', 'hidden', 'deleted', 'erased'));
-- Serves how many of a person's notes stand, read up to a few.
create index annotation_standing on annotation (author_id, created_at) where state = 'published';
-- Serves what of a person's waits or was refused.
create index annotation_unpublished on annotation (author_id, created_at, id)
  where state in ('held', 'returned', 'refused');

-- An answer that waits is a thread about the note it answers; approved, it takes its place under it.
alter table thread
  add column is_answer boolean not null default false,
  add constraint thread_answer check (not is_answer or target_kind = 'note');

-- An edit of a published note that waits. It is no revision before it is approved: readers go on
-- reading the last one that was.
create table proposed_revision (
  annotation_id uuid primary key references annotation on delete cascade,
  -- The revision it was written over.
  over integer not null check (over >= 1),
  -- Counts how often it was written anew.
  number integer not null default 1 check (number >= 1),
  state text not null default 'held' check (state in ('held', 'returned', 'refused')),
  body text not null check (char_length(body) between 1 and 20000),
  html text not null,
  renderer smallint not null,
  seen text[] not null check (cardinality(seen) between 1 and 16),
  kind text not null check (
    kind in ('comment', 'question', 'answer', 'dispute', 'source', 'translation', 'term')),
  tags text[] not null check (cardinality(tags) <= 10),
  -- What a program said beside, where one wrote it.
  said jsonb,
  written_at timestamptz not null default now()
);

-- How public notes on a work, or on a part of it, are taken in. A work without a row holds newcomers.
create table hold_rule (
  id integer generated always as identity primary key,
  work_id integer not null references work,
  -- Both absent for the whole work; the first and last unit of a part of it.
  from_uid text,
  to_uid text,
  mode text not null check (mode in ('hold-all', 'hold-newcomers', 'publish')),
  -- Notes that must have been approved before one is no newcomer.
  newcomer_notes smallint not null default 3 check (newcomer_notes between 1 and 100),
  changed_at timestamptz not null default now(),
  foreign key (work_id, from_uid) references unit (work_id, uid),
  foreign key (work_id, to_uid) references unit (work_id, uid),
  check ((from_uid is null) = (to_uid is null)),
  unique nulls not distinct (work_id, from_uid, to_uid)
);

-- People whose public notes wait whatever the mode; a work, or all of them where it is absent.
create table always_held (
  person_id uuid not null references person,
  work_id integer references work,
  given_by uuid not null references person,
  given_at timestamptz not null default now(),
  unique nulls not distinct (person_id, work_id)
);

-- What moderators have to decide.
create table moderation_case (
  id uuid primary key,
  work_id integer not null references work,
  annotation_id uuid not null references annotation on delete cascade,
  author_id uuid not null references person,
  kind text not null check (kind in ('held', 'edit', 'flagged', 'appeal')),
  -- Closed: nothing is left to decide, its note was taken away or passes by now.
  state text not null default 'open' check (state in ('open', 'decided', 'closed')),
  -- A decision must name the one it was made on.
  version integer not null default 1,
  priority smallint not null,
  -- Why it is here, as the phases say it.
  causes jsonb not null default '[]',
  opened_at timestamptz not null default now(),
  ended_at timestamptz,
  claimed_by uuid references person,
  claimed_until timestamptz,
  -- The same for notes that say nearly the same.
  group_key text,
  check ((state = 'open') = (ended_at is null)),
  check ((claimed_by is null) = (claimed_until is null))
);
create unique index moderation_case_open on moderation_case (annotation_id, kind) where state = 'open';
create index moderation_case_note on moderation_case (annotation_id, opened_at);
-- Serves the queue: of one work, oldest first within priority.
create index moderation_case_queue on moderation_case (work_id, priority desc, opened_at, id)
  where state = 'open';
create index moderation_case_author on moderation_case (author_id, opened_at);
create index moderation_case_claims on moderation_case (claimed_by) where claimed_by is not null;
-- Serves the median wait of the last cases.
create index moderation_case_waits on moderation_case (work_id, ended_at)
  where state = 'decided' and kind in ('held', 'edit');
create index moderation_case_group on moderation_case (group_key) where state = 'open';

create table decision (
  id uuid primary key,
  case_id uuid not null references moderation_case on delete cascade,
  annotation_id uuid not null references annotation on delete cascade,
  -- The person it concerns.
  author_id uuid not null references person,
  actor_id uuid not null references person,
  action text not null check (
    action in ('approve', 'return', 'refuse', 'keep', 'hide', 'uphold', 'overturn')),
  revision integer not null,
  before text not null,
  after text not null,
  -- Its class is told to readers, its words to the author alone. Both empty where nothing is refused.
  reason text not null default '',
  words text not null default '' check (char_length(words) <= 2000),
  batch_id uuid,
  at timestamptz not null default now(),
  -- The author is told when the time to take it back is over.
  due_at timestamptz not null default now() + interval '10 minutes',
  told_at timestamptz,
  undone_at timestamptz,
  undone_by uuid references person,
  -- Its row of the decision log.
  log_seq bigint not null,
  check ((undone_at is null) = (undone_by is null)),
  check ((reason = '') = (action in ('approve', 'keep', 'overturn')))
);
create index decision_note on decision (annotation_id, at);
create index decision_case on decision (case_id, at);
create index decision_author on decision (author_id, at);
create index decision_actor on decision (actor_id, at);
create index decision_batch on decision (batch_id) where batch_id is not null;
create index decision_due on decision (due_at) where told_at is null and undone_at is null;

alter table annotation_event drop constraint annotation_event_action_check;
alter table annotation_event add constraint annotation_event_action_check check (
  action in ('hold', 'approve', 'return', 'refuse', 'resubmit', 'undo', 'hide', 'unhide', 'delete', 'restore',
    'erase', 'resolve', 'reopen', 'move', 'withdraw', 'retarget'));

-- A note that was taken away is nobody's to decide; one that is brought back waits again.
create function close_cases() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if new.state in ('deleted', 'erased') then
    update moderation_case
      set state = 'closed', ended_at = now(), version = version + 1, claimed_by = null, claimed_until = null
      where annotation_id = new.id and state = 'open';
    if new.state = 'erased' then delete from proposed_revision where annotation_id = new.id; end if;
  elsif old.state = 'deleted' and new.state = 'held' then
    update moderation_case set state = 'open', ended_at = null, version = version + 1
      where id = (select id from moderation_case
        where annotation_id = new.id and kind = 'held' order by opened_at desc limit 1);
  elsif old.state = 'deleted' and new.state in ('published', 'hidden') then
    update moderation_case c set state = 'open', ended_at = null, version = version + 1
      where c.annotation_id = new.id and c.state = 'closed' and c.kind = 'edit'
        and exists (select from proposed_revision p where p.annotation_id = new.id and p.state = 'held')
        and c.opened_at = (select max(o.opened_at) from moderation_case o
          where o.annotation_id = new.id and o.kind = 'edit');
  end if;
  return null;
end $$;
create trigger annotation_cases after update of state on annotation
  for each row when (old.state <> new.state) execute function close_cases();

/*
 * Makes a note that waits public, dated from now: lists, feeds and pages go on by date, and what comes
 * into them later than it was written must not be passed by. When its words were written stays on
 * their revision. False where the note it answers has been taken away.
 */
create function release_note(note uuid) returns boolean language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  it annotation;
  waiting thread;
  parent annotation;
  everybody integer := (select id from layer where kind = 'public');
begin
  select * into it from annotation where id = note for update;
  select * into waiting from thread where id = it.thread_id for update;
  if waiting.is_answer then
    select * into parent from annotation where id = waiting.about_id and state = 'published' for share;
    if not found or not exists (
      select from thread where id = parent.thread_id and layer_id = everybody for key share)
    then return false; end if;
    update annotation
      set state = 'published', thread_id = parent.thread_id, parent_id = parent.id, changed_at = now(),
        created_at = greatest(now(), parent.created_at + interval '1 microsecond')
      where id = note;
    delete from thread where id = waiting.id;
    -- Taking part follows a thread; the one it stood in meanwhile was nobody's to follow.
    insert into follow (id, person_id, kind, target)
      select gen_random_uuid(), it.author_id, 'thread', parent.thread_id::text
      from account c where c.person_id = it.author_id and c.follow_own_threads
      on conflict (person_id, kind, target) do nothing;
  else
    update thread_place set created_at = now() where thread_id = waiting.id;
    update thread set layer_id = everybody, created_at = now() where id = waiting.id;
    update annotation set state = 'published', created_at = now(), changed_at = now() where id = note;
  end if;
  return true;
end $$;

/*
 * Takes an approval back: the note waits again as it did. False where somebody has answered it.
 * An answer gets a thread of its own again, of the id that is given.
 */
create function retract_note(note uuid, fresh uuid, new_state text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  it annotation;
  stood thread;
  waiting integer;
begin
  select * into it from annotation where id = note for update;
  select * into stood from thread where id = it.thread_id for update;
  if exists (select from annotation where thread_id = it.thread_id and parent_id = note)
    or exists (select from thread where about_id = note and layer_id = stood.layer_id)
  then return false; end if;
  select id into waiting from layer where kind = 'waiting' and owner_id = it.author_id;
  if it.parent_id is null then
    update annotation set state = new_state, changed_at = now() where id = note;
    update thread set layer_id = waiting where id = stood.id;
  else
    insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id, about_id, is_answer)
      values (fresh, stood.work_id, waiting, 'note', stood.from_uid, stood.to_uid, it.author_id,
        it.parent_id, true);
    insert into thread_place (work_id, layer_id, uid, created_at, thread_id, opening)
      select work_id, waiting, uid, now(), fresh, opening from thread_place where thread_id = stood.id;
    -- The tally goes by the thread it stood in, so its state changes before its place.
    update annotation set state = new_state, changed_at = now() where id = note;
    update annotation set thread_id = fresh, parent_id = null where id = note;
  end if;
  return true;
end $$;

revoke execute on function close_cases(), release_note(uuid), retract_note(uuid, uuid, text) from public;
grant execute on function release_note(uuid), retract_note(uuid, uuid, text) to glossator_app;

-- A note that was released is new to its readers, not changed.
create or replace function log_annotation() returns trigger language plpgsql as $$
begin
  insert into live.change (work_id, layer_id, thread_id, annotation_id, what)
    select t.work_id, t.layer_id, t.id, new.id,
      case when tg_op = 'INSERT' or (old.state in ('held', 'returned', 'refused')
          and new.state = 'published') then 'new'
        when new.state <> old.state then 'state' else 'edited' end
    from thread t where t.id = new.thread_id;
  perform pg_notify('glossator_change', '');
  return null;
end $$;

create or replace function follow_own_thread() returns trigger language plpgsql as $$
begin
  insert into follow (id, person_id, kind, target)
    select gen_random_uuid(), new.author_id, 'thread', new.thread_id::text
    from thread t
    join layer l on l.id = t.layer_id and l.kind <> 'notebook'
    join account c on c.person_id = new.author_id and c.follow_own_threads
    where t.id = new.thread_id and not t.is_answer
      and not exists (select from import_source s where s.annotation_id = new.id)
    on conflict (person_id, kind, target) do nothing;
  return null;
end $$;

-- Nobody is told of what one person alone may read.
create or replace function tell_of_note(note uuid, told text) returns void language sql as $$
  insert into notice_due (annotation_id, whom)
    select a.id, told
    from annotation a
    join thread t on t.id = a.thread_id
    join layer l on l.id = t.layer_id and l.owner_id is null
    where a.id = note and a.state = 'published' and a.created_at > now() - interval '30 days'
  on conflict do nothing
$$;

grant select, insert, delete on proposed_revision to glossator_app;
grant update (over, number, state, body, html, renderer, seen, kind, tags, said, written_at)
  on proposed_revision to glossator_app;
grant select, insert, delete on hold_rule to glossator_app;
grant update (mode, newcomer_notes, changed_at) on hold_rule to glossator_app;
grant select, insert, delete on always_held to glossator_app;
grant select, insert on moderation_case to glossator_app;
grant update (state, version, priority, causes, ended_at, claimed_by, claimed_until, group_key)
  on moderation_case to glossator_app;
grant select, insert on decision to glossator_app;
grant update (words, told_at, undone_at, undone_by) on decision to glossator_app;
