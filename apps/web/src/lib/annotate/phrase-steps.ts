import { codePointLength, type TextRange } from '@glossator/document';

interface Part extends TextRange {
  readonly isWord: boolean;
  readonly isBlank: boolean;
}

/** A text cut at every edge of a character as a reader sees it, or of a word. Code points. */
function partsOf(text: string, granularity: 'grapheme' | 'word', lang: string): readonly Part[] {
  let start = 0;
  const segments = new Intl.Segmenter(lang === '' ? undefined : lang, { granularity });
  return [...segments.segment(text)].map(({ segment, isWordLike }) => {
    const end = start + codePointLength(segment);
    const part = { start, end, isWord: isWordLike === true, isBlank: segment.trim() === '' };
    start = end;
    return part;
  });
}

/** The words of a text in its own language; its characters where it has none. */
export function wordsIn(text: string, lang: string): readonly TextRange[] {
  const words = partsOf(text, 'word', lang).filter(({ isWord }) => isWord);
  const parts = words.length > 0 ? words : partsOf(text, 'grapheme', lang);
  return parts.filter(({ isBlank }) => !isBlank).map(({ start, end }) => ({ start, end }));
}

/** Words from one to another, both of them in it: places in the list of words. */
export interface Phrase {
  /** The word it was begun at. */
  readonly anchor: number;
  /** The word that moves. */
  readonly head: number;
}

export type Step =
  'back' | 'on' | 'first' | 'last' | 'extend-back' | 'extend-on' | 'extend-first' | 'extend-last';

/** The phrase after a step; null beyond the first and the last word. */
export function stepPhrase({ anchor, head }: Phrase, step: Step, count: number): Phrase | null {
  const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)];
  const alone = { back: from - 1, on: to + 1, first: 0, last: count - 1 };
  const moved = {
    'extend-back': head - 1,
    'extend-on': head + 1,
    'extend-first': 0,
    'extend-last': count - 1,
  };
  const at = step in alone ? alone[step as keyof typeof alone] : moved[step as keyof typeof moved];
  if (at < 0 || at >= count) return null;
  return { anchor: step in alone ? at : anchor, head: at };
}

/** Code points from the first word of a phrase to its last; null where the text has no such words. */
export function rangeOfPhrase(words: readonly TextRange[], phrase: Phrase): TextRange | null {
  const first = words[Math.min(phrase.anchor, phrase.head)];
  const last = words[Math.max(phrase.anchor, phrase.head)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** The words that a stretch of the text touches; the first word where it touches none. */
export function phraseAt(words: readonly TextRange[], { start, end }: TextRange): Phrase {
  const anchor = words.findIndex((word) => word.end > start);
  const head = words.findLastIndex((word) => word.start < end);
  if (anchor === -1 || head < anchor)
    return { anchor: Math.max(0, anchor), head: Math.max(0, anchor) };
  return { anchor, head };
}

/** Where the end of a selection goes, a character or a word on or back. Code points. */
export function moveEnd(
  text: string,
  offset: number,
  { by, direction, lang }: { by: 'grapheme' | 'word'; direction: 1 | -1; lang: string },
): number {
  const parts = partsOf(text, by, lang).filter(({ isWord }) => by === 'grapheme' || isWord);
  return direction === 1
    ? (parts.find(({ end }) => end > offset)?.end ?? codePointLength(text))
    : (parts.findLast(({ start }) => start < offset)?.start ?? 0);
}
