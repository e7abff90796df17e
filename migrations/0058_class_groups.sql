-- Students of a class who read each other: each is in one group at most, and moved in one act.
create table class_group (
  id uuid primary key,
  class_id uuid not null references class,
  name text not null check (char_length(name) between 1 and 100),
  unique (class_id, id)
);
create unique index class_group_name on class_group (class_id, lower(name) collate "C");

create table class_group_member (
  class_id uuid not null,
  person_id uuid not null,
  group_id uuid not null,
  primary key (class_id, person_id),
  foreign key (class_id, person_id) references class_member on delete cascade,
  foreign key (class_id, group_id) references class_group (class_id, id) on delete cascade
);
create index class_group_member_group on class_group_member (group_id, person_id);

create trigger class_group_member_told after insert or update or delete on class_group_member
  for each row execute function tell_role_changed();

grant select, insert, delete on class_group, class_group_member to glossator_app;
grant update (name) on class_group to glossator_app;
grant update (group_id) on class_group_member to glossator_app;

-- Who was asked into a class by their address. Whether anybody has an account by it is said nowhere.
create table class_invitation (
  id uuid primary key,
  class_id uuid not null references class,
  email text not null,
  email_key text not null,
  -- As the roster has it.
  name text not null check (char_length(name) <= 80),
  role text not null check (role in ('instructor', 'assistant', 'student')),
  group_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'declined', 'accepted')),
  token_hash bytea not null unique,
  -- Who came in by it; null before.
  person_id uuid references person,
  -- Null: they have erased their account.
  invited_by uuid references person,
  invited_at timestamptz not null default now(),
  expires_at timestamptz not null,
  check ((state = 'accepted') = (person_id is not null)),
  unique (class_id, email_key),
  foreign key (class_id, group_id) references class_group (class_id, id) on delete set null (group_id)
);
create index class_invitation_address on class_invitation (email_key);
create index class_invitation_person on class_invitation (person_id) where person_id is not null;
create index class_invitation_inviter on class_invitation (invited_by, invited_at) where invited_by is not null;
create index class_invitation_group on class_invitation (group_id) where group_id is not null;
create index class_invitation_age on class_invitation (expires_at) where state <> 'accepted';

-- A roster that was read and waits to be confirmed. It holds addresses, and is thrown away after a day.
create table class_roster (
  id uuid primary key,
  class_id uuid not null references class,
  made_by uuid not null references person,
  made_at timestamptz not null default now(),
  encoding text not null check (encoding in ('utf-8', 'utf-16le', 'utf-16be', 'gb18030')),
  ignored text[] not null,
  lines jsonb not null,
  -- What each line would have done when the file came in.
  acts jsonb not null
);
create index class_roster_age on class_roster (made_at);
create index class_roster_maker on class_roster (made_by);

grant select, insert, delete on class_invitation, class_roster to glossator_app;
grant update (name, role, group_id, state, token_hash, person_id, invited_by, invited_at, expires_at)
  on class_invitation to glossator_app;

/*
 * A session that is confined to one class: of somebody whose address is not confirmed, or opened by a
 * link that the staff gave. It has no roles, no notebook and no public notes.
 */
alter table session add column class_id uuid references class;

-- Who came into a class before their address was confirmed: a person without an account. The address
-- is what they say it is, and may be another's.
create table class_guest (
  person_id uuid primary key references person,
  email_key text not null,
  locale text not null check (locale in ('en', 'zh-Hans')),
  made_at timestamptz not null default now()
);
create index class_guest_address on class_guest (email_key);
-- Whose account it becomes, where they are in a class already.
alter table registration add column person_id uuid references person;

-- A link by which a student comes into one class, made by its staff.
alter table one_time_token
  add column class_id uuid references class,
  drop constraint one_time_token_purpose_check,
  add constraint one_time_token_purpose_check
    check (purpose in ('reset', 'claim', 'invitation', 'class')),
  drop constraint one_time_token_check,
  add constraint one_time_token_person check ((purpose in ('reset', 'class')) = (person_id is not null)),
  add constraint one_time_token_class check ((purpose = 'class') = (class_id is not null));

grant select, insert, delete on class_guest to glossator_app;
