import { limits, type ProofPage, type ProofPart } from '@glossator/contract';
import { withQuotations } from '@glossator/domain';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import { ends } from '../../db/instant.ts';
import { readMarkdown } from '../../markdown/render.ts';
import type { Viewer } from '../../plugins/session.ts';
import { addressesOf } from '../works/address.ts';
import { readQuotations } from '../promotions/quotations.ts';
import { isSupplement } from '../works/service.ts';
import { workAround, type LoadedWork } from '../works/text-store.ts';
import { requireInCommentary } from './access.ts';
import type { CommentaryDeps } from './commentaries.ts';
import { draftReferences } from './draft-references.ts';
import { proofOf } from './part-statements.ts';
import { presentPlaces, type StoredPlace } from './places.ts';

interface Row extends Omit<ProofPart, 'html' | 'at' | 'places'>, Record<string, unknown> {
  readonly position: number;
  readonly body: string;
  readonly places: readonly StoredPlace[];
}

/** They are in the order in which they came: the last of an edition is its newest. */
const newestEditions = ({ editions }: LoadedWork): ProofPage['editions'] => {
  const standing = editions.filter((each) => !isSupplement(each));
  const newest = new Map(standing.map((each) => [each.edition_id, each]));
  return [...newest.values()].map(({ edition_id: id, version, lang, title }) => ({
    ...{ id, version, lang, title },
  }));
};

/** The parts that stand, in their order, as they will be read. */
export async function readProof(
  deps: CommentaryDeps,
  viewer: Viewer,
  commentary: string,
  cursor: string | undefined,
  limit: number = limits.proofParts,
): Promise<ProofPage> {
  const seen = await requireInCommentary(deps.db, viewer.actor, commentary, 'see');
  const after = readCursor(cursor, 'number', 'uuid') ?? [-1, ends.lastUuid];
  const work = await workAround(deps.texts, seen.work);
  const { structure } = work;
  const references = await draftReferences(deps.db, seen, { slug: seen.work, structure });
  const quotations = await readQuotations(deps.db, commentary);
  const size = Math.min(limit, limits.proofParts);
  const page = pageOf(
    await deps.db.rows<Row>(proofOf, [commentary, ...after, size + 1]),
    size,
    (row) => row,
    ({ position, id }) => writeCursor(position, id),
  );
  const items = page.items.map(
    async ({ id, kind, label, title, body, places }): Promise<ProofPart> => ({
      ...{ id, kind, label, title },
      html: readMarkdown(withQuotations(body, quotations).body, references, 3).html,
      at: addressesOf(structure, places),
      places: await presentPlaces(deps, work, viewer, places),
    }),
  );
  return {
    items: await Promise.all(items),
    next: page.next,
    editions: newestEditions(work),
  };
}
