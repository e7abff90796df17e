-- From a draft to what is published: where a commentary stands, who decided it, and what reviewers said.

alter table site_role drop constraint site_role_role_check;
alter table site_role add constraint site_role_role_check check (role in ('administrator', 'editor'));

alter table commentary
  -- Of what is being written, which is the first release or the next one.
  add column state text not null default 'draft' check (state in (
    'draft', 'submitted', 'in-review', 'changes-requested', 'declined', 'accepted', 'scheduled',
    'published', 'retracted', 'withdrawn')),
  add column next text not null default 'first' check (next in ('first', 'correction', 'revision')),
  -- When the state last changed.
  add column stands_since timestamptz not null default now();
update commentary c set state = 'published'
  where exists (select from commentary_release r where r.commentary_id = c.id);
-- What editors have before them, what has waited longest first.
create index commentary_standing on commentary (state, stands_since, id) where removed_at is null;

-- What was handed in: the front matter as it was, and which revision of each part.
create table commentary_submission (
  id uuid primary key,
  commentary_id uuid not null references commentary on delete cascade,
  n integer not null check (n >= 1),
  note text not null default '' check (char_length(note) <= 2000),
  front jsonb not null,
  submitted_at timestamptz not null default now(),
  unique (commentary_id, n)
);

create table submission_part (
  submission_id uuid not null references commentary_submission on delete cascade,
  n integer not null check (n >= 1),
  part_id uuid not null,
  revision integer not null,
  primary key (submission_id, n),
  unique (submission_id, part_id),
  foreign key (part_id, revision) references commentary_revision on delete cascade
);
create index submission_part_revision on submission_part (part_id, revision);

create table commentary_round (
  id uuid primary key,
  commentary_id uuid not null references commentary on delete cascade,
  n integer not null check (n >= 1),
  submission_id uuid not null references commentary_submission on delete cascade,
  -- Whether authors are told who reviews.
  names text not null check (names in ('open', 'closed')),
  due_on date,
  opened_at timestamptz not null default now(),
  -- By a decision on what was reviewed; undoing it opens the round again.
  closed_at timestamptz,
  -- Where the decision to open it was undone: it counts as none.
  cancelled_at timestamptz,
  unique (commentary_id, n)
);
create unique index commentary_round_open on commentary_round (commentary_id)
  where closed_at is null and cancelled_at is null;
create index commentary_round_submission on commentary_round (submission_id);

create table commentary_reviewer (
  id uuid primary key,
  round_id uuid not null references commentary_round on delete cascade,
  -- What they are called where their name is not told: reviewer 2 of the round.
  n smallint not null check (n >= 1),
  -- Nobody, where they have gone.
  person_id uuid references person,
  state text not null check (state in ('invited', 'accepted', 'declined', 'ended')),
  invited_at timestamptz not null default now(),
  answered_at timestamptz,
  due_on date,
  recommendation text check (recommendation in ('accept', 'minor', 'major', 'reject')),
  to_editor text not null default '' check (char_length(to_editor) <= 20000),
  to_authors text not null default '' check (char_length(to_authors) <= 20000),
  recommended_at timestamptz,
  check ((recommendation is null) = (recommended_at is null)),
  unique (round_id, n),
  unique (round_id, person_id)
);
-- What somebody reviews, the newest first.
create index commentary_reviewer_person on commentary_reviewer (person_id, invited_at desc, id desc);

-- Every step, for good. One that is taken back stays, and a new one says so.
create table commentary_decision (
  id uuid primary key,
  commentary_id uuid not null references commentary on delete cascade,
  n integer not null check (n >= 1),
  kind text not null check (kind in (
    'submit', 'recall', 'review', 'request-changes', 'decline', 'accept', 'schedule', 'publish',
    'correct', 'revise', 'abandon', 'retract', 'withdraw', 'undo')),
  from_state text not null,
  to_state text not null,
  from_next text not null,
  to_next text not null,
  round_id uuid references commentary_round on delete cascade,
  submission_id uuid references commentary_submission on delete cascade,
  -- What is released at that time, where it is scheduled.
  due_at timestamptz,
  -- Nobody, where they have gone, or where the clock decided.
  actor_id uuid references person,
  actor_role text not null check (actor_role in ('lead', 'editor', 'clock')),
  -- For the record of the editors.
  reason text not null default '' check (char_length(reason) <= 2000),
  -- As it was sent to the authors.
  message text not null default '' check (char_length(message) <= 10000),
  undo_of uuid unique references commentary_decision on delete cascade,
  decided_at timestamptz not null default now(),
  unique (commentary_id, n),
  check ((kind = 'undo') = (undo_of is not null)),
  check ((kind = 'schedule') = (due_at is not null))
);
create index commentary_decision_actor on commentary_decision (actor_id, decided_at, id);
create index commentary_decision_round on commentary_decision (round_id);
create index commentary_decision_submission on commentary_decision (submission_id);

grant update (state, next, stands_since) on commentary to glossator_app;
grant select, insert on commentary_submission, submission_part, commentary_round, commentary_reviewer,
  commentary_decision to glossator_app;
grant update (closed_at, cancelled_at) on commentary_round to glossator_app;
grant update (person_id, state, invited_at, answered_at, due_on, recommendation, to_editor, to_authors, recommended_at)
  on commentary_reviewer to glossator_app;
grant update (actor_id) on commentary_decision to glossator_app;
