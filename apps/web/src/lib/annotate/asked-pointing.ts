import type { Pointing } from '@glossator/contract';

const entry = /^([a-z0-9-]{1,64}):([A-Z]\d{1,6})$/;
const part =
  /^([a-z0-9-]{1,64})@([1-9]\d{0,3}\.(?:0|[1-9]\d{0,3}))\/([A-Za-z0-9][A-Za-z0-9.-]{0,11})$/;
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `zh-cac:G1`. */
export function entryNamed(name: string): Pointing | null {
  const [, edition, number] = entry.exec(name) ?? [];
  return edition === undefined || number === undefined ? null : { kind: 'entry', edition, number };
}

/** `ncss-2016-textual-notes@1.0/T12`, as the address of the page of an entry has it. */
export function partNamed(name: string): Pointing | null {
  const [, slug, number, label] = part.exec(name) ?? [];
  return slug === undefined || number === undefined || label === undefined
    ? null
    : { kind: 'part', slug, number, label };
}

/** A term of the ledger, as the address of its row has it. */
export const termNamed = (name: string): Pointing | null =>
  name === '' || [...name].length > 64 ? null : { kind: 'term', term: name };

/**
 * What a link to a form points at: `?entry=zh-cac:G1`, `?part=` of a commentary, `?term=` of the ledger, or `?about=` a note; null where it asks for
 * the clause as a whole, undefined where it says nothing of it.
 */
export function askedPointing(query: Pick<URLSearchParams, 'get'>): Pointing | null | undefined {
  const about = query.get('about');
  if (about !== null) return id.test(about) ? { kind: 'note', annotation: about } : null;
  const commented = query.get('part');
  if (commented !== null) return partNamed(commented);
  const term = query.get('term');
  if (term !== null) return termNamed(term);
  const place = query.get('entry');
  return place === null ? undefined : entryNamed(place);
}
