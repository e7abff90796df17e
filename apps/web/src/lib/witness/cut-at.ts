import { codePointSlice } from '@glossator/document';

/** A text cut where an entry stands in it; whole before it where the entry has no place. Code points. */
export function cutAt(text: string, start: number | null, end: number | null) {
  if (start === null || end === null) return { before: text, marked: '', after: '' };
  return {
    before: codePointSlice(text, 0, start),
    marked: codePointSlice(text, start, end),
    after: codePointSlice(text, end),
  };
}
