import { digest } from '@glossator/document';
import type { BibliographyItem } from '@glossator/domain/csl-fields';
import type { Db } from '../../db/client.ts';
import { citable } from '../../markdown/citations.ts';
import { placeIn } from '../../markdown/place.ts';
import type { ReferencePlace } from '../../markdown/references.ts';
import type { Structure } from '../works/text-store.ts';
import { citedItems } from './bibliography-statements.ts';
import { labelsOfCommentary } from './part-statements.ts';

/** A commentary, as far as what is said in it refers to it. */
export interface Said {
  /** In which it is written. */
  readonly language: string;
  /** The works that it cites. */
  readonly items: readonly BibliographyItem[];
}

/** Where references lead that stand in a commentary with these labels, and how works are cited there. */
export function referencesAmong(
  work: { readonly slug: string; readonly structure: Structure },
  entries: ReadonlyMap<string, string>,
  { language, items }: Said,
): ReferencePlace {
  const place = placeIn(work.slug, work.structure);
  const works = citable(items, language);
  return {
    ...place,
    key: `${place.key} ${digest(JSON.stringify([...entries]))} ${works.key}`,
    entry: (label) => entries.get(label) ?? null,
    citable: works,
  };
}

/** The works that the parts of a commentary cite as they are written now. */
export async function itemsCitedIn(db: Db, id: string): Promise<BibliographyItem[]> {
  const rows = await db.rows<{ key: string; item: Omit<BibliographyItem, 'id'> }>(citedItems, [id]);
  return rows.map(({ key, item }) => ({ ...item, id: key }));
}

/** In a commentary at work they lead to its parts as they are being written. */
export async function draftReferences(
  db: Db,
  { id, language }: { readonly id: string; readonly language: string },
  work: { readonly slug: string; readonly structure: Structure },
): Promise<ReferencePlace> {
  const [rows, items] = await Promise.all([
    db.rows<{ part: string; label: string }>(labelsOfCommentary, [id]),
    itemsCitedIn(db, id),
  ]);
  const entries = rows.map(
    ({ part, label }) => [label, `/commentaries/${id}/parts/${part}`] as const,
  );
  return referencesAmong(work, new Map(entries), { language, items });
}
