-- Reports of public notes, one of a person and a note at a time. Who wrote one is for moderators alone.
create table flag (
  id uuid primary key,
  case_id uuid not null references moderation_case on delete cascade,
  annotation_id uuid not null references annotation on delete cascade,
  work_id integer not null references work,
  person_id uuid not null references person,
  reason text not null check (
    reason in ('wrong-clause', 'misquotes', 'off-topic', 'abusive', 'spam', 'personal-data', 'unlawful', 'other')),
  words text not null check (char_length(words) <= 2000),
  -- The clause it belongs to, where it stands at the wrong one.
  clause_from text,
  clause_to text,
  -- Which law an unlawful note breaks, and where that law holds.
  law text not null default '' check (char_length(law) <= 300),
  territory text not null default '' check (char_length(territory) <= 300),
  good_faith boolean not null default false,
  -- The words of the note that were on the screen.
  revision integer not null,
  -- By the outcome of earlier ones, at that time.
  weight real not null check (weight between 0.25 and 1.75),
  state text not null default 'open' check (state in ('open', 'upheld', 'declined', 'ignored')),
  at timestamptz not null default now(),
  settled_at timestamptz,
  -- Its writer is told when the decision cannot be taken back any more.
  due_at timestamptz,
  told_at timestamptz,
  -- When a mail says so, where one is wished.
  mail_at timestamptz,
  read_at timestamptz,
  foreign key (work_id, clause_from) references unit (work_id, uid),
  foreign key (work_id, clause_to) references unit (work_id, uid),
  check ((clause_from is null) = (clause_to is null)),
  check (clause_from is null or reason = 'wrong-clause'),
  check (reason = 'unlawful' or (law = '' and territory = '' and not good_faith)),
  check ((state = 'open') = (settled_at is null)),
  check ((settled_at is null) = (due_at is null)),
  check (told_at is null or due_at is not null)
);
create unique index flag_open on flag (annotation_id, person_id) where state = 'open';
create index flag_note on flag (annotation_id, person_id, at);
create index flag_case on flag (case_id, at, id);
-- Serves one's own, newest first; how many since yesterday; and the outcome of the last ones.
create index flag_person on flag (person_id, at, id);
create index flag_unread on flag (person_id) where told_at is not null and read_at is null;
create index flag_due on flag (due_at) where due_at is not null and told_at is null;
create index flag_mail on flag (mail_at) where mail_at is not null;
create index flag_clauses on flag (work_id, clause_from, clause_to) where clause_from is not null;

-- What is flagged has gone: nothing is left to decide, and whoever flagged it is told so, unless it
-- comes back before.
create function ignore_flags(note uuid) returns void language sql security definer
set search_path = public, pg_temp as $$
  update moderation_case
    set state = 'closed', ended_at = now(), version = version + 1, claimed_by = null, claimed_until = null
    where annotation_id = note and kind = 'flagged' and state = 'open';
  update flag set state = 'ignored', settled_at = now(), due_at = now() + interval '10 minutes'
    where annotation_id = note and state = 'open'
$$;

create function flagged_note_changes() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if new.state not in ('published', 'hidden') then
    perform ignore_flags(new.id);
  elsif old.state = 'deleted' then
    -- Brought back as it was: a deletion must not be a way out of what readers reported.
    update moderation_case set state = 'open', ended_at = null, version = version + 1
      where annotation_id = new.id and kind = 'flagged' and state = 'closed' and ended_at = old.changed_at;
    update flag set state = 'open', settled_at = null, due_at = null
      where annotation_id = new.id and state = 'ignored' and settled_at = old.changed_at
        and told_at is null;
  end if;
  return null;
end $$;
create trigger annotation_flags after update of state on annotation
  for each row when (old.state <> new.state) execute function flagged_note_changes();

-- What its author takes back into their notebook is nobody else's any more.
create function flagged_thread_moves() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  perform ignore_flags(a.id) from annotation a where a.thread_id = new.id
    and exists (select from layer where id = old.layer_id and kind = 'public');
  return null;
end $$;
create trigger thread_flags after update of layer_id on thread
  for each row when (old.layer_id <> new.layer_id) execute function flagged_thread_moves();

revoke execute on function ignore_flags(uuid), flagged_note_changes(), flagged_thread_moves() from public;

grant select, insert on flag to glossator_app;
grant update (case_id, reason, words, clause_from, clause_to, law, territory, good_faith, revision, weight,
  state, at, settled_at, due_at, told_at, mail_at, read_at) on flag to glossator_app;
