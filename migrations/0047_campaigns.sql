-- Notes that say nearly the same, by whomever: found by the bands of their fingerprints, shown once in
-- the queue and decided together.
create table case_group (
  key uuid primary key,
  work_id integer not null references work,
  -- The case it began with, and the fingerprint that all others are near to.
  founder uuid not null,
  fingerprint integer[] not null,
  version smallint not null,
  -- Whether another has come: until then its one case stands for itself.
  is_shared boolean not null default false,
  made_at timestamptz not null default now()
);
create index case_group_age on case_group (made_at);
create index case_group_shared on case_group (work_id, key) where is_shared;
create table case_group_band (
  work_id integer not null,
  band text not null,
  key uuid not null references case_group on delete cascade,
  primary key (work_id, band, key)
);
create index case_group_band_of on case_group_band (key);

alter table moderation_case
  drop column group_key,
  add column group_key uuid references case_group on delete set null;
-- Serves a group: by priority, oldest first.
create index moderation_case_group on moderation_case (group_key, state, priority desc, opened_at, id)
  where group_key is not null;
-- Serves the queue: of one work, oldest first within priority, and what stands for itself.
drop index moderation_case_queue;
create index moderation_case_queue on moderation_case (work_id, priority desc, opened_at, id)
  where state = 'open' and group_key is null;
create index moderation_case_count on moderation_case (work_id, kind, opened_at) where state = 'open';

-- What moderators said of a note goes with what its author wrote.
grant update (reason) on annotation_event to glossator_app;

grant select, insert, delete on case_group, case_group_band to glossator_app;
grant update (is_shared) on case_group to glossator_app;
grant update (group_key) on moderation_case to glossator_app;
