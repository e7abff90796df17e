import type { AnnotationState, Resolution } from '@glossator/domain';
import { eq, sql } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { annotation, annotationEvent, thread } from '../../db/schema.ts';

export interface StateRow {
  readonly authorId: string;
  readonly state: AnnotationState;
  readonly version: number;
  /** Whether a restoration would still be in time. */
  readonly recent: boolean;
  readonly beforeDeletion: AnnotationState | null;
}

/** Locks the note until the transaction ends. */
export async function lockState(
  db: Db,
  id: string,
  windowMinutes: number,
): Promise<StateRow | null> {
  const rows = await db.rows<{
    author: string;
    state: AnnotationState;
    version: number;
    recent: boolean;
    before: AnnotationState | null;
  }>(
    {
      name: 'lock-annotation',
      text: `select a.author_id as author, a.state, a.version, a.changed_at > now() - make_interval(mins => $2) as recent,
          (select e.before from annotation_event e
            where e.annotation_id = a.id and e.action = 'delete' order by e.id desc limit 1) as before
        from annotation a where a.id = $1 for update of a`,
    },
    [id, windowMinutes],
  );
  const [row] = rows;
  return row === undefined
    ? null
    : {
        authorId: row.author,
        state: row.state,
        version: row.version,
        recent: row.recent,
        beforeDeletion: row.before,
      };
}

export async function writeState(db: Db, id: string, state: AnnotationState): Promise<void> {
  await db.orm
    .update(annotation)
    .set({ state, changedAt: sql`now()` })
    .where(eq(annotation.id, id));
}

/** False where the note that it answers is gone; see the migration of moderation. */
export async function releaseNote(db: Db, id: string): Promise<boolean> {
  const [row] = await db.rows<{ done: boolean }>(
    { name: 'release-note', text: 'select release_note($1) as done' },
    [id],
  );
  return row?.done ?? false;
}

/** False where somebody has answered it; `thread` is the id of the thread an answer gets again. */
export async function retractNote(
  db: Db,
  id: string,
  thread: string,
  state: AnnotationState,
): Promise<boolean> {
  const [row] = await db.rows<{ done: boolean }>(
    { name: 'retract-note', text: 'select retract_note($1, $2, $3) as done' },
    [id, thread, state],
  );
  return row?.done ?? false;
}

export async function writeEvent(
  db: Db,
  event: typeof annotationEvent.$inferInsert,
): Promise<void> {
  await db.orm.insert(annotationEvent).values(event);
}

export async function lockResolution(
  db: Db,
  threadId: string,
): Promise<{ resolution: Resolution; rootId: string } | null> {
  const rows = await db.rows<{ resolution: Resolution; root_id: string }>(
    {
      name: 'lock-thread',
      text: `select t.resolution,
          (select a.id from annotation a where a.thread_id = t.id and a.parent_id is null) as root_id
        from thread t where t.id = $1 for update of t`,
    },
    [threadId],
  );
  const [row] = rows;
  return row === undefined ? null : { resolution: row.resolution, rootId: row.root_id };
}

export async function writeResolution(
  db: Db,
  threadId: string,
  resolution: Resolution,
): Promise<void> {
  await db.orm.update(thread).set({ resolution }).where(eq(thread.id, threadId));
}
