-- What an author says against a decision that keeps their words from readers: once, before somebody
-- else than who decided. What became of it is told by its case.
create table appeal (
  decision_id uuid primary key references decision on delete cascade,
  case_id uuid not null unique references moderation_case on delete cascade,
  words text not null check (char_length(words) <= 4000),
  at timestamptz not null default now(),
  -- Until when it is to be answered.
  due_at timestamptz not null
);

/*
 * Whether anybody may decide on an appeal over this note: who keeps its work in order, is not its
 * author and has not decided against it.
 */
create function has_other_judge(note uuid) returns boolean language sql stable as $$
  select exists (
    select from annotation a join thread t on t.id = a.thread_id
    cross join lateral (
      select person_id from site_role where role = 'administrator'
      union
      select person_id from moderator where work_id is null or work_id = t.work_id) j
    where a.id = note and j.person_id <> a.author_id
      and not exists (select from decision x
        where x.annotation_id = note and x.actor_id = j.person_id and x.undone_at is null
          and x.action in ('return', 'refuse', 'hide')))
$$;

create function close_appeals(note uuid) returns void language sql security definer
set search_path = public, pg_temp as $$
  update moderation_case
    set state = 'closed', ended_at = now(), version = version + 1, claimed_by = null, claimed_until = null
    where annotation_id = note and kind = 'appeal' and state = 'open'
$$;

-- An appeal is about what a decision has made of a note: when that changes, nothing is left of it. One
-- that brings the change about itself is decided right after, in the same transaction.
create function appealed_note_changes() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if old.state = 'deleted' then
    update moderation_case set state = 'open', ended_at = null, version = version + 1
      where annotation_id = new.id and kind = 'appeal' and state = 'closed' and ended_at = old.changed_at
        and not exists (select from moderation_case o
          where o.annotation_id = new.id and o.kind = 'appeal' and o.state = 'open');
  else
    perform close_appeals(new.id);
  end if;
  return null;
end $$;
-- After annotation_cases, which goes by its name before this: a deletion closes every case.
create trigger annotation_cases_appealed after update of state on annotation
  for each row when (old.state <> new.state) execute function appealed_note_changes();

create function appealed_edit_changes() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  perform close_appeals(old.annotation_id);
  return null;
end $$;
create trigger proposed_revision_appealed after update of state, number or delete on proposed_revision
  for each row execute function appealed_edit_changes();

create function appealed_thread_moves() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  perform close_appeals(a.id) from annotation a where a.thread_id = new.id
    and exists (select from layer where id = new.layer_id and kind = 'notebook');
  return null;
end $$;
create trigger thread_appeals after update of layer_id on thread
  for each row when (old.layer_id <> new.layer_id) execute function appealed_thread_moves();

revoke execute on function close_appeals(uuid), appealed_note_changes(), appealed_edit_changes(),
  appealed_thread_moves() from public;

grant select, insert on appeal to glossator_app;
grant update (words) on appeal to glossator_app;
