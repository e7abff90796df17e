-- What a class is set, and the layers in which what is written for it stands: who reads a layer is
-- said once, by the view at the end.

create table assignment (
  id uuid primary key,
  class_id uuid not null references class,
  work_id integer not null references work,
  title text not null check (char_length(title) between 1 and 200),
  question text not null default '' check (char_length(question) <= 20000),
  -- In which languages of the work it is read.
  languages text[] not null check (cardinality(languages) between 1 and 10),
  opens_at timestamptz not null,
  due_at timestamptz check (due_at > opens_at),
  closes_at timestamptz check (closes_at > opens_at and closes_at >= due_at),
  gate text not null check (gate in ('none', 'count', 'group-count', 'time', 'hand')),
  gate_notes integer check (gate_notes between 1 and 100),
  gate_at timestamptz,
  -- Whether students read their own group alone.
  by_groups boolean not null default false,
  least_length integer not null check (least_length between 0 and 20000),
  notes integer not null check (notes between 0 and 1000),
  replies integer not null check (replies between 0 and 1000),
  per text not null check (per in ('clause', 'assignment')),
  coverage integer not null check (coverage between 0 and 1000),
  how text not null check (how in ('scaled', 'all-or-nothing')),
  late text not null check (late in ('counted', 'left-out')),
  points integer not null check (points between 0 and 1000),
  -- Whose names are told: to all; to the staff alone; to the staff once it is released.
  names text not null check (names in ('real', 'pseudonym', 'blind')),
  version integer not null default 1,
  made_at timestamptz not null default now(),
  -- Null: the staff alone knows of it.
  published_at timestamptz,
  -- Since then students read what they got.
  released_at timestamptz,
  check ((gate in ('count', 'group-count')) = (gate_notes is not null)),
  check ((gate = 'time') = (gate_at is not null))
);
create index assignment_class on assignment (class_id, opens_at, id);
-- Gates that time opens.
create index assignment_gate on assignment (gate_at) where gate = 'time';

-- The clauses as they were chosen, and one by one in the order of the text.
create table assignment_range (
  assignment_id uuid not null references assignment on delete cascade,
  n smallint not null,
  from_uid text not null,
  to_uid text not null,
  primary key (assignment_id, n)
);
create table assignment_clause (
  assignment_id uuid not null references assignment on delete cascade,
  uid text not null,
  n integer not null,
  primary key (assignment_id, uid)
);

create table assignment_extension (
  assignment_id uuid not null references assignment on delete cascade,
  person_id uuid not null references person,
  due_at timestamptz,
  closes_at timestamptz,
  given_at timestamptz not null default now(),
  primary key (assignment_id, person_id)
);
create index assignment_extension_person on assignment_extension (person_id);

-- A clause that has opened to a student. It is never taken back: nobody can unread.
create table assignment_opening (
  assignment_id uuid not null references assignment on delete cascade,
  uid text not null,
  person_id uuid not null references person,
  cause text not null check (cause in ('count', 'group-count', 'time', 'hand')),
  at timestamptz not null default now(),
  primary key (assignment_id, person_id, uid)
);
create index assignment_opening_person on assignment_opening (person_id);

-- Who a student is to those who are not told their name.
create table assignment_alias (
  assignment_id uuid not null references assignment on delete cascade,
  person_id uuid not null references person,
  id uuid not null unique default gen_random_uuid(),
  name text not null,
  primary key (assignment_id, person_id),
  unique (assignment_id, name)
);
create index assignment_alias_person on assignment_alias (person_id);

-- What the staff did that students may ask about: who, when, about whom.
create table class_event (
  id uuid primary key,
  class_id uuid not null references class,
  assignment_id uuid references assignment on delete cascade,
  actor_id uuid references person,
  about_id uuid references person,
  what text not null,
  detail jsonb not null default '{}',
  at timestamptz not null default now()
);
create index class_event_class on class_event (class_id, at, id);
create index class_event_assignment on class_event (assignment_id);
create index class_event_about on class_event (about_id, at, id);
create index class_event_actor on class_event (actor_id, at, id);

/*
 * Layers of a class. `assignment` holds what the staff writes to all, `desk` what one student wrote
 * where the gate is shut, `clause` what was handed in on the clauses of `uids` (by a group). A layer of
 * the kind `feedback` is between one student and the staff.
 */
