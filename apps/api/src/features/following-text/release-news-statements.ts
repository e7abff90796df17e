import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { takeDue } from '../../db/take-due.ts';
import { mailAt } from './statements.ts';

/**
 * $1 version, $2 work, $3 units that changed, those around them too. Who teaches an assignment that sets one
 * of them; whose commentary stands on one, or refers to one; who follows one, or the work, and was not told by a note of
 * theirs. One row a release, however many editions it has; in the order of people, as they are locked
 * elsewhere. Indexes assignment_clause_uid, commentary_work, commentary_part_order, follow_target.
 */
export const tellOthers: Statement = {
  name: 'tell-others-of-release',
  text: `
    with touched (person_id, cause, about, mails) as (
      select m.person_id, 'assignment', s.id::text, true
      from (
        select distinct c.assignment_id from assignment_clause c where c.uid = any($3::text[])
      ) k
      join assignment s on s.id = k.assignment_id and s.work_id = $2
      join class g on g.id = s.class_id and g.archived_at is null
      join class_member m on m.class_id = g.id and m.state = 'active' and m.role <> 'student'
      union
      select a.person_id, 'commentary', c.id::text, true
      from commentary c
      join commentary_author a on a.commentary_id = c.id and a.state = 'active'
      where c.work_id = $2 and c.removed_at is null and exists (
        select from commentary_part p
        join commentary_revision r on r.part_id = p.id and r.number = p.version
        cross join jsonb_array_elements(r.places || r.refers) as q(at)
        where p.commentary_id = c.id and p.removed_at is null
          and (q.at ->> 'from' = any($3::text[]) or q.at ->> 'to' = any($3::text[])
            or q.at ->> 'from' <> q.at ->> 'to' and exists (
              select from unit f join unit t on t.uid = q.at ->> 'to'
              join unit x on x.work_id = $2 and x.ord between f.ord and t.ord
                and x.uid = any($3::text[])
              where f.uid = q.at ->> 'from')))
      union
      select f.person_id, 'work', '', bool_or(f.mails)
      from (
        select 'work' as kind, $2::integer::text as target
        union all select 'clause', u.uid from unnest($3::text[]) as u(uid)
      ) k
      join follow f on f.kind = k.kind and f.target = k.target and f.state = 'followed'
      where not exists (
        select from text_news n where n.person_id = f.person_id and n.at = now())
      group by f.person_id
    )
    insert into release_news (person_id, version_id, cause, about, mail_at)
    select p.id, $1, k.cause, k.about, case when k.mails then ${mailAt} end
    from touched k
    join person p on p.id = k.person_id and p.state = 'active'
    left join account c on c.person_id = p.id
    where not exists (
      select from release_news n
      where n.person_id = p.id and n.cause = k.cause and n.about = k.about and n.at = now())
    order by p.id, k.cause, k.about
    on conflict do nothing`,
};

/** Of a row `n`: whether they may know of it now. Primary keys. */
const known = `
  join edition_version v on v.id = n.version_id
  join edition e on e.id = v.edition_id
  join work w on w.id = e.work_id and w.standing = 'public'
  left join assignment s on s.id = case n.cause when 'assignment' then n.about::uuid end
  left join class g on g.id = s.class_id
  left join commentary c on c.id = case n.cause when 'commentary' then n.about::uuid end
    and c.removed_at is null`;
const mayKnow = `case n.cause
  when 'assignment' then exists (
    select from class_member m where m.class_id = s.class_id and m.person_id = n.person_id
      and m.state = 'active' and m.role <> 'student')
  when 'commentary' then exists (
    select from commentary_author a where a.commentary_id = c.id and a.person_id = n.person_id
      and a.state = 'active')
  else true end`;

const told = `
  n.cause, w.slug as work, w.titles as "workTitle", v.edition_id as edition, v.version,
  (select b.version from edition_version b where b.edition_id = v.edition_id and b.ord < v.ord
    order by b.ord desc limit 1) as base,
  g.id as class, coalesce(g.name, '') as "className", nullif(n.about, '') as about,
  coalesce(s.title, c.title, '') as title, ${iso('n.at')} as told`;

/** $1 person, $2 how many. Index release_news_unread. */
export const unreadReleases: Statement = {
  name: 'release-news-unread',
  text: `
    select ${told}
    from release_news n ${known}
    where n.person_id = $1 and n.read_at is null and ${mayKnow}
    order by n.at desc, n.version_id, n.cause, n.about
    limit $2`,
};

/** Of person $1, at most $4: a part of the number of what waits. Index release_news_unread. */
export const countReleasesSql = `
  select count(*) from (
    select from release_news n ${known}
    where n.person_id = $1 and n.read_at is null and ${mayKnow} limit $4) r`;

/**
 * $1 person, $2 edition, $3 version, $4 cause, $5 what of theirs it touches. One of them is looked at; nothing
 * where they may not know of it. Primary keys.
 */
export const readRelease: Statement = {
  name: 'release-news-read-one',
  text: `
    with found as (
      select n.version_id, ${told}
      from release_news n ${known}
      where n.person_id = $1 and n.version_id = (
          select id from edition_version where edition_id = $2 and version = $3)
        and n.cause = $4 and n.about = $5 and ${mayKnow}
    ), marked as (
      update release_news n set read_at = now() from found f
      where n.person_id = $1 and n.version_id = f.version_id and n.cause = $4 and n.about = $5
        and n.read_at is null
    )
    select cause, work, "workTitle", edition, version, base, class, "className", about, title, told
    from found`,
};

/** $1 person, $2 moment. Index release_news_unread. */
export const readReleases: Statement = {
  name: 'release-news-read',
  text: `
    update release_news set read_at = now()
    where person_id = $1 and read_at is null and at <= least($2::timestamptz, now())`,
};

/** All that is due to one person, once, by one process; null where it is not to be told any more. Index release_news_mail. */
export const releaseMailDue: Statement = {
  name: 'release-news-mail',
  text: `${takeDue('release_news')}
    select ${told},
      case when a.person_id is not null and n.read_at is null and ${mayKnow} then
        json_build_object('email', a.email, 'key', a.email_key, 'locale', a.locale) end as to
    from taken n ${known}
    left join account a on a.person_id = n.person_id and a.notice_mail <> 'off'
    order by n.at, n.version_id, n.cause, n.about`,
};

/** $1 person. Primary key. */
export const dropReleaseNews: Statement = {
  name: 'erase-release-news',
  text: 'delete from release_news where person_id = $1',
};

/** Index release_news_age. */
export const dropOldReleases: Statement = {
  name: 'release-news-drop-old',
  text: "delete from release_news where at < now() - interval '90 days'",
};
