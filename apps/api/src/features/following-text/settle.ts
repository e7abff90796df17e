import { describeRange } from '@glossator/document';
import type { Outcome } from '@glossator/document';
import type { LayerKind } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { decide, isTold, type AlikeThreads, type Decided } from './decide.ts';
import type { Ground, TextStep } from './ground.ts';
import { eachOf, movedTo } from './new-places.ts';
import * as statements from './statements.ts';

/** Threads that share what became of them. */
export interface Settled {
  readonly ids: readonly string[];
  readonly layer: LayerKind;
  readonly outcome: Outcome;
}

/** Words as they stand in the new version, one row a segment. */
function newLoci({ threads: { ids, kind, loci }, followed }: Decided, { after }: Ground): object[] {
  return followed.loci.flatMap((locus, at) => {
    // The side of a hinge keeps its number.
    const n = kind === 'hinge' ? (loci?.[at]?.n ?? at + 1) : at + 1;
    const { uid, start, end } = locus;
    if (start === null || end === null)
      return [{ threads: ids, n, uid, start, end, exact: '', prefix: '', suffix: '' }];
    const described = describeRange(after.get(uid) ?? '', { start, end });
    return described.ok ? [{ threads: ids, n, uid, ...described.value }] : [];
  });
}

async function writeFates(
  db: Db,
  { before, after }: TextStep,
  ground: Ground,
  told: readonly Decided[],
): Promise<void> {
  const open = told.flatMap(({ threads: { last, ids } }) => (last?.answer === 'none' ? ids : []));
  if (open.length > 0) await db.rows(statements.passFates, [after, open]);
  const fates = told.map(({ threads: { ids, from_uid: from, to_uid: to }, followed, base }) => {
    const { outcome, reason } = followed;
    return { ids, fate: { base: base ?? before, outcome, reason, from, to } };
  });
  // A handful, however many words are quoted.
  const shared = [...Map.groupBy(fates, ({ fate }) => JSON.stringify(fate)).values()].flatMap(
    ([first, ...others]) =>
      first === undefined
        ? []
        : [{ ...first.fate, threads: [first, ...others].flatMap(({ ids }) => ids) }],
  );
  await db.rows(statements.insertFates, [after, JSON.stringify(shared)]);
  const loci = told.flatMap((decided) => newLoci(decided, ground));
  if (loci.length > 0) await db.rows(statements.insertFateLoci, [after, JSON.stringify(loci)]);
}

/** Decides on some threads and writes down what became of them. What is alike is decided once. */
export async function settle(
  db: Db,
  step: TextStep & { readonly editionId: string },
  ground: Ground,
  ids: readonly string[],
): Promise<readonly Settled[]> {
  const alike = await db.rows<AlikeThreads>(statements.alikeThreads, [ids, step.editionId]);
  const bases = alike.flatMap(({ loci }) => (loci ?? []).map(({ version }) => version));
  const changes = await ground.since([...new Set(bases)]);
  const all = alike.map((threads) => ({ threads, decided: decide(threads, changes) }));
  const told = all.flatMap(({ decided }) => (decided !== null && isTold(decided) ? [decided] : []));
  if (told.length > 0) await writeFates(db, step, ground, told);
  const moves = all.flatMap(
    ({ threads, decided }) => movedTo(threads, decided?.followed ?? null, ground) ?? [],
  );
  if (moves.length > 0)
    await db.rows(statements.followThreads, [JSON.stringify(moves.flatMap(eachOf))]);
  return told.map(({ threads, followed }) => ({
    ids: threads.ids,
    layer: threads.layer,
    outcome: followed.outcome,
  }));
}
