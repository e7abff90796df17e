-- What one moderator keeps at hand, and that others look at the queue.

-- A list of cases under a name: what stands behind the question mark of its address.
create table case_filter (
  id uuid primary key,
  person_id uuid not null references account on delete cascade,
  name text not null check (char_length(name) between 1 and 80),
  query text not null check (char_length(query) <= 500),
  made_at timestamptz not null default now(),
  unique (person_id, name)
);

-- Words that are written often.
create table ready_reply (
  id uuid primary key,
  person_id uuid not null references account on delete cascade,
  name text not null check (char_length(name) between 1 and 80),
  words text not null check (char_length(words) between 1 and 2000),
  made_at timestamptz not null default now(),
  unique (person_id, name)
);

grant select, insert, delete on case_filter, ready_reply to glossator_app;

-- Those who moderate a work hear that something waits, is looked at or was decided there, and nothing
-- more: they ask anew. What one transaction says several times, PostgreSQL tells once.
create function tell_cases() returns trigger language plpgsql as $$
begin
  perform pg_notify('glossator_cases', t.work_id::text)
    from (select distinct work_id from touched) t;
  return null;
end $$;
create trigger case_told_new after insert on moderation_case
  referencing new table as touched for each statement execute function tell_cases();
create trigger case_told_changed after update on moderation_case
  referencing new table as touched for each statement execute function tell_cases();
