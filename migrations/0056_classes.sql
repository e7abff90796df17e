-- People who read together: who they are to each other, and how one comes in.
create table class (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 200),
  description text not null default '' check (char_length(description) <= 5000),
  -- By its name in the time zone database: dates are typed and shown in it.
  zone text not null,
  founded_at timestamptz not null default now(),
  -- Since then it is only read.
  archived_at timestamptz
);

-- Who has left or was removed keeps a row: who was removed does not come back by a code.
create table class_member (
  class_id uuid not null references class,
  person_id uuid not null references person,
  role text not null check (role in ('instructor', 'assistant', 'student')),
  state text not null default 'active' check (state in ('active', 'left', 'removed')),
  joined_at timestamptz not null default now(),
  primary key (class_id, person_id)
);
-- The classes of a person, the newest first.
create index class_member_person on class_member (person_id, joined_at desc, class_id desc);

-- Streams read their session anew: who is removed loses what they saw at once.
create trigger class_member_told after insert or update or delete on class_member
  for each row execute function tell_role_changed();

-- The one way in for whoever has it. Another takes its place when it is made anew.
create table class_code (
  class_id uuid primary key references class,
  code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
  ends_at timestamptz not null,
  places integer not null check (places >= 0)
);

grant select, insert on class, class_member to glossator_app;
grant update (name, description, zone, archived_at) on class to glossator_app;
grant update (role, state, joined_at) on class_member to glossator_app;
grant delete on class_member to glossator_app;
grant update (code, ends_at, places) on class_code to glossator_app;
grant select, insert, delete on class_code to glossator_app;
