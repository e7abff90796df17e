import { resolveAddress } from '@glossator/document';
import type { Structure } from '../features/works/text-store.ts';
import type { ReferencePlace } from './references.ts';

const keys = new WeakMap<Structure, string>();
let structures = 0;

function keyOf(structure: Structure): string {
  let key = keys.get(structure);
  if (key === undefined) {
    structures += 1;
    key = String(structures);
    keys.set(structure, key);
  }
  return key;
}

/** Where the references of a note in this work lead. */
export const placeIn = (work: string, structure: Structure): ReferencePlace => ({
  work,
  key: `${work} ${keyOf(structure)}`,
  has: (address) => resolveAddress(structure, address).ok,
});
