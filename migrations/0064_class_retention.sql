-- Until when a class keeps what its students wrote and got; see decision 0043.
alter table class
  -- The last day, by its own time zone. Null: until somebody says so.
  add column keep_until date,
  -- Of that day: two who set it at once are told.
  add column keep_version integer not null default 1,
  -- The warning that was given last, by how many days it comes before the end.
  add column warned_days smallint check (warned_days in (7, 30)),
  -- Since then nobody reads or writes in it, and what it holds is being deleted.
  add column erased_at timestamptz,
  -- Nothing of it is left.
  add column emptied_at timestamptz,
  add constraint class_erased check (erased_at is null or archived_at is not null),
  add constraint class_emptied check (emptied_at is null or erased_at is not null);
create index class_keep on class (keep_until) where erased_at is null and keep_until is not null;
create index class_emptying on class (erased_at) where erased_at is not null and emptied_at is null;
create index class_event_keep on class_event (class_id, at desc, id desc) where what = 'keep-set';

-- Whoever empties a class looks for what is of it, and of whom.
create index session_class on session (class_id) where class_id is not null;
create index one_time_token_class on one_time_token (class_id) where class_id is not null;
create index class_roster_class on class_roster (class_id);
create index registration_guest on registration (person_id) where person_id is not null;

-- Whoever teaches a class that ends soon is told, until they have read it.
create table class_warning (
  class_id uuid not null references class on delete cascade,
  person_id uuid not null references person on delete cascade,
  told_at timestamptz not null default now(),
  read_at timestamptz,
  primary key (class_id, person_id)
);
create index class_warning_person on class_warning (person_id, told_at, class_id);
create index class_warning_unread on class_warning (person_id, told_at) where read_at is null;

create function tell_class_warning() returns trigger language plpgsql as $$
begin
  perform pg_notify('glossator_notices', new.person_id::text);
  return null;
end $$;
create trigger class_warning_told after insert or update on class_warning
  for each row execute function tell_class_warning();

/*
 * A session by a link of the staff ends with the office of whoever made the link: they may hold it
 * themselves.
 */
alter table session add column link_by uuid references person;
create index session_link on session (link_by, class_id) where link_by is not null;
create function end_links() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  delete from session where link_by = old.person_id and class_id = old.class_id;
  return null;
end $$;
create trigger class_member_out_of_office after update of role, state on class_member
  for each row when (old.role <> 'student' and (new.role = 'student' or new.state <> 'active'))
  execute function end_links();
create trigger class_member_gone after delete on class_member
  for each row when (old.role <> 'student') execute function end_links();

-- As before, and nobody reads in a class that is being emptied.
create or replace view class_layer_reader as
  select l.id as layer_id, m.person_id, m.role,
    c.archived_at is null and (m.role <> 'student' or not is_closed.it) as writes,
    m.role <> 'student' and (s.names <> 'blind' or s.released_at is not null) as knows_names
  from class_member m
  join class c on c.id = m.class_id
  join layer l on l.class_id = m.class_id and l.owner_id is null
  join assignment s on s.id = l.assignment_id
  left join assignment_extension x on x.assignment_id = s.id and x.person_id = m.person_id
  cross join lateral (select s.closes_at is not null
    and now() > greatest(s.closes_at, x.closes_at, s.due_at, x.due_at) as it) is_closed
  where m.state = 'active' and c.erased_at is null and (m.role <> 'student' or (
    s.published_at is not null and s.opens_at <= now()
    -- A list, for whether there is one would be looked up in all groups at once.
    and (l.group_id is null or l.group_id = any(array(
      select g.group_id from class_group_member g
      where g.class_id = m.class_id and g.person_id = m.person_id
      union all
      select g.group_id from class_group_past g where g.person_id = m.person_id)))
    and (l.part = 'assignment' or s.gate = 'none' or not exists (
      select from unnest(l.uids) as u(uid) where not exists (
        select from assignment_opening o where o.assignment_id = s.id and o.person_id = m.person_id
          and o.uid = u.uid)))))
  union all
  -- Their own desk, and what is between them and the staff.
  select l.id, m.person_id, m.role,
    c.archived_at is null and (m.role <> 'student' or not is_closed.it),
    m.role <> 'student' and (s.names <> 'blind' or s.released_at is not null)
  from layer l
  join class_member m on m.class_id = l.class_id and m.person_id = l.owner_id
  join class c on c.id = m.class_id
  join assignment s on s.id = l.assignment_id
  left join assignment_extension x on x.assignment_id = s.id and x.person_id = m.person_id
  -- What the staff is asked or answers in private goes on after the end.
  cross join lateral (select l.kind = 'class' and s.closes_at is not null
    and now() > greatest(s.closes_at, x.closes_at, s.due_at, x.due_at) as it) is_closed
  where m.state = 'active' and c.erased_at is null and (m.role <> 'student'
    or (s.published_at is not null and s.opens_at <= now()))
  union all
  -- Others' desks, for the staff.
  select l.id, m.person_id, m.role, c.archived_at is null,
    s.names <> 'blind' or s.released_at is not null
  from class_member m
  join class c on c.id = m.class_id
  join layer l on l.class_id = m.class_id and l.owner_id is not null and l.owner_id <> m.person_id
  join assignment s on s.id = l.assignment_id
  where m.state = 'active' and c.erased_at is null and m.role <> 'student';

grant select, insert, delete on class_warning to glossator_app;
grant update (told_at, read_at) on class_warning to glossator_app;
grant update (keep_until, keep_version, warned_days, erased_at, emptied_at) on class to glossator_app;
grant update (person_id) on registration to glossator_app;
