import type { PlacedLocus } from '@glossator/document';
import { isRight, type FollowCase, type PlainText } from '@glossator/document/mutations';
import { matchQuote, pageOf, type Page } from './hypothesis.ts';

const CONTEXT = 32;

/** Code points in each segment that a stretch of the page covers. */
function lociOf({ starts }: Page, segments: PlainText, start: number, end: number): PlacedLocus[] {
  return segments.flatMap(({ uid, text }) => {
    const at = starts.get(uid) ?? 0;
    const [from, to] = [Math.max(start, at) - at, Math.min(end, at + text.length) - at];
    if (from >= to) return [];
    return [{ uid, start: [...text.slice(0, from)].length, end: [...text.slice(0, to)].length }];
  });
}

export type TheirVerdict = 'right' | 'wrong' | 'orphan';

/** What the client of a page would make of the same note. */
export function judgeTheirs(each: FollowCase, before: Page): TheirVerdict {
  const { quotation } = each;
  const segment = each.before.find(({ uid }) => uid === quotation.uid)?.text ?? '';
  const inside = [...segment].slice(0, quotation.start).join('').length;
  const hint = (before.starts.get(quotation.uid) ?? 0) + inside;
  const end = hint + quotation.exact.length;
  const after = pageOf(each.after);
  const found = matchQuote(after, {
    exact: quotation.exact,
    prefix: before.text.slice(Math.max(0, hint - CONTEXT), hint),
    suffix: before.text.slice(end, end + CONTEXT),
    hint,
  });
  if (found === null) return 'orphan';
  return isRight(each, lociOf(after, each.after, found.start, found.end)) ? 'right' : 'wrong';
}
