import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { isOfItsWorkSql } from '../../db/visibility.ts';
import { columns, joinSurroundings, joinWords, readerOf } from './row-columns.ts';

/**
 * $1 person, $2 and $3 place, $4 how many. Notes that wait or were handed back, and notes whose edit
 * does or was, newest first. Indexes annotation_unpublished and proposed_revision_own, read backwards.
 */
export const unpublishedBefore: Statement = {
  name: 'unpublished-before',
  text: `
    select x.id, ${iso('x.at')} as written from (
      (select a.id, a.created_at as at from annotation a
        where a.author_id = $1 and a.state in ('held', 'returned', 'refused')
          and (a.created_at, a.id) < ($2::timestamptz, $3::uuid)
        order by a.created_at desc, a.id desc limit $4)
      union all
      (select q.annotation_id, q.written_at from proposed_revision q
        where q.author_id = $1 and (q.written_at, q.annotation_id) < ($2::timestamptz, $3::uuid)
        order by q.written_at desc, q.annotation_id desc limit $4)
    ) x
    order by x.at desc, x.id desc limit $4`,
};

/** $3 ids, $4 layers. */
export const annotationsNamed: Statement = {
  name: 'annotations-named',
  text: `
    select ${columns(readerOf('$4::integer[]'))}
    from annotation a
    join thread t on t.id = a.thread_id
    ${joinSurroundings}
    ${joinWords}
    where a.id = any($3::uuid[]) and t.layer_id = any($4::integer[]) and ${isOfItsWorkSql}`,
};
