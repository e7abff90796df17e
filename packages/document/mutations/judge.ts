import { followQuotation, type PlacedLocus } from '../src/index.ts';
import type { FollowCase } from './cases.ts';

export const verdicts = ['kept', 'keptWrong', 'proposed', 'proposedWrong', 'stale'] as const;
export type Verdict = (typeof verdicts)[number];

/** At the right place: more than half of what is covered, or should be, is both. */
const SHARED = 0.5;

export function isRight({ truth }: FollowCase, loci: readonly PlacedLocus[]): boolean {
  const covered = loci.flatMap(({ uid, start, end }) =>
    Array.from({ length: end - start }, (_, n) => `${uid}:${String(start + n)}`),
  );
  const both = covered.filter((place) => truth.has(place)).length;
  return both > 0 && both / (covered.length + truth.size - both) >= SHARED;
}

export function judge(each: FollowCase): Verdict {
  const before = new Map(each.before.map(({ uid, text }) => [uid, text]));
  const after = new Map(each.after.map(({ uid, text }) => [uid, text]));
  const { outcome, loci } = followQuotation(each.quotation, {
    before: (uid) => before.get(uid),
    after: (uid) => after.get(uid),
    successors: each.successors,
  });
  if (outcome === 'stale') return 'stale';
  const right = isRight(each, loci);
  if (outcome === 'proposed') return right ? 'proposed' : 'proposedWrong';
  return right ? 'kept' : 'keptWrong';
}
