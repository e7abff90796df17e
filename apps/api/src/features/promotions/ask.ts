import { limits, type PromotionForm, type PromotionView } from '@glossator/contract';
import { promotionRules, quotationMark, type PromotionState } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { oneAnnotation } from '../annotations/rows.ts';
import { acceptOptional } from '../commentaries/accept.ts';
import { requireInCommentary } from '../commentaries/access.ts';
import { lockCommentary } from '../commentaries/statements.ts';
import { tellNoteAuthor } from '../review/tell.ts';
import type { ReviewDeps } from '../review/deps.ts';
import * as statements from './statements.ts';

export type PromotionDeps = ReviewDeps;

export interface Standing {
  readonly commentary: string;
  readonly author: string | null;
  readonly state: PromotionState;
  readonly isUsed: boolean;
  /** Nothing, where it is gone. */
  readonly note: string | null;
  readonly version: number | null;
  readonly noteState: string | null;
}

export async function standingOf(db: Db, id: string): Promise<Standing> {
  const [row] = await db.rows<Standing & Record<string, unknown>>(statements.promotionOf, [id]);
  if (row === undefined) throw notFound();
  return row;
}

/** Once a release quotes it, it is agreed for good. */
export const used = (): Refusal =>
  new Refusal('consent-used', 'A release quotes this note: what is published stays as agreed.');

const unfit = (detail: string): Refusal => new Refusal('promotion-unfit', detail);

type Row = Omit<PromotionView, 'mark' | 'abilities'> & Record<string, unknown>;

export async function listPromotions(
  { db }: Pick<PromotionDeps, 'db'>,
  viewer: Viewer,
  commentary: string,
  cursor: string | undefined,
  limit: number = limits.pageSize,
) {
  const seen = await requireInCommentary(db, viewer.actor, commentary, 'see');
  const [after] = readCursor(cursor, 'number') ?? [0];
  return pageOf(
    await db.rows<Row>(statements.promotionsOf, [commentary, after, limit + 1, viewer.layers]),
    limit,
    (row): PromotionView => ({
      ...row,
      mark: quotationMark(row.n),
      abilities: {
        cancel:
          seen.removed === null &&
          promotionRules.cancel({ state: row.state, isUsed: row.releases.length > 0 }),
      },
    }),
    ({ n }) => writeCursor(n),
  );
}

/** Asks who wrote a note, whoever that is, whether the commentary may quote it. */
export async function askForNote(
  deps: PromotionDeps,
  viewer: Viewer,
  commentary: string,
  form: PromotionForm,
): Promise<{ readonly id: string }> {
  const seen = await requireInCommentary(deps.db, viewer.actor, commentary, 'write');
  const note = await oneAnnotation(deps.db, viewer, form.annotation);
  if (note === null) throw notFound();
  if (note.layer !== 'public' && note.layer !== 'class')
    throw unfit('A note of a notebook, or between a student and the staff, is not asked for.');
  if (note.work !== seen.work) throw unfit('This note is on another work.');
  if (note.state !== 'published') throw unfit('This note is not there to be quoted.');
  if (note.author_id === seen.personId) throw unfit('This is your own: write it into a part.');
  const message = acceptOptional(form.message, 'The message', limits.promotionMessage);
  return deps.transact(async (db) => {
    await db.rows(lockCommentary, [commentary]);
    const [count] = await db.rows<{ promotions: number }>(statements.countPromotions, [commentary]);
    if ((count?.promotions ?? 0) >= limits.promotions)
      throw unfit(`A commentary asks for at most ${String(limits.promotions)} notes.`);
    const [asked] = await db.rows<{ id: string; author: string }>(statements.askFor, [
      ...[uuidv7(), commentary, note.id, seen.personId, message],
    ]);
    if (asked === undefined)
      throw new Refusal('promotion-asked', 'This note was asked for, or its author has gone.');
    await tellNoteAuthor(deps, db, asked.author);
    return { id: asked.id };
  });
}

/** The commentary asks for it no more. */
export async function cancelRequest(
  { db, transact }: Pick<PromotionDeps, 'db' | 'transact'>,
  viewer: Viewer,
  commentary: string,
  id: string,
): Promise<void> {
  await requireInCommentary(db, viewer.actor, commentary, 'write');
  await transact(async (held) => {
    await held.rows(lockCommentary, [commentary]);
    const standing = await standingOf(held, id);
    if (standing.commentary !== commentary) throw notFound();
    if (standing.isUsed) throw used();
    if (!promotionRules.cancel(standing))
      throw new Refusal('state-changed', 'This note is not asked for any more.');
    await held.rows(statements.endPromotion, [id, 'cancelled']);
  });
}
