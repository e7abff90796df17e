-- Notes that people are still to be told of: written with the note, worked off in batches. A row goes
-- in the transaction that writes its notices.
create table notice_due (
  annotation_id uuid not null references annotation on delete cascade,
  -- Everybody whom it concerns, or, after an edit, those whom its words now call.
  whom text not null check (whom in ('all', 'mentioned')),
  at timestamptz not null default now(),
  primary key (annotation_id, whom)
);
create index notice_due_age on notice_due (at, annotation_id);

-- One for a person and a note, by the strongest reason. It holds no words of the note: what it shows
-- is read under the person's rights each time.
create table notice (
  person_id uuid not null references person on delete cascade,
  annotation_id uuid not null references annotation on delete cascade,
  reason text not null check (
    reason in ('reply', 'mention', 'thread', 'clause', 'person', 'layer', 'work')),
  state text not null default 'unread' check (state in ('unread', 'read')),
  created_at timestamptz not null default now(),
  primary key (person_id, annotation_id)
);
create index notice_list on notice (person_id, created_at, annotation_id);
create index notice_unread on notice (person_id, created_at, annotation_id) where state = 'unread';
create index notice_annotation on notice (annotation_id);
create index notice_age on notice (created_at);

-- Nobody is told of a notebook, and nobody of what has long been there.
create function tell_of_note(note uuid, told text) returns void language sql as $$
  insert into notice_due (annotation_id, whom)
    select a.id, told
    from annotation a
    join thread t on t.id = a.thread_id
    join layer l on l.id = t.layer_id and l.kind <> 'notebook'
    where a.id = note and a.state = 'published' and a.created_at > now() - interval '30 days'
  on conflict do nothing
$$;

create function note_comes() returns trigger language plpgsql as $$
begin
  perform tell_of_note(new.id, 'all');
  return null;
end $$;
create trigger annotation_told_new after insert on annotation
  for each row execute function note_comes();
create trigger annotation_told_shown after update of state on annotation
  for each row when (new.state = 'published' and old.state <> 'published')
  execute function note_comes();

create function thread_comes() returns trigger language plpgsql as $$
begin
  perform tell_of_note(a.id, 'all') from annotation a where a.thread_id = new.id;
  return null;
end $$;
create trigger thread_told after update of layer_id on thread
  for each row when (old.layer_id <> new.layer_id) execute function thread_comes();

create function mention_comes() returns trigger language plpgsql as $$
begin
  perform tell_of_note(a.id, 'mentioned')
    from annotation a where a.id = new.annotation_id and a.version > 1;
  return null;
end $$;
create trigger mention_told after insert on mention
  for each row execute function mention_comes();

grant select, insert, delete on notice_due to glossator_app;
-- What locks a row must be allowed to change something of it.
grant update (at) on notice_due to glossator_app;
grant select, insert, delete on notice to glossator_app;
grant update (state) on notice to glossator_app;
