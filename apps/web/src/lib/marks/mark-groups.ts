import type { MarkRow, MarksView } from '@glossator/contract';
import { noteKinds } from '@glossator/domain';

export const colourings = ['layer', 'kind', 'tag', 'person', 'off'] as const;
export type Colouring = (typeof colourings)[number];

export const asColouring = (value: string | null | undefined): Colouring =>
  colourings.find((each) => each === value) ?? 'layer';

/** Colours that can be told apart on one page; what is rarer shares the last. */
export const groupCount = 6;

export interface MarkGroup {
  /** Layer, kind, tag or name of a person; null for all the others. */
  readonly label: string | null;
  readonly threads: number;
}
export interface Grouping {
  /** The most frequent first. */
  readonly groups: readonly MarkGroup[];
  /** The group of each thread, in the order of the threads. */
  readonly of: readonly number[];
}

/** The words a thread points at; see `MarkRow` of the contract. */
export const rowLoci = (row: MarkRow): readonly number[] => row[11];

function labelOf(marks: MarksView, row: MarkRow, by: Exclude<Colouring, 'off'>): string | null {
  const [, layer, , , , , , , kind, person, tags] = row;
  if (by === 'layer') return marks.layers[layer] ?? null;
  if (by === 'kind') return noteKinds[kind] ?? null;
  if (by === 'tag') return marks.tags[tags[0] ?? -1] ?? null;
  const author = marks.people[person];
  return author === undefined || author.name === '' ? null : author.name;
}

/** Sorts threads into a handful of groups, each drawn in one way. */
export function groupMarks(marks: MarksView, by: Colouring): Grouping {
  if (by === 'off') return { groups: [], of: marks.threads.map(() => 0) };
  const labels = marks.threads.map((row) => labelOf(marks, row, by));
  const counts = new Map<string, number>();
  for (const label of labels) if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
  // The same colours in the same order on every page, however many notes there are of each.
  const fixed: readonly string[] =
    by === 'kind' ? noteKinds : by === 'layer' ? ['public', 'notebook'] : [];
  const ranked = [...counts].sort(
    ([left, more], [right, fewer]) =>
      place(fixed, left) - place(fixed, right) ||
      fewer - more ||
      (left < right ? -1 : left > right ? 1 : 0),
  );
  const others = labels.length - sum(ranked.map(([, threads]) => threads));
  const fits = ranked.length + Number(others > 0) <= groupCount;
  const named = fits ? ranked : ranked.slice(0, groupCount - 1);
  const rest = labels.length - sum(named.map(([, threads]) => threads));
  const groups: MarkGroup[] = named.map(([label, threads]) => ({ label, threads }));
  if (rest > 0) groups.push({ label: null, threads: rest });
  const places = new Map(named.map(([label], n) => [label, n]));
  return {
    groups,
    of: labels.map((label) => (label === null ? undefined : places.get(label)) ?? named.length),
  };
}

const place = (list: readonly string[], value: string): number => {
  const at = list.indexOf(value);
  return at === -1 ? list.length : at;
};
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