alter table layer
  add column class_id uuid references class,
  add column assignment_id uuid references assignment,
  add column part text check (part in ('assignment', 'desk', 'clause')),
  add column uids text[],
  add column group_id uuid references class_group,
  -- Its authors are told to each other by the names of assignment_alias.
  add column hides_names boolean not null default false,
  drop constraint layer_kind_check,
  add constraint layer_kind_check check (kind in ('notebook', 'waiting', 'public', 'class', 'feedback')),
  drop constraint layer_owner,
  add constraint layer_owner check ((kind in ('notebook', 'waiting', 'feedback') or part is not distinct from 'desk') = (owner_id is not null)),
  add constraint layer_of_class check (
    (kind in ('class', 'feedback')) = (class_id is not null)
    and (class_id is null) = (assignment_id is null)
    and (kind = 'class') = (part is not null)
    and (part is not distinct from 'clause') = (uids is not null)
    and (group_id is null or part = 'clause'));
create index layer_class on layer (class_id) where owner_id is null and class_id is not null;
create index layer_desks on layer (class_id) where owner_id is not null and class_id is not null;
create index layer_of_assignment on layer (assignment_id) where assignment_id is not null;
create unique index layer_assignment on layer (assignment_id) where part = 'assignment';
create unique index layer_desk on layer (assignment_id, owner_id) where part = 'desk';
create unique index layer_feedback on layer (assignment_id, owner_id) where kind = 'feedback';
create unique index layer_clause on layer (assignment_id, uids, group_id) nulls not distinct
  where part = 'clause';

-- Whoever wrote in a group goes on reading what they wrote there, and what is answered.
create table class_group_past (
  group_id uuid not null references class_group on delete cascade,
  person_id uuid not null references person on delete cascade,
  primary key (person_id, group_id)
);
create index class_group_past_group on class_group_past (group_id);
create function group_left() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  insert into class_group_past (group_id, person_id)
    select old.group_id, old.person_id where exists (
      select from layer l join thread t on t.layer_id = l.id join annotation a on a.thread_id = t.id
      where l.group_id = old.group_id and a.author_id = old.person_id)
    on conflict do nothing;
  return null;
end $$;
create trigger class_group_left after update of group_id or delete on class_group_member
  for each row execute function group_left();
create index layer_group on layer (group_id) where group_id is not null;

/*
 * Who reads a layer of a class, as what, whether they may write there now, and whether they are told
 * the names behind pseudonyms. The one place that decides: lists, counts, search, cards, notices,
 * streams and exports ask for layers.
 */
