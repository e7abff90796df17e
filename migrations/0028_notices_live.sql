-- A person's streams hear that their notices have changed, and nothing more. What one transaction
-- says several times in the same words, PostgreSQL tells once.
create function tell_notices() returns trigger language plpgsql as $$
begin
  perform pg_notify('glossator_notices', t.person_id::text)
    from (select distinct person_id from touched) t;
  return null;
end $$;
create trigger notice_told_new after insert on notice
  referencing new table as touched for each statement execute function tell_notices();
create trigger notice_told_changed after update on notice
  referencing new table as touched for each statement execute function tell_notices();
