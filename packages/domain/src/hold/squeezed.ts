import { folded, type FoldHan } from './folded.ts';

/** A folded text without what stands between its words, and where in it a word may begin or end. */
export interface Squeezed {
  readonly text: string;
  /** For each UTF-16 unit, and one more for the end: 1 where an edge of a word may be. */
  readonly edges: Uint8Array;
}

// Scripts that set no space between words, and Korean, which ties particles to them.
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
// A Latin stop between hanzi is more often put there to hide; folding would make the two one.
const wideStop = /[，；：！？…]/gu;
const stop = /[。、]|\n\s*\n/u;
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

type Gap = 'none' | 'marks' | 'space' | 'stop';
interface Part {
  readonly text: string;
  readonly isUnspaced: boolean;
  /** What stands before it. */
  readonly gap: Gap;
}

function gapOf(between: string): Gap {
  if (between === '') return 'none';
  if (stop.test(between)) return 'stop';
  return /\s/u.test(between) ? 'space' : 'marks';
}

function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const found of text.matchAll(word)) {
    let gap = gapOf(text.slice(end, found.index));
    end = found.index + found[0].length;
    let plain = '';
    for (const letter of found[0]) {
      if (!unspaced.test(letter)) {
        plain += letter;
        continue;
      }
      if (plain !== '') {
        parts.push({ text: plain, isUnspaced: false, gap });
        gap = 'none';
        plain = '';
      }
      parts.push({ text: letter, isUnspaced: true, gap });
      gap = 'none';
    }
    if (plain !== '') parts.push({ text: plain, isUnspaced: false, gap });
  }
  return parts;
}

/** Three letters that stand alone, one after another, are one word spelled out. */
function isSpelled(parts: readonly Part[], at: number): boolean {
  const isAlone = (n: number): boolean => {
    const part = parts[n];
    return part !== undefined && !part.isUnspaced && [...part.text].length === 1;
  };
  return isAlone(at) && isAlone(at - 1) && (isAlone(at - 2) || isAlone(at + 1));
}

/**
 * Words a space apart stay a space apart. Nothing is left between hanzi but a stop, between
 * letters spelled out one by one, and where marks without a space part a word; each such place
 * may be an edge, so that what was written as two words is still found as two.
 */
export function squeeze(source: string, foldHan?: FoldHan): Squeezed {
  const parts = partsOf(folded(source.replaceAll(wideStop, '。'), foldHan));
  let text = '';
  const edges = [1];
  for (const [at, part] of parts.entries()) {
    const before = parts[at - 1];
    const isApart =
      before !== undefined &&
      (part.gap === 'stop' ||
        (part.gap === 'space' && !part.isUnspaced && !before.isUnspaced && !isSpelled(parts, at)));
    if (isApart) {
      text += ' ';
      edges.push(1);
    }
    text += part.text;
    for (let unit = 1; unit < part.text.length; unit += 1) edges.push(0);
    edges.push(1);
  }
  return { text, edges: Uint8Array.from(edges) };
}
