import type { FateAnswer, TargetKind } from '@glossator/contract';
import {
  followTarget,
  type Aim,
  type FollowableTarget,
  type FollowedTarget,
  type Outcome,
  type UnitChange,
} from '@glossator/document';
import type { LayerKind } from '@glossator/domain';

/** Threads of which a release asks the same. */
export interface AlikeThreads extends Record<string, unknown> {
  readonly ids: readonly string[];
  readonly layer: LayerKind;
  readonly kind: TargetKind;
  readonly from_uid: string;
  readonly to_uid: string;
  readonly is_part: boolean;
  /** Number of an entry of the edition that is released. */
  readonly entry: string | null;
  readonly places: readonly string[];
  /** Words of the edition that is released, where they were last confirmed. */
  readonly loci: readonly (Aim & { readonly n: number; readonly version: number })[] | null;
  /** What the last release did to it that did anything. */
  readonly last: {
    readonly outcome: Outcome;
    readonly answer: FateAnswer;
  } | null;
}

/** What a release does to texts, as seen from the version on which a note was made. */
export interface Changes {
  /** From the version that the release follows. */
  readonly now: UnitChange;
  /** From an older one, for words that were written on it. */
  readonly since: (version: number) => UnitChange;
  readonly entry: (number: string) => {
    readonly before: string | null;
    readonly after: string | null;
  };
}

export interface Decided {
  readonly threads: AlikeThreads;
  readonly followed: FollowedTarget;
  /** The version they were made on; null where that is the one before the release. */
  readonly base: number | null;
}

const isPlain = (kind: TargetKind): boolean =>
  kind === 'segment' || kind === 'span' || kind === 'container';

function aimedAt(threads: AlikeThreads, changes: Changes): FollowableTarget | null {
  const { kind, loci } = threads;
  if ((kind === 'range' || kind === 'hinge') && loci !== null) return { kind, loci };
  if (kind === 'entry' && threads.entry !== null) return { kind, ...changes.entry(threads.entry) };
  // What is said of an entry of a commentary is said of its words, whatever becomes of the text.
  if (!isPlain(kind) || threads.is_part) return null;
  if (kind !== 'span') return { kind: 'units', uids: [threads.from_uid] };
  const uids = threads.places.filter(
    (uid) => changes.now.before(uid) !== undefined || changes.now.lives(uid),
  );
  return { kind: 'units', uids: uids.length > 0 ? uids : [threads.from_uid] };
}

/** What becomes of them; null where they point at nothing that the release touches. */
export function decide(threads: AlikeThreads, changes: Changes): Decided | null {
  // Its author said that it stays with the old text.
  if (threads.last?.answer === 'kept') return null;
  const target = aimedAt(threads, changes);
  if (target === null) return null;
  const isQuoted = target.kind === 'range' || target.kind === 'hinge';
  // What has lost its clause has nothing left that could change.
  if (!isQuoted && threads.last?.outcome === 'stale') return null;
  const base = isQuoted ? ((target.loci as AlikeThreads['loci'])?.[0]?.version ?? null) : null;
  return {
    threads,
    base,
    followed: followTarget(target, base === null ? changes.now : changes.since(base)),
  };
}

/** Whether it is written down: what is plainly carried leaves no row, unless it ends what was open. */
export function isTold({ threads: { last }, followed, base }: Decided): boolean {
  if (followed.outcome === 'stale') return last?.outcome !== 'stale';
  if (followed.outcome !== 'carried') return true;
  const isOpen = last !== null && last.outcome !== 'carried';
  return base !== null && isOpen;
}
