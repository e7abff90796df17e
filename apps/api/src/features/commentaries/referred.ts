import { resolveAddress } from '@glossator/document';
import { placeIn } from '../../markdown/place.ts';
import { readMarkdown } from '../../markdown/render.ts';
import type { Structure } from '../works/text-store.ts';

/** From one unit to another, as a revision keeps it: units never go, whatever their addresses become. */
export interface StoredReference {
  readonly from: string;
  readonly to: string;
}

/** The clauses of its own work that the words of a part refer to, each once. */
export function referredIn(
  body: string,
  work: { readonly slug: string; readonly structure: Structure },
): readonly StoredReference[] {
  const { clauses } = readMarkdown(body, placeIn(work.slug, work.structure));
  const found = clauses.flatMap((address) => {
    const resolved = resolveAddress(work.structure, address);
    if (!resolved.ok) return [];
    const { first, last, segments } = resolved.value;
    const [from, to] = first === last ? [first, last] : [segments.at(0), segments.at(-1)];
    return from === undefined || to === undefined ? [] : [{ from: from.uid, to: to.uid }];
  });
  return [...new Map(found.map((each) => [`${each.from} ${each.to}`, each])).values()];
}
