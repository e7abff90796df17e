import { cpus } from 'node:os';

/** What is wanted of a figure: of its ratio to what stands beside it, or of itself. */
export interface Wanted {
  readonly of: 'ratio' | 'ours';
  readonly most?: number;
  readonly least?: number;
}

/** One figure and what it is measured beside, in the same rounds. Absolute values are of this machine only. */
export interface Row {
  readonly what: string;
  readonly unit: 'requests/s' | 'ms' | 'MB' | 'notes' | 'of 100';
  readonly ours: number;
  /** Floor or peer. */
  readonly beside: string;
  readonly theirs: number;
  readonly wanted: Wanted | null;
}

export const ratioOf = ({ ours, theirs }: Row): number => ours / theirs;

export function isMet(row: Row): boolean {
  const { wanted } = row;
  if (wanted === null) return true;
  const value = wanted.of === 'ratio' ? ratioOf(row) : row.ours;
  return value <= (wanted.most ?? Infinity) && value >= (wanted.least ?? -Infinity);
}

const number = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

function wish({ wanted, unit }: Row): string {
  if (wanted === null) return '';
  const bound =
    wanted.most === undefined ? `≥ ${String(wanted.least)}` : `≤ ${String(wanted.most)}`;
  return wanted.of === 'ratio' ? bound : `${bound} ${unit}`;
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, n) => Math.max(...rows.map((row) => row[n]?.length ?? 0)));
  const isText = (n: number): boolean => n === 0 || n === 3;
  return rows.map((row) =>
    row
      .map((cell, n) => (isText(n) ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

/** A table for people and one line of JSON for machines. */
export function report(rows: readonly Row[]): void {
  const print = (text: string): void => void process.stdout.write(`${text}\n`);
  const head = ['', 'ours', 'unit', 'beside', '', 'ratio', 'wanted', ''];
  const cells = rows.map((row) => [
    row.what,
    number(row.ours),
    row.unit,
    row.beside,
    number(row.theirs),
    Number.isFinite(ratioOf(row)) ? ratioOf(row).toFixed(2) : '',
    wish(row),
    isMet(row) ? '' : 'MISSED',
  ]);
  for (const line of table([head, ...cells])) print(line);
  const missed = rows.filter((row) => !isMet(row)).length;
  print(
    missed === 0
      ? 'Every figure is within what is wanted.'
      : `${String(missed)} figures are not within what is wanted.`,
  );
  const machine = { node: process.version, cores: cpus().length };
  print(
    JSON.stringify({
      ...machine,
      rows: rows.map((row) => ({ ...row, ratio: ratioOf(row), met: isMet(row) })),
    }),
  );
}
