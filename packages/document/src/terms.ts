import type { Localised, Path, Uid } from './model.ts';

/*
 * The term ledger of a work: what each term of its source is rendered by, at every place where it
 * stands. Offsets are code points of the reading text of the versions that are named.
 */

/** Words where they stand. */
export interface TermWords {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

interface UseWords {
  readonly source: TermWords;
  /** What answers to it; null where nothing does, or where that is lost. */
  readonly target: TermWords | null;
  /** What the term itself is rendered by, as a dictionary has it; null where nothing is. */
  readonly rendering: string | null;
  /** Number of the gap in the target's apparatus in which what answered is lost. */
  readonly gap: string | null;
}

export interface StoredLedgerUse extends UseWords {
  readonly path: Path;
}

interface TermFacts {
  /** As the source writes it; its name in addresses. */
  readonly term: string;
  /** What it means here, in a line. */
  readonly definition: Localised;
  /** What the editors would render it by. */
  readonly preferred: string;
  /** The textual note that discusses it, `T66`; null where none does. */
  readonly note: string | null;
}

export interface StoredLedgerTerm extends TermFacts {
  readonly uses: readonly StoredLedgerUse[];
}

export interface StoredLedger {
  readonly source: string;
  readonly target: string;
  /** Version of each of the two editions, by its id. */
  readonly versions: Readonly<Record<string, string>>;
  /** Slug of the commentary that the notes are of; '' where there is none. */
  readonly commentary: string;
  /** In the order of their first occurrence. */
  readonly terms: readonly StoredLedgerTerm[];
}

export interface LedgerUse extends UseWords {
  readonly uid: Uid;
}

export interface LedgerTerm extends TermFacts {
  readonly uses: readonly LedgerUse[];
}

/** Joined with the units of its work. */
export interface TermLedger extends Omit<StoredLedger, 'terms'> {
  readonly terms: readonly LedgerTerm[];
}

/** How often a term has each rendering, most often first; then by its first place. */
export function countRenderings(
  uses: readonly Pick<UseWords, 'rendering'>[],
): readonly { readonly rendering: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { rendering } of uses)
    if (rendering !== null) counts.set(rendering, (counts.get(rendering) ?? 0) + 1);
  return [...counts]
    .map(([rendering, count]) => ({ rendering, count }))
    .toSorted((left, right) => right.count - left.count);
}

/**
 * How far its renderings drift apart, 0 to 1: the chance that two of its places that are rendered,
 * taken at random, are rendered differently (Gini and Simpson's index, without replacement).
 */
export function driftOf(uses: readonly Pick<UseWords, 'rendering'>[]): number {
  const counts = countRenderings(uses).map(({ count }) => count);
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all < 2) return 0;
  const alike = counts.reduce((sum, count) => sum + count * (count - 1), 0);
  return 1 - alike / (all * (all - 1));
}
