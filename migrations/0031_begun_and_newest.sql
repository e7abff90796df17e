-- The version of the note that a draft of an edit was begun from; 0 where it is of something new. One
-- who goes on with a draft later is told when the note has changed since.
alter table draft add column begun integer not null default 0 check (begun >= 0);
grant update (begun) on draft to glossator_app;

-- The newest threads of a layer in any work: whose notes and which tags complete a search.
create index thread_newest on thread (layer_id, created_at, id);
drop index thread_layer;
