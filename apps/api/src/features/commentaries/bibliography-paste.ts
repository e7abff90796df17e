import {
  limits,
  type BibliographyPaste,
  type BibliographyPasted,
  type BibliographyPreview,
  type PasteChoice,
} from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import { Refusal } from '../../refusal.ts';
import { requireInCommentary } from './access.ts';
import { finder, freeKey, readPaste, type Entry } from './bibliography-entries.ts';
import { fieldsOf, writtenText, type ItemRow, type StoredItem } from './bibliography-items.ts';
import { holdBibliography } from './bibliography.ts';
import * as statements from './bibliography-statements.ts';
import type { CommentaryDeps } from './commentaries.ts';

type Deps = Pick<CommentaryDeps, 'db' | 'transact'>;

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
  const { form, entries, unread } = readPaste(text);
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

export async function addAll(db: Db, commentary: string, added: Done['added']): Promise<void> {
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
  const { entries, unread } = readPaste(text);
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
