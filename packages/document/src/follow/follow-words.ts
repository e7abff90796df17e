import { describeRange, type TextRange } from '../selector.ts';
import { followQuotation } from './follow-quotation.ts';
import type { TextChange } from './text-change.ts';

export interface StandingWords extends TextRange {
  readonly uid: string;
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
  const quotation = describeRange(change.before(uid) ?? '', range);
  if (!quotation.ok) return null;
  const { outcome, loci } = followQuotation({ uid, ...quotation.value }, change);
  const [only, more] = loci;
  const stands = outcome === 'carried' || outcome === 'marked';
  return stands && more === undefined ? (only ?? null) : null;
}
