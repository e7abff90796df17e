-- Which moderator is on duty when, what the day begins with, and when an administrator is called.

-- By the days of the week, Monday first; whoever is appointed is on duty every day until they choose.
alter table moderator
  add column weekdays smallint[] not null default '{1,2,3,4,5,6,7}'
    check (weekdays <@ '{1,2,3,4,5,6,7}'::smallint[] and cardinality(weekdays) <= 7);
grant update (weekdays) on moderator to glossator_app;

alter table account
  add column summary_mail boolean not null default true,
  -- Of the day, where the person is.
  add column summary_hour smallint not null default 7 check (summary_hour between 0 and 23);
grant update (summary_mail, summary_hour) on account to glossator_app;

create table moderator_absence (
  id uuid primary key,
  person_id uuid not null references person,
  first_day date not null,
  last_day date not null,
  check (last_day >= first_day)
);
create index moderator_absence_person on moderator_absence (person_id, last_day, id);

-- When a moderator's next morning begins; one row for each, so that they are told once.
create table moderator_round (
  person_id uuid primary key references person,
  due_at timestamptz not null
);
create index moderator_round_due on moderator_round (due_at, person_id);

-- After how many days the oldest case of a work calls the administrators, and when it last did.
alter table site add column alarm_days smallint not null default 3 check (alarm_days between 1 and 60);
grant update (alarm_days) on site to glossator_app;
create table moderation_alarm (
  work_id integer primary key references work,
  alarmed_at timestamptz not null default now()
);
-- Serves the oldest case of each work.
create index moderation_case_oldest on moderation_case (work_id, opened_at) where state = 'open';

-- A zone that this server does not know must not keep everybody else from being told.
create function local_now(zone text) returns timestamp language plpgsql stable as $$
begin
  return now() at time zone zone;
exception when invalid_parameter_value then
  return now() at time zone 'UTC';
end $$;

create function next_morning(hour smallint, zone text) returns timestamptz language plpgsql stable as $$
declare
  at constant interval := make_interval(hours => hour);
begin
  return (date_trunc('day', now() at time zone zone - at) + interval '1 day' + at) at time zone zone;
exception when invalid_parameter_value then
  return (date_trunc('day', now() at time zone 'UTC' - at) + interval '1 day' + at) at time zone 'UTC';
end $$;

-- Rounds come and go with the first and the last appointment, whoever makes or ends it.
create function keep_moderator_round() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into moderator_round (person_id, due_at)
      select c.person_id, next_morning(c.summary_hour, c.time_zone)
      from account c where c.person_id = new.person_id
      on conflict do nothing;
  elsif not exists (select from moderator where person_id = old.person_id) then
    delete from moderator_round where person_id = old.person_id;
    delete from moderator_absence where person_id = old.person_id;
  end if;
  return null;
end $$;
create trigger moderator_rounds after insert or delete on moderator
  for each row execute function keep_moderator_round();
insert into moderator_round (person_id, due_at)
  select c.person_id, next_morning(c.summary_hour, c.time_zone)
  from account c where c.person_id in (select person_id from moderator);

grant select, insert, delete on moderator_absence, moderator_round, moderation_alarm to glossator_app;
grant update (due_at) on moderator_round to glossator_app;
grant update (alarmed_at) on moderation_alarm to glossator_app;
