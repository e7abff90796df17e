import {
  occurrences,
  pathKind,
  type ByPath,
  type EditionLayers,
  type Path,
  type StoredApparatus,
  type StoredText,
} from '../src/index.ts';
import { limbsIn, sealed } from './build-edition.ts';
import type { SupplementDeclaration, WorkDeclaration } from './declarations.ts';
import { lociOf } from './loci.ts';

/** Each choice of a word, with the places where it was made. */
export interface SupplementLayers extends EditionLayers {
  readonly terms: readonly unknown[];
}

type Texts = ReadonlyMap<Path, string>;

/** Exactly what is lost, whole or in part, is given. */
function checkExtent(declared: SupplementDeclaration, { text, apparatus }: EditionLayers): void {
  const lost = Object.keys(text).filter((path) => text[path]?.condition === 'lost');
  const cut = Object.keys(text).filter((path) => text[path]?.condition === 'damaged');
  const gaps = new Set(
    apparatus.flatMap(({ kind, loci }) => (kind === 'gap' ? loci.map(({ path }) => path) : [])),
  );
  const given: [readonly string[], readonly string[]][] = [
    [Object.keys(declared.texts), lost],
    [Object.keys(declared.parts), cut],
  ];
  for (const [has, wanted] of given)
    if (has.toSorted().join() !== wanted.toSorted().join())
      throw new Error(`a supplement gives ${has.join(' ')}, what is lost is ${wanted.join(' ')}`);
  for (const path of cut) if (!gaps.has(path)) throw new Error(`no gap at ${path}`);
}

/** What is translated, of each segment. */
function originalOf(declared: SupplementDeclaration, from: EditionLayers): Texts {
  const original = (path: Path): string => from.text[path]?.reading ?? '';
  return new Map([
    ...Object.keys(declared.texts).map((path): [Path, string] => [path, original(path)]),
    ...Object.entries(declared.parts).map(([path, { chinese }]): [Path, string] => {
      for (const words of chinese)
        if (occurrences(original(path), words).length !== 1)
          throw new Error(`not exactly once in ${path}: ${words}`);
      return [path, chinese.join('')];
    }),
  ]);
}

function notesOf({ notes }: SupplementDeclaration, readings: Texts, from: EditionLayers) {
  return notes.map((declared): StoredApparatus => {
    const { number, path, quote, within, chinese, certainty, reading, note, evidence } = declared;
    if (from.text[path]?.reading?.includes(chinese) !== true)
      throw new Error(`not in ${path}: ${chinese}`);
    const words = [{ path, quote, ...(within !== undefined && { within }) }];
    const loci = lociOf({ words }, readings);
    const about = { cause: 'translator', extent: [], certainty, reading, note, evidence } as const;
    return { number, kind: 'note', loci, ...about };
  });
}

/** Every place of a term has one of its forms. */
function termsOf({ terms }: SupplementDeclaration, readings: Texts, original: Texts) {
  return terms.map(({ zh, en, against }) => {
    const at = [...original].filter(([, text]) => text.includes(zh)).map(([path]) => path);
    if (at.length === 0) throw new Error(`nowhere in what is translated: ${zh}`);
    const used = new Set<string>();
    for (const path of at) {
      const text = (readings.get(path) ?? '').toLowerCase();
      const found = en.filter((form) => text.includes(form.toLowerCase()));
      if (found.length === 0) throw new Error(`${path} does not render ${zh}`);
      for (const form of found) used.add(form);
    }
    const unused = en.find((form) => !used.has(form));
    if (unused !== undefined) throw new Error(`nowhere: ${unused} for ${zh}`);
    return { zh, en, at, ...(against && { against }) };
  });
}

/** The layers of a supplement; it stops where one does not fit what is lost, or the original. */
export function buildSupplement(
  declared: SupplementDeclaration,
  work: WorkDeclaration,
  segments: readonly Path[],
  editions: readonly EditionLayers[],
): SupplementLayers {
  const named = (id: string): EditionLayers => {
    const found = editions.find(({ edition }) => edition.id === id);
    if (found === undefined) throw new Error(`no edition ${id}`);
    return found;
  };
  checkExtent(declared, named(declared.edition.supplements));
  const from = named(declared.from);
  const original = originalOf(declared, from);
  const parts = new Map(Object.entries(declared.parts).map(([path, { text }]) => [path, text]));
  const readings: Texts = new Map([...Object.entries(declared.texts), ...parts]);
  const text = segments.map((path): [Path, StoredText] => {
    const reading = readings.get(path) ?? null;
    const condition = reading === null ? 'outside' : parts.has(path) ? 'part' : 'intact';
    return [path, { condition, reading, diplomatic: reading }];
  });
  const labels: ByPath<string> = Object.fromEntries(
    segments.flatMap((path) => {
      const label = declared.labels.exec(readings.get(path) ?? '')?.[0];
      const isHeading = pathKind(path, work.work.levels.length) === 'heading';
      return isHeading && label !== undefined ? [[path, label]] : [];
    }),
  );
  const layers = {
    text: Object.fromEntries(text),
    labels,
    limbs: limbsIn(readings, work.limbs),
    apparatus: notesOf(declared, readings, from),
    spans: {},
  };
  return { ...sealed(declared, layers), terms: termsOf(declared, readings, original) };
}
