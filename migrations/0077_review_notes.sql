-- What reviewers and editors write in the margin of what a round is about, and what authors answer.

create table review_thread (
  id uuid primary key,
  round_id uuid not null references commentary_round on delete cascade,
  part_id uuid not null,
  -- As it was handed in for the round: it never changes.
  revision integer not null,
  -- Nobody, where an editor began it.
  reviewer_id uuid references commentary_reviewer on delete cascade,
  -- Whether authors are ever told.
  audience text not null check (audience in ('authors', 'editors')),
  -- Words of the part as it is read, every run of white space as one space: code points, and the words with
  -- what is around them, because another renderer may count otherwise. Nothing: the part as a whole.
  start_at integer check (start_at >= 0),
  end_at integer,
  exact text not null default '' check (char_length(exact) <= 5000),
  prefix text not null default '' check (char_length(prefix) <= 32),
  suffix text not null default '' check (char_length(suffix) <= 32),
  -- When authors said that they have dealt with it.
  settled_at timestamptz,
  foreign key (part_id, revision) references commentary_revision on delete cascade,
  check ((start_at is null) = (end_at is null) and (start_at is null) = (exact = '') and start_at < end_at)
);
create index review_thread_round on review_thread (round_id, part_id, id);
create index review_thread_revision on review_thread (part_id, revision);
create index review_thread_reviewer on review_thread (reviewer_id);

create table review_note (
  id uuid primary key,
  thread_id uuid not null references review_thread on delete cascade,
  n integer not null check (n >= 1),
  -- In which it was written: the decision on it tells the authors.
  round_id uuid not null references commentary_round on delete cascade,
  written_as text not null check (written_as in ('reviewer', 'editor', 'author')),
  -- Nobody, where they have gone.
  author_id uuid references person,
  body text not null check (char_length(body) between 1 and 5000),
  version integer not null default 1 check (version >= 1),
  -- Made with the form: sending twice makes one note.
  post_key uuid not null,
  -- Since when authors may read it, for good: taking the decision back does not make it unread.
  told_at timestamptz,
  -- By whoever wrote it, before anybody was told.
  removed_at timestamptz,
  written_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  unique (thread_id, n),
  unique (author_id, post_key),
  check (told_at is null or removed_at is null)
);
create index review_note_round on review_note (round_id, author_id);
create index review_note_author on review_note (author_id, written_at, id);

grant select, insert on review_thread, review_note to glossator_app;
grant update (audience, settled_at) on review_thread to glossator_app;
grant update (author_id, body, version, told_at, removed_at, changed_at) on review_note to glossator_app;
