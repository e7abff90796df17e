-- Who keeps the public notes in order: of one work, or of all where none is named. Nobody granted it
-- who is not a person here: the machine's own programs leave that empty.
create table moderator (
  person_id uuid not null references person,
  work_id integer references work,
  granted_by uuid references person,
  granted_at timestamptz not null default now(),
  constraint moderator_once unique nulls not distinct (person_id, work_id)
);
create index moderator_work on moderator (work_id, person_id);

-- Streams read their session anew, so that who is dismissed loses what they saw at once.
create trigger moderator_told after insert or update or delete on moderator
  for each row execute function tell_role_changed();

grant select, insert, delete on moderator to glossator_app;
