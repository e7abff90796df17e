import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { countWarnings } from '../retention/warn-statements.ts';
import { readsBodySql } from '../../db/visibility.ts';
import { countNewsSql } from '../class-news/statements.ts';
import { countReleasesSql } from '../following-text/release-news-statements.ts';
import { countTextsSql } from '../following-text/own-statements.ts';

/*
 * $1 person, $2 roles, $3 layers. What has been hidden, deleted or moved away since is neither shown
 * nor counted.
 */
const reader = { person: '$1::uuid', roles: '$2::text[]' } as const;
const visible = `
  join annotation a on a.id = n.annotation_id and (a.state = 'published'
    or (n.reason = 'decision' and a.author_id = n.person_id
      and a.state in ('held', 'returned', 'refused', 'hidden')))
  join thread t on t.id = a.thread_id and t.layer_id = any($3::integer[])
  join layer l on l.id = t.layer_id and ${readsBodySql(reader)}`;

/** $4 and $5 place, $6 how many. Index notice_list, read backwards. */
export const noticesBefore: Statement = {
  name: 'notices-before',
  text: `
    select n.annotation_id as id, n.reason, n.state = 'unread' as unread,
      ${iso('n.created_at')} as told,
      case when n.reason = 'decision' then (
        select d.action from decision d
        where d.annotation_id = a.id and d.told_at is not null and d.undone_at is null
        order by d.at desc limit 1) end as action
    from notice n ${visible}
    where n.person_id = $1 and (n.created_at, n.annotation_id) < ($4::timestamptz, $5::uuid)
    order by n.created_at desc, n.annotation_id desc
    limit $6`,
};

/** $4 how many at most. With what came of one's reports, what one got, news of classes and which end.
 * Indexes notice_unread, flag_unread, grade_result_unread, class_news_unread, text_news_unread, release_news_unread, class_warning_unread. */
export const unreadNotices: Statement = {
  name: 'unread-notices',
  text: `
    select least($4, (
        select count(*) from (
          select from notice n ${visible}
          where n.person_id = $1 and n.state = 'unread'
          order by n.created_at desc, n.annotation_id desc
          limit $4) x)
      + (select count(*) from (
          select from flag f
          where f.person_id = $1 and f.told_at is not null and f.read_at is null
          limit $4) y)
      + (select count(*) from (
          select from grade_result g
          join assignment s on s.id = g.assignment_id
          join class_member m on m.class_id = s.class_id and m.person_id = $1 and m.state = 'active'
          where g.person_id = $1 and g.read_at is null and g.ended_at is null
          limit $4) z)
      + (${countNewsSql})
      + (${countTextsSql})
      + (${countReleasesSql})
      + (select count(*) from (${countWarnings}) v))::integer as unread`,
};

/** $4 note. */
export const readNotice: Statement = {
  name: 'read-notice',
  text: `
    update notice set state = 'read'
    where person_id = $1 and annotation_id in (
      select n.annotation_id from notice n ${visible}
      where n.person_id = $1 and n.annotation_id = $4)
    returning annotation_id`,
};

/** $1 person, $2 moment. Index notice_unread. */
export const readNotices: Statement = {
  name: 'read-notices',
  text: `
    update notice set state = 'read'
    where person_id = $1 and state = 'unread' and created_at <= $2::timestamptz`,
};

/** $1 person. Every one that is kept, whether or not it can be read now. */
export const countNotices: Statement = {
  name: 'count-notices',
  text: 'select count(*)::integer as notices from notice where person_id = $1',
};

/** Index notice_age. */
export const dropOldNotices: Statement = {
  name: 'drop-old-notices',
  text: "delete from notice where created_at < now() - interval '90 days'",
};

/** $1 person. */
export const dropNotices: Statement = {
  name: 'drop-notices',
  text: 'delete from notice where person_id = $1',
};
