-- What readers see of public notes: why one was taken away, which were useful to whom, and the order in
-- which the threads on a clause are listed.

-- The class of the reason why a note was taken away; readers are told this alone.
alter table annotation_event add column reason_code text not null default '';
update annotation_event set reason_code = 'other' where action = 'hide';
alter table annotation_event add constraint annotation_event_reason_code check (reason_code in
  ('', 'wrong-clause', 'misquotes', 'off-topic', 'unclear', 'repeated', 'abusive', 'spam',
    'personal-data', 'unlawful', 'other'));

-- To whom a note was useful. Told to nobody but that person; readers are told how many.
create table useful_mark (
  annotation_id uuid not null references annotation on delete cascade,
  person_id uuid not null references person,
  marked_at timestamptz not null default now(),
  primary key (annotation_id, person_id)
);
-- Serves a person's own marks, newest first.
create index useful_mark_person on useful_mark (person_id, marked_at, annotation_id);
create trigger useful_mark_writer before insert on useful_mark
  for each row execute function refuse_erased();

alter table annotation add column useful integer not null default 0 check (useful >= 0);
create function count_useful() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    update annotation set useful = useful + 1 where id = new.annotation_id;
  else
    update annotation set useful = useful - 1 where id = old.annotation_id;
  end if;
  return null;
end $$;
create trigger useful_counted after insert or delete on useful_mark
  for each row execute function count_useful();

-- How many answers of a thread are published, and how many marks its published notes have: each place
-- of it holds both, so that every order of a list is read from an index.
alter table thread_place
  add column answers integer not null default 0 check (answers >= 0),
  add column useful integer not null default 0 check (useful >= 0);
update thread_place p set answers = c.answers
  from (
    select thread_id, count(*) as answers from annotation
    where state = 'published' and parent_id is not null group by thread_id
  ) c
  where p.thread_id = c.thread_id;
create index thread_place_answered on thread_place
  (work_id, uid, layer_id, answers, created_at, thread_id);
create index thread_place_useful on thread_place
  (work_id, uid, layer_id, useful, answers, created_at, thread_id);

-- Its name stands before that of the trigger that tallies: places are locked before tallies by everyone.
create function rank_thread() returns trigger language plpgsql as $$
declare
  standing record;
begin
  for standing in
    select e.thread_id, sum(e.answers)::integer as answers, sum(e.useful)::integer as useful
    from (
      select new.thread_id, (new.parent_id is not null)::integer as answers, new.useful
      where new.state = 'published'
      union all
      select old.thread_id, -(old.parent_id is not null)::integer, -old.useful
      where tg_op = 'UPDATE' and old.state = 'published'
    ) e
    group by e.thread_id having sum(e.answers) <> 0 or sum(e.useful) <> 0
    order by e.thread_id
  loop
    perform 1 from thread_place p where p.thread_id = standing.thread_id
      order by p.uid for no key update;
    update thread_place p
      set answers = p.answers + standing.answers, useful = p.useful + standing.useful
      where p.thread_id = standing.thread_id;
  end loop;
  return null;
end $$;
create trigger annotation_answered
  after insert or update of state, thread_id, parent_id, useful on annotation
  for each row execute function rank_thread();

-- A thread that is given other places keeps its standing.
create function rank_places() returns trigger language plpgsql as $$
begin
  update thread_place p set answers = c.answers, useful = c.useful
    from (
      select a.thread_id, count(a.parent_id)::integer as answers, sum(a.useful)::integer as useful
      from annotation a
      where a.state = 'published' and a.thread_id in (select thread_id from placed)
      group by a.thread_id
    ) c
    where p.thread_id = c.thread_id and (p.answers, p.useful) <> (c.answers, c.useful);
  return null;
end $$;
create trigger place_ranked after insert on thread_place
  referencing new table as placed for each statement execute function rank_places();

grant select, insert, delete on useful_mark to glossator_app;
grant update (useful) on annotation to glossator_app;
grant update (answers, useful) on thread_place to glossator_app;
