-- What one person did with notes, in order and some at a time: they may take all of it along.
drop index annotation_event_actor;
create index annotation_event_actor on annotation_event (actor_id, id);
