import { codePointLength } from '../offsets.ts';
import type { PlacedLocus } from '../place-quotation.ts';
import type { TextRange } from '../selector.ts';

/** Segments in a row, as one text in which words are sought. */
export interface Joined {
  readonly text: string;
  readonly parts: readonly (TextRange & { readonly uid: string })[];
}

/** Between two sentences there is a space, but not in a script without spaces. */
const jointOf = (text: string): string => (/\p{Script=Han}/u.test(text) ? '' : ' ');

export function joinSegments(segments: readonly { uid: string; text: string }[]): Joined {
  const joint = jointOf(segments[0]?.text ?? '');
  let end = -codePointLength(joint);
  const parts = segments.map(({ uid, text }) => {
    const start = end + codePointLength(joint);
    end = start + codePointLength(text);
    return { uid, start, end };
  });
  return { text: segments.map(({ text }) => text).join(joint), parts };
}

/** What a stretch of the whole covers, one a segment. */
export function lociWithin({ parts }: Joined, { start, end }: TextRange): readonly PlacedLocus[] {
  return parts.flatMap((part) => {
    const from = Math.max(start, part.start);
    const to = Math.min(end, part.end);
    return from < to ? [{ uid: part.uid, start: from - part.start, end: to - part.start }] : [];
  });
}
