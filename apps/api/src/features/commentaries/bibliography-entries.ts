import { isDeepStrictEqual } from 'node:util';
import type { BibliographyPreview, PastedStanding, UnreadPassageView } from '@glossator/contract';
import { readBibliography } from '@glossator/domain/bibliography';
import { citationKey } from '@glossator/domain/works-cited';
import { storable, type ItemRow, type StoredItem } from './bibliography-items.ts';

/** An entry that was read, as it would be stored. */
export interface Entry {
  readonly n: number;
  readonly line: number;
  readonly key: string;
  /** What the paste calls it, where that is no key. */
  readonly called: string | null;
  readonly item: StoredItem;
}

interface Reading {
  readonly form: BibliographyPreview['form'];
  readonly entries: readonly Entry[];
  readonly unread: UnreadPassageView[];
}

const edge = '[^\\p{L}\\p{N}]+';
const edges = new RegExp(`^${edge}|${edge}$`, 'gu');

/** What can be written between brackets: of anything else each mark becomes a hyphen. */
function soundKey(called: string): string {
  const key = called
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_:./+-]+/gu, '-')
    .slice(0, 90)
    .replace(edges, '');
  return citationKey.test(key) ? key : 'item';
}

/** The first that is free: `hart1961`, `hart1961-2`. */
export function freeKey(wanted: string, isTaken: (key: string) => boolean): string {
  let key = wanted;
  for (let n = 2; isTaken(key); n += 1) key = `${wanted}-${String(n)}`;
  return key;
}

/** What was pasted, entry by entry. The same text is always read as the same. */
export function readPaste(text: string): Reading {
  const { form, items, unread } = readBibliography(text);
  const keys = new Set<string>();
  const entries: Entry[] = [];
  const tooLong: UnreadPassageView[] = [];
  for (const { line, text: passage, item } of items) {
    const stored = storable(item);
    if (stored === null) {
      tooLong.push({ line, at: line, text: passage, problem: 'too-long', word: '' });
      continue;
    }
    const key = freeKey(soundKey(item.id), (each) => keys.has(each));
    keys.add(key);
    entries.push({
      n: entries.length + 1,
      line,
      key,
      called: key === item.id ? null : item.id,
      item: stored,
    });
  }
  return {
    form,
    entries,
    unread: [...unread, ...tooLong].toSorted((a, b) => a.line - b.line),
  };
}

const doiOf = ({ DOI }: StoredItem): string | null => DOI?.toLowerCase() ?? null;

interface Standing {
  readonly standing: PastedStanding;
  readonly there: ItemRow | null;
}

/** Finds what is there: the very same, or by the same key or DOI. */
export function finder(rows: readonly ItemRow[]): (entry: Entry) => Standing {
  const stand = rows.filter(({ removed }) => removed === null);
  const byKey = new Map(stand.map((row) => [row.key, row]));
  const byDoi = Map.groupBy(stand, ({ item }) => doiOf(item) ?? '');
  const byTitle = Map.groupBy(stand, ({ item }) => item.title ?? '');
  return ({ key, item }) => {
    const same = (byTitle.get(item.title ?? '') ?? []).find((row) =>
      isDeepStrictEqual(row.item, item),
    );
    if (same !== undefined) return { standing: 'same', there: same };
    const named = byKey.get(key);
    if (named !== undefined) return { standing: 'key', there: named };
    const doi = doiOf(item);
    const [twin] = doi === null ? [] : (byDoi.get(doi) ?? []);
    return twin === undefined ? { standing: 'new', there: null } : { standing: 'doi', there: twin };
  };
}
