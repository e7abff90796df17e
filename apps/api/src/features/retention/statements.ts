import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** When what the class of alias `c` holds is deleted: as the last day ends where it is. */
export const endsAt = '((c.keep_until + 1)::timestamp at time zone c.zone)';

/** $1 class, $2 days at least, $3 years at most. Primary key; index assignment_class. */
export const keepOf: Statement = {
  name: 'retention-keep',
  text: `
    select c.keep_until::text as until, c.keep_version as version, ${iso(endsAt)} as ends,
      ${iso('now()')} as now, ${iso('(now() + make_interval(days => $2::integer))')} as soonest,
      ${iso('(now() + make_interval(years => $3::integer))')} as latest, ${iso('l.at')} as last
    from class c
    cross join lateral (
      select max(greatest(s.opens_at, s.due_at, s.closes_at, g.release_at,
        case when s.gate = 'time' then s.gate_at end,
        (select max(greatest(x.due_at, x.closes_at)) from assignment_extension x
          where x.assignment_id = s.id))) as at
      from assignment s left join assignment_grading g on g.assignment_id = s.id
      where s.class_id = c.id) l
    where c.id = $1`,
};

/** $1 class. Beside others who set work in it, and not while its day is set. */
export const shareClass: Statement = {
  name: 'retention-share',
  text: 'select from class where id = $1 for share',
};

/** $1 class, $2 day. Whoever was warned of another day is warned anew. */
export const setKeep: Statement = {
  name: 'retention-set',
  text: `
    with unwarned as (delete from class_warning where class_id = $1)
    update class set keep_until = $2, keep_version = keep_version + 1, warned_days = null
    where id = $1`,
};

/** $1 id, $2 class, $3 who, $4 day before, $5 day now. */
export const tellKeep: Statement = {
  name: 'retention-tell',
  text: `
    insert into class_event (id, class_id, actor_id, what, detail)
    values ($1, $2, $3, 'keep-set', json_build_object('from', $4::date, 'until', $5::date))`,
};

/** $1 class. The newest first. Index class_event_keep. */
export const keepChanges: Statement = {
  name: 'retention-changes',
  text: `
    select ${iso('e.at')} as at, coalesce(p.name, '') as by, e.detail->>'from' as "from",
      e.detail->>'until' as until
    from class_event e left join person p on p.id = e.actor_id
    where e.class_id = $1 and e.what = 'keep-set'
    order by e.at desc, e.id desc limit 20`,
};
