import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { takeDue } from '../../db/take-due.ts';

/** A fate `f` of a thread `t` whose note stands and whose author has not answered. */
const open = `f.answer = 'none' and f.outcome <> 'carried'
  and exists (select from annotation r where r.thread_id = t.id and r.parent_id is null
    and r.state not in ('deleted', 'erased'))`;

const passages = (version: string, uids: string): string => `
  coalesce((
    select json_agg(json_build_object('address', u.path, 'text', s.reading) order by u.ord)
    from segment_text s join unit u on u.uid = s.uid
    where s.version_id = ${version} and s.uid = any(${uids}) and s.reading is not null), '[]')`;

/**
 * $1 person, $2 to $4 place, $5 how many. Of an edition that may not be read no words are told. Index
 * thread_author, primary keys of thread_fate, thread_locus and fate_locus.
 */
export const openChanges: Statement = {
  name: 'open-text-changes',
  text: `
    with mine as (
      select t.id, t.from_uid, t.to_uid, t.work_id, t.created_at, f.version_id, f.base_id, f.outcome,
        f.reason, f.from_uid as was_from, f.to_uid as was_to, f.at
      from thread t join thread_fate f on f.thread_id = t.id
      where t.author_id = $1 and ${open} and (t.created_at, t.id, f.version_id) < ($2::timestamptz, $3::uuid, $4::integer)
      order by t.created_at desc, t.id desc, f.version_id desc limit $5
    )
    select m.id as thread, a.id as note, w.slug as work, e.id as edition, e.lang, v.version,
      b.version as base, m.outcome, m.reason, ${iso('m.at')} as told, ${iso('m.created_at')} as created,
      m.version_id,
      case when m.was_from = m.was_to then fu.path else fu.path || '-' || tu.path end as address,
      coalesce(r.html, '') as html, e.access = 'withheld' as withheld,
      case when e.access = 'withheld' then '{}' else array(
        select c.exact from thread_locus c
        join edition_version x on x.id = c.version_id and x.edition_id = e.id
        where c.thread_id = m.id and c.exact <> '' order by c.n) end as words,
      case when e.access = 'withheld' then '[]' else coalesce((
        select json_agg(json_build_object('address', u.path, 'text', c.exact) order by c.n)
        from fate_locus c join unit u on u.uid = c.uid
        where c.thread_id = m.id and c.version_id = m.version_id and c.side = 'new'
          and c.exact <> ''), '[]') end as now,
      case when e.access = 'withheld' then '[]' else ${passages('m.base_id', 'k.uids')} end as before,
      case when e.access = 'withheld' then '[]' else ${passages('m.version_id', 'k.uids')} end as after
    from mine m
    join work w on w.id = m.work_id
    join edition_version v on v.id = m.version_id
    join edition e on e.id = v.edition_id
    join edition_version b on b.id = m.base_id
    join unit fu on fu.uid = m.was_from
    join unit tu on tu.uid = m.was_to
    join annotation a on a.thread_id = m.id and a.parent_id is null
    left join revision r on r.annotation_id = a.id and r.number = a.version
    cross join lateral (
      select array(
        select x.uid from (
          select p.uid from thread_place p where p.thread_id = m.id
          union select c.uid from thread_locus c where c.thread_id = m.id
          union select c.uid from fate_locus c where c.thread_id = m.id and c.version_id = m.version_id
        ) x
        left join segment_text o on o.version_id = m.base_id and o.uid = x.uid
        left join segment_text n on n.version_id = m.version_id and n.uid = x.uid
        where o.sha256 is distinct from n.sha256
        limit 20) as uids
    ) k
    order by m.created_at desc, m.id desc, m.version_id desc`,
};

/** $1 person, $2 thread, $3 edition, $4 version. Locked, so that two answers are one. Primary keys. */
export const fateToAnswer: Statement = {
  name: 'text-change-to-answer',
  text: `
    select f.version_id as version, f.outcome, f.answer, t.target_kind as kind
    from thread t
    join thread_fate f on f.thread_id = t.id
    join edition_version v on v.id = f.version_id and v.edition_id = $3 and v.version = $4
    where t.id = $2 and t.author_id = $1
      and exists (select from annotation r where r.thread_id = t.id and r.parent_id is null
        and r.state not in ('deleted', 'erased'))
    for update of f`,
};

