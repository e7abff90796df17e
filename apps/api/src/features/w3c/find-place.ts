import { parsePins, type Pin } from '@glossator/document';
import { Refusal } from '../../refusal.ts';
import { focusOn, type Focus } from '../works/address.ts';
import type { LoadedWork } from '../works/text-store.ts';

/** What an IRI of ours names in a work. */
export type Place =
  | { readonly kind: 'note'; readonly name: string }
  | { readonly kind: 'entry'; readonly edition: string; readonly number: string }
  | { readonly kind: 'clause'; readonly focus: Focus; readonly pins: readonly Pin[] };

// One answer for what is elsewhere, what never was and what may not be known of.
export const unresolved = (what: string): Refusal =>
  new Refusal('target-unresolved', `${what} in this work; nothing was stored.`);

function pathOf(origin: string, iri: string): string | null {
  const { origin: from, pathname, search, hash } = new URL(iri);
  if (from !== origin || search !== '' || hash !== '') return null;
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

function clauseAt(work: LoadedWork, address: string, pins: readonly Pin[]): Place | null {
  const isThere = pins.every(({ edition, version }) =>
    work.editions.some((each) => each.edition_id === edition && each.version === version),
  );
  if (!isThere) return null;
  try {
    return { kind: 'clause', focus: focusOn(work.structure, address), pins };
  } catch (refusal) {
    if (refusal instanceof Refusal) return null;
    throw refusal;
  }
}

/** `/id/<uid>`, `/t/<work>[@<pins>]/<address>`, `/t/<work>/app/<edition>/<number>`, a note. */
export function findPlace(origin: string, work: LoadedWork, iri: string): Place {
  const path = pathOf(origin, iri) ?? '';
  const place = placeAt(work, path);
  if (place === null) throw unresolved('The target names nothing');
  return place;
}

function placeAt(work: LoadedWork, path: string): Place | null {
  const { slug } = work.head;
  const [, first, second, third, fourth, fifth, more] = path.split('/');
  if (more !== undefined) return null;
  if (first === 'id' && second !== undefined && third === undefined) {
    const unit = work.structure.byUid.get(second);
    return unit === undefined ? null : clauseAt(work, unit.path, []);
  }
  if (first === 'n' && second !== undefined && third === undefined)
    return { kind: 'note', name: second };
  if (first === 'api' && second === 'w3c' && third === slug && fourth && fifth === undefined)
    return { kind: 'note', name: fourth };
  if (first !== 't' || second === undefined || third === undefined) return null;
  if (second === slug && third === 'app' && fourth && fifth)
    return { kind: 'entry', edition: fourth, number: fifth };
  const pinned = parsePins(second);
  if (fourth !== undefined || !pinned.ok || pinned.value.work !== slug) return null;
  return clauseAt(work, third, pinned.value.pins);
}
