-- The copies that texts were recovered from, and what was done to make the editions of them. Rows come
-- from shipped or imported releases only; the app role reads them.
create table witness (
  id integer generated always as identity primary key,
  work_id integer not null references work,
  -- How the work calls it: W0.
  name text not null,
  file text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  code_points integer not null check (code_points > 0),
  lines integer not null check (lines > 0),
  pages jsonb not null check (jsonb_typeof(pages) = 'array'),
  zones jsonb not null check (jsonb_typeof(zones) = 'array'),
  -- The copy itself: its sha256 is the one above.
  body text not null,
  unique (work_id, name),
  unique (work_id, sha256)
);

-- Where the words of an edition version stand in a copy: a row for each unbroken stretch of a segment.
create table witness_span (
  version_id integer not null references edition_version,
  uid text not null references unit,
  piece smallint not null,
  witness_id integer not null references witness,
  line integer not null,
  -- Code points of the whole copy.
  start_at integer not null,
  end_at integer not null check (end_at > start_at),
  primary key (version_id, uid, piece)
);

-- What stands in a copy and is no segment's text.
create table witness_remainder (
  witness_id integer not null references witness,
  start_at integer not null,
  end_at integer not null check (end_at > start_at),
  line integer not null,
  kind text not null check (kind in ('furniture', 'metadata', 'secondary-witness', 'structure')),
  class text not null,
  primary key (witness_id, start_at)
);

-- The operations in the order in which they were made: on the copy as such, or on an edition version.
create table witness_operation (
  id integer generated always as identity primary key,
  witness_id integer not null references witness,
  -- None where the operation is about the copy as such.
  version_id integer references edition_version,
  n integer not null,
  kind text not null,
  reason jsonb not null,
  changes jsonb not null check (jsonb_typeof(changes) = 'array'),
  unique nulls not distinct (witness_id, version_id, n)
);

grant select on witness, witness_span, witness_remainder, witness_operation to glossator_app;
