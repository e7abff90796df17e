import type { TextChangeView } from '@glossator/contract';
import { compareTexts, type TextStretch } from '@glossator/document';

type Passages = TextChangeView['before'];

export interface ChangedPassage {
  readonly address: string;
  readonly stretches: readonly TextStretch[];
}

/**
 * Clauses before and after, by address; what is gone stands with all that took its place, so that a clause
 * that was divided reads as one.
 */
export function changedPassages(
  before: Passages,
  after: Passages,
  lang: string,
): readonly ChangedPassage[] {
  const now = new Map(after.map(({ address, text }) => [address, text]));
  const gone = before.filter(({ address }) => !now.has(address));
  const old = new Map(before.map(({ address, text }) => [address, text]));
  const fresh = after.filter(({ address }) => !old.has(address));
  const joint = /^(zh|ja)\b/u.test(lang) ? '' : ' ';
  const joined = (passages: Passages): string => passages.map(({ text }) => text).join(joint);
  const kept = before.flatMap(({ address, text }) => {
    const next = now.get(address);
    return next === undefined ? [] : [{ address, stretches: compareTexts(text, next, lang) }];
  });
  if (gone.length + fresh.length === 0) return kept;
  const address = (gone.length > 0 ? gone : fresh).map((each) => each.address).join(', ');
  return [...kept, { address, stretches: compareTexts(joined(gone), joined(fresh), lang) }];
}
