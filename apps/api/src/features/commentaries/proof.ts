import { limits, type ProofPart } from '@glossator/contract';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import { ends } from '../../db/instant.ts';
import { readMarkdown } from '../../markdown/render.ts';
import type { Viewer } from '../../plugins/session.ts';
import { addressesOf } from '../works/address.ts';
import { requireWork } from '../works/text-store.ts';
import { requireInCommentary } from './access.ts';
import type { CommentaryDeps } from './commentaries.ts';
import { draftReferences } from './draft-references.ts';
import { proofOf } from './part-statements.ts';
import type { StoredPlace } from './places.ts';

interface Row extends Omit<ProofPart, 'html' | 'at'>, Record<string, unknown> {
  readonly position: number;
  readonly body: string;
  readonly places: readonly StoredPlace[];
}

/** The parts that stand, in their order, as they will be read. */
export async function readProof(
  deps: CommentaryDeps,
  viewer: Viewer,
  commentary: string,
  cursor: string | undefined,
  limit: number = limits.proofParts,
) {
  const seen = await requireInCommentary(deps.db, viewer.actor, commentary, 'see');
  const after = readCursor(cursor, 'number', 'uuid') ?? [-1, ends.lastUuid];
  const { structure } = await requireWork(deps.texts, seen.work);
  const place = await draftReferences(deps.db, seen, { slug: seen.work, structure });
  const size = Math.min(limit, limits.proofParts);
  return pageOf(
    await deps.db.rows<Row>(proofOf, [commentary, ...after, size + 1]),
    size,
    ({ id, kind, label, title, body, places }): ProofPart => ({
      ...{ id, kind, label, title },
      html: readMarkdown(body, place).html,
      at: addressesOf(structure, places),
    }),
    ({ position, id }) => writeCursor(position, id),
  );
}
