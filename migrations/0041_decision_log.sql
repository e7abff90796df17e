-- What was decided about people and what they wrote, as one chain: each row holds the digest of the row
-- before it. It names nobody and leans on no note, so that it outlives both; decision 0027.

-- A name for a person that means nothing by itself. Erasing the person takes it away, and with it the
-- way from the chain to them. Made with the person: who appends has nothing to make or to lock.
create table person_pseudonym (
  person_id uuid primary key references person on delete cascade,
  pseudonym uuid not null unique default gen_random_uuid()
);
insert into person_pseudonym (person_id) select id from person where state = 'active';
create function give_pseudonym() returns trigger language plpgsql as $$
begin
  insert into person_pseudonym (person_id) values (new.id);
  return null;
end $$;
create trigger person_pseudonym_given after insert on person
  for each row execute function give_pseudonym();

create table decision_log (
  seq bigint primary key check (seq >= 1),
  -- Sixty-four noughts before the first. Unique: two rows that go on from one would be a fork.
  prev text not null unique check (prev ~ '^[0-9a-f]{64}$'),
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  -- How the row was written out to be hashed; rows keep the form they were made in.
  form smallint not null check (form = 1),
  at timestamptz not null,
  -- Pseudonyms; empty for the program itself, for nobody, and for somebody who has left.
  actor text not null check (actor ~ '^([0-9a-f-]{36})?$'),
  actor_role text not null
    check (actor_role in ('moderator', 'administrator', 'author', 'system')),
  subject text not null check (subject ~ '^([0-9a-f-]{36})?$'),
  -- The words are listed in the domain alone: a new one needs no migration.
  action text not null check (action ~ '^[a-z][a-z-]{0,39}$'),
  case_id uuid,
  annotation_id uuid,
  revision integer check (revision >= 1),
  -- Where it was at that time: neither is looked up later. Empty where it is about no public place.
  work text not null check (work ~ '^[a-z0-9-]{0,64}$'),
  address text not null check (char_length(address) <= 200),
  before text not null check (char_length(before) <= 200),
  after text not null check (char_length(after) <= 200),
  reason text not null check (reason ~ '^([a-z][a-z-]{0,39})?$'),
  -- Of a salt and the words; empty where nothing was said.
  words_digest text not null check (words_digest ~ '^([0-9a-f]{64})?$'),
  -- Whole seconds that it had waited to be decided.
  waited bigint check (waited >= 0),
  batch_id uuid,
  undoes bigint check (undoes < seq)
);
create unique index decision_log_undone on decision_log (undoes) where undoes is not null;
create index decision_log_note on decision_log (annotation_id, seq) where annotation_id is not null;
create index decision_log_subject on decision_log (subject, seq) where subject <> '';
-- Serve the public ledger, newest first.
create index decision_log_work on decision_log (work, seq);
create index decision_log_action on decision_log (action, seq);
create index decision_log_reason on decision_log (reason, seq) where reason <> '';

-- What was said beside a decision. Goes when the person concerned is erased, and its salt with it: the
-- digest alone then tells nothing, not even to somebody who guesses the words.
create table decision_words (
  seq bigint primary key references decision_log,
  salt bytea not null check (length(salt) = 32),
  words text not null check (char_length(words) between 1 and 20000)
);

-- For everybody, the tables' owner too. Who may take triggers off can do as they like; the digests,
-- and a head that was noted down elsewhere, tell that they did.
create function keep_decisions() returns trigger language plpgsql as $$
begin
  raise exception 'decisions are appended, never changed' using errcode = '42501';
end $$;
create trigger decision_log_kept before update or delete or truncate on decision_log
  for each statement execute function keep_decisions();

create function follow_decisions() returns trigger language plpgsql as $$
declare
  last_seq bigint;
  last_hash text;
begin
  select seq, hash into last_seq, last_hash from decision_log order by seq desc limit 1;
  if new.seq <> coalesce(last_seq, 0) + 1 or new.prev <> coalesce(last_hash, repeat('0', 64)) then
    raise exception 'a decision follows the last one' using errcode = '23514', constraint = 'decision_follows';
  end if;
  return new;
end $$;
create trigger decision_log_follows before insert on decision_log
  for each row execute function follow_decisions();

grant select, insert, delete on person_pseudonym to glossator_app;
grant select, insert on decision_log to glossator_app;
grant select, insert, delete on decision_words to glossator_app;
