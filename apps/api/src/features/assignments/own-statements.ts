import { authorColumns, joinAuthor } from '../../db/author.ts';
import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { readsAsSql } from '../../db/visibility.ts';

const shown = authorColumns('$2');

/** Of an answer it is told who wrote it; more of them stand where the note does. */
const answersShown = 3;

/**
 * $1 class, $2 person, $3 assignment or null, $4 and $5 the place before which, $6 how many: what they
 * wrote in the assignments of the class, the newest first, with the answers that they may read: those
 * below the note, and those that are threads about it. Index annotation_author backwards, then
 * annotation_parent, thread_about and primary keys.
 */
export const ownNotes: Statement = {
  name: 'assignments-own-notes',
  text: `
    select a.id, k.assignment_id as "assignmentId", s.title, w.slug as work, t.from_uid as "from",
      t.to_uid as "to", a.kind, a.parent_id is not null as "isReply", left(r.body, 400) as words,
      a.state = 'hidden' as "isHidden", coalesce(k.part, k.kind) as place,
      ${iso('f.written_at')} as written, ${iso('a.created_at')} as at, answered.count, answered.newest
    from annotation a
    join thread t on t.id = a.thread_id
    join layer k on k.id = t.layer_id and k.class_id = $1
    join assignment s on s.id = k.assignment_id and s.published_at is not null
    join work w on w.id = s.work_id
    join revision r on r.annotation_id = a.id and r.number = a.version
    join revision f on f.annotation_id = a.id and f.number = 1
    cross join lateral (
      select count(*)::integer as count, coalesce(json_agg(json_build_object('id', x.id,
        'author', x.author, 'isStaff', x."isStaff", 'at', x.at) order by x.nth)
        filter (where x.nth <= ${String(answersShown)}), '[]') as newest
      from (
        select b.id, ${shown.name} as author, ${iso('b.created_at')} as at,
          -- Whoever came to teach goes on under the pseudonym that classmates know.
          coalesce(m.role <> 'student', false) and (not l.hides_names or y.id is null) as "isStaff",
          row_number() over (order by b.created_at desc, b.id desc) as nth
        from (
          select b.id, b.author_id, b.created_at, t.layer_id from annotation b
          where b.thread_id = a.thread_id and b.parent_id = a.id and b.state = 'published'
          union all
          select b.id, b.author_id, b.created_at, q.layer_id
          from thread q
          join annotation b on b.thread_id = q.id and b.parent_id is null and b.state = 'published'
          where q.about_id = a.id) b
        join layer l on l.id = b.layer_id and l.class_id = $1
        left join class_member m on m.class_id = $1 and m.person_id = b.author_id
        ${joinAuthor('b.author_id')}
        where b.author_id <> $2 and ${readsAsSql({ person: '$2' })} is not null) x
    ) answered
    where a.author_id = $2 and a.state in ('published', 'hidden')
      and ($3::uuid is null or k.assignment_id = $3::uuid)
      and (a.created_at, a.id) < ($4::timestamptz, $5::uuid)
    order by a.created_at desc, a.id desc
    limit $6`,
};
