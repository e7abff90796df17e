import type { Condition, Uid, WitnessSpan } from './model.ts';
import type { SegmentPlace, WitnessZone } from './witness.ts';
import { pointAt, type WitnessText } from './witness-text.ts';

/*
 * How far a segment can be trusted, by where it stands in the copy. The condition says what is known to
 * be wrong with it; the place says what may be wrong with it and cannot be seen.
 */

export const reliabilities = ['sound', 'exposed', 'doubtful', 'damaged', 'lost'] as const;
export type Reliability = (typeof reliabilities)[number];

export const reliabilityReasons = [
  /** All of it stands where the banner lay. */
  'in-banner',
  /** A part of it does. */
  'meets-banner',
  /** A page ends inside it. */
  'page-ends-inside',
  /** It is next to a segment that is lost, damaged or corrupt. */
  'beside-damage',
  /** It begins or ends where a whole page is missing. */
  'beside-lost-page',
] as const;
export type ReliabilityReason = (typeof reliabilityReasons)[number];

export const heights = ['head', 'middle', 'foot'] as const;
export type Height = (typeof heights)[number];

export interface SegmentReliability {
  readonly uid: Uid;
  readonly level: Reliability;
  readonly reasons: readonly ReliabilityReason[];
  /** The page on which it begins; null where it is lost. */
  readonly page: number | null;
  /** The part of that page on which it begins. */
  readonly height: Height | null;
  /** How far down the page its first piece begins and its last piece ends: 0 to 1. */
  readonly from: number | null;
  readonly to: number | null;
}

/** The top fifteenth or so of a page, and the band below which the foot begins. */
const HEAD = 0.15;
const FOOT = 0.85;

const heightAt = (depth: number): Height =>
  depth < HEAD ? 'head' : depth >= FOOT ? 'foot' : 'middle';

const LEVELS = {
  lost: 'lost',
  damaged: 'damaged',
  corrupt: 'doubtful',
  intact: null,
  // Of supplements, which stand in no copy.
  part: null,
  outside: null,
} satisfies Record<Condition, Reliability | null>;

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly page: number;
}

function stretchOf(text: WitnessText, { start, end }: WitnessSpan): Stretch {
  const from = pointAt(text, start);
  return { from: from.depth, to: pointAt(text, end).depth, page: from.page };
}

function inZones(stretches: readonly Stretch[], zones: readonly WitnessZone[]) {
  const meets = ({ from, to }: Stretch): boolean =>
    zones.some((zone) => from < zone.to && to > zone.from);
  const lies = ({ from, to }: Stretch): boolean =>
    zones.some((zone) => from >= zone.from && to <= zone.to);
  return { some: stretches.some(meets), all: stretches.every(lies) };
}

/** The reliability of every segment of an edition version, in the order of the segments given. */
export function readReliability(
  text: WitnessText,
  zones: readonly WitnessZone[],
  segments: readonly { readonly uid: Uid; readonly condition: Condition }[],
  places: readonly SegmentPlace[],
  /** Segments that a missing page took. */
  lostPages: ReadonlySet<Uid>,
): readonly SegmentReliability[] {
  const spans = new Map(places.map((place) => [place.uid, place.spans]));
  return segments.map(({ uid, condition }, index): SegmentReliability => {
    const stretches = (spans.get(uid) ?? []).map((span) => stretchOf(text, span));
    const [first] = stretches;
    if (first === undefined)
      return { uid, level: 'lost', reasons: [], page: null, height: null, from: null, to: null };
    const around = [segments[index - 1], segments[index + 1]].filter((each) => each !== undefined);
    const { some, all } = inZones(stretches, zones);
    const reasons: ReliabilityReason[] = [];
    if (some) reasons.push(all ? 'in-banner' : 'meets-banner');
    if (stretches.length > 1 && stretches.some(({ page }) => page !== first.page))
      reasons.push('page-ends-inside');
    if (around.some((each) => lostPages.has(each.uid))) reasons.push('beside-lost-page');
    else if (around.some((each) => each.condition !== 'intact')) reasons.push('beside-damage');
    return {
      uid,
      level: LEVELS[condition] ?? (reasons.length > 0 ? 'exposed' : 'sound'),
      reasons,
      page: first.page,
      height: heightAt(first.from),
      from: first.from,
      to: stretches.at(-1)?.to ?? first.to,
    };
  });
}
