import type { Stretch, Witness } from './witness.ts';

/** One code point on its way from the witness to a text; `at` is null for one we added. */
export interface Cell {
  readonly char: string;
  readonly at: number | null;
  readonly line: number;
}

export function cellsOf(witness: Witness, { line, start, end }: Stretch): readonly Cell[] {
  return witness.chars.slice(start, end).map((char, i) => ({ char, at: start + i, line }));
}

export function textOfCells(cells: readonly Cell[]): string {
  return cells.map((cell) => cell.char).join('');
}

/** The stretches of the witness that the cells came from, one for each unbroken run. */
export function stretchesOf(cells: readonly Cell[]): readonly Stretch[] {
  const runs: { line: number; start: number; end: number }[] = [];
  for (const { at, line } of cells) {
    if (at === null) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.end === at && last.line === line) last.end = at + 1;
    else runs.push({ line, start: at, end: at + 1 });
  }
  return runs;
}
