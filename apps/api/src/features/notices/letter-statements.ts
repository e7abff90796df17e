import type { Statement } from '../../db/client.ts';
import { authorColumns, joinAuthor } from '../../db/author.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { rolesOfSql } from '../../db/roles.ts';
import {
  layersInClassesSql,
  layersOutsideSql,
  ownWorksSql,
  readsBodySql,
} from '../../db/visibility.ts';

/**
 * $1 mail. To whom it goes and what they may see now; nobody where they have left, or wish no mail
 * any more. Unique index of account (email_key).
 */
export const letterReader: Statement = {
  name: 'letter-reader',
  text: `
    select p.id, p.name, p.handle, c.email, c.locale, c.notice_mail as choice, c.time_zone as zone,
      r.roles,
      ${layersOutsideSql({ person: 'p.id', roles: 'r.roles' })} || ${layersInClassesSql({ person: 'p.id' })} as layers,
      ${ownWorksSql({ person: 'p.id', roles: 'r.roles', within: 'null::uuid' })} as works
    from mail m
    join account c on c.email_key = m.recipient_key and c.notice_mail <> 'off'
    join person p on p.id = c.person_id and p.state = 'active'
    cross join lateral (
      select ${rolesOfSql('p.id')} as roles
    ) r
    where m.id = $1`,
};

const reader = { person: '$1::uuid', roles: '$2::text[]' } as const;
const author = authorColumns(reader.person);

/**
 * $1 person, $2 roles, $3 layers, $4 mail, $5 how many. What they have read meanwhile, may not see
 * any more, or have muted or want without mail since, is not told. Index mail_notice_mail.
 */
export const letterNotices: Statement = {
  name: 'letter-notices',
  text: `
    select a.id, coalesce(f.kind, n.reason) as reason, f.id as follow, w.slug as work,
      t.from_uid, t.to_uid, ${author.name} as author, ${iso('a.created_at')} as created,
      count(*) over ()::integer as found
    from mail_notice x
    join notice n on n.person_id = x.person_id and n.annotation_id = x.annotation_id
      and n.state = 'unread'
    left join follow f on f.id = x.follow_id
    join annotation a on a.id = x.annotation_id and a.state = 'published'
    join thread t on t.id = a.thread_id and t.layer_id = any($3::integer[])
    join layer l on l.id = t.layer_id and ${readsBodySql(reader)}
    join work w on w.id = t.work_id
    ${joinAuthor()}
    where x.mail_id = $4 and x.person_id = $1
      and (x.follow_id is null or (f.mails and f.state = 'followed'))
      and (n.reason = 'mention' or not exists (
        select from follow muted where muted.person_id = x.person_id and muted.kind = 'thread'
          and muted.target = t.id::text and muted.state = 'muted'))
    order by a.created_at desc, a.id desc
    limit $5`,
};
