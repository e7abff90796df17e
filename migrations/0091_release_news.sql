-- Who is told of a release of a text beside the authors of notes: who teaches with it, whose commentary
-- explains it, who follows it. One row for a person, a version and what of theirs it touches. Whether they may
-- know of that is asked each time it is shown or mailed.
create table release_news (
  person_id uuid not null references person,
  version_id integer not null references edition_version,
  cause text not null check (cause in ('assignment', 'commentary', 'work')),
  -- The assignment or the commentary; of what is followed nothing more is said.
  about text not null check ((about = '') = (cause = 'work')),
  at timestamptz not null default now(),
  read_at timestamptz,
  -- When its mail is due; null: it is written, or not wanted.
  mail_at timestamptz,
  primary key (person_id, version_id, cause, about)
);
create index release_news_unread on release_news (person_id, at) where read_at is null;
create index release_news_mail on release_news (mail_at) where mail_at is not null;
create index release_news_age on release_news (at);
create trigger release_news_told_new after insert on release_news
  referencing new table as touched for each statement execute function tell_notices();
create trigger release_news_told_changed after update on release_news
  referencing new table as touched for each statement execute function tell_notices();

grant select, insert, delete on release_news to glossator_app;
grant update (at, read_at, mail_at) on release_news to glossator_app;

-- What a release did to threads, one outcome after the other.
create index thread_fate_outcome on thread_fate (version_id, outcome, thread_id);
