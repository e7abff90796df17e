-- Files made from a release, kept so that they need not be made again. All of it can be.
create table release_file (
  id uuid primary key,
  release_id uuid not null references commentary_release on delete cascade,
  format text not null check (format in ('html', 'epub', 'tei', 'markdown', 'w3c', 'pdf')),
  -- Digest of all that it is made from: the release, its maker, the words that everybody may read.
  key text not null check (key ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('waiting', 'ready', 'failed')),
  asked_at timestamptz not null default now(),
  -- Parts of the release that are through, and how many there are.
  done integer not null default 0 check (done >= 0),
  total integer not null check (total >= 0),
  -- Of the whole, once it is there.
  size integer check (size >= 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  made_at timestamptz,
  check ((state = 'ready') = (size is not null)),
  check ((state = 'ready') = (sha256 is not null)),
  check ((state = 'ready') = (made_at is not null)),
  unique (release_id, format, key)
);
-- Those a worker owes, asked for when it starts.
create index release_file_waiting on release_file (asked_at) where state = 'waiting';

-- Its bytes, in order: sent one after the other, so that no file has to be held as a whole.
create table release_file_piece (
  file_id uuid not null references release_file on delete cascade,
  n integer not null check (n >= 0),
  bytes bytea not null,
  primary key (file_id, n)
);
alter table release_file_piece alter column bytes set storage external;

grant select, insert, delete on release_file, release_file_piece to glossator_app;
grant update (state, asked_at, done, total, size, sha256, made_at) on release_file to glossator_app;
