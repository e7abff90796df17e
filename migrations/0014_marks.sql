-- The newest threads of a work in each layer that a reader sees, wherever they stand in the text.
create index thread_work on thread (work_id, layer_id, created_at, id);
