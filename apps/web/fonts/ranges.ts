const span = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');

/** What nearly every page needs of Latin: the rest comes when a page has it. */
export const latin = `${span(0x20, 0x7e)}\u00a0§¶·×é–—‘’“”…←↑→↓⟨⟩`;
export const latinRange = unicodeRange(latin);
/** The other letters of western Europe. */
export const latin1 = `${span(0xa1, 0xff).replace(/[§¶·×é]/g, '')}ıŒœ‚„†‡•‹›⁄€−`;
export const latin1Range = unicodeRange(latin1);
export const latinExtRange =
  'U+100-130, U+132-151, U+154-2BA, U+2BD-2C5, U+2C7-2CC, U+2CE-2D7, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0';

/** CSS `unicode-range` of the characters of a text. */
export function unicodeRange(text: string): string {
  const points = [...new Set([...text].map((character) => character.codePointAt(0) ?? 0))];
  const runs: [number, number][] = [];
  for (const point of points.sort((left, right) => left - right)) {
    const last = runs.at(-1);
    if (last?.[1] === point - 1) last[1] = point;
    else runs.push([point, point]);
  }
  const hex = (point: number): string => point.toString(16).toUpperCase();
  return runs
    .map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`))
    .join(', ');
}
