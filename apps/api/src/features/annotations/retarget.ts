import type { Db } from '../../db/client.ts';
import { Refusal } from '../../refusal.ts';
import { retargetThread } from './carry-repository.ts';
import type { AnnotationRow } from './repository.ts';
import { writeEvent } from './state-repository.ts';
import type { Target } from './target.ts';

/**
 * New words of a note and what they now point at, both or neither, in the transaction it is given.
 * False where the words were not stored. What was answered stays where it was answered.
 */
export async function storeElsewhere(
  db: Db,
  root: AnnotationRow,
  target: Target,
  store: (db: Db) => Promise<boolean>,
): Promise<boolean> {
  if (!(await store(db))) return false;
  if (!(await retargetThread(db, root.thread, target)))
    throw new Refusal(
      'target-answered',
      'Somebody has answered this note; what it points at stays. Write another note instead.',
    );
  await writeEvent(db, {
    annotationId: root.id,
    actorId: root.author_id,
    action: 'retarget',
    before: `${root.from_uid} ${root.to_uid}`,
    after: `${target.from} ${target.to}`,
  });
  return true;
}
