import { codePointLength, occurrences } from '../offsets.ts';
import type { PlacedLocus } from '../place-quotation.ts';
import type { TextRange, TextSelector } from '../selector.ts';
import { findAlike } from './alike.ts';
import { joinSegments, lociWithin, type Joined } from './joined.ts';
import type { Fate, FollowReason } from './outcome.ts';
import { sharedText } from './shared-text.ts';
import { surroundingsAt, weight, type Surroundings } from './surroundings.ts';
import { standIns, type TextChange } from './text-change.ts';

/** Words of one segment, as they were written on. */
export interface Quotation extends TextSelector {
  readonly uid: string;
}

export interface FollowedQuotation extends Fate {
  /** Where the words stand now, or may stand; one a segment, none where they are stale. */
  readonly loci: readonly PlacedLocus[];
}

/**
 * Chosen by measurement on the corpus of mutations (`bench --only anchors`): lower floors attach words
 * to look-alikes, higher ones lose words that a hand corrected.
 */
const floors = {
  /** Weight of words and of what stands around them from which chance is ruled out. */
  evidence: 45,
  /** Share of what stood around them, in a segment too short for that weight. */
  share: 0.8,
  /** Share of the shorter of the two texts that stands in the other: they are the same text then. */
  sameText: 0.75,
  /** By how much the best of several places must be better than the next. */
  lead: 0.25,
  /** Letters of the words that may have changed. */
  changed: 0.4,
  /** Of likeness and surroundings together. */
  score: 0.65,
};

const stale = (reason: FollowReason): FollowedQuotation => ({ outcome: 'stale', reason, loci: [] });

interface Candidate extends TextRange {
  readonly around: Surroundings;
}

const isSure = ({ exact }: Quotation, { around }: Candidate): boolean =>
  weight(exact) + around.weight >= floors.evidence ||
  (around.weight > 0 && around.share >= floors.share);

/** Asked for every quotation of a segment, the same for all of them. */
const same = new WeakMap<TextChange, Map<string, boolean>>();

/** What stands in the place of a segment is that segment, corrected, and not another one. */
function isSameText(uid: string, { text }: Joined, change: TextChange): boolean {
  const known = same.get(change) ?? new Map<string, boolean>();
  same.set(change, known);
  const found = known.get(uid) ?? sharedText(change.before(uid) ?? '', text) >= floors.sameText;
  known.set(uid, found);
  return found;
}

/** The words as they were stand somewhere. */
function followExact(
  quotation: Quotation,
  change: TextChange,
  joined: Joined,
  places: readonly number[],
): FollowedQuotation {
  const old = change.before(quotation.uid);
  const size = codePointLength(quotation.exact);
  const candidates = places
    .map((start): Candidate => {
      const range = { start, end: start + size };
      return { ...range, around: surroundingsAt(joined.text, range, quotation) };
    })
    // What is found between two segments alone, as a space is, stands in none.
    .filter((range) => lociWithin(joined, range).length > 0)
    .toSorted((left, right) => right.around.share - left.around.share);
  const [best, next] = candidates;
  if (best === undefined) return stale('words-gone');
  const loci = lociWithin(joined, best);
  const wasOnce = typeof old !== 'string' || occurrences(old, quotation.exact).length === 1;
  // One of two that stood there may be the other one: only what is around it can tell.
  const leads =
    next === undefined
      ? wasOnce || best.around.share >= floors.share
      : best.around.share - next.around.share >= floors.lead && best.around.share >= floors.share;
  if (next !== undefined && !leads) return { outcome: 'proposed', reason: 'several-places', loci };
  return leads && (isSure(quotation, best) || isSameText(quotation.uid, joined, change))
    ? { outcome: 'marked', reason: 'words-stand', loci }
    : { outcome: 'proposed', reason: 'words-alone', loci };
}

/** Other words stand in their place, near enough to ask their author. */
function followAlike(quotation: Quotation, joined: Joined): FollowedQuotation {
  const scored = findAlike(joined.text, quotation.exact, floors.changed)
    .map((found) => {
      const around = surroundingsAt(joined.text, found, quotation);
      return { found, score: 0.6 * found.likeness + 0.4 * around.likeness };
    })
    .filter(({ found }) => lociWithin(joined, found).length > 0)
    .toSorted((left, right) => right.score - left.score);
  const [best] = scored;
  if (best === undefined || best.score < floors.score) return stale('words-gone');
  return { outcome: 'proposed', reason: 'similar-words', loci: lociWithin(joined, best.found) };
}

/** Where words of one segment stand after a release: in it, or in what the release puts in its place. */
export function followQuotation(quotation: Quotation, change: TextChange): FollowedQuotation {
  const { uid, start, end, exact } = quotation;
  const old = change.before(uid);
  if (typeof old === 'string' && change.after(uid) === old)
    return { outcome: 'carried', reason: 'same', loci: [{ uid, start, end }] };
  const homes = standIns(uid, change, (each) => change.after(each) !== undefined);
  if (homes.length === 0) return stale('retired');
  const segments = homes.flatMap((each) => {
    const text = change.after(each);
    return typeof text === 'string' ? [{ uid: each, text }] : [];
  });
  if (segments.length === 0) return stale('lost');
  const joined = joinSegments(segments);
  const places = occurrences(joined.text, exact);
  if (places.length > 0) return followExact(quotation, change, joined, places);
  return followAlike(quotation, joined);
}
