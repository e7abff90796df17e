import { keepsAllPublicNotes, worksModeratedBy } from '@glossator/domain';
import type { Db, Statement } from '../../db/client.ts';
import { countUnread } from '../notices/unread.ts';
import type { ToDo } from '../sessions/presenter.ts';

/** $1 whether all works, $2 works, $3 how many are counted. A short range of index moderation_case_count each. */
export const waitingCases: Statement = {
  name: 'waiting-cases',
  text: `
    select count(*)::integer as waiting from (
      select from work w
      cross join lateral (
        select from moderation_case c where c.work_id = w.id and c.state = 'open'
        order by c.kind, c.opened_at limit $3) c
      where w.standing = 'public' and ($1 or w.id = any($2::integer[]))
      limit $3) c`,
};

/** No more are counted. */
const mostCounted = 100;

async function countWaiting(db: Db, { actor, scope }: Parameters<typeof countUnread>[1]) {
  const all = keepsAllPublicNotes(actor);
  const works = worksModeratedBy(actor);
  // Whoever moderates nothing is asked nothing; a program is told of nothing that waits.
  if (scope !== undefined || (!all && works.length === 0)) return 0;
  const [row] = await db.rows<{ waiting: number }>(waitingCases, [all, works, mostCounted]);
  return row?.waiting ?? 0;
}

/** What waits for somebody: notices to read, and cases where they moderate. */
export async function countToDo(db: Db, reader: Parameters<typeof countUnread>[1]): Promise<ToDo> {
  // What one is told of is of everywhere.
  if (reader.actor.within !== undefined) return { unread: 0, waiting: 0 };
  const [unread, waiting] = await Promise.all([countUnread(db, reader), countWaiting(db, reader)]);
  return { unread, waiting };
}