create view class_layer_reader as
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
  where m.state = 'active' and (m.role <> 'student' or (
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
  where m.state = 'active' and (m.role <> 'student'
    or (s.published_at is not null and s.opens_at <= now()))
  union all
  -- Others' desks, for the staff.
  select l.id, m.person_id, m.role, c.archived_at is null,
    s.names <> 'blind' or s.released_at is not null
  from class_member m
  join class c on c.id = m.class_id
  join layer l on l.class_id = m.class_id and l.owner_id is not null and l.owner_id <> m.person_id
  join assignment s on s.id = l.assignment_id
  where m.state = 'active' and m.role <> 'student';

/*
 * The same of one layer and one person, as the statements of notes ask it for each row of a class. Written
 * out in them, the view would stand in each plan dozens of times, and every reader of a public note would
 * wait for it to be made.
 */
create function reads_as(the_layer integer, who uuid) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select jsonb_build_object('role', k.role, 'writes', k.writes, 'knows', k.knows_names)
    from class_layer_reader k where k.layer_id = the_layer and k.person_id = who);
end $$;

/* The layer of what one student hands in on some clauses; made when first needed. */
create function clause_layer(the_assignment uuid, who uuid, clauses text[]) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  s assignment;
  team uuid;
  sorted text[] := array(select distinct u from unnest(clauses) as u order by u);
  made integer;
begin
  select * into s from assignment where id = the_assignment;
  if s.by_groups then
    select group_id into team from class_group_member
      where class_id = s.class_id and person_id = who;
  end if;
  insert into layer (kind, class_id, assignment_id, part, uids, group_id, hides_names)
    values ('class', s.class_id, s.id, 'clause', sorted, team, s.names <> 'real')
    on conflict do nothing;
  select id into made from layer where assignment_id = s.id and part = 'clause' and uids = sorted
    and group_id is not distinct from team;
  return made;
end $$;

/*
 * Hands in what stands on a student's desk on clauses that are all open to them, with the answers of
 * the staff, dated from now: lists go on by date, and what comes into them must not be passed by. When
 * the words were written stays on their revision.
 */
create function hand_in(the_assignment uuid, who uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  it record;
begin
  for it in
    select t.id, places.uids
    from layer l
    join thread t on t.layer_id = l.id
    cross join lateral (
      select array_agg(p.uid order by p.uid) as uids from thread_place p where p.thread_id = t.id) places
    where l.assignment_id = the_assignment and l.owner_id = who and l.part = 'desk'
      and not exists (
        select from unnest(places.uids) as u(uid) where not exists (
          select from assignment_opening o where o.assignment_id = the_assignment
            and o.person_id = who and o.uid = u.uid))
    -- By their clauses: whoever hands in the same makes and waits for layers in the same order.
    order by places.uids, t.created_at, t.id
    for update of t
  loop
    update annotation a set created_at = x.at
      from (select id, now() + (row_number() over (order by created_at, id) - 1) * interval '1 microsecond' as at
        from annotation where thread_id = it.id) x
      where a.id = x.id;
    update thread_place set created_at = now() where thread_id = it.id;
    update thread set created_at = now(), layer_id = clause_layer(the_assignment, who, it.uids)
      where id = it.id;
  end loop;
end $$;

/* Opens clauses to students, once, hands in what waited for it and tells their streams. */
create function open_clauses(the_assignment uuid, clauses text[], people uuid[], the_cause text)
returns setof uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who uuid;
begin
  for who in
    with opened as (
      insert into assignment_opening (assignment_id, uid, person_id, cause)
      select the_assignment, c.uid, m.person_id, the_cause
      from assignment s
      join assignment_clause c on c.assignment_id = s.id and c.uid = any(clauses)
      join class_member m on m.class_id = s.class_id and m.state = 'active' and m.role = 'student'
        and m.person_id = any(people)
      where s.id = the_assignment
      order by m.person_id, c.uid
      on conflict do nothing
      returning person_id
    ) select distinct person_id from opened order by person_id
  loop
    perform hand_in(the_assignment, who);
    perform pg_notify('glossator_rights', who::text);
    return next who;
  end loop;
end $$;

revoke execute on function reads_as(integer, uuid), clause_layer(uuid, uuid, text[]), hand_in(uuid, uuid),
  open_clauses(uuid, text[], uuid[], text) from public;
grant execute on function reads_as(integer, uuid), clause_layer(uuid, uuid, text[]),
  open_clauses(uuid, text[], uuid[], text) to glossator_app;

-- A layer that is new to a class is told to its streams before what is written in it.
create function tell_class_layer_made() returns trigger language plpgsql as $$
begin
  perform pg_notify('glossator_rights', m.person_id::text) from class_member m
    where m.class_id = new.class_id and m.state = 'active'
      and (new.owner_id is null or m.role <> 'student');
  return null;
end $$;
create trigger layer_told_class after insert on layer
  for each row when (new.class_id is not null) execute function tell_class_layer_made();

-- Whoever an extension concerns may have gained a right.
create trigger assignment_extension_told after insert or update or delete on assignment_extension
  for each row execute function tell_role_changed();

-- Nobody is told of what one person alone may read; of a desk the staff and the student are.
create or replace function tell_of_note(note uuid, told text) returns void language sql as $$
  insert into notice_due (annotation_id, whom)
    select a.id, told
    from annotation a
    join thread t on t.id = a.thread_id
    join layer l on l.id = t.layer_id and (l.owner_id is null or l.kind in ('class', 'feedback'))
    where a.id = note and a.state = 'published' and a.created_at > now() - interval '30 days'
  on conflict do nothing
$$;

grant select on class_layer_reader to glossator_app;
grant select, delete on class_group_past to glossator_app;
grant select, insert, delete on assignment, assignment_range, assignment_clause,
  assignment_extension, assignment_alias, class_event to glossator_app;
-- Clauses are opened by the function alone.
grant select, delete on assignment_opening to glossator_app;
grant update (title, question, languages, opens_at, due_at, closes_at, gate, gate_notes, gate_at,
  by_groups, least_length, notes, replies, per, coverage, how, late, points, names, version,
  published_at, released_at) on assignment to glossator_app;
grant update (due_at, closes_at, given_at) on assignment_extension to glossator_app;
grant update (actor_id, about_id) on class_event to glossator_app;
