import { limits, type PartRevision } from '@glossator/contract';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Viewer } from '../../plugins/session.ts';
import { addressesOf } from '../works/address.ts';
import { workAround } from '../works/text-store.ts';
import { requireInCommentary } from './access.ts';
import type { CommentaryDeps } from './commentaries.ts';
import { revisionsOfPart } from './part-statements.ts';
import { partRow } from './parts.ts';
import type { StoredPlace } from './places.ts';

interface Row extends Omit<PartRevision, 'at'>, Record<string, unknown> {
  readonly places: readonly StoredPlace[];
}

/** Greater than every number of a revision. */
const beyond = 2_147_483_647;

export async function listRevisions(
  deps: CommentaryDeps,
  viewer: Viewer,
  commentary: string,
  id: string,
  cursor: string | undefined,
  limit: number = limits.pageSize,
) {
  const seen = await requireInCommentary(deps.db, viewer.actor, commentary, 'see');
  await partRow(deps.db, commentary, id);
  const { structure } = await workAround(deps.texts, seen.work);
  const [before] = readCursor(cursor, 'number') ?? [beyond];
  return pageOf(
    await deps.db.rows<Row>(revisionsOfPart, [id, before, limit + 1]),
    limit,
    ({ places, ...row }): PartRevision => ({ ...row, at: addressesOf(structure, places) }),
    ({ number }) => writeCursor(number),
  );
}
