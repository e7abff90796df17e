-- The limits of a rule and who changed it last; lists of words that hold a note.
alter table hold_rule
  add column newcomer_links smallint not null default 2 check (newcomer_links between 0 and 100),
  add column max_links smallint not null default 10 check (max_links between 0 and 1000),
  add column max_length smallint not null default 8000 check (max_length between 100 and 20000),
  add column refusal_percent smallint not null default 30 check (refusal_percent between 1 and 100),
  -- A change must name the one it was made on.
  add column version integer not null default 1 check (version >= 1),
  -- Null where the machine's own programs set it.
  add column changed_by uuid references person;

create table word_list (
  id uuid primary key,
  -- Null for a list that holds on every work.
  work_id integer references work,
  name text not null check (char_length(name) between 1 and 80),
  words text[] not null check (cardinality(words) between 1 and 2000),
  -- Whether authors are told which of its words their note has.
  is_told boolean not null,
  -- Whether it holds also where notes are published at once.
  holds_in_publish boolean not null,
  version integer not null default 1 check (version >= 1),
  changed_at timestamptz not null default now(),
  changed_by uuid references person
);
-- Serves the lists of a work, and those of all works.
create index word_list_work on word_list (work_id);

grant update (newcomer_links, max_links, max_length, refusal_percent, version, changed_by)
  on hold_rule to glossator_app;
grant select, insert, delete on word_list to glossator_app;
grant update (name, words, is_told, holds_in_publish, version, changed_at, changed_by)
  on word_list to glossator_app;
