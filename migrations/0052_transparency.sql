-- What the transparency report counts and no row that stays would tell later: cases and notes go with
-- the person who wrote them, and a month that is over must be told the same for good. One row for
-- one event, of no note and nobody; only ever added, so that nobody waits for a counter. The people of the
-- demonstration are left out: they are taken away again with all they did.
create table moderation_fact (
  work_id integer not null references work,
  -- The first day of the month, UTC.
  month date not null check (extract(day from month) = 1),
  -- `published` at once, the kind of a case, `resubmitted`, or `by-` and the phase that held a note.
  what text not null check (what ~ '^[a-z][a-z-]{0,39}$')
);
-- Serves the counts of some months of a work.
create index moderation_fact_month on moderation_fact (work_id, month, what);

create function this_month() returns date language sql stable as $$
  select date_trunc('month', now() at time zone 'UTC')::date
$$;

create function note_published_at_once() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  insert into moderation_fact (work_id, month, what)
    select t.work_id, this_month(), 'published'
    from thread t join layer l on l.id = t.layer_id and l.kind = 'public'
    where t.id = new.thread_id
      and not exists (select from demo_person where person_id = new.author_id);
  return null;
end $$;
create trigger annotation_published_at_once after insert on annotation
  for each row when (new.state = 'published') execute function note_published_at_once();

-- A note that is sent in again after a decision is no new one, and no phase of holding holds it.
create function count_case(work integer, case_kind text, causes jsonb, at date) returns void language sql as $$
  insert into moderation_fact (work_id, month, what)
    select work, at, case when causes @> '[{"phase": "resubmitted"}]' then 'resubmitted' else case_kind end
    union all
    select distinct work, at, 'by-' || (cause->>'phase') from jsonb_array_elements(causes) cause
      where case_kind = 'held' and not causes @> '[{"phase": "resubmitted"}]'
$$;

create function case_counted() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  perform count_case(new.work_id, new.kind, new.causes, this_month())
    where not exists (select from demo_person where person_id = new.author_id);
  return null;
end $$;
create trigger moderation_case_counted after insert on moderation_case
  for each row execute function case_counted();

insert into moderation_fact (work_id, month, what)
  select p.work_id, date_trunc('month', p.created_at at time zone 'UTC')::date, 'published'
  from public_note p
  join annotation a on a.id = p.annotation_id
  where not exists (select from moderation_case c where c.annotation_id = p.annotation_id and c.kind = 'held')
    and not exists (select from demo_person where person_id = a.author_id);
select count_case(work_id, kind, causes, date_trunc('month', opened_at at time zone 'UTC')::date)
  from moderation_case c
  where not exists (select from demo_person where person_id = c.author_id);

revoke execute on function note_published_at_once(), case_counted(),
  count_case(integer, text, jsonb, date) from public;
grant select on moderation_fact to glossator_app;

-- Numbers of the log rise with its moments: serves a period of it, and where it ended then.
create index decision_log_at on decision_log (at, seq);
-- Serves what was still open lately.
create index moderation_case_ended on moderation_case (ended_at) where ended_at is not null;
