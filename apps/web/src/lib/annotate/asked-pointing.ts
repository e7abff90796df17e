import type { Pointing } from '@glossator/contract';

const entry = /^([a-z0-9-]{1,64}):([A-Z]\d{1,6})$/;
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `zh-cac:G1`. */
export function entryNamed(name: string): Pointing | null {
  const [, edition, number] = entry.exec(name) ?? [];
  return edition === undefined || number === undefined ? null : { kind: 'entry', edition, number };
}

/**
 * What a link to a form points at: `?entry=zh-cac:G1`, or `?about=` a note; null where it asks for
 * the clause as a whole, undefined where it says nothing of it.
 */
export function askedPointing(query: Pick<URLSearchParams, 'get'>): Pointing | null | undefined {
  const about = query.get('about');
  if (about !== null) return id.test(about) ? { kind: 'note', annotation: about } : null;
  const place = query.get('entry');
  return place === null ? undefined : entryNamed(place);
}
