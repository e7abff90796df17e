-- What students get for an assignment: what the staff judges, what was told to them, what they contest.

create table assignment_grading (
  assignment_id uuid primary key references assignment on delete cascade,
  -- Criteria with their levels; null: there is none.
  rubric jsonb,
  -- When it is released by itself.
  release_at timestamptz,
  version integer not null default 1
);
create index assignment_grading_due on assignment_grading (release_at) where release_at is not null;

-- What the staff judged of one student, as it stands; nobody else reads it.
create table grade (
  assignment_id uuid not null references assignment on delete cascade,
  person_id uuid not null references person,
  -- A copy of the rubric with the level of each criterion: the rubric may change.
  rubric jsonb,
  set_hundredths integer check (set_hundredths >= 0),
  set_reason text not null default '' check (char_length(set_reason) <= 2000),
  comment text not null default '' check (char_length(comment) <= 20000),
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  primary key (assignment_id, person_id),
  check ((set_hundredths is null) = (set_reason = ''))
);
create index grade_person on grade (person_id, assignment_id);

-- What was told to a student, as it was computed then: it does not change any more.
create table grade_result (
  id uuid primary key,
  assignment_id uuid not null references assignment on delete cascade,
  person_id uuid not null references person,
  -- Who they were then: it outlives an account.
  name text not null,
  grade jsonb not null,
  comment text not null default '',
  cause text not null check (cause in ('released', 'contested')),
  released_at timestamptz not null default now(),
  -- When it was first sent to them.
  seen_at timestamptz,
  -- When it left their notices: it was opened, or all of them were read.
  read_at timestamptz,
  -- When their mail is due; null: it is written, or not wanted.
  mail_at timestamptz,
  ended_at timestamptz,
  ended_by text check (ended_by in ('undone', 'replaced')),
  check ((ended_at is null) = (ended_by is null))
);
create unique index grade_result_now on grade_result (assignment_id, person_id) where ended_at is null;
create index grade_result_assignment on grade_result (assignment_id, person_id, released_at, id);
create index grade_result_person on grade_result (person_id, released_at, id);
create index grade_result_unread on grade_result (person_id, released_at)
  where read_at is null and ended_at is null;
create index grade_result_mail on grade_result (mail_at) where mail_at is not null;

-- A line of a result that its student contests, once, and what was answered.
create table grade_contest (
  id uuid primary key,
  result_id uuid not null references grade_result on delete cascade,
  line text not null check (char_length(line) <= 200),
  words text not null check (char_length(words) between 1 and 2000),
  made_at timestamptz not null default now(),
  answer text check (answer in ('stands', 'changed')),
  answer_words text not null default '' check (char_length(answer_words) <= 2000),
  answered_at timestamptz,
  unique (result_id, line),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answer_words = ''))
);

-- A result stands among the notices: its student hears of it at once.
create function tell_result() returns trigger language plpgsql as $$
begin
  perform pg_notify('glossator_notices', new.person_id::text);
  return null;
end $$;
create trigger grade_result_told after insert or update of read_at, ended_at on grade_result
  for each row execute function tell_result();

grant select, insert, delete on assignment_grading, grade, grade_result, grade_contest to glossator_app;
grant update (rubric, release_at, version) on assignment_grading to glossator_app;
grant update (rubric, set_hundredths, set_reason, comment, version, changed_at) on grade to glossator_app;
-- A result is ended, never changed; who goes takes the words of it along.
grant update (seen_at, read_at, mail_at, ended_at, ended_by, grade, comment) on grade_result to glossator_app;
grant update (answer, answer_words, answered_at) on grade_contest to glossator_app;
