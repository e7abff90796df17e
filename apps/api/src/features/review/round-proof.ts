import { limits, type RoundPart } from '@glossator/contract';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import type { ReferencePlace } from '../../markdown/references.ts';
import { readMarkdown } from '../../markdown/render.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { referencesAmong } from '../commentaries/draft-references.ts';
import type { StoredPlace } from '../commentaries/places.ts';
import { addressesOf } from '../works/address.ts';
import { requireWork, type Structure } from '../works/text-store.ts';
import type { ReviewDeps } from './deps.ts';
import { labelsHandedIn, partsHandedIn } from './submission-statements.ts';
import { requirePart } from './view.ts';

interface Row extends Omit<RoundPart, 'html' | 'at'>, Record<string, unknown> {
  readonly body: string;
  readonly places: readonly StoredPlace[];
}

interface HandedIn {
  readonly commentary: string;
  readonly round: number;
  readonly slug: string;
  readonly structure: Structure;
  /** Parts to a page. */
  readonly size: number;
}

/** References lead to the parts that were handed in together, on the page of the round on which each stands. */
async function referencesIn(
  db: Db,
  submission: string,
  { commentary, round, size, ...work }: HandedIn,
): Promise<ReferencePlace> {
  const rows = await db.rows<{ id: string; label: string; n: number }>(labelsHandedIn, [
    submission,
  ]);
  const page = `/commentaries/${commentary}/review/${String(round)}`;
  const before = (n: number): number => n - 1 - ((n - 1) % size);
  const query = (n: number): string =>
    before(n) === 0 ? '' : `?cursor=${encodeURIComponent(writeCursor(before(n)))}`;
  const entries = rows.map(({ id, label, n }) => [label, `${page}${query(n)}#p-${id}`] as const);
  return referencesAmong(work, new Map(entries));
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
  const size = Math.min(limit, limits.proofParts);
  const place = await referencesIn(deps.db, round.submissionId, {
    ...{ commentary, round: n, slug: standing.work, structure, size },
  });
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
