-- The clauses that the words of a part refer to, as a reader of its words finds them: from one unit to another.
-- Whoever writes is told when they change.
alter table commentary_revision add column refers jsonb not null default '[]'
  check (jsonb_typeof(refers) = 'array');

-- What was saved before, by the references as they are written; one in code counts as well until it is saved again.
create function pg_temp.named(work integer, address text) returns text language sql stable as $$
  select coalesce(
    (select uid from unit where work_id = work and path = address and status = 'live'),
    (select u.uid from unit_alias a join unit u on u.uid = a.uid and u.status = 'live'
      where a.work_id = work and a.path = address limit 1))
$$;
-- The end of a range is the last of what stands there.
create function pg_temp.end_of(work integer, address text) returns text language sql stable as $$
  select coalesce(
    (select uid from unit where work_id = work and status = 'live' and kind in ('heading', 'sentence')
      and (path = address or path like address || '.%') order by ord desc limit 1),
    pg_temp.named(work, address))
$$;
update commentary_revision r set refers = f.refers
from (
  select k.part_id, k.number,
    jsonb_agg(distinct jsonb_build_object('from', k.start, 'to', k.ending)) as refers
  from (
    select v.part_id, v.number, pg_temp.named(c.work_id, m.words[2]) as start,
      case when m.words[3] is null then pg_temp.named(c.work_id, m.words[2])
        else pg_temp.end_of(c.work_id, m.words[3]) end as ending
    from commentary_revision v
    join commentary_part p on p.id = v.part_id
    join commentary c on c.id = p.commentary_id
    join work w on w.id = c.work_id
    cross join lateral regexp_matches(v.body,
      '\[\[(?:([a-z0-9-]{1,64})/)?(\d[0-9a-z.]{0,79})(?:-(\d[0-9a-z.]{0,79}))?\]\]', 'g') as m(words)
    where coalesce(m.words[1], w.slug) = w.slug
  ) k
  where k.start is not null and k.ending is not null
  group by k.part_id, k.number
) f
where r.part_id = f.part_id and r.number = f.number;
drop function pg_temp.end_of(integer, text);
drop function pg_temp.named(integer, text);
