import { limits, type DocxDone } from '@glossator/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Viewer } from '../../plugins/session.ts';
import { Refusal } from '../../refusal.ts';
import { requireInCommentary } from '../commentaries/access.ts';
import type { CommentaryDeps } from '../commentaries/commentaries.ts';
import { holdOutline } from '../commentaries/outline.ts';
import { setOrder } from '../commentaries/part-statements.ts';
import { orderOf } from '../commentaries/places.ts';
import { referredIn } from '../commentaries/referred.ts';
import { unlessTaken } from '../commentaries/taken.ts';
import { addressesOf } from '../works/address.ts';
import { workAround } from '../works/text-store.ts';
import { arrange } from './arrange.ts';
import { changed, placesOf } from './choose.ts';
import { planOf, type Plan } from './plan.ts';
import { docxOf, passagesOf } from './service.ts';
import { bodiesOfDocx, dropDocx, writeParts } from './statements.ts';

function requireNoObstacle({ obstacle, taken }: Plan): void {
  if (obstacle === 'introduction')
    throw new Refusal('introduction-there', 'A commentary has one introduction.');
  if (obstacle === 'too-many')
    throw new Refusal('parts-too-many', `A commentary has at most ${String(limits.parts)} parts.`);
  if (taken === 0) throw new Refusal('docx-empty', 'Nothing was chosen to be taken in.');
}

/**
 * Writes what the plan says that was shown, with the outline held: all of it, or nothing where anything
 * would be otherwise by now. What stands already stays as it is.
 */
export async function confirmDocx(
  deps: CommentaryDeps,
  viewer: Viewer,
  commentary: string,
  shown: { readonly id: string; readonly plan: string },
): Promise<DocxDone> {
  const seen = await requireInCommentary(deps.db, viewer.actor, commentary, 'write');
  const work = await workAround(deps.texts, seen.work);
  const { structure } = work;
  return unlessTaken(() =>
    deps.transact(async (db) => {
      const outline = await holdOutline(db, commentary);
      const kept = await docxOf(db, commentary, seen.personId);
      if (kept?.id !== shown.id) throw changed();
      const passages = await passagesOf(db, kept.id);
      const plan = planOf(
        kept.id,
        passages,
        outline.map((part) => ({ ...part, at: addressesOf(structure, part.places) })),
      );
      if (plan.digest !== shown.plan) throw changed();
      requireNoObstacle(plan);
      const inOrder = passages.toSorted((a, b) => a.stands - b.stands);
      const added = (
        await Promise.all(
          inOrder.map(async ({ n, kind, at }) => {
            const planned = plan.passages.get(n);
            if (kind === 'left-out' || planned === undefined) return [];
            const places = await placesOf(deps, work, viewer, { kind, at });
            const { label, isLabelTaken } = planned;
            const ord = orderOf(structure, places);
            return [{ n, id: uuidv7(), kind, label, isLabelTaken, places, ord }];
          }),
        )
      ).flat();
      const standing = outline.flatMap((part) =>
        part.removed === null ? [{ ...part, ord: orderOf(structure, part.places) }] : [],
      );
      const order = arrange(standing, added);
      const position = new Map(order.map((id, index) => [id, index + 1]));
      const bodies = new Map(
        (await db.rows<{ n: number; body: string }>(bodiesOfDocx, [kept.id])).map((each) => [
          each.n,
          each.body,
        ]),
      );
      const ground = { slug: seen.work, structure };
      const rows = added.map(({ n, id, kind, label, places }) => ({
        ...{ n, id, kind, label, places },
        position: position.get(id),
        refers: referredIn(bodies.get(n) ?? '', ground),
      }));
      await db.rows(writeParts, [kept.id, commentary, seen.personId, JSON.stringify(rows)]);
      await db.rows(setOrder, [order]);
      await db.rows(dropDocx, [commentary, seen.personId]);
      return {
        written: added.length,
        leftOut: passages.length - added.length,
        withoutLabel: added.filter(({ isLabelTaken }) => isLabelTaken).length,
      };
    }),
  );
}
