import { followWords, type LedgerUse, type TermWords, type TextChange } from '@glossator/document';
import type { LoadedWork, VersionText } from '../works/text-store.ts';

/** The version that the ledger was made of, and the one that is read now. */
export interface Side {
  readonly base: VersionText;
  readonly now: VersionText;
}

interface Placed {
  readonly uid: string;
  readonly words: TermWords;
}

/** A place of a term in the versions that are read now. */
export interface FollowedUse {
  readonly source: Placed;
  readonly target: Placed | null;
  readonly rendering: string | null;
  readonly gap: string | null;
  /** False where the words of that side stand as they were in its former version alone. */
  readonly sourceStands: boolean;
  readonly targetStands: boolean;
}

const readings =
  ({ texts }: VersionText) =>
  (uid: string): string | null | undefined =>
    texts.get(uid)?.reading;

function changeOf({ base, now }: Side, { structure }: LoadedWork): TextChange {
  const after = readings(now);
  return {
    before: readings(base),
    after: (uid) => (structure.byUid.has(uid) ? after(uid) : undefined),
    successors: new Map(
      structure.aliases
        .filter(({ successors }) => successors.length > 0)
        .map(({ uid, successors }) => [uid, successors]),
    ),
  };
}

/** Words as they stand now; as they stood, where they do not. */
function placed(uid: string, words: TermWords, change: TextChange): readonly [Placed, boolean] {
  const found = followWords(uid, words, change);
  return found === null
    ? [{ uid, words }, false]
    : [{ uid: found.uid, words: { ...words, start: found.start, end: found.end } }, true];
}

function stands({ uid, gap }: LedgerUse, change: TextChange, { now }: Side): boolean {
  if (gap !== null) return now.apparatus.some((each) => each.number === gap && each.kind === 'gap');
  // That nothing renders it was said of these words, and of no others.
  return change.before(uid) === change.after(uid);
}

/** Uses of a ledger in the versions that are read now; of a text that is not shown nothing is told. */
export function useFollower(work: LoadedWork, source: Side, target: Side | null) {
  const ofSource = changeOf(source, work);
  const ofTarget = target === null ? null : changeOf(target, work);
  return (use: LedgerUse): FollowedUse => {
    const [from, sourceStands] = placed(use.uid, use.source, ofSource);
    if (target === null || ofTarget === null)
      return {
        ...{ source: from, sourceStands, target: null, targetStands: true },
        ...{ rendering: null, gap: null },
      };
    const { rendering, gap } = use;
    if (use.target === null)
      return {
        ...{ source: from, sourceStands, target: null, rendering, gap },
        targetStands: stands(use, ofTarget, target),
      };
    const [to, targetStands] = placed(use.uid, use.target, ofTarget);
    return { source: from, sourceStands, target: to, targetStands, rendering, gap };
  };
}
