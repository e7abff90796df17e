-- A text that somebody brings is published in the background. What they declare of it waits with it,
-- and stays where publishing failed, so that it can be sent again.
alter table text_import
  drop constraint text_import_state_check,
  add constraint text_import_state_check
    check (state in ('reading', 'failed', 'ready', 'publishing', 'published')),
  add declared jsonb not null default '{}' check (jsonb_typeof(declared) = 'object'),
  -- Why it was not published; empty where nothing went wrong.
  add publish_fault text not null default '' check (publish_fault in ('', 'too-much', 'broken')),
  add check (state <> 'publishing' or (declared <> '{}' and publish_fault = ''));
drop index text_import_reading;
create index text_import_waiting on text_import (id) where state in ('reading', 'publishing');
grant update (declared, publish_fault) on text_import to glossator_app;
