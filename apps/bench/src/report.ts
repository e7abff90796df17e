import { cpus } from 'node:os';

export interface Row {
  readonly what: string;
  readonly notes: number;
  /** Requests per second. */
  readonly ours: number;
  readonly floor: number;
  readonly ratio: number;
  readonly wanted: number;
  /** Cost beside that of the smallest size. */
  readonly growth: number;
}

const growthWanted = 1.3;

/** A table for people and one line of JSON for machines. Absolute rates are of this machine only. */
export function report(rows: readonly Row[]): void {
  const line = (cells: readonly string[]): string =>
    [cells[0]?.padEnd(16), ...cells.slice(1).map((cell) => cell.padStart(10))].join('  ');
  const print = (text: string): void => void process.stdout.write(`${text}\n`);
  print(line(['', 'notes', 'ours/s', 'floor/s', 'ratio', 'wanted', 'cost', 'wanted']));
  for (const { what, notes, ours, floor, ratio, wanted, growth } of rows)
    print(
      line([
        what,
        String(notes),
        ours.toFixed(0),
        floor.toFixed(0),
        ratio.toFixed(2),
        `≥ ${wanted.toFixed(1)}`,
        growth.toFixed(2),
        `≤ ${growthWanted.toFixed(1)}`,
      ]),
    );
  const met = rows.every(({ ratio, wanted, growth }) => ratio >= wanted && growth <= growthWanted);
  print(
    met ? 'Every figure is within what is wanted.' : 'Some figures are not within what is wanted.',
  );
  print(JSON.stringify({ node: process.version, cores: cpus().length, rows }));
}
