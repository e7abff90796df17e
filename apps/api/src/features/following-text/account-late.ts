import type { Db, Statement, Transact } from '../../db/client.ts';
import { survey } from './ground.ts';
import { settle } from './settle.ts';
import { tellAuthors } from './statements.ts';

const few = 50;

/** $1 how many. Index thread_late_age; what another process works on is passed by. */
const takeLate: Statement = {
  name: 'take-late-threads',
  text: `
    select thread_id from thread_late order by at, thread_id limit $1 for update skip locked`,
};

/**
 * $1 threads. From the version that its author was shown to the newest, for each edition of which they
 * were shown an older one.
 */
const lateSteps: Statement = {
  name: 'late-steps',
  text: `
    select t.id, t.work_id, v.edition_id, v.id as before, n.id as after
    from unnest($1::uuid[]) as k(id)
    join thread t on t.id = k.id
    join annotation a on a.thread_id = t.id and a.parent_id is null
    join revision r on r.annotation_id = a.id and r.number = 1
    cross join unnest(r.seen) as s(pin)
    join edition_version v on v.edition_id = split_part(s.pin, ':', 1)
      and v.version = split_part(s.pin, ':', 2)
    join lateral (
      select x.id from edition_version x where x.edition_id = v.edition_id order by x.ord desc limit 1
    ) n on n.id <> v.id`,
};

const dropLate: Statement = {
  name: 'drop-late-threads',
  text: 'delete from thread_late where thread_id = any($1::uuid[])',
};

interface Step extends Record<string, unknown> {
  readonly id: string;
  readonly work_id: number;
  readonly edition_id: string;
  readonly before: number;
  readonly after: number;
}

async function accountFor(db: Db, ids: readonly string[]): Promise<void> {
  const steps = await db.rows<Step>(lateSteps, [ids]);
  const alike = Map.groupBy(steps, ({ before, after }) => `${String(before)} ${String(after)}`);
  for (const [first, ...others] of alike.values()) {
    if (first === undefined) continue;
    const step = {
      workId: first.work_id,
      editionId: first.edition_id,
      before: first.before,
      after: first.after,
      successors: new Map<string, readonly string[]>(),
    };
    const threads = [first, ...others].map(({ id }) => id);
    const settled = await settle(db, step, await survey(db, step), threads);
    const asked = settled.flatMap(({ outcome, ids }) => (outcome === 'carried' ? [] : ids));
    if (asked.length > 0) await db.rows(tellAuthors, [step.after, asked]);
  }
  await db.rows(dropLate, [ids]);
}

/** Notes that were written while a release was made, on the text before it; true where there may be more. */
export const accountForLate = (transact: Transact): Promise<boolean> =>
  transact(async (db) => {
    const late = await db.rows<{ thread_id: string }>(takeLate, [few]);
    if (late.length > 0)
      await accountFor(
        db,
        late.map(({ thread_id: id }) => id),
      );
    return late.length === few;
  });
