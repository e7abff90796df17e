import { limits, type RoundPart } from '@glossator/contract';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import { placeIn } from '../../markdown/place.ts';
import { readMarkdown } from '../../markdown/render.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import type { StoredPlace } from '../commentaries/places.ts';
import { addressesOf } from '../works/address.ts';
import { requireWork } from '../works/text-store.ts';
import type { ReviewDeps } from './deps.ts';
import { partsHandedIn } from './submission-statements.ts';
import { requirePart } from './view.ts';

interface Row extends Omit<RoundPart, 'html' | 'at'>, Record<string, unknown> {
  readonly body: string;
  readonly places: readonly StoredPlace[];
}

/** What a round is about, as it was handed in, whatever was written since. */
export async function readRoundProof(
  deps: ReviewDeps,
  viewer: Viewer,
  commentary: string,
  n: number,
  cursor: string | undefined,
  limit: number = limits.proofParts,
) {
  const { standing, as, rounds } = await requirePart(deps.db, viewer.actor, commentary);
  const round = rounds.find((each) => each.n === n);
  if (round === undefined) throw notFound();
  if (as === 'reviewer' && round.own !== 'accepted')
    throw new Refusal('not-allowed', 'You are asked to review this; accept first.');
  const [after] = readCursor(cursor, 'number') ?? [0];
  const { structure } = await requireWork(deps.texts, standing.work);
  const place = placeIn(standing.work, structure);
  const size = Math.min(limit, limits.proofParts);
  return pageOf(
    await deps.db.rows<Row>(partsHandedIn, [round.submissionId, after, size + 1]),
    size,
    ({ id, n: at, revision, kind, label, title, body, places }): RoundPart => ({
      ...{ id, n: at, revision, kind, label, title },
      html: readMarkdown(body, place).html,
      at: addressesOf(structure, places),
    }),
    ({ n: at }) => writeCursor(at),
  );
}
