-- What somebody is told of a class beside its notes: one row for a person, an assignment and a kind.
-- Whether they may know of it is asked each time it is shown or mailed.
create table class_news (
  person_id uuid not null references person,
  assignment_id uuid not null references assignment on delete cascade,
  kind text not null check (kind in ('published', 'opened', 'extended', 'contested', 'answered')),
  -- It is told from then on: what opens later waits until then.
  at timestamptz not null default now(),
  -- When it left their notices: it was opened, or all of them were read.
  read_at timestamptz,
  -- When its mail is due; null: it is written, or not wanted.
  mail_at timestamptz,
  primary key (person_id, assignment_id, kind)
);
create index class_news_assignment on class_news (assignment_id, kind);
create index class_news_unread on class_news (person_id, at) where read_at is null;
create index class_news_mail on class_news (mail_at) where mail_at is not null;
create index class_news_age on class_news (at);

create trigger class_news_told_new after insert on class_news
  referencing new table as touched for each statement execute function tell_notices();
create trigger class_news_told_changed after update on class_news
  referencing new table as touched for each statement execute function tell_notices();

grant select, insert, delete on class_news to glossator_app;
grant update (at, read_at, mail_at) on class_news to glossator_app;

-- Of what is between a student and the staff both are told, whatever they follow.
alter table notice drop constraint notice_reason_check;
alter table notice add constraint notice_reason_check check (reason in (
  'reply', 'mention', 'feedback', 'question', 'thread', 'clause', 'person', 'layer', 'work', 'decision'));
