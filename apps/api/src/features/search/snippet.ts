import type { Snippet } from '@glossator/contract';
import { foldText } from './findable.ts';
import { betweenWords } from './whole-words.ts';

/** UTF-16 units around the first place that is shown. */
const around = 90;

/** The text around what was looked for, with every place of it marked. */
export function snippetOf(text: string, terms: readonly string[]): Snippet {
  const { text: folded, from } = foldText(text);
  const found = terms
    .filter((term) => term !== '')
    .flatMap((term) => placesOf(folded, term))
    .sort(([left], [right]) => left - right);
  const first = from[found[0]?.[0] ?? 0] ?? 0;
  const begin = betweenWords(text, wholeAt(text, Math.max(0, first - around)), -1);
  const end = betweenWords(
    text,
    wholeAt(text, Math.min(text.length, Math.max(first, begin) + around * 2)),
    1,
  );

  const pieces: { text: string; hit: boolean }[] = [];
  const add = (to: number, hit: boolean): void => {
    const part = text.slice(at, Math.min(to, end));
    if (part !== '') pieces.push({ text: part, hit });
    at = Math.max(at, Math.min(to, end));
  };
  let at = begin;
  for (const [start, stop] of found) {
    const [left, right] = [from[start] ?? 0, from[stop] ?? text.length];
    if (right <= at || left >= end) continue;
    add(Math.max(at, left), false);
    add(right, true);
  }
  add(end, false);
  const [head] = pieces;
  if (begin > 0 && head !== undefined) pieces[0] = { ...head, text: `… ${head.text.trimStart()}` };
  if (end < text.length) pieces.push({ text: ' …', hit: false });
  return pieces;
}

function placesOf(text: string, term: string): [number, number][] {
  const places: [number, number][] = [];
  for (
    let at = text.indexOf(term);
    at !== -1 && places.length < 50;
    at = text.indexOf(term, at + term.length)
  )
    places.push([at, at + term.length]);
  return places;
}

/** Never between the halves of one character. */
const wholeAt = (text: string, index: number): number =>
  /[\uDC00-\uDFFF]/.test(text[index] ?? '') ? index - 1 : index;
