import type { Db } from '../../db/client.ts';
import { dropDeadFollows } from './statements.ts';

/** What somebody followed, and that others followed them. */
export async function eraseFollows(db: Db, personId: string): Promise<void> {
  await db.rows(
    {
      name: 'erase-follows',
      text: `delete from follow
        where person_id = $1 or (kind = 'person' and target = $1::uuid::text)`,
    },
    [personId],
  );
}

/** What somebody follows or has muted. */
export async function countFollows(db: Db, personId: string): Promise<number> {
  const [row] = await db.rows<{ follows: number }>(
    {
      name: 'count-follows',
      text: 'select count(*)::integer as follows from follow where person_id = $1',
    },
    [personId],
  );
  return row?.follows ?? 0;
}

export async function tidyFollows(db: Db): Promise<void> {
  await db.rows(dropDeadFollows, []);
}
