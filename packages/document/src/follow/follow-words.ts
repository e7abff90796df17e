import { describeRange, type TextRange } from '../selector.ts';
import { followQuotation, type FollowedQuotation } from './follow-quotation.ts';
import type { TextChange } from './text-change.ts';

export interface StandingWords extends TextRange {
  readonly uid: string;
}

function follow(uid: string, range: TextRange, change: TextChange): FollowedQuotation | null {
  const quotation = describeRange(change.before(uid) ?? '', range);
  return quotation.ok ? followQuotation({ uid, ...quotation.value }, change) : null;
}

/**
 * Where words that an editor placed stand in a later version, by the rule of notes; null where they
 * do not, or only somebody could say: nothing is put on a look-alike.
 */
export function followWords(
  uid: string,
  range: TextRange,
  change: TextChange,
): StandingWords | null {
  const found = follow(uid, range, change);
  const [only, more] = found?.loci ?? [];
  const stands = found?.outcome === 'carried' || found?.outcome === 'marked';
  return stands && more === undefined ? (only ?? null) : null;
}

/**
 * The segment in which such words stand, also where only somebody could say whether they are the same
 * ones; null where other words stand in their place.
 */
export function segmentOfWords(uid: string, range: TextRange, change: TextChange): string | null {
  const found = follow(uid, range, change);
  const [only, more] = found?.loci ?? [];
  return only === undefined || more !== undefined || found?.reason === 'similar-words'
    ? null
    : only.uid;
}
