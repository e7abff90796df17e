import type { Pointing, RangeLocus } from '@glossator/contract';

/** One field of “the words you mean”. */
export interface WordsSide {
  /** `edition:version`. */
  readonly edition: string;
  readonly words: string;
  /** Where exactly they stand; none where they were typed. */
  readonly loci: readonly RangeLocus[];
}

const named = (pinned: string): { readonly edition: string; readonly version: string } => {
  const [edition = '', version = ''] = pinned.split(':');
  return { edition, version };
};
const pinned = (of: { readonly edition: string; readonly version: string }): string =>
  `${of.edition}:${of.version}`;

/** What filled fields mean: words of one edition, or the hinge between two; null where none is. */
export function pointingOf(sides: readonly WordsSide[]): Pointing | null {
  const filled = sides.filter(({ words }) => words.trim() !== '');
  const [first, second] = filled;
  if (first === undefined) return null;
  if (second === undefined)
    return first.loci.length > 0
      ? { kind: 'range', loci: [...first.loci] }
      : { kind: 'words', ...named(first.edition), words: first.words };
  return {
    kind: 'hinge',
    loci: filled.map(({ edition, words, loci: [locus, more] }) =>
      locus !== undefined && more === undefined ? locus : { ...named(edition), words },
    ),
  };
}

/** The words that are meant, in each of their languages. */
export function sidesIn(pointing: Pointing | null): readonly WordsSide[] {
  if (pointing === null) return [];
  if (pointing.kind === 'words')
    return [{ edition: pinned(pointing), words: pointing.words, loci: [] }];
  if (pointing.kind === 'range') {
    const [first] = pointing.loci;
    const words = pointing.loci.map(({ exact }) => exact).join('\n');
    return first === undefined ? [] : [{ edition: pinned(first), words, loci: pointing.loci }];
  }
  if (pointing.kind !== 'hinge') return [];
  return pointing.loci.map((side) => ({
    edition: pinned(side),
    words: 'exact' in side ? side.exact : 'words' in side ? side.words : '',
    loci: 'exact' in side ? [side] : [],
  }));
}

/** The fields as they are filled: each side in that of its edition, else in one that is free. */
export function sidesOf(pointing: Pointing | null, editions: readonly string[]): WordsSide[] {
  const fields: WordsSide[] = editions.map((edition) => ({ edition, words: '', loci: [] }));
  for (const side of sidesIn(pointing)) {
    const { edition } = named(side.edition);
    const own = fields.findIndex((field) => named(field.edition).edition === edition);
    const at = own === -1 ? fields.findIndex(({ words }) => words === '') : own;
    if (at !== -1) fields[at] = side;
  }
  return fields;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const hasTexts = (value: unknown, ...names: readonly string[]): boolean =>
  isRecord(value) && names.every((name) => typeof value[name] === 'string');
const isSide = (value: unknown): boolean => hasTexts(value, 'edition', 'version');
const isLocus = (value: unknown): value is RangeLocus =>
  isSide(value) &&
  hasTexts(value, 'at', 'exact', 'prefix', 'suffix') &&
  isRecord(value) &&
  Number.isInteger(value['start']) &&
  Number.isInteger(value['end']);

/** Where words stand, as a form or a browser kept it; none where it holds anything else. */
export function readLoci(json: string): readonly RangeLocus[] {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) && value.every(isLocus) ? value : [];
  } catch {
    return [];
  }
}

/** A pointing that a browser kept; the server asks of its own what it means. */
export function asPointing(value: unknown): Pointing | null {
  if (!isRecord(value)) return null;
  const { kind, loci } = value;
  const isPointing =
    (kind === 'range' && Array.isArray(loci) && loci.length > 0 && loci.every(isLocus)) ||
    (kind === 'hinge' && Array.isArray(loci) && loci.length === 2 && loci.every(isSide)) ||
    (kind === 'words' && hasTexts(value, 'edition', 'version', 'words')) ||
    (kind === 'entry' && hasTexts(value, 'edition', 'number')) ||
    (kind === 'part' && hasTexts(value, 'slug', 'number', 'label')) ||
    (kind === 'term' && hasTexts(value, 'term')) ||
    (kind === 'note' && hasTexts(value, 'annotation'));
  return isPointing ? (value as Pointing) : null;
}
