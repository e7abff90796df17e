import { limits, type PartMove, type PartSummary } from '@glossator/contract';
import type { PartKind } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { addressesOf } from '../works/address.ts';
import { workAround, type Structure } from '../works/text-store.ts';
import { removed, requireInCommentary } from './access.ts';
import type { CommentaryDeps } from './commentaries.ts';
import * as statements from './part-statements.ts';
import { orderOf, type PlaceDeps, type StoredPlace } from './places.ts';
import { lockCommentary } from './statements.ts';
import { unlessTaken } from './taken.ts';

/** A part without its words. */
export interface SummaryRow extends Omit<PartSummary, 'at'> {
  readonly places: readonly StoredPlace[];
}

const partsOf = (db: Db, id: string): Promise<SummaryRow[]> =>
  db.rows<SummaryRow & Record<string, unknown>>(statements.partsOf, [id]);

export async function summariesOf(
  deps: PlaceDeps & { readonly db: Db },
  { id, work }: { readonly id: string; readonly work: string },
): Promise<PartSummary[]> {
  const { structure } = await workAround(deps.texts, work);
  const rows = await partsOf(deps.db, id);
  return rows.map(({ places, ...row }) => ({ ...row, at: addressesOf(structure, places) }));
}

/** Until the transaction ends: which parts there are, and in which order, is changed by one at a time. */
export async function holdOutline(db: Db, id: string): Promise<SummaryRow[]> {
  const [held] = await db.rows<{ removed: boolean }>(lockCommentary, [id]);
  if (held?.removed !== false) throw removed();
  return partsOf(db, id);
}

/** Parts that were removed count: they can be brought back. */
export function requireRoom(outline: readonly SummaryRow[]): void {
  if (outline.length >= limits.parts)
    throw new Refusal(
      'parts-too-many',
      `A commentary has at most ${String(limits.parts)} parts, those that were removed among them.`,
    );
}

const standing = (outline: readonly SummaryRow[]): SummaryRow[] =>
  outline.filter((part) => part.removed === null);

/** An entry goes where the text has it, an introduction to the beginning, an essay to the end. */
export function positionFor(
  structure: Structure,
  { kind, places }: { readonly kind: PartKind; readonly places: readonly StoredPlace[] },
  outline: readonly SummaryRow[],
): number {
  const others = standing(outline);
  if (kind === 'introduction') return 0;
  if (kind === 'essay') return others.length;
  const own = orderOf(structure, places);
  const after = others.findIndex(
    (part) => part.kind === 'entry' && orderOf(structure, part.places) > own,
  );
  return after === -1 ? others.length : after;
}

/** Puts one part among the others that stand. */
export async function setOrder(
  db: Db,
  outline: readonly SummaryRow[],
  id: string,
  at: number,
): Promise<void> {
  const others = standing(outline).flatMap((part) => (part.id === id ? [] : [part.id]));
  await db.rows(statements.setOrder, [others.toSpliced(at, 0, id)]);
}

/** Moves a part before another, or to the end. */
export async function movePart(
  deps: CommentaryDeps,
  viewer: Viewer,
  commentary: string,
  id: string,
  { before }: PartMove,
): Promise<PartSummary[]> {
  const seen = await requireInCommentary(deps.db, viewer.actor, commentary, 'write');
  await deps.transact(async (db) => {
    const outline = await holdOutline(db, commentary);
    const parts = standing(outline);
    if (!parts.some((part) => part.id === id)) throw notFound();
    const others = parts.filter((part) => part.id !== id);
    const found = others.findIndex((part) => part.id === before);
    if (before !== null && before !== id && found === -1) throw notFound();
    if (before !== id) await setOrder(db, outline, id, found === -1 ? others.length : found);
  });
  return summariesOf(deps, seen);
}

/** Puts all entries into the order of the text; essays stay at their number. */
export async function sortEntries(
  deps: CommentaryDeps,
  viewer: Viewer,
  commentary: string,
): Promise<PartSummary[]> {
  const seen = await requireInCommentary(deps.db, viewer.actor, commentary, 'write');
  const { structure } = await workAround(deps.texts, seen.work);
  await deps.transact(async (db) => {
    const parts = standing(await holdOutline(db, commentary));
    const sorted = parts
      .filter(({ kind }) => kind === 'entry')
      .toSorted((a, b) => orderOf(structure, a.places) - orderOf(structure, b.places));
    const order = parts.map((part) => (part.kind === 'entry' ? (sorted.shift() ?? part) : part));
    await db.rows(statements.setOrder, [order.map(({ id }) => id)]);
  });
  return summariesOf(deps, seen);
}

/** Takes a part out of the commentary, or brings it back to where it stood. */
export async function removePart(
  deps: CommentaryDeps,
  viewer: Viewer,
  commentary: string,
  id: string,
  isRemoved: boolean,
): Promise<PartSummary[]> {
  const seen = await requireInCommentary(deps.db, viewer.actor, commentary, 'write');
  await unlessTaken(() =>
    deps.transact(async (db) => {
      const outline = await holdOutline(db, commentary);
      if (!outline.some((part) => part.id === id)) throw notFound();
      await db.rows(statements.removePart, [id, isRemoved]);
    }),
  );
  return summariesOf(deps, seen);
}
