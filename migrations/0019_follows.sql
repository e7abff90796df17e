-- What people follow. Nobody but the follower learns of it.
create table follow (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  kind text not null check (kind in ('clause', 'thread', 'person', 'layer', 'work')),
  -- The uid of a unit, or the id of a thread, person, layer or work, as text. What has gone is
  -- listed no more, and upkeep takes its rows away.
  target text not null check (char_length(target) <= 40),
  -- A muted thread tells nothing, whatever else of it is followed.
  state text not null default 'followed' check (state in ('followed', 'muted')),
  created_at timestamptz not null default now(),
  check (state = 'followed' or kind = 'thread'),
  -- Serves one person's state of what a page shows.
  unique (person_id, kind, target)
);
-- Serves a person's list, newest first.
create index follow_list on follow (person_id, created_at, id);
-- Serves who follows something.
create index follow_target on follow (kind, target, person_id);

create trigger follow_writer before insert on follow
  for each row execute function refuse_erased();

-- Whether taking part in a thread follows it.
alter table account add column follow_own_threads boolean not null default true;

-- Whoever takes part in a thread that others read follows it, unless they said otherwise of it. At
-- the end of the transaction: only then is it known whether the note was brought from elsewhere.
create function follow_own_thread() returns trigger language plpgsql as $$
begin
  insert into follow (id, person_id, kind, target)
    select gen_random_uuid(), new.author_id, 'thread', new.thread_id::text
    from thread t
    join layer l on l.id = t.layer_id and l.kind <> 'notebook'
    join account c on c.person_id = new.author_id and c.follow_own_threads
    where t.id = new.thread_id
      and not exists (select from import_source s where s.annotation_id = new.id)
    on conflict (person_id, kind, target) do nothing;
  return null;
end $$;
create constraint trigger annotation_follows after insert on annotation
  deferrable initially deferred
  for each row execute function follow_own_thread();

grant select, insert, delete on follow to glossator_app;
grant update (state) on follow to glossator_app;
grant update (follow_own_threads) on account to glossator_app;
