-- What an author sees of what waits, and how they are told what was decided.

-- Whose it is, so that one's own are found without going through every note.
alter table proposed_revision add column author_id uuid references person;
update proposed_revision p set author_id = a.author_id from annotation a where a.id = p.annotation_id;
alter table proposed_revision alter column author_id set not null;
create index proposed_revision_own on proposed_revision (author_id, written_at, annotation_id);

-- Of one's own note one is told what was decided on it, each time anew.
alter table notice drop constraint notice_reason_check;
alter table notice add constraint notice_reason_check check (
  reason in ('reply', 'mention', 'thread', 'clause', 'person', 'layer', 'work', 'decision'));
grant update (created_at) on notice to glossator_app;

-- What a mail of a decision tells: it is written when it is sent.
create table decision_mail (
  mail_id uuid primary key references mail on delete cascade,
  decision_id uuid not null references decision on delete cascade
);
create index decision_mail_decision on decision_mail (decision_id);
grant select, insert, delete on decision_mail to glossator_app;
