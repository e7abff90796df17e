import { fromUtf16, type TextRange } from '@glossator/document';

/**
 * The same stretch without the space at its ends, and with whole characters as a reader sees them: no
 * emoji and no letter with its accents is cut. Null where nothing is left.
 */
export function snap(text: string, { start, end }: TextRange): TextRange | null {
  const points = [...text];
  let [from, to] = [Math.max(0, start), Math.min(points.length, end)];
  while (from < to && /\s/u.test(points[from] ?? '')) from += 1;
  while (to > from && /\s/u.test(points[to - 1] ?? '')) to -= 1;
  if (from >= to) return null;
  for (const { index, segment } of new Intl.Segmenter(undefined, {
    granularity: 'grapheme',
  }).segment(text)) {
    const begins = fromUtf16(text, index);
    const ends = fromUtf16(text, index + segment.length);
    if (!begins.ok || !ends.ok) return null;
    if (begins.value < from && from < ends.value) from = begins.value;
    if (begins.value < to && to < ends.value) to = ends.value;
  }
  return { start: from, end: to };
}
