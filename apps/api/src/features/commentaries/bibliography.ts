import { limits, type BibliographyItemForm, type BibliographyItemView } from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import { ends } from '../../db/instant.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { removed, requireInCommentary, type SeenCommentary } from './access.ts';
import {
  acceptItem,
  acceptKey,
  partsCiting,
  presentItems,
  type ItemRow,
} from './bibliography-items.ts';
import * as statements from './bibliography-statements.ts';
import type { CommentaryDeps } from './commentaries.ts';
import { lockCommentary } from './statements.ts';
import { unlessTaken } from './taken.ts';

type Deps = Pick<CommentaryDeps, 'db' | 'transact'>;

export async function listBibliography(
  { db }: Deps,
  actor: Actor,
  commentary: string,
  cursor: string | undefined,
  limit: number = limits.pageSize,
) {
  const seen = await requireInCommentary(db, actor, commentary, 'see');
  const after = readCursor(cursor, 'place', 'uuid') ?? ['', ends.firstUuid];
  const page = pageOf(
    await db.rows<ItemRow>(statements.itemsOf, [commentary, ...after, limit + 1]),
    limit,
    (row) => row,
    ({ key, id }) => writeCursor(key, id),
  );
  return { items: await presentItems(db, seen, page.items), next: page.next };
}

async function itemRow(db: Db, commentary: string, id: string): Promise<ItemRow> {
  const [row] = await db.rows<ItemRow>(statements.itemOf, [commentary, id]);
  if (row === undefined) throw notFound();
  return row;
}

async function view(db: Db, seen: SeenCommentary, id: string): Promise<BibliographyItemView> {
  const [found] = await presentItems(db, seen, [await itemRow(db, seen.id, id)]);
  if (found === undefined) throw notFound();
  return found;
}

export async function readItem(
  { db }: Deps,
  actor: Actor,
  commentary: string,
  id: string,
): Promise<BibliographyItemView> {
  return view(db, await requireInCommentary(db, actor, commentary, 'see'), id);
}

/** Until the transaction ends what is in a bibliography is changed by one at a time. */
export async function holdBibliography(db: Db, commentary: string): Promise<void> {
  const [held] = await db.rows<{ removed: boolean }>(lockCommentary, [commentary]);
  if (held?.removed !== false) throw removed();
}

/** Under another key, or without the work, citations would say nothing any more. */
async function requireUncited(db: Db, commentary: string, key: string): Promise<void> {
  const citing = await partsCiting(db, commentary, [key]);
  if (citing.length === 0) return;
  const named = citing.slice(0, 5).map(({ label, title }) => label || title || 'the introduction');
  throw new Refusal(
    'item-cited',
    `It is cited as @${key} in ${named.join(', ')}${citing.length > 5 ? ' and others' : ''}; change that first.`,
    citing.map(({ id, label, title }) => ({ id, label, title })),
  );
}

/** Sets a work anew over the version that one has seen. */
export async function changeItem(
  { db, transact }: Deps,
  actor: Actor,
  commentary: string,
  id: string,
  form: BibliographyItemForm,
): Promise<BibliographyItemView> {
  const seen = await requireInCommentary(db, actor, commentary, 'write');
  const key = acceptKey(form.key);
  const item = acceptItem(form.item);
  const isDone = await unlessTaken(() =>
    transact(async (held) => {
      await holdBibliography(held, commentary);
      const row = await itemRow(held, commentary, id);
      if (row.removed !== null || row.version !== form.version) return false;
      if (row.key !== key) await requireUncited(held, commentary, row.key);
      const changed = await held.rows(statements.changeItem, [
        ...[id, form.version, key, JSON.stringify(item)],
      ]);
      return changed.length > 0;
    }),
  );
  const now = await view(db, seen, id);
  if (isDone) return now;
  throw new Refusal('version-stale', 'Another author changed it meanwhile.', now);
}

/** Takes a work out that nothing cites, or brings it back. */
export async function removeItem(
  { db, transact }: Deps,
  actor: Actor,
  commentary: string,
  id: string,
  isRemoved: boolean,
): Promise<BibliographyItemView> {
  const seen = await requireInCommentary(db, actor, commentary, 'write');
  await unlessTaken(() =>
    transact(async (held) => {
      await holdBibliography(held, commentary);
      const { key, removed: gone } = await itemRow(held, commentary, id);
      if (isRemoved && gone === null) await requireUncited(held, commentary, key);
      await held.rows(statements.removeItem, [id, isRemoved]);
    }),
  );
  return view(db, seen, id);
}
