-- Published notes of the public layer of each work, oldest first: what other programs are given, the
-- same for everybody. Kept by triggers, so that no list of it reads the notes of other works.
create table public_note (
  work_id integer not null references work,
  created_at timestamptz not null,
  annotation_id uuid not null references annotation on delete cascade,
  primary key (work_id, created_at, annotation_id)
);
create unique index public_note_annotation on public_note (annotation_id);

-- How many there are. In sixteen parts, so that those who write to one work do not wait for each other.
create table public_tally (
  work_id integer not null references work,
  part smallint not null check (part between 0 and 15),
  notes integer not null check (notes >= 0),
  primary key (work_id, part)
);

create function tally_public() returns trigger language plpgsql as $$
declare
  entry record := case when tg_op = 'INSERT' then new else old end;
  change integer := case when tg_op = 'INSERT' then 1 else -1 end;
begin
  insert into public_tally as t (work_id, part, notes)
    values (entry.work_id, get_byte(uuid_send(entry.annotation_id), 15) & 15, greatest(change, 0))
    on conflict (work_id, part) do update set notes = t.notes + change;
  return null;
end $$;
create trigger public_note_tallied after insert or delete on public_note
  for each row execute function tally_public();

create function keep_public() returns trigger language plpgsql as $$
begin
  if new.state = 'published' then
    insert into public_note (work_id, created_at, annotation_id)
      select t.work_id, new.created_at, new.id
      from thread t join layer l on l.id = t.layer_id and l.kind = 'public'
      where t.id = new.thread_id
      on conflict do nothing;
  else
    delete from public_note where annotation_id = new.id;
  end if;
  return null;
end $$;
create trigger annotation_public after insert on annotation
  for each row execute function keep_public();
create trigger annotation_public_state after update of state on annotation
  for each row when (old.state <> new.state) execute function keep_public();

create function move_public() returns trigger language plpgsql as $$
begin
  if exists (select from layer where id = new.layer_id and kind = 'public') then
    insert into public_note (work_id, created_at, annotation_id)
      select new.work_id, a.created_at, a.id from annotation a
      where a.thread_id = new.id and a.state = 'published'
      on conflict do nothing;
  else
    delete from public_note p using annotation a
      where a.thread_id = new.id and p.annotation_id = a.id;
  end if;
  return null;
end $$;
create trigger thread_public after update of layer_id on thread
  for each row when (old.layer_id <> new.layer_id) execute function move_public();

insert into public_note (work_id, created_at, annotation_id)
  select t.work_id, a.created_at, a.id
  from annotation a
  join thread t on t.id = a.thread_id
  join layer l on l.id = t.layer_id and l.kind = 'public'
  where a.state = 'published';

grant select, insert, delete on public_note to glossator_app;
grant select, insert on public_tally to glossator_app;
grant update (notes) on public_tally to glossator_app;
