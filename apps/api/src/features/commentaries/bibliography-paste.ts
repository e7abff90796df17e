import { isDeepStrictEqual } from 'node:util';
import {
  limits,
  type BibliographyPaste,
  type BibliographyPasted,
  type BibliographyPreview,
  type PasteChoice,
  type PastedStanding,
  type UnreadPassageView,
} from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import { readBibliography } from '@glossator/domain/bibliography';
import { citationKey } from '@glossator/domain/works-cited';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import { Refusal } from '../../refusal.ts';
import { requireInCommentary } from './access.ts';
import {
  fieldsOf,
  storable,
  writtenText,
  type ItemRow,
  type StoredItem,
} from './bibliography-items.ts';
import { holdBibliography } from './bibliography.ts';
import * as statements from './bibliography-statements.ts';
import type { CommentaryDeps } from './commentaries.ts';

type Deps = Pick<CommentaryDeps, 'db' | 'transact'>;

interface Entry {
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
function freeKey(wanted: string, isTaken: (key: string) => boolean): string {
  let key = wanted;
  for (let n = 2; isTaken(key); n += 1) key = `${wanted}-${String(n)}`;
  return key;
}

/** What was pasted, entry by entry. The same text is always read as the same. */
function read(text: string): Reading {
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

/** Finds what is there by the same key or DOI. */
function finder(rows: readonly ItemRow[]): (entry: Entry) => Standing {
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

const allOf = (db: Db, commentary: string): Promise<ItemRow[]> =>
  db.rows<ItemRow>(statements.allItems, [commentary]);

/** What each entry of a paste was read as, and what is there of it; nothing is stored. */
export async function previewPaste(
  { db }: Deps,
  actor: Actor,
  commentary: string,
  text: string,
): Promise<BibliographyPreview> {
  const { language } = await requireInCommentary(db, actor, commentary, 'write');
  const { form, entries, unread } = read(text);
  const find = finder(await allOf(db, commentary));
  return {
    form,
    entries: entries.map((entry) => {
      const { standing, there } = find(entry);
      const { n, line, key, called, item } = entry;
      return {
        ...{ n, line, key, called, standing },
        item: fieldsOf(item),
        text: writtenText(item, language),
        there: there && {
          ...{ id: there.id, key: there.key, version: there.version },
          text: writtenText(there.item, language),
        },
      };
    }),
    unread,
  };
}

interface Done {
  readonly added: { readonly key: string; readonly item: StoredItem }[];
  readonly replaced: string[];
  there: number;
  skipped: number;
}

async function replace(
  db: Db,
  there: ItemRow,
  { item }: Entry,
  { version }: PasteChoice,
): Promise<void> {
  const changed =
    version === undefined
      ? []
      : await db.rows(statements.changeItem, [
          ...[there.id, version, there.key, JSON.stringify(item)],
        ]);
  if (changed.length > 0) return;
  throw new Refusal('version-stale', `@${there.key} is not as you saw it; look at it again.`, {
    id: there.id,
    key: there.key,
    version: there.version,
  });
}

async function addAll(db: Db, commentary: string, added: Done['added']): Promise<void> {
  if (added.length === 0) return;
  await db.rows(statements.addItems, [
    commentary,
    added.map(() => uuidv7()),
    added.map(({ key }) => key),
    added.map(({ item }) => JSON.stringify(item)),
  ]);
}

/**
 * Takes what was pasted: what is new, and of what is there only what was chosen. All of it or, where
 * somebody else changed what is to be replaced, nothing. Sent twice it is the same as sent once.
 */
export async function takePaste(
  { db, transact }: Deps,
  actor: Actor,
  commentary: string,
  { text, choices }: BibliographyPaste,
): Promise<BibliographyPasted> {
  await requireInCommentary(db, actor, commentary, 'write');
  const { entries, unread } = read(text);
  const chosen = new Map(choices.map((choice) => [choice.n, choice]));
  return transact(async (held) => {
    await holdBibliography(held, commentary);
    const rows = await allOf(held, commentary);
    const find = finder(rows);
    const done: Done = { added: [], replaced: [], there: 0, skipped: 0 };
    const taken = new Set(rows.flatMap(({ key, removed }) => (removed === null ? [key] : [])));
    for (const entry of entries) {
      const { standing, there } = find(entry);
      const choice = chosen.get(entry.n);
      const take = choice?.take ?? (standing === 'new' ? 'add' : 'skip');
      if (standing === 'same') done.there += 1;
      else if (take === 'skip') done.skipped += 1;
      else if (take === 'replace' && there !== null && choice !== undefined) {
        await replace(held, there, entry, choice);
        done.replaced.push(there.key);
      } else {
        const key = freeKey(entry.key, (each) => taken.has(each));
        taken.add(key);
        done.added.push({ key, item: entry.item });
      }
    }
    if (rows.length + done.added.length > limits.bibliographyItems)
      throw new Refusal(
        'bibliography-full',
        `A bibliography has at most ${String(limits.bibliographyItems)} works, those that were removed among them.`,
      );
    await addAll(held, commentary, done.added);
    return { ...done, added: done.added.map(({ key }) => key), unread };
  });
}
