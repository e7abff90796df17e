import type { ApparatusView, EditionView, PrintView, UnitView } from '@glossator/contract';

/** A part of the text that keeps its notes at its foot. */
export interface PrintedSection {
  readonly address: string;
  readonly rows: readonly UnitView[];
  readonly entries: readonly {
    readonly edition: EditionView;
    readonly entry: ApparatusView;
    /** Where it is said first. */
    readonly path: string;
  }[];
  readonly notes: PrintView['notes'];
}

const sectionOf = (path: string): string => path.split('.').slice(0, 2).join('.');

/** The segments that are printed by the two outer levels, each entry and note with the first it is about. */
export function sectionsOf(
  { work, focus, notes }: PrintView,
  editions: readonly EditionView[],
): readonly PrintedSection[] {
  const wanted = new Set(focus.segments);
  const rows = work.units.filter(
    ({ uid, kind }) =>
      (kind === 'heading' || kind === 'sentence') && (focus.kind === 'work' || wanted.has(uid)),
  );
  const pathOf = new Map(work.units.map(({ uid, path }) => [uid, path]));
  const printed = new Set(rows.map(({ uid }) => uid));
  const entries = editions.flatMap((edition) =>
    edition.apparatus.flatMap((entry) => {
      const first = entry.loci.find(({ uid }) => printed.has(uid));
      const path = first === undefined ? undefined : pathOf.get(first.uid);
      return path === undefined ? [] : [{ edition, entry, path }];
    }),
  );
  const groups = Map.groupBy(rows, ({ path }) => sectionOf(path));
  const home = (address: string): string =>
    groups.has(address)
      ? address
      : ([...groups.keys()].find((each) => each.startsWith(`${address}.`)) ?? '');
  return [...groups].map(([address, group]) => ({
    address,
    rows: group,
    entries: entries.filter(({ path }) => sectionOf(path) === address),
    notes: notes.filter(({ uid }) => home(sectionOf(pathOf.get(uid) ?? '')) === address),
  }));
}
