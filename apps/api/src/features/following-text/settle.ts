import { describeRange } from '@glossator/document';
import type { Outcome } from '@glossator/document';
import type { LayerKind } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { decide, isTold, type Decided, type FollowedThread } from './decide.ts';
import type { Ground, TextStep } from './ground.ts';
import { movedTo } from './new-places.ts';
import * as statements from './statements.ts';

export interface Settled {
  readonly id: string;
  readonly layer: LayerKind;
  readonly outcome: Outcome;
}

/** Words as they stand in the new version, one row a segment. */
function newLoci({ thread, followed }: Decided, { after }: Ground): object[] {
  return followed.loci.flatMap((locus, at) => {
    // The side of a hinge keeps its number.
    const n = thread.kind === 'hinge' ? (thread.loci?.[at]?.n ?? at + 1) : at + 1;
    const { uid, start, end } = locus;
    if (start === null || end === null)
      return [{ thread: thread.id, n, uid, start, end, exact: '', prefix: '', suffix: '' }];
    const described = describeRange(after.get(uid) ?? '', { start, end });
    return described.ok ? [{ thread: thread.id, n, uid, ...described.value }] : [];
  });
}

/** Decides on some threads and writes down what became of them. */
export async function settle(
  db: Db,
  { editionId, before, after }: TextStep & { readonly editionId: string },
  ground: Ground,
  ids: readonly string[],
): Promise<readonly Settled[]> {
  const threads = await db.rows<FollowedThread>(statements.threadRows, [ids, editionId]);
  const bases = threads.flatMap(({ loci }) => (loci ?? []).map(({ version }) => version));
  const changes = await ground.since([...new Set(bases)]);
  const all = threads.map((thread) => ({ thread, decided: decide(thread, changes) }));
  const told = all.flatMap(({ decided }) => (decided !== null && isTold(decided) ? [decided] : []));
  if (told.length > 0) {
    const fates = told.map(({ thread, followed, base }) => ({
      thread: thread.id,
      base: base ?? before,
      outcome: followed.outcome,
      reason: followed.reason,
      from: thread.from_uid,
      to: thread.to_uid,
    }));
    await db.rows(statements.insertFates, [after, JSON.stringify(fates)]);
    const loci = told.flatMap((decided) => newLoci(decided, ground));
    if (loci.length > 0) await db.rows(statements.insertFateLoci, [after, JSON.stringify(loci)]);
  }
  const moves = all.flatMap(
    ({ thread, decided }) => movedTo(thread, decided?.followed ?? null, ground) ?? [],
  );
  if (moves.length > 0) await db.rows(statements.followThreads, [JSON.stringify(moves)]);
  return told.map(({ thread, followed }) => ({
    id: thread.id,
    layer: thread.layer,
    outcome: followed.outcome,
  }));
}
