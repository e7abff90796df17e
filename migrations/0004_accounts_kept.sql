-- Whom a mail concerns, which invitation a registration leans on, and nothing new by an erased person.

-- The address in lower case, so that erasing a person finds every mail to them.
alter table mail add column recipient_key text not null default '';
alter table mail alter column recipient_key drop default;
create index mail_recipient on mail (recipient_key);

-- An invitation is used up when the registration is confirmed: a mistyped address does not lose it,
-- and of two registrations that lean on it the first confirmed wins.
alter table registration add column invitation_hash bytea;

-- A request that was under way while its person was erased must leave nothing behind. The key share
-- lock waits for the erasing transaction, and the name it reads afterwards is the erased one.
create function refuse_erased() returns trigger language plpgsql as $$
declare
  writer uuid;
begin
  if tg_table_name = 'annotation' then writer := new.author_id;
  elsif tg_table_name = 'layer' then writer := new.owner_id;
  else writer := new.person_id;
  end if;
  if writer is null then return new; end if;
  perform 1 from person where id = writer and state = 'active' for key share;
  if not found then
    raise exception 'an erased person writes nothing' using errcode = '23514', constraint = 'writer_active';
  end if;
  return new;
end $$;
create trigger annotation_writer before insert on annotation
  for each row execute function refuse_erased();
create trigger layer_writer before insert on layer
  for each row execute function refuse_erased();
create trigger draft_writer before insert on draft
  for each row execute function refuse_erased();
create trigger session_writer before insert on session
  for each row execute function refuse_erased();
