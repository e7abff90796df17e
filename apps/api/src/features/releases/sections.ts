import type { ReleaseSection } from '@glossator/contract';
import type { Unit } from '@glossator/document';
import type { ReleasePlace } from '@glossator/domain';
import type { Structure } from '../works/text-store.ts';
import type { ShownWords } from './shown-words.ts';

/** So many levels of the text are told, the outermost first. */
const levels = 2;

/** The containers around a unit, the outermost first; itself, where it is one. */
function around(structure: Structure, uid: string): Unit[] {
  const found: Unit[] = [];
  for (let at = structure.byUid.get(uid); at !== undefined;) {
    if (at.kind === 'container') found.unshift(at);
    at = at.parent === null ? undefined : structure.byUid.get(at.parent);
  }
  return found;
}

/** The containers in which these places stand, in the order of the text. */
export function sectionsOf(
  structure: Structure,
  places: readonly Pick<ReleasePlace, 'from' | 'to'>[],
): { readonly unit: Unit; readonly depth: number }[] {
  const found = new Map<string, { readonly unit: Unit; readonly depth: number }>();
  for (const uid of new Set(places.flatMap(({ from, to }) => [from, to])))
    for (const [index, unit] of around(structure, uid).slice(0, levels).entries())
      found.set(unit.uid, { unit, depth: index + 1 });
  return [...found.values()].toSorted((a, b) => a.unit.ord - b.unit.ord);
}

/** What a container is called by its heading, without the numeral that is printed before it. */
export function titled(
  structure: Structure,
  sections: ReturnType<typeof sectionsOf>,
  editions: readonly ShownWords[],
): ReleaseSection[] {
  const headings = new Map<string, Unit>();
  // `4.3.0` stands over `4.3`, and `4.0.0` over `4`.
  for (const unit of structure.units)
    if (unit.kind === 'heading' && unit.role !== 'title')
      headings.set(unit.path.replace(/(\.0)+$/, ''), unit);
  return sections.map(({ unit, depth }) => {
    const heading = headings.get(unit.path)?.uid ?? '';
    const titles = editions.flatMap(({ lang, texts }) => {
      const text = texts.get(heading);
      const words = (text?.reading ?? '').slice(text?.label.length ?? 0).trim();
      return words === '' ? [] : [[lang, words] as const];
    });
    return { address: unit.path, depth, titles: Object.fromEntries(titles) };
  });
}
