import type { CopyPlace } from '@glossator/contract';
import { lineBounds, pointAt, witnessSlice } from '@glossator/document';
import { hidesIn, type Ground } from './ground.ts';

interface CopyPart {
  readonly text: string | null;
  readonly mark: boolean;
}
export interface CopyLineView {
  readonly line: number;
  readonly parts: CopyPart[];
}

/** One line of the copy, cut where `from` to `to` stands; words that are not shown are left out. */
function readLine(ground: Ground, line: number, from: number, to: number): CopyLineView {
  const { text } = ground.record;
  const bounds = lineBounds(text, line);
  const parts: CopyPart[] = [];
  for (const { start, end, shown } of ground.stretches) {
    if (end <= bounds.start || start >= bounds.end) continue;
    if (!shown) {
      if (parts.at(-1)?.text !== null) parts.push({ text: null, mark: false });
      continue;
    }
    const edges = [start, from, to, end].map((edge) =>
      Math.min(Math.max(edge, start, bounds.start), end, bounds.end),
    );
    for (const [index, edge] of edges.slice(0, -1).entries()) {
      const words = witnessSlice(text, edge, edges[index + 1] ?? edge);
      // Where nothing stands, the place itself is marked, once.
      const isEmpty = index === 1 && from === to && start <= from && from < end;
      if (words !== '' || isEmpty) parts.push({ text: words, mark: index === 1 });
    }
  }
  return { line, parts };
}

/** The line of a stretch with that stretch marked, and the printed line before and after it. */
export function linesAround(ground: Ground, line: number, from: number, to: number) {
  const { text, head } = ground.record;
  const isPrinted = (n: number): boolean => {
    const { start, end } = lineBounds(text, n);
    return end > start;
  };
  const numbers = Array.from({ length: head.lines }, (_, i) => i + 1);
  const before = numbers.findLast((n) => n < line && isPrinted(n));
  const after = numbers.find((n) => n > line && isPrinted(n));
  return [before, line, after].flatMap((n) =>
    n === undefined ? [] : [readLine(ground, n, from, to)],
  );
}

const HEAD = 0.15;
const FOOT = 0.85;

/** Where an offset of the copy stands, for readers. */
export function placeOf(ground: Ground, at: number): CopyPlace {
  const { text, zones } = ground.record;
  const { line, column, page, depth } = pointAt(text, at);
  return {
    line,
    column: hidesIn(ground, line) ? null : column,
    page,
    height: depth < HEAD ? 'head' : depth >= FOOT ? 'foot' : 'middle',
    zone: zones.find(({ from, to }) => from <= depth && depth <= to)?.kind ?? null,
  };
}
