import { diffArrays } from 'diff';

export interface TextStretch {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

const byCharacter = /^(zh|ja)\b/u;
const words = new Intl.Segmenter('en', { granularity: 'word' });

const pieces = (text: string, lang: string): string[] =>
  byCharacter.test(lang) ? [...text] : Array.from(words.segment(text), ({ segment }) => segment);

/** Beyond so many changes it is said that the whole was changed. */
const mostChanges = 2_000;

/** How one text became another: Chinese by character, other languages by word. */
export function compareTexts(before: string, after: string, lang: string): readonly TextStretch[] {
  const changes = diffArrays(pieces(before, lang), pieces(after, lang), {
    maxEditLength: mostChanges,
  });
  if (changes === undefined)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

/** Where a place of one text is in another that departs from it in marks only. Code points. */
export function placeInOther(from: string, to: string, offset: number): number {
  const changes = diffArrays([...from], [...to]);
  let inFrom = 0;
  let inTo = 0;
  for (const { added, removed, value } of changes) {
    if (added) {
      inTo += value.length;
      continue;
    }
    if (inFrom + value.length >= offset) return removed ? inTo : inTo + offset - inFrom;
    inFrom += value.length;
    if (!removed) inTo += value.length;
  }
  return inTo;
}
