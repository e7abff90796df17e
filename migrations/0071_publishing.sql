-- Publishing from the workspace: who did, when it is to be, and what the law takes away again.

alter table commentary_release
  -- Nobody, where it ships with the program, where the clock did, or where they have gone.
  add column released_by uuid references person,
  add column withdrawn_at timestamptz,
  add column withdrawal text not null default '' check (char_length(withdrawal) <= 2000),
  add check ((withdrawn_at is null) = (withdrawal = ''));
create index commentary_release_by on commentary_release (released_by, released_at, id);

-- What is to be published at a time. It counts while the commentary stands scheduled.
create table commentary_schedule (
  commentary_id uuid primary key references commentary on delete cascade,
  due_at timestamptz not null,
  -- By the time zone in which it was set, by its name: in it it is shown.
  zone text not null check (char_length(zone) between 1 and 64),
  major integer not null check (major >= 1),
  minor integer not null check (minor >= 0),
  change text not null check (char_length(change) <= 2000),
  -- Whose right is asked for again at that time. Nobody, where they have gone: then it is not published.
  person_id uuid references person,
  set_at timestamptz not null default now()
);
create index commentary_schedule_due on commentary_schedule (due_at);
create index commentary_schedule_person on commentary_schedule (person_id, set_at, commentary_id);

grant update (withdrawn_at, withdrawal, released_by) on commentary_release to glossator_app;
grant delete on release_part to glossator_app;
grant select, insert, update, delete on commentary_schedule to glossator_app;
