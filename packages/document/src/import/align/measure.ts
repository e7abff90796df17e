import { weightOf } from '../characters.ts';
import type { ProposedUnit } from '../proposal.ts';
import type { PlacedUnit } from '../units-of-blocks.ts';

/** A unit as aligning sees it. */
export interface Measured {
  readonly id: number;
  readonly depth: number | null;
  readonly number: number | null;
  readonly opens: boolean;
  /** Without its number. */
  readonly words: string;
  /** Letters and digits. */
  readonly weight: number;
  /** Numbers in its words, in digits: the same in every language. */
  readonly digits: readonly string[];
  readonly row: number | null;
  readonly interrupted: boolean;
  /** Its beginning is lost: it may be far shorter than what it stands for. */
  readonly isFragment: boolean;
}

const NONE: readonly string[] = [];

/** A unit as a proposal holds it: where it stood in its file no longer counts. */
export const measureUnit = (unit: ProposedUnit): Measured =>
  measure({ unit, row: null, interrupted: false });

export function measure({ unit, row, interrupted }: PlacedUnit): Measured {
  const { id, depth, number, opens, label } = unit;
  const words = (unit.text ?? '').slice(label.length);
  const digits = /\p{Nd}/u.test(words) ? (words.normalize('NFKC').match(/\d+/gu) ?? NONE) : NONE;
  const isFragment = unit.notes.includes('begins-inside');
  return {
    id,
    depth,
    number,
    opens: opens && !isFragment,
    words,
    weight: weightOf(words),
    digits,
    row,
    interrupted,
    isFragment,
  };
}
