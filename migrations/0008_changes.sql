-- The log of changes to notes, written in the transaction that makes them: what live streams and
-- followers are told from. It means something in this cluster alone (xid), so it stands in a schema
-- of its own that no back-up carries.
create schema live;

create table live.change (
  id bigint generated always as identity primary key,
  -- Transactions commit in another order than they take numbers: a reader goes by (xid, id) and
  -- stops before the oldest transaction still running, so that none is passed by.
  xid xid8 not null default pg_current_xact_id(),
  work_id integer not null,
  layer_id integer not null,
  thread_id uuid not null,
  annotation_id uuid not null,
  what text not null check (what in ('new', 'edited', 'state', 'resolution', 'moved')),
  at timestamptz not null default now()
);
create index change_order on live.change (xid, id);
create index change_age on live.change (at);

-- Another number after a restore: places in another log mean nothing here.
create table live.epoch (
  id boolean primary key default true check (id),
  number uuid not null default gen_random_uuid(),
  -- Up to here the log has been thrown away.
  dropped_xid xid8 not null default '0',
  dropped_id bigint not null default 0
);
insert into live.epoch default values;

create function log_annotation() returns trigger language plpgsql as $$
begin
  insert into live.change (work_id, layer_id, thread_id, annotation_id, what)
    select t.work_id, t.layer_id, t.id, new.id,
      case when tg_op = 'INSERT' then 'new' when new.state <> old.state then 'state' else 'edited' end
    from thread t where t.id = new.thread_id;
  perform pg_notify('glossator_change', '');
  return null;
end $$;
create trigger annotation_logged_new after insert on annotation
  for each row execute function log_annotation();
create trigger annotation_logged after update of version, state on annotation
  for each row when (old.version <> new.version or old.state <> new.state)
  execute function log_annotation();

create function log_thread() returns trigger language plpgsql as $$
begin
  -- A thread that moves is told of in both layers: it goes from one and comes to the other.
  insert into live.change (work_id, layer_id, thread_id, annotation_id, what)
    select new.work_id, l.id, new.id, a.id,
      case when old.layer_id = new.layer_id then 'resolution' else 'moved' end
    from annotation a
    cross join lateral (select old.layer_id as id union select new.layer_id) l
    where a.thread_id = new.id and a.parent_id is null
    order by l.id;
  perform pg_notify('glossator_change', '');
  return null;
end $$;
create trigger thread_logged after update of resolution, layer_id on thread
  for each row when (old.resolution <> new.resolution or old.layer_id <> new.layer_id)
  execute function log_thread();

-- Whoever may have lost or gained a right: streams read their session anew.
create function tell_session_ended() returns trigger language plpgsql as $$
begin
  perform pg_notify('glossator_rights', old.person_id::text);
  return null;
end $$;
create trigger session_told after delete on session
  for each row execute function tell_session_ended();

create function tell_role_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('glossator_rights', coalesce(new.person_id, old.person_id)::text);
  return null;
end $$;
create trigger site_role_told after insert or update or delete on site_role
  for each row execute function tell_role_changed();

create function tell_person_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('glossator_rights', new.id::text);
  return null;
end $$;
create trigger person_told after update of state on person
  for each row when (old.state <> new.state) execute function tell_person_changed();

create function tell_layer_made() returns trigger language plpgsql as $$
begin
  perform pg_notify('glossator_rights', new.owner_id::text);
  return null;
end $$;
create trigger layer_told after insert on layer
  for each row when (new.owner_id is not null) execute function tell_layer_made();

grant usage on schema live to glossator_app;
grant select, insert, delete on live.change to glossator_app;
grant select, update (dropped_xid, dropped_id) on live.epoch to glossator_app;
