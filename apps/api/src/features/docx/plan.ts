import { limits, type DocxProblem } from '@glossator/contract';
import { digest } from '@glossator/document';
import type { PartKind } from '@glossator/domain';

/** A passage that was read, without its words. */
export interface Passage {
  readonly n: number;
  /** Where it stands in the file. */
  readonly stands: number;
  readonly label: string;
  readonly problem: DocxProblem | 'none';
  readonly over: number;
  readonly kind: PartKind | 'left-out';
  readonly at: readonly string[];
}

/** A part of the commentary as it stands. */
export interface Standing {
  readonly kind: PartKind;
  readonly label: string;
  readonly at: readonly string[];
  readonly removed: string | null;
}

export interface PlannedPassage {
  readonly kind: PartKind | null;
  /** Empty where it has none, or where another has it. */
  readonly label: string;
  readonly isLabelTaken: boolean;
  /** Parts on the same place, which remain. */
  readonly beside: number;
}

export interface Plan {
  readonly passages: ReadonlyMap<number, PlannedPassage>;
  readonly taken: number;
  readonly obstacle: 'introduction' | 'too-many' | null;
  /** Of all that would be done. */
  readonly digest: string;
}

/** What would become of the passages in the commentary as it stands. Nothing of it is changed by them. */
export function planOf(
  id: string,
  passages: readonly Passage[],
  outline: readonly Standing[],
): Plan {
  const standing = outline.filter(({ removed }) => removed === null);
  const labels = new Set(standing.map(({ label }) => label));
  const counts = new Map<string, number>();
  for (const { at } of standing)
    for (const address of at) counts.set(address, (counts.get(address) ?? 0) + 1);
  const planned = passages.map((passage): readonly [number, PlannedPassage] => {
    const kind = passage.kind === 'left-out' ? null : passage.kind;
    const isLabelTaken = kind !== null && passage.label !== '' && labels.has(passage.label);
    const label = isLabelTaken ? '' : passage.label;
    if (kind !== null) labels.add(passage.label);
    const beside = Math.max(0, ...passage.at.map((address) => counts.get(address) ?? 0));
    return [passage.n, { kind, label, isLabelTaken, beside: kind === null ? 0 : beside }];
  });
  const taken = planned.filter(([, { kind }]) => kind !== null).length;
  const introductions =
    standing.filter(({ kind }) => kind === 'introduction').length +
    planned.filter(([, { kind }]) => kind === 'introduction').length;
  const hasTwo = introductions > 1 && planned.some(([, { kind }]) => kind === 'introduction');
  const isFull = outline.length + taken > limits.parts;
  const obstacle = hasTwo ? 'introduction' : isFull ? 'too-many' : null;
  const places = passages.map(({ at }) => at);
  return {
    passages: new Map(planned),
    taken,
    obstacle,
    digest: digest(JSON.stringify([id, planned, places, obstacle])).slice(0, 32),
  };
}
