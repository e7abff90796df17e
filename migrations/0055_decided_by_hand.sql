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
