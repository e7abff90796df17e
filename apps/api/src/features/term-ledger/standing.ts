import { segmentOfWords, type LedgerUse } from '@glossator/document';
import type { LoadedWork } from '../works/text-store.ts';
import { changeOf, isCurrent, type Side } from './follow-uses.ts';

/** These segments, and those in whose place a release put them. */
export function withFormer(
  { structure: { aliases } }: Pick<LoadedWork, 'structure'>,
  uids: Iterable<string>,
): ReadonlySet<string> {
  const found = new Set<string>(uids);
  // What was split may itself have come of a merge.
  for (let known = -1; known < found.size;) {
    known = found.size;
    for (const { uid, successors } of aliases)
      if (successors.some((each) => found.has(each))) found.add(uid);
  }
  return found;
}

/** Whether a term stands in any of these segments, in the version of its source that is read now. */
export function standsIn(
  work: Pick<LoadedWork, 'structure'>,
  source: Side,
  segments: Iterable<{ readonly uid: string }>,
): (uses: readonly LedgerUse[]) => boolean {
  const here = new Set([...segments].map(({ uid }) => uid));
  if (isCurrent(source)) return (uses) => uses.some(({ uid }) => here.has(uid));
  const change = changeOf(source, work);
  const former = withFormer(work, here);
  return (uses) =>
    uses.some(({ uid, source: words }) => {
      if (!former.has(uid)) return false;
      const now = segmentOfWords(uid, words, change);
      return now !== null && here.has(now);
    });
}
