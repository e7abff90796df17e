import type { BibliographyItem } from './csl-fields.ts';

/** `lovelace1843` of what came without a name of its own. */
function derived({ author, editor, issued, title }: BibliographyItem): string {
  const [first] = author ?? editor ?? [];
  const name = first?.family ?? first?.literal ?? title ?? '';
  const word = /[\p{L}\p{N}]+/u.exec(name.toLowerCase())?.[0] ?? '';
  return `${word}${String(issued?.['date-parts']?.[0]?.[0] ?? '')}`;
}

/** Each names one item: those that occur again get a number. */
export function distinctIds<T extends { readonly item: BibliographyItem }>(
  items: readonly T[],
): readonly T[] {
  const taken = new Map<string, number>();
  const used = new Set<string>();
  return items.map((read) => {
    const wanted = read.item.id || derived(read.item) || 'item';
    let n = taken.get(wanted) ?? 1;
    const numbered = () => (n === 1 ? wanted : `${wanted}-${n}`);
    while (used.has(numbered())) n += 1;
    const id = numbered();
    taken.set(wanted, n);
    used.add(id);
    return { ...read, item: { ...read.item, id } };
  });
}
