-- Warnings, mutes and bans. A row is written once; only what follows upon it is written later, and
-- its words go when its person is erased.
create table sanction (
  id uuid primary key,
  person_id uuid not null references person,
  kind text not null check (kind in ('warning', 'mute', 'ban')),
  -- None: the whole site.
  work_id integer references work,
  reason text not null check (reason in (
    'wrong-clause', 'misquotes', 'off-topic', 'unclear', 'repeated', 'abusive', 'spam',
    'personal-data', 'unlawful', 'other')),
  words text not null check (char_length(words) <= 2000),
  given_by uuid not null references person,
  given_at timestamptz not null default now(),
  -- None: until it is lifted. A warning has no end, it is read.
  ends_at timestamptz check (ends_at > given_at),
  state text not null check (state in ('unread', 'read', 'in-force', 'lifted')),
  read_at timestamptz,
  lifted_at timestamptz,
  lifted_by uuid references person,
  lifted_words text not null default '' check (char_length(lifted_words) <= 2000),
  -- Made with the form: sending twice gives one.
  post_key uuid not null,
  unique (given_by, post_key),
  check (person_id <> given_by),
  check (kind <> 'ban' or work_id is null),
  check (kind <> 'warning' or ends_at is null),
  check (case kind when 'warning' then state <> 'in-force' else state in ('in-force', 'lifted') end),
  check (state <> 'read' or read_at is not null),
  check ((state = 'lifted') = (lifted_at is not null)),
  check ((state = 'lifted') = (lifted_by is not null))
);
-- Serves what holds of a person now, read with each of their requests.
create index sanction_open on sanction (person_id) where state in ('unread', 'in-force');
-- Serves a person's record, newest first.
create index sanction_person on sanction (person_id, given_at, id);
create index sanction_giver on sanction (given_by);
create index sanction_lifter on sanction (lifted_by);

-- What a request may do is read from the tables; streams are told to look again.
create function tell_sanctioned() returns trigger language plpgsql as $$
begin
  perform pg_notify('glossator_rights', new.person_id::text);
  return null;
end $$;
create trigger sanction_told after insert or update of state on sanction
  for each row execute function tell_sanctioned();

-- Its person may object once, also without signing in, by the link of the mail that told them.
create table objection (
  sanction_id uuid primary key references sanction,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  expires_at timestamptz not null,
  state text not null default 'possible'
    check (state in ('possible', 'open', 'upheld', 'overturned')),
  words text not null default '' check (char_length(words) <= 4000),
  stated_at timestamptz,
  decided_at timestamptz,
  decided_by uuid references person,
  decided_words text not null default '' check (char_length(decided_words) <= 2000),
  check ((state = 'possible') = (stated_at is null)),
  check ((state in ('upheld', 'overturned')) = (decided_at is not null)),
  check ((state in ('upheld', 'overturned')) = (decided_by is not null))
);
-- Serves those that wait, oldest first.
create index objection_open on objection (stated_at, sanction_id) where state = 'open';
create index objection_decider on objection (decided_by);

-- What moderators write down about a person for one another.
create table person_note (
  id uuid primary key,
  person_id uuid not null references person,
  author_id uuid not null references person,
  words text not null check (char_length(words) between 1 and 2000),
  post_key uuid not null,
  at timestamptz not null default now(),
  unique (author_id, post_key)
);
create index person_note_person on person_note (person_id, at, id);

-- Notes that were hidden with a ban, so that they can be shown again together.
create table sanction_hiding (
  sanction_id uuid not null references sanction,
  annotation_id uuid not null references annotation on delete cascade,
  primary key (sanction_id, annotation_id)
);
create index sanction_hiding_annotation on sanction_hiding (annotation_id);

grant select, insert on sanction to glossator_app;
grant update (state, words, read_at, lifted_at, lifted_by, lifted_words) on sanction to glossator_app;
grant select, insert on objection to glossator_app;
grant update (state, words, stated_at, decided_at, decided_by, decided_words) on objection
  to glossator_app;
grant select, insert, delete on person_note to glossator_app;
grant select, insert, delete on sanction_hiding to glossator_app;
