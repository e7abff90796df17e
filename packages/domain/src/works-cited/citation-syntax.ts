const letter = '[\\p{L}\\p{N}]';
const key = `${letter}(?:[\\p{L}\\p{N}_:./+-]{0,98}${letter})?`;

/** What an item is called where it is cited. No mark of Markdown is in it, nor one that ends a citation. */
export const citationKey = new RegExp(`^${key}$`, 'u');

/** One work of a citation, as pandoc writes it: `see @hart1961, ch. 5`, and `-@hart1961` for the year alone. */
export interface CitedWork {
  readonly key: string;
  readonly prefix: string;
  /** With the comma before it, where there is one. */
  readonly suffix: string;
  readonly isYearAlone: boolean;
}

export type CitationPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'citation'; readonly text: string; readonly works: readonly CitedWork[] };

// A bracket inside brackets is no citation, so that each character is looked at a bounded number of times.
const brackets = /\[([^[\]]{1,1000})\]/gu;
const work = new RegExp(`^(|.*?\\s)(-?)@(${key})(|[\\s,].*)$`, 'u');

function workOf(text: string): CitedWork | null {
  const found = work.exec(text.replace(/\s+/gu, ' ').trim());
  const [, prefix, minus, named, after] = found ?? [];
  if (named === undefined) return null;
  const suffix = (after ?? '').trim().replace(/^,\s*$/u, '');
  return { key: named, prefix: (prefix ?? '').trim(), suffix, isYearAlone: minus === '-' };
}

/** The citations in a text and what stands between them; joined they are the text again. */
export function splitCitations(text: string): readonly CitationPiece[] {
  const pieces: CitationPiece[] = [];
  let end = 0;
  for (const found of text.matchAll(brackets)) {
    const works = (found[1] ?? '').split(';').map(workOf);
    if (!works.every((each) => each !== null)) continue;
    if (found.index > end) pieces.push({ kind: 'text', text: text.slice(end, found.index) });
    pieces.push({ kind: 'citation', text: found[0], works });
    end = found.index + found[0].length;
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) });
  return pieces;
}
