-- What was read of a docx that somebody means to take into a commentary. Nothing of it is in the
-- commentary before they confirm, and it is thrown away some days after it came in.
create table commentary_docx (
  id uuid primary key,
  commentary_id uuid not null references commentary on delete cascade,
  made_by uuid not null references person,
  made_at timestamptz not null default now(),
  file_name text not null check (char_length(file_name) <= 200),
  -- What does not come over as it was, with how often.
  notices jsonb not null check (jsonb_typeof(notices) = 'array'),
  unique (commentary_id, made_by)
);
create index commentary_docx_maker on commentary_docx (made_by, id);
create index commentary_docx_age on commentary_docx (made_at);

create table commentary_docx_part (
  docx_id uuid not null references commentary_docx on delete cascade,
  -- In the list of its author: those without a place first.
  n integer not null check (n >= 1),
  -- In the file.
  stands integer not null check (stands >= 1),
  heading text not null,
  label text not null check (label = '' or label ~ '^[A-Za-z0-9][A-Za-z0-9.-]{0,11}$'),
  title text not null check (char_length(title) <= 300),
  body text not null,
  words integer not null check (words >= 0),
  notes integer not null check (notes >= 0),
  opening text not null,
  problem text not null
    check (problem in ('none', 'no-place', 'bare-number', 'unknown-address', 'second-introduction')),
  -- Code points beyond what a part may have.
  over integer not null check (over >= 0),
  is_dense boolean not null,
  -- What it becomes, and the addresses where it would stand.
  kind text not null check (kind in ('left-out', 'introduction', 'essay', 'entry')),
  at text[] not null,
  check (over = 0 or kind = 'left-out'),
  primary key (docx_id, n)
);

grant select, insert, delete on commentary_docx to glossator_app;
grant select, insert on commentary_docx_part to glossator_app;
grant update (kind, at) on commentary_docx_part to glossator_app;
