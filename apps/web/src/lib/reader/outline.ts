import type { Tallies, WorkView } from '@glossator/contract';
import { isWithin } from '@glossator/document';

export interface OutlineEntry {
  /** Address of the container the heading stands over; '' for the title. */
  readonly address: string;
  readonly depth: number;
  readonly title: string;
  readonly lang: string;
  /** True where no edition shown has the heading's words. */
  readonly lost: boolean;
  /** Notes anywhere in it. */
  readonly notes: number;
}

/** `4.3.0` heads `4.3`; `4.0.0` heads `4`. */
export function headedAddress(headingPath: string): string {
  return headingPath.replace(/(\.0)+$/, '').replace(/^0$/, '');
}

/** What stands before the first part has an address and no heading: the interface names it. */
function beginning(
  work: WorkView,
  tallies: Tallies,
  locale: string,
  title: string,
): readonly OutlineEntry[] {
  const hasText = work.units.some(({ kind, path }) => kind === 'sentence' && isWithin(path, '0'));
  if (!hasText) return [];
  const notes = notesWithin(work, tallies, '0');
  return [{ address: '0', depth: 1, title, lang: locale, lost: false, notes }];
}

/** Contents of a work with the density of its notes, in the interface's language where it can be. */
export function outline(
  work: WorkView,
  tallies: Tallies,
  locale: string,
  preamble: string,
): readonly OutlineEntry[] {
  const primary = locale.split('-', 1)[0] ?? locale;
  const editions = [...work.editions].sort(
    (left, right) => Number(right.lang.startsWith(primary)) - Number(left.lang.startsWith(primary)),
  );
  const headed = work.units
    .filter(({ kind, role }) => kind === 'heading' && role !== 'title')
    .map(({ uid, path }) => {
      const address = headedAddress(path);
      const shown = editions.find(({ texts }) => (texts[uid]?.reading ?? null) !== null);
      const text = shown?.texts[uid];
      return {
        address,
        depth: address.split('.').length,
        title: (text?.reading ?? '').slice(text?.label.length ?? 0).trim(),
        lang: shown?.lang ?? locale,
        lost: shown !== undefined && !shown.lang.startsWith(primary),
        notes: notesWithin(work, tallies, address),
      };
    });
  return [...beginning(work, tallies, locale, preamble), ...headed];
}

export function notesWithin(work: WorkView, tallies: Tallies, address: string): number {
  return work.units.reduce(
    (sum, { uid, path }) => sum + (isWithin(path, address) ? (tallies[uid] ?? 0) : 0),
    0,
  );
}
