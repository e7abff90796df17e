import {
  limits,
  standingStates,
  type EditingItem,
  type EditingPage,
  type EditingQuery,
  type ReviewingItem,
} from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import type { Static } from 'typebox';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import { ends } from '../../db/instant.ts';
import { requireMember } from '../../permission.ts';
import { notFound } from '../../refusal.ts';
import type { ReviewDeps } from './deps.ts';
import { countStanding, reviewsOf, standingIn } from './view-statements.ts';

type Row<View> = View & Record<string, unknown>;

/** 404, not 403: an outsider must not learn what waits. */
export async function listEditing(
  { db }: Pick<ReviewDeps, 'db'>,
  actor: Actor,
  { state = 'submitted', cursor, limit = limits.pageSize }: Static<typeof EditingQuery>,
) {
  const personId = requireMember(actor);
  if (!actor.roles.includes('editor')) throw notFound();
  const after = readCursor(cursor, 'instant', 'uuid') ?? [ends.firstInstant, ends.firstUuid];
  const page = pageOf(
    await db.rows<Row<EditingItem>>(standingIn, [state, personId, ...after, limit + 1]),
    limit,
    (row): EditingItem => row,
    ({ since, id }) => writeCursor(since, id),
  );
  return {
    ...page,
    counts: await db.rows<Row<EditingPage['counts'][number]>>(countStanding, [
      standingStates,
      limits.standingCounted,
    ]),
  };
}

export async function listReviewing(
  { db }: Pick<ReviewDeps, 'db'>,
  actor: Actor,
  cursor: string | undefined,
  limit: number = limits.pageSize,
) {
  const personId = requireMember(actor);
  const after = readCursor(cursor, 'instant', 'uuid') ?? [ends.lastInstant, ends.lastUuid];
  return pageOf(
    await db.rows<Row<ReviewingItem & { readonly id: string }>>(reviewsOf, [
      personId,
      ...after,
      limit + 1,
    ]),
    limit,
    ({ id: _, ...row }): ReviewingItem => row,
    ({ invited, id }) => writeCursor(invited, id),
  );
}
