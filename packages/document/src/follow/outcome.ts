/**
 * What a new version of a text does to what points at it. `carried`: as it was; `marked`: still there,
 * but something about it changed; `proposed`: its author is asked; `stale`: readable on its own
 * version alone.
 */
export const outcomes = ['carried', 'marked', 'proposed', 'stale'] as const;
export type Outcome = (typeof outcomes)[number];

export const followReasons = [
  /** Nothing about it changed. */
  'same',
  /** The unit stands; its text is another. */
  'text-changed',
  /** The words stand once, in a text that changed around them. */
  'words-stand',
  /** The unit stands elsewhere now, as the release declares. */
  'moved',
  /** Its parts stand in its place, as the release declares. */
  'split',
  /** It is part of a larger unit now, as the release declares. */
  'merged',
  /** Part of what it points at is gone. */
  'part-gone',
  /** The words stand, but nothing tells that they are the same ones. */
  'words-alone',
  /** The words stand in several places, and nothing around them decides. */
  'several-places',
  /** Words much like them stand in their place. */
  'similar-words',
  /** Neither the words nor any like them stand in their segment or in what took its place. */
  'words-gone',
  /** The new version has lost the segment. */
  'lost',
  /** The unit is gone and nothing is declared to stand in its place. */
  'retired',
  /** The entry of the apparatus says something else now. */
  'entry-changed',
  /** The apparatus has no such entry any more. */
  'entry-gone',
] as const;
export type FollowReason = (typeof followReasons)[number];

export interface Fate {
  readonly outcome: Outcome;
  readonly reason: FollowReason;
}

const rank = (outcome: Outcome): number => outcomes.indexOf(outcome);

/** The one that asks most of a reader; of equals the first. */
export function worst<F extends Fate>(first: F, ...others: readonly F[]): F {
  return others.reduce(
    (held, each) => (rank(each.outcome) > rank(held.outcome) ? each : held),
    first,
  );
}
