import type { Statement } from '../../db/client.ts';
import { rolesOfSql } from '../../db/roles.ts';
import { readsBodySql } from '../../db/visibility.ts';

/** $1 how many. Index notice_due_age; what another process works on is passed by. */
export const takeDue: Statement = {
  name: 'take-due',
  text: `
    select annotation_id, whom from notice_due
    order by at, annotation_id limit $1 for update skip locked`,
};

/** $1 notes, $2 whom. */
export const dropDue: Statement = {
  name: 'drop-due',
  text: `
    delete from notice_due d using unnest($1::uuid[], $2::text[]) as k(annotation_id, whom)
    where d.annotation_id = k.annotation_id and d.whom = k.whom`,
};

const recipient = {
  person: 'p.id',
  roles: rolesOfSql('p.id'),
} as const;

const following = (kind: string, target: string, rank: number): string => `
  select n.id, f.person_id, '${kind}', ${String(rank)}, f.id, f.mails from note n
  join follow f on f.kind = '${kind}' and f.target = ${target} and f.state = 'followed'
    and f.created_at <= n.at
  where n.whom = 'all'`;

/*
 * $1 notes, $2 whom. Each person with the strongest reason, judged under their own rights, and with
 * the strongest of those that are told by mail, where the person has mail at all. Nobody is
 * told of their own note, of one from before they followed, of one brought from elsewhere, or, but by name, of a thread they muted. Who follows
 * a person is not told where that person is not named. Of what is between a student and the staff both are
 * told, whatever they follow.
 * The row of the person is locked first, as erasure does: neither waits for the other half-way.
 * Indexes follow_target, mention's key, class_member's, follow's (person_id, kind, target).
 */
export const recipients: Statement = {
  name: 'notice-recipients',
  text: `
    with recursive note as (
      select a.id, a.author_id, a.thread_id, t.layer_id, t.work_id, k.whom, d.at,
        case when not l.hides_names then a.author_id end as known,
        (select b.author_id from annotation b
          where b.thread_id = a.thread_id and b.id = a.parent_id) as answers
      from unnest($1::uuid[], $2::text[]) as k(id, whom)
      join notice_due d on d.annotation_id = k.id and d.whom = k.whom
      join annotation a on a.id = k.id and a.state = 'published'
      join thread t on t.id = a.thread_id
      join layer l on l.id = t.layer_id
      where not exists (select from import_source i where i.annotation_id = a.id)
    ), place as (
      select n.id, o.uid from note n join thread_place o on o.thread_id = n.thread_id
      union
      select x.id, u.parent_uid from place x join unit u on u.uid = x.uid
      where u.parent_uid is not null
    ), cause (id, person_id, reason, rank, follow_id, mails) as (
      select n.id, n.answers, 'reply', 1, null::uuid, true from note n where n.answers is not null and n.whom = 'all'
      union all
      select n.id, m.person_id, 'mention', 2, null, true from note n join mention m on m.annotation_id = n.id
      union all
      select n.id, l.owner_id, 'feedback', 3, null, true from note n
        join layer l on l.id = n.layer_id and l.kind = 'feedback'
      where n.whom = 'all' and n.author_id <> l.owner_id
      union all
      select n.id, m.person_id, 'question', 3, null, true from note n
        join layer l on l.id = n.layer_id and l.kind = 'feedback'
        join class_member m on m.class_id = l.class_id and m.state = 'active' and m.role <> 'student'
      where n.whom = 'all' and n.author_id = l.owner_id
      union all ${following('thread', 'n.thread_id::text', 4)}
      union all
      select n.id, f.person_id, 'clause', 5, f.id, f.mails from note n join place x on x.id = n.id
        join follow f on f.kind = 'clause' and f.target = x.uid
        and f.created_at <= n.at
      where n.whom = 'all'
      union all ${following('person', 'n.known::text', 6)}
      union all ${following('layer', 'n.layer_id::text', 7)}
      union all ${following('work', 'n.work_id::text', 8)}
    ), strongest as (
      select c.id, c.person_id, bool_or(c.mails) as mails,
        (array_agg(c.reason order by c.rank))[1] as reason,
        (array_agg(c.follow_id order by c.rank) filter (where c.mails))[1] as via
      from cause c join note n on n.id = c.id
      where c.person_id <> n.author_id
        and (c.reason = 'mention' or not exists (
          select from follow f where f.person_id = c.person_id and f.kind = 'thread'
            and f.target = n.thread_id::text and f.state = 'muted'))
      group by c.id, c.person_id
    )
    select x.id, x.person_id, x.reason, x.via,
      x.mails and exists (
        select from account c where c.person_id = p.id and c.notice_mail <> 'off') as mails
    from strongest x
    join person p on p.id = x.person_id and p.state = 'active'
    join annotation a on a.id = x.id
    join thread t on t.id = a.thread_id
    join layer l on l.id = t.layer_id
    where ${readsBodySql(recipient)}
    order by p.id
    for key share of p`,
};

/**
 * $1 persons, $2 notes, $3 reasons, $4 whether by mail, $5 what is followed. Told once, and once by
 * mail, whatever becomes of the note. Gives whose mail is to be gathered.
 */
export const insertNotices: Statement = {
  name: 'insert-notices',
  text: `
    with k (person_id, annotation_id, reason, mails, via) as (
      select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::boolean[], $5::uuid[])
    ), told as (
      insert into notice (person_id, annotation_id, reason)
      select person_id, annotation_id, reason from k
      on conflict (person_id, annotation_id) do nothing
      returning person_id, annotation_id
    )
    insert into mail_notice (person_id, annotation_id, follow_id)
    select k.person_id, k.annotation_id, k.via
    from k join told using (person_id, annotation_id)
    where k.mails and (k.via is null or exists (select from follow f where f.id = k.via))
    returning person_id`,
};
