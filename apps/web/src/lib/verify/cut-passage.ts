export interface Cut {
  readonly text: string;
  readonly marked: boolean;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A text in stretches, those in the ranges marked; ranges are code points and in order. */
export function cutPassage(text: string, ranges: readonly Range[]): Cut[] {
  const points = [...text];
  const cuts: Cut[] = [];
  let at = 0;
  const push = (to: number, marked: boolean): void => {
    if (to > at) cuts.push({ text: points.slice(at, to).join(''), marked });
    at = Math.max(at, to);
  };
  for (const { start, end } of ranges) {
    push(start, false);
    push(end, true);
  }
  push(points.length, false);
  return cuts;
}
