-- A share of the decisions is put before somebody else, who sees the case as it was and says what they
-- would have decided. Nothing is changed by that.

-- How many of a hundred decisions on a work; a work without a row has the share that new works have.
create table second_look_share (
  work_id integer primary key references work,
  percent smallint not null check (percent between 0 and 100),
  changed_at timestamptz not null default now(),
  -- Null where the machine's own programs set it.
  changed_by uuid references person
);

create table second_look (
  id uuid primary key default gen_random_uuid(),
  decision_id uuid not null unique references decision on delete cascade,
  work_id integer not null references work,
  -- Number of the edit that was decided on, where it became no revision; else 0.
  proposal integer not null check (proposal >= 0),
  -- The revision that readers read meanwhile, where an edit was decided on; else 0.
  stood integer not null check (stood >= 0),
  drawn_at timestamptz not null default now(),
  looker_id uuid references person,
  action text check (
    action in ('approve', 'return', 'refuse', 'keep', 'hide', 'uphold', 'overturn')),
  reason text,
  looked_at timestamptz,
  check ((looked_at is null) = (looker_id is null)),
  check ((looked_at is null) = (action is null)),
  check ((looked_at is null) = (reason is null)),
  check (looked_at is null or (reason = '') = (action in ('approve', 'keep', 'overturn')))
);
-- Serves what waits for a second look, oldest first.
create index second_look_waiting on second_look (work_id, drawn_at, id) where looked_at is null;
-- Serves one's own, newest first.
create index second_look_own on second_look (looker_id, looked_at) where looked_at is not null;

/*
 * Drawn by the digest of the decision's row of the log: nobody can know it beforehand or choose, and
 * whoever reads the log can draw again. What was decided together is one judgement: its first
 * decision stands for all.
 */
create function draw_second_look() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  it moderation_case;
  share integer;
  edit integer := 0;
  stood integer := 0;
begin
  if new.batch_id is not null
    and exists (select from decision where batch_id = new.batch_id and id <> new.id) then return null; end if;
  select * into it from moderation_case where id = new.case_id;
  if it.kind not in ('held', 'edit', 'flagged', 'appeal') then return null; end if;
  share := coalesce((select percent from second_look_share where work_id = it.work_id), 10);
  if not exists (select from decision_log
    where seq = new.log_seq and ('x' || left(hash, 8))::bit(32)::bigint % 100 < share)
  then return null; end if;
  if (it.kind = 'edit' and new.action in ('return', 'refuse'))
    or (it.kind = 'appeal' and new.action = 'uphold' and new.before = 'published')
  then
    edit := coalesce((select number from proposed_revision
      where annotation_id = new.annotation_id and state in ('returned', 'refused')), 0);
    if edit > 0 then stood := new.revision; end if;
  elsif it.kind = 'edit' or (it.kind = 'appeal' and new.action = 'overturn' and new.before = 'held')
  then stood := new.revision - 1;
  end if;
  insert into second_look (decision_id, work_id, proposal, stood)
    values (new.id, it.work_id, edit, stood);
  return null;
end $$;
create trigger decision_drawn after insert on decision
  for each row execute function draw_second_look();

/*
 * Whether a decision waits for a second look that this person may give: somebody other than its
 * author, whoever decided on the note and whoever reported it. It waits while the words that were
 * decided on are there, nothing else is asked about the note, and for two weeks. Until it is given the
 * decision is kept from all who may give it.
 */
create function awaits_look(it uuid, who uuid) returns boolean language sql stable as $$
  select exists (
    select from second_look s
    join decision d on d.id = s.decision_id and d.undone_at is null and d.author_id <> who
    join moderation_case c on c.id = d.case_id and c.state = 'decided'
    join annotation a on a.id = d.annotation_id and a.state not in ('deleted', 'erased')
    join thread t on t.id = a.thread_id
    join layer l on l.id = t.layer_id and l.kind <> 'notebook'
    where s.decision_id = it and s.looked_at is null and s.drawn_at > now() - interval '14 days'
      and not exists (select from decision o where o.annotation_id = a.id and o.actor_id = who)
      and not exists (select from flag f where f.case_id = c.id and f.person_id = who)
      and not exists (select from moderation_case o where o.annotation_id = a.id and o.id <> c.id
        and (o.state = 'open' or o.opened_at > c.opened_at))
      and case when s.proposal > 0
        then exists (select from proposed_revision q where q.annotation_id = a.id
          and q.number = s.proposal and q.state in ('returned', 'refused'))
        else exists (select from revision r where r.annotation_id = a.id
          and r.number = d.revision and r.withdrawn = 'no') end)
$$;

-- Counted as it is given: the decision goes with the note of a person who is erased.
create function second_look_counted() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  insert into moderation_fact (work_id, month, what)
    select new.work_id, this_month(), x.what
    from decision d
    cross join lateral (values ('second-look', true),
      ('second-look-action', d.action = new.action),
      ('second-look-reason', d.action = new.action and d.reason = new.reason)) x (what, holds)
    where d.id = new.decision_id and x.holds
      and not exists (select from demo_person where person_id in (d.author_id, new.looker_id));
  return null;
end $$;
create trigger second_look_given after update of looked_at on second_look
  for each row when (old.looked_at is null and new.looked_at is not null)
  execute function second_look_counted();

-- Reports are counted when their outcome can no longer be taken back.
create function flag_facts(work integer, at date, reason text, outcome text) returns void language sql as $$
  insert into moderation_fact (work_id, month, what)
    select work, at, 'judged-' || reason
    union all
    select work, at, 'upheld-' || reason where outcome = 'upheld'
$$;

create function flag_counted() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  perform flag_facts(new.work_id, this_month(), new.reason, new.state)
    from annotation a where a.id = new.annotation_id
      and not exists (select from demo_person where person_id in (a.author_id, new.person_id));
  return null;
end $$;
create trigger flag_told after update of told_at on flag
  for each row when (old.told_at is null and new.told_at is not null
    and new.state in ('upheld', 'declined'))
  execute function flag_counted();

select flag_facts(f.work_id, date_trunc('month', f.told_at at time zone 'UTC')::date, f.reason, f.state)
  from flag f join annotation a on a.id = f.annotation_id
  where f.told_at is not null and f.state in ('upheld', 'declined')
    and not exists (select from demo_person where person_id in (a.author_id, f.person_id));

revoke execute on function draw_second_look(), second_look_counted(), flag_counted(),
  flag_facts(integer, date, text, text) from public;
grant select on second_look to glossator_app;
grant update (looker_id, action, reason, looked_at) on second_look to glossator_app;
grant select, insert on second_look_share to glossator_app;
grant update (percent, changed_at, changed_by) on second_look_share to glossator_app;
