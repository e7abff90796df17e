import { codePointSlice } from '../../offsets.ts';
import { segmentLimbs, type Span } from '../../segment.ts';
import { readMarker } from '../marker.ts';

const MOST = 26;

/** Whether the parts between semicolons are numbered, or parted as Chinese parts them. */
function isEnumerated(text: string, spans: readonly Span[]): boolean {
  if (text.includes('；')) return true;
  return spans
    .slice(1)
    .every(({ start, end }) => readMarker(codePointSlice(text, start, end)).length > 0);
}

/**
 * Limbs of one sentence in each edition that has it: only where all part it into as many, so that
 * `a` is the same in every language.
 */
export function limbsOf(readings: readonly (string | null)[]): readonly (readonly Span[])[] {
  const none = readings.map((): readonly Span[] => []);
  const texts = readings.filter((reading) => reading !== null);
  const [first, ...others] = texts.map(segmentLimbs);
  if (first === undefined || first.length < 2 || first.length > MOST) return none;
  if (others.some(({ length }) => length !== first.length)) return none;
  if (!texts.some((text) => isEnumerated(text, segmentLimbs(text)))) return none;
  return readings.map((reading) => (reading === null ? [] : segmentLimbs(reading)));
}
