-- What moderators decide of their own accord, beside the queue: a case of its own that is decided as it
-- is opened, so that its author is told, may appeal, and it can be taken back. It waits for nobody.
alter table moderation_case
  drop constraint moderation_case_kind_check,
  add constraint moderation_case_kind_check check (kind in ('held', 'edit', 'flagged', 'appeal', 'staff'));

alter table decision
  drop constraint decision_action_check,
  add constraint decision_action_check check (
    action in ('approve', 'return', 'refuse', 'keep', 'hide', 'unhide', 'uphold', 'overturn')),
  drop constraint decision_check1,
  add constraint decision_said check (
    (reason = '') = (action in ('approve', 'keep', 'unhide', 'overturn')));

-- Nobody sent it in and nobody reported it: it is told among the decisions alone.
drop trigger moderation_case_counted on moderation_case;
create trigger moderation_case_counted after insert on moderation_case
  for each row when (new.kind <> 'staff') execute function case_counted();

-- What came of a report stands among the notices: whoever made it hears so at once, as of any notice.
create function tell_outcome() returns trigger language plpgsql as $$
begin
  perform pg_notify('glossator_notices', new.person_id::text);
  return null;
end $$;
create trigger flag_outcome_told after update of told_at, read_at on flag
  for each row when (old.told_at is distinct from new.told_at or old.read_at is distinct from new.read_at)
  execute function tell_outcome();
