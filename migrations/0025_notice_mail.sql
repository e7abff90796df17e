-- Notices by mail: who wishes them how, and what is gathered for the next mail.

alter table account
  -- Nobody is sent what they did not ask for.
  add column notice_mail text not null default 'off'
    check (notice_mail in ('off', 'soon', 'daily', 'weekly')),
  add column time_zone text not null default 'UTC' check (char_length(time_zone) <= 64),
  add column notices_mailed_at timestamptz not null default '-infinity';
grant update (notice_mail, time_zone, notices_mailed_at) on account to glossator_app;

-- Whether what is followed is told by mail as well, where its follower has mail at all.
alter table follow add column mails boolean not null default true;
grant update (mails) on follow to glossator_app;

-- Handed to a server that has not answered yet: what must not be sent twice is not sent again.
alter table mail drop constraint mail_state_check;
alter table mail add constraint mail_state_check
  check (state in ('queued', 'sending', 'sent', 'failed'));

-- One person's next mail, from its first notice on.
create table mail_round (
  person_id uuid primary key references person on delete cascade,
  first_at timestamptz not null default now(),
  due_at timestamptz not null
);
create index mail_round_due on mail_round (due_at, person_id);

-- A notice that waits for a mail, or is in one that waits to be sent; it goes when that is settled.
create table mail_notice (
  person_id uuid not null,
  annotation_id uuid not null,
  -- The follow that tells of it; none where the note answers or calls the person.
  follow_id uuid references follow on delete cascade,
  -- None until it is gathered.
  mail_id uuid references mail on delete cascade,
  at timestamptz not null default now(),
  primary key (person_id, annotation_id),
  foreign key (person_id, annotation_id) references notice on delete cascade
);
-- Both serve as well what goes with a follow or a mail.
create index mail_notice_follow on mail_notice (follow_id) where follow_id is not null;
create index mail_notice_mail on mail_notice (mail_id) where mail_id is not null;
create index mail_notice_age on mail_notice (at);

grant select, insert, delete on mail_round, mail_notice to glossator_app;
grant update (due_at) on mail_round to glossator_app;
grant update (mail_id) on mail_notice to glossator_app;

-- At once: when nothing new has come for two minutes, or ten minutes after the first, and never within
-- ten minutes of the last mail. Else at seven in the morning, every day or on Mondays.
-- A zone that this server does not know must not keep everybody else from being told.
create function next_mail(choice text, zone text, first timestamptz, mailed timestamptz)
returns timestamptz language plpgsql stable as $$
declare
  span text := case choice when 'weekly' then 'week' else 'day' end;
  hour constant interval := '7 hours';
begin
  if choice = 'soon' then
    return greatest(
      least(first + interval '10 minutes', now() + interval '2 minutes'),
      mailed + interval '10 minutes');
  end if;
  return (date_trunc(span, first at time zone zone - hour) + ('1 ' || span)::interval + hour)
    at time zone zone;
exception when invalid_parameter_value then
  return (date_trunc(span, first at time zone 'UTC' - hour) + ('1 ' || span)::interval + hour)
    at time zone 'UTC';
end $$;