/** $1 thread, $2 version, $3 answer. */
export const answerFate: Statement = {
  name: 'answer-text-change',
  text: `
    update thread_fate set answer = $3, answered_at = now()
    where thread_id = $1 and version_id = $2`,
};

/**
 * $1 thread, $2 version. The words it stood on are kept beside what became of it, and those that its author
 * confirms become the thread's.
 */
export const confirmLoci: readonly Statement[] = [
  {
    name: 'confirm-keep-old-words',
    text: `
      insert into fate_locus (thread_id, version_id, side, n, text_version_id, uid, start_at, end_at,
        exact, prefix, suffix)
      select c.thread_id, $2, 'old', c.n, c.version_id, c.uid, c.start_at, c.end_at, c.exact, c.prefix,
        c.suffix
      from thread_locus c
      join edition_version v on v.id = c.version_id
      join edition_version now_v on now_v.id = $2 and now_v.edition_id = v.edition_id
      where c.thread_id = $1
        and exists (select from fate_locus f where f.thread_id = $1 and f.version_id = $2
          and f.side = 'new')`,
  },
  {
    name: 'confirm-drop-words',
    text: `
      delete from thread_locus c using fate_locus f
      where c.thread_id = $1 and f.thread_id = $1 and f.version_id = $2 and f.side = 'old'
        and c.n = f.n`,
  },
  {
    name: 'confirm-new-words',
    text: `
      insert into thread_locus (thread_id, n, version_id, uid, start_at, end_at, exact, prefix, suffix)
      select f.thread_id, f.n, f.text_version_id, f.uid, f.start_at, f.end_at, f.exact, f.prefix, f.suffix
      from fate_locus f
      where f.thread_id = $1 and f.version_id = $2 and f.side = 'new'`,
  },
];

/** $1 thread, $2 version. Where the words are that its author confirmed. */
export const confirmedPlaces: Statement = {
  name: 'confirmed-places',
  text: `
    select array_agg(x.uid order by x.ord) as uids from (
      select distinct u.uid, u.ord from fate_locus f join unit u on u.uid = f.uid
      where f.thread_id = $1 and f.version_id = $2 and f.side = 'new'
    ) x`,
};

const isOpen = `exists (
  select from thread t join thread_fate f on f.thread_id = t.id and f.version_id = n.version_id
  where t.author_id = n.person_id and ${open})`;

/** $1 person, $2 how many. Index text_news_unread. */
export const unreadTexts: Statement = {
  name: 'text-news-unread',
  text: `
    select w.slug as work, w.titles as title, v.edition_id as edition, v.version, ${iso('n.at')} as told,
      (select count(*)::integer from thread t
        join thread_fate f on f.thread_id = t.id and f.version_id = n.version_id
        where t.author_id = n.person_id and ${open}) as open
    from text_news n
    join edition_version v on v.id = n.version_id
    join edition e on e.id = v.edition_id
    join work w on w.id = e.work_id
    where n.person_id = $1 and n.read_at is null
    order by n.at desc, n.version_id
    limit $2`,
};

/** Of person $1, at most $4: a part of the number of what waits. Index text_news_unread. */
export const countTextsSql = `
  select count(*) from (
    select from text_news n where n.person_id = $1 and n.read_at is null limit $4) x`;

/** $1 person, $2 moment. Index text_news_unread. */
export const readTexts: Statement = {
  name: 'text-news-read',
  text: `
    update text_news set read_at = now()
    where person_id = $1 and read_at is null and at <= least($2::timestamptz, now())`,
};

/**
 * All that is due to one person, once, by one process: nothing where they wish no mail, or have read it or
 * answered. Index text_news_mail.
 */
export const textMailDue: Statement = {
  name: 'text-news-mail',
  text: `${takeDue('text_news')}
    select w.titles as title, v.edition_id as edition, v.version,
      case when c.person_id is not null and n.read_at is null and ${isOpen} then
        json_build_object('email', c.email, 'key', c.email_key, 'locale', c.locale) end as to
    from taken n
    join edition_version v on v.id = n.version_id
    join edition e on e.id = v.edition_id
    join work w on w.id = e.work_id
    left join account c on c.person_id = n.person_id and c.notice_mail <> 'off'
    order by n.at, n.version_id`,
};

/** Index text_news_age. */
export const dropOldTexts: Statement = {
  name: 'text-news-drop-old',
  text: "delete from text_news where at < now() - interval '90 days'",
};
