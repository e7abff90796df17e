import { limits } from '@glossator/contract';
import { writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import type { ReferencePlace } from '../../markdown/references.ts';
import { referencesAmong, type Said } from '../commentaries/draft-references.ts';
import { workAround, type Structure } from '../works/text-store.ts';
import type { ReviewDeps } from './deps.ts';
import type { RoundRow } from './round-rows.ts';
import type { StandingOf } from './standing.ts';
import { itemsHandedIn, labelsHandedIn } from './submission-statements.ts';

interface RoundReferences {
  readonly structure: Structure;
  readonly references: ReferencePlace;
  /** In its margins, which cite no works. */
  readonly inMargin: ReferencePlace;
}

/**
 * Where references lead in what a round is about, and in its margins: to the parts that were handed in
 * together, on the page of the round on which each stands.
 */
export async function roundReferences(
  { texts }: Pick<ReviewDeps, 'texts'>,
  db: Db,
  { id, work }: StandingOf,
  round: RoundRow,
  size: number = limits.proofParts,
): Promise<RoundReferences> {
  const { structure } = await workAround(texts, work);
  const rows = await db.rows<{ id: string; label: string; n: number }>(labelsHandedIn, [
    round.submissionId,
  ]);
  const [said] = await db.rows<Said & Record<string, unknown>>(itemsHandedIn, [round.submissionId]);
  const page = `/commentaries/${id}/review/${String(round.n)}`;
  const before = (n: number): number => n - 1 - ((n - 1) % size);
  const query = (n: number): string =>
    before(n) === 0 ? '' : `?cursor=${encodeURIComponent(writeCursor(before(n)))}`;
  const entries = rows.map(
    ({ id: part, label, n }) => [label, `${page}${query(n)}#p-${part}`] as const,
  );
  const references = referencesAmong(
    { slug: work, structure },
    new Map(entries),
    said ?? { language: 'en', items: [] },
  );
  const { citable: _, ...words } = references;
  return { structure, references, inMargin: { ...words, key: `${words.key} margin` } };
}
