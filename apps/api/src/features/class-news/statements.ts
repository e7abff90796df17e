import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { takeDue } from '../../db/take-due.ts';

/** When the mail of what is told at a moment is due to the account `c`, as that person wishes it. */
const mailAt = (at: string): string => `
  case when c.notice_mail <> 'off'
    then greatest(${at}, next_mail(c.notice_mail, c.time_zone, ${at}, c.notices_mailed_at)) end`;

const anew = `
  on conflict (person_id, assignment_id, kind) do update
    set at = excluded.at, read_at = null, mail_at = excluded.mail_at`;

/**
 * $1 assignment. Its students of today: that it is published, and that it opens where that is to come.
 * In the order of people, as they are locked elsewhere.
 */
export const tellPublished: Statement = {
  name: 'class-news-published',
  text: `
    insert into class_news (person_id, assignment_id, kind, at, mail_at)
    select m.person_id, s.id, k.kind, k.at, ${mailAt('k.at')}
    from assignment s
    join class_member m on m.class_id = s.class_id and m.state = 'active' and m.role = 'student'
    cross join lateral (
      select 'published', now() union all select 'opened', s.opens_at where s.opens_at > now()
    ) k (kind, at)
    left join account c on c.person_id = m.person_id
    where s.id = $1
    order by m.person_id, k.kind
    ${anew}`,
};

/** $1 assignment. Taken back, it was never told. Index class_news_assignment. */
export const forgetPublished: Statement = {
  name: 'class-news-forget',
  text: `
    delete from class_news where assignment_id = $1 and kind in ('published', 'opened')`,
};

/** $1 assignment. What is told when it opens moves along. Index class_news_assignment. */
export const moveOpening: Statement = {
  name: 'class-news-move',
  text: `
    update class_news n set at = greatest(s.opens_at, now()), mail_at = (
      select ${mailAt('greatest(s.opens_at, now())')} from account c where c.person_id = n.person_id)
    from assignment s
    where s.id = $1 and n.assignment_id = $1 and n.kind = 'opened' and n.at > now()
      and n.at <> s.opens_at`,
};

/** $1 assignment, $2 student, $3 kind. */
export const tellStudent: Statement = {
  name: 'class-news-student',
  text: `
    insert into class_news (person_id, assignment_id, kind, at, mail_at)
    select p.id, $1, $3, now(), ${mailAt('now()')}
    from person p left join account c on c.person_id = p.id
    where p.id = $2 and p.state = 'active'
    ${anew}`,
};

/** $1 assignment, $2 student. */
export const forgetExtension: Statement = {
  name: 'class-news-extension-forget',
  text: `
    delete from class_news where person_id = $2 and assignment_id = $1 and kind = 'extended'`,
};

/** $1 assignment. Whoever teaches: not who contests, for that is not told to all of them by name. */
export const tellContested: Statement = {
  name: 'class-news-contested',
  text: `
    insert into class_news (person_id, assignment_id, kind, at, mail_at)
    select m.person_id, s.id, 'contested', now(), ${mailAt('now()')}
    from assignment s
    join class_member m on m.class_id = s.class_id and m.state = 'active' and m.role <> 'student'
    left join account c on c.person_id = m.person_id
    where s.id = $1
    order by m.person_id
    ${anew}`,
};

/** $1 assignment. Nothing waits for the staff once each line is answered. */
export const settleContested: Statement = {
  name: 'class-news-contested-settle',
  text: `
    delete from class_news n where n.assignment_id = $1 and n.kind = 'contested' and not exists (
      select from grade_result r join grade_contest k on k.result_id = r.id and k.answer is null
      where r.assignment_id = $1 and r.ended_at is null)`,
};

/*
 * Of a row `n`: who it is told to may know of it now. In the class, as what they were told it; of no
 * draft; and of what opens, once, when it does.
 */
const known = `
  join assignment s on s.id = n.assignment_id and s.published_at is not null
  join class g on g.id = s.class_id
  join class_member m on m.class_id = s.class_id and m.person_id = n.person_id and m.state = 'active'
    and (m.role <> 'student') = (n.kind = 'contested')`;
const isNew = `n.read_at is null and n.at <= now()
  and (n.kind <> 'opened' or s.opens_at <= now())
  and (n.kind <> 'published' or not exists (
    select from class_news o where o.person_id = n.person_id and o.assignment_id = n.assignment_id
      and o.kind = 'opened' and o.at <= now()))`;

/** $1 person, $2 how many. Index class_news_unread. */
export const unreadNews: Statement = {
  name: 'class-news-unread',
  text: `
    select n.kind, s.id as assignment, s.class_id as class, g.name as "className", g.zone, s.title,
      ${iso('n.at')} as told, ${iso('s.opens_at')} as opens
    from class_news n ${known}
    where n.person_id = $1 and ${isNew}
    order by n.at desc, n.assignment_id, n.kind
    limit $2`,
};

/** Of person $1, at most $4: a part of the number of what waits. Index class_news_unread. */
export const countNewsSql = `
  select count(*) from (
    select from class_news n ${known} where n.person_id = $1 and ${isNew} limit $4) w`;

/** $1 person, $2 moment. Index class_news_unread. */
export const readNews: Statement = {
  name: 'class-news-read',
  text: `
    update class_news set read_at = now()
    where person_id = $1 and read_at is null and at <= least($2::timestamptz, now())`,
};

/** $1 person, $2 assignment: what its page says. Primary key. */
export const readNewsOf: Statement = {
  name: 'class-news-read-of',
  text: `
    update class_news set read_at = now()
    where person_id = $1 and assignment_id = $2 and kind in ('published', 'opened', 'extended')
      and read_at is null and at <= now()`,
};

/**
 * All that is due to one person, once, by one process: null where they wish no mail, have read it or
 * may not know of it any more. Index class_news_mail.
 */
export const newsMailDue: Statement = {
  name: 'class-news-mail',
  text: `${takeDue('class_news')}
    select n.kind, n.assignment_id as assignment, x.class, x."className", x.to
    from taken n
    left join lateral (
      select s.class_id as class, g.name as "className",
        json_build_object('email', c.email, 'key', c.email_key, 'locale', c.locale) as to
      from (select n.*) n ${known}
      join account c on c.person_id = n.person_id and c.notice_mail <> 'off'
      where ${isNew}
    ) x on true
    order by x."className", n.kind, n.assignment_id`,
};

/** Index class_news_age. */
export const dropOldNews: Statement = {
  name: 'class-news-drop-old',
  text: "delete from class_news where at < now() - interval '90 days'",
};
