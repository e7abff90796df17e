/**
 * The part of a commentary that a thread `t` is about. Of what was withdrawn no words are told, and titles
 * are words of it. By primary keys and release_part_born.
 */
export const aboutPartSql = `(
  select json_build_object('slug', c.slug, 'number', r.major || '.' || r.minor, 'label', x.label,
    'title', coalesce(p.title, ''), 'withdrawn', r.withdrawn_at is not null,
    'titles', case when r.withdrawn_at is null then r.front -> 'titles' else '{}' end,
    'language', case when r.withdrawn_at is null then r.front ->> 'language' else '' end)
  from thread_part x
  join commentary c on c.id = x.commentary_id
  join commentary_release r on r.id = x.release_id
  left join release_part p on p.release_id = r.id and p.born = x.born and r.withdrawn_at is null
  where x.thread_id = t.id)`;
