-- What readers say about a part of a release is found with it in every later one.

-- Where a part was first published: number of that release, and its own number in it. Made from the
-- documents alone, in their order; see decision 0051.
alter table release_part add column born text check (born ~ '^\d+\.\d+#\d+$');
update release_part p set born = (
  select f.major || '.' || f.minor || '#' || q.n
  from commentary_release r
  join commentary_release f on f.commentary_id = r.commentary_id and (f.major, f.minor) <= (r.major, r.minor)
  join release_part q on q.release_id = f.id and q.kind = p.kind
  where r.id = p.release_id
    and (f.id = r.id and q.n = p.n or p.label <> '' and q.label = p.label or p.kind = 'introduction')
  order by f.major, f.minor, q.n = p.n desc limit 1);
alter table release_part alter column born set not null;
create unique index release_part_born on release_part (release_id, born);

-- A thread that stands on a clause is about a part as well, which stands there.
create table thread_part (
  thread_id uuid primary key references thread on delete cascade,
  commentary_id uuid not null references commentary on delete cascade,
  born text not null check (born ~ '^\d+\.\d+#\d+$'),
  -- In which it was read when the thread was begun.
  release_id uuid not null references commentary_release on delete cascade,
  -- As it was called there: of what is withdrawn there is no part any more that says it.
  label text not null check (label <> '')
);
-- What is said of a part, in the order in which it was begun.
create index thread_part_part on thread_part (commentary_id, born, thread_id);
create index thread_part_release on thread_part (release_id);

grant select, insert, delete on thread_part to glossator_app;
