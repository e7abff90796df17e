import type { WorkView } from '@glossator/contract';
import { isWithin } from '@glossator/document';
import { outline, type OutlineEntry } from '../reader/outline.ts';

export interface ClausePart extends Pick<OutlineEntry, 'address' | 'depth' | 'title' | 'lang'> {
  /** Sentences under this heading and under none inside it. */
  readonly clauses: readonly {
    readonly address: string;
    readonly text: string;
    readonly lang: string;
  }[];
}

// A box for each clause of a long law would be a page of its own: there one goes by address.
const most = 600;

/** The first words of a clause: about as long in either script. */
function beginningOf(text: string): string {
  const characters = [...text];
  const shown = /\p{Script=Han}/u.test(text) ? 60 : 140;
  if (characters.length <= shown) return text;
  const begun = characters.slice(0, shown).join('');
  return `${begun.replace(/\s+\S*$/u, '')}…`;
}

/** A work to choose clauses from: each heading with the sentences under it, in document order. */
export function clauseParts(work: WorkView, locale: string, preamble: string): ClausePart[] {
  const entries = outline(work, {}, locale, preamble);
  const sentences = work.units.filter(({ kind }) => kind === 'sentence');
  const primary = locale.split('-', 1)[0] ?? locale;
  const editions = work.editions.toSorted(
    (one, other) => Number(other.lang.startsWith(primary)) - Number(one.lang.startsWith(primary)),
  );
  const clauseOf = ({ uid, path }: WorkView['units'][number]) => {
    const edition = editions.find(({ texts }) => (texts[uid]?.reading ?? null) !== null);
    const text = edition?.texts[uid]?.reading ?? '';
    return { address: path, text: beginningOf(text), lang: edition?.lang ?? locale };
  };
  const headOf = (path: string) =>
    entries.findLast(({ address }) => isWithin(path, address))?.address;
  const chosenFrom = sentences.length > most ? [] : sentences;
  const under = Map.groupBy(chosenFrom, ({ path }) => headOf(path));
  return entries.map(({ address, depth, title, lang }) => ({
    address,
    depth,
    title,
    lang,
    clauses: (under.get(address) ?? []).map(clauseOf),
  }));
}
