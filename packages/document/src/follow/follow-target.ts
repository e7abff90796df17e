import { followQuotation, type Quotation } from './follow-quotation.ts';
import { followUnits, type UnitChange } from './follow-units.ts';
import { worst, type Fate } from './outcome.ts';

/** The whole of a segment in one edition. */
export interface WholeSegment {
  readonly uid: string;
  readonly start: null;
  readonly end: null;
}
export type Aim = Quotation | WholeSegment;

/** What points at the text of the edition that is released. */
export type FollowableTarget =
  /** Whole units, the same in every language. */
  | { readonly kind: 'units'; readonly uids: readonly string[] }
  /** Words of one edition, one a segment. */
  | { readonly kind: 'range'; readonly loci: readonly Aim[] }
  /** The sides of a hinge that stand in this edition; the other is not touched. */
  | { readonly kind: 'hinge'; readonly loci: readonly Aim[] }
  /** An entry of the apparatus, before and after; null where there is none. */
  | { readonly kind: 'entry'; readonly before: string | null; readonly after: string | null };

export interface FollowedLocus {
  readonly uid: string;
  /** Code points; null where the whole segment is meant. */
  readonly start: number | null;
  readonly end: number | null;
}

export interface FollowedTarget extends Fate {
  /** Units that it stands on now; only of `units`. */
  readonly units: readonly string[];
  /** Where its words stand now, or may stand. Of a hinge as many as were given, or none. */
  readonly loci: readonly FollowedLocus[];
}

const nowhere = (fate: Fate): FollowedTarget => ({
  outcome: fate.outcome,
  reason: fate.reason,
  units: [],
  loci: [],
});

function followAim(
  aim: Aim,
  change: UnitChange,
): Fate & { readonly loci: readonly FollowedLocus[] } {
  if (aim.start !== null) return followQuotation(aim, change);
  const followed = followUnits([aim.uid], change);
  const loci = followed.units.map((uid) => ({ uid, start: null, end: null }));
  // A side of a hinge is one segment.
  return loci.length === 1
    ? { ...followed, loci }
    : { outcome: 'stale', reason: followed.reason, loci: [] };
}

function followRange(loci: readonly Aim[], change: UnitChange): FollowedTarget {
  const each = loci.map((aim) => followAim(aim, change));
  const [first, ...others] = each.filter(({ outcome }) => outcome !== 'stale');
  if (first === undefined) return nowhere(each[0] ?? { outcome: 'stale', reason: 'words-gone' });
  const fate = worst<Fate>(first, ...others);
  const isPart = others.length + 1 < each.length;
  return {
    outcome: isPart ? 'proposed' : fate.outcome,
    reason: isPart ? 'part-gone' : fate.reason,
    units: [],
    loci: each.flatMap((followed) => followed.loci),
  };
}

function followHinge(loci: readonly Aim[], change: UnitChange): FollowedTarget {
  const [first, ...others] = loci.map((aim) => followAim(aim, change));
  if (first === undefined) return nowhere({ outcome: 'carried', reason: 'same' });
  const sides = [first, ...others];
  const fate = worst<Fate>(first, ...others);
  // Half a hinge says nothing.
  if (fate.outcome === 'stale' || sides.some((side) => side.loci.length !== 1))
    return nowhere({ outcome: 'stale', reason: fate.outcome === 'stale' ? fate.reason : 'split' });
  return { ...nowhere(fate), loci: sides.flatMap((side) => side.loci) };
}

function followEntry(before: string | null, after: string | null): Fate {
  if (after === null) return { outcome: 'stale', reason: 'entry-gone' };
  if (before === null || before === after) return { outcome: 'carried', reason: 'same' };
  return { outcome: 'marked', reason: 'entry-changed' };
}

/**
 * What becomes of a target when an edition is released: decided from the text alone, the same for
 * whoever asks. Words are sought in their own segment and in what the release declares to stand in
 * its place, never elsewhere.
 */
export function followTarget(target: FollowableTarget, change: UnitChange): FollowedTarget {
  if (target.kind === 'units') return { ...followUnits(target.uids, change), loci: [] };
  if (target.kind === 'entry') return nowhere(followEntry(target.before, target.after));
  if (target.kind === 'hinge') return followHinge(target.loci, change);
  return followRange(target.loci, change);
}
