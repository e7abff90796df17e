import { isWithin } from '@glossator/document';
import type { ClausePart } from './clause-parts.ts';

/** Clauses whose boxes, or the box of a section around them, are checked. */
export function countChosen(parts: readonly ClausePart[], chosen: readonly string[]): number {
  const all = parts.flatMap(({ clauses }) => clauses);
  return all.filter(({ address }) => chosen.some((each) => isWithin(address, each))).length;
}
