-- Notes that are taken into a commentary, as a quotation, with the consent of who wrote them.

create table promotion (
  id uuid primary key,
  commentary_id uuid not null references commentary on delete cascade,
  -- By which its parts quote it: `[[quote:3]]`.
  n integer not null check (n >= 1),
  -- The note, which stays where it is; nothing once it is gone.
  annotation_id uuid references annotation on delete set null,
  -- Who wrote it, and is asked; nobody, where they have gone.
  author_id uuid references person,
  asked_by uuid references person,
  message text not null default '' check (char_length(message) <= 2000),
  asked_at timestamptz not null default now(),
  state text not null default 'asked' check (state in ('asked', 'consented', 'refused', 'cancelled')),
  answered_at timestamptz,
  -- How its author is named, and as what; what was consented to is kept as it was then.
  how text check (how in ('name', 'pseudonym', 'anonymous')),
  credit text not null default '' check (char_length(credit) <= 200),
  words text not null default '',
  written_at timestamptz,
  check ((state = 'consented') = (how is not null)),
  check (coalesce(how in ('name', 'pseudonym'), false) = (credit <> '')),
  check (state = 'consented' or words = ''),
  check ((how is null) = (written_at is null)),
  unique (commentary_id, n),
  -- Whoever has answered is not asked again.
  unique (commentary_id, annotation_id)
);
-- What somebody is asked for, and what they asked for, the newest first.
create index promotion_author on promotion (author_id, asked_at desc, id desc);
create index promotion_asked_by on promotion (asked_by, asked_at desc, id desc);
create index promotion_annotation on promotion (annotation_id);

-- The releases that quote it: from then on it is agreed for good.
create table promotion_use (
  promotion_id uuid not null references promotion on delete cascade,
  release_id uuid not null references commentary_release on delete cascade,
  primary key (promotion_id, release_id)
);
create index promotion_use_release on promotion_use (release_id);

grant select, insert on promotion, promotion_use to glossator_app;
grant update (author_id, asked_by, message, asked_at, state, answered_at, how, credit, words, written_at)
  on promotion to glossator_app;
