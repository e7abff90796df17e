import { digest } from '@glossator/document';
import type { Db } from '../../db/client.ts';
import { placeIn } from '../../markdown/place.ts';
import type { ReferencePlace } from '../../markdown/references.ts';
import type { Structure } from '../works/text-store.ts';
import { labelsOfCommentary } from './part-statements.ts';

/** Where references lead that stand in a commentary with these labels. */
export function referencesAmong(
  work: { readonly slug: string; readonly structure: Structure },
  entries: ReadonlyMap<string, string>,
): ReferencePlace {
  const place = placeIn(work.slug, work.structure);
  return {
    ...place,
    key: `${place.key} ${digest(JSON.stringify([...entries]))}`,
    entry: (label) => entries.get(label) ?? null,
  };
}

/** In a commentary at work they lead to its parts as they are being written. */
export async function draftReferences(
  db: Db,
  id: string,
  work: { readonly slug: string; readonly structure: Structure },
): Promise<ReferencePlace> {
  const rows = await db.rows<{ part: string; label: string }>(labelsOfCommentary, [id]);
  const entries = rows.map(
    ({ part, label }) => [label, `/commentaries/${id}/parts/${part}`] as const,
  );
  return referencesAmong(work, new Map(entries));
}
