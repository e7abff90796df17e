import { limits, type PromotionAnswer, type PromotionRequest } from '@glossator/contract';
import { promotionRules } from '@glossator/domain';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import { ends } from '../../db/instant.ts';
import { requireMember } from '../../permission.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';
import { lockCommentary } from '../commentaries/statements.ts';
import { tellAuthorsBriefly } from '../review/tell.ts';
import { standingOf, used, type PromotionDeps } from './ask.ts';
import * as statements from './statements.ts';

type Row = Omit<PromotionRequest, 'abilities'> & Record<string, unknown>;

/** What commentaries ask somebody for, the newest first. */
export async function listRequests(
  { db }: Pick<PromotionDeps, 'db'>,
  { actor }: Viewer,
  cursor: string | undefined,
  limit: number = limits.pageSize,
) {
  const personId = requireMember(actor);
  const after = readCursor(cursor, 'instant', 'uuid') ?? [ends.lastInstant, ends.lastUuid];
  return pageOf(
    await db.rows<Row>(statements.requestsTo, [personId, ...after, limit + 1]),
    limit,
    (row): PromotionRequest => ({
      ...row,
      abilities: {
        answer: promotionRules.answer({ state: row.state, isUsed: row.releases.length > 0 }),
      },
    }),
    ({ asked, id }) => writeCursor(asked, id),
  );
}

function creditOf({ how, credit }: Extract<PromotionAnswer, { answer: 'consent' }>): string {
  if (how === 'anonymous') return '';
  return acceptText(credit.trim(), { field: 'The name', max: limits.creditLength });
}

/**
 * Its author says whether a note may be quoted, and how they are named; also otherwise than before, until
 * a release quotes it. Publishing holds the commentary: one of the two comes first.
 */
export async function answerRequest(
  deps: PromotionDeps,
  { actor }: Viewer,
  id: string,
  form: PromotionAnswer,
): Promise<void> {
  const personId = requireMember(actor);
  const known = await standingOf(deps.db, id);
  if (known.author !== personId) throw notFound();
  await deps.transact(async (db) => {
    await db.rows(lockCommentary, [known.commentary]);
    const standing = await standingOf(db, id);
    if (standing.isUsed) throw used();
    if (!promotionRules.answer(standing))
      throw new Refusal('state-changed', 'The commentary does not ask for this note any more.');
    if (form.answer === 'refuse') await db.rows(statements.endPromotion, [id, 'refused']);
    else {
      const values = [id, form.how, creditOf(form), form.version];
      const [consented] = await db.rows(statements.consent, values);
      if (consented === undefined)
        throw new Refusal(
          'version-stale',
          'The note is not what you saw any more: look at it again.',
        );
    }
    await tellAuthorsBriefly(deps, db, known.commentary);
  });
}
