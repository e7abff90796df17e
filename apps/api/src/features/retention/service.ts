import type { ClassView, RetentionForm } from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import { Refusal } from '../../refusal.ts';
import { requireInClass } from '../classes/access.ts';
import { holdClass, readClass, type ClassDeps } from '../classes/classes.ts';
import { acceptDay, readKept, setKeep } from './keep.ts';

/** Sets until when a class keeps what is written in it, or that it does until somebody says so. */
export async function changeRetention(
  deps: ClassDeps,
  actor: Actor,
  id: string,
  { until: typed, version }: RetentionForm,
): Promise<ClassView> {
  const isSet = await deps.transact(async (db) => {
    await holdClass(db, id);
    const { personId } = await requireInClass(db, actor, id, 'retain');
    const kept = await readKept(db, id);
    const until = acceptDay(typed);
    // What is so already was somebody's wish as well.
    if (kept.until === until) return true;
    if (kept.version !== version) return false;
    await setKeep(db, id, personId, kept.until, until);
    return true;
  });
  const now = await readClass(deps, actor, id);
  if (isSet) return now;
  throw new Refusal('keep-stale', 'Somebody has set another day meanwhile.', now.retention);
}
