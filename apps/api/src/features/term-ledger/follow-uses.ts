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

/** Whether the ledger is of the version that is read: there is nothing to follow. */
export const isCurrent = ({ base, now }: Side): boolean => base === now;

export function changeOf(
  { base, now }: Side,
  { structure }: Pick<LoadedWork, 'structure'>,
): TextChange {
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

interface Follower {
  /** Words as they stand now; as they stood, where they do not. */
  readonly place: (uid: string, words: TermWords) => readonly [Placed, boolean];
  /** Whether it is said still that nothing answers to a term there. */
  readonly lacks: (use: LedgerUse) => boolean;
}

function follower(side: Side, work: LoadedWork): Follower {
  if (isCurrent(side)) return { place: (uid, words) => [{ uid, words }, true], lacks: () => true };
  const change = changeOf(side, work);
  return {
    place: (uid, words) => {
      const found = followWords(uid, words, change);
      return found === null
        ? [{ uid, words }, false]
        : [{ uid: found.uid, words: { ...words, start: found.start, end: found.end } }, true];
    },
    lacks: ({ uid, gap }) =>
      gap === null
        ? // That nothing renders it was said of these words, and of no others.
          change.before(uid) === change.after(uid)
        : side.now.apparatus.some(({ number, kind }) => number === gap && kind === 'gap'),
  };
}

/** Uses of a ledger in the versions that are read now; of a text that is not shown nothing is told. */
export function useFollower(work: LoadedWork, source: Side, target: Side | null) {
  const ofSource = follower(source, work);
  const ofTarget = target === null ? null : follower(target, work);
  return (use: LedgerUse): FollowedUse => {
    const [from, sourceStands] = ofSource.place(use.uid, use.source);
    if (ofTarget === null)
      return {
        ...{ source: from, sourceStands, target: null, targetStands: true },
        ...{ rendering: null, gap: null },
      };
    const { rendering, gap } = use;
    if (use.target === null)
      return {
        ...{ source: from, sourceStands, target: null, rendering, gap },
        targetStands: ofTarget.lacks(use),
      };
    const [to, targetStands] = ofTarget.place(use.uid, use.target);
    return { source: from, sourceStands, target: to, targetStands, rendering, gap };
  };
}
