import type { Lang, Level } from '../model.ts';
import type { Piece, Source } from './source.ts';

export const furnitureReasons = [
  'repeated',
  'page-number',
  'notice',
  'navigation',
  'advertisement',
  'link',
  'copy',
  'contents',
  'surroundings',
] as const;
/**
 * Why something is taken for no part of the text. `repeated`: the same words come back through the
 * source; `copy`: a long passage that stood before; `contents`: a table of contents; `surroundings`: before or after everything that
 * reads like the text of a page.
 */
export type FurnitureReason = (typeof furnitureReasons)[number];

/** Found and shown, kept out of the text, never dropped: `restore` brings it back. */
export interface Furniture {
  readonly id: number;
  readonly reason: FurnitureReason;
  /** False: a person is asked. `person`: somebody put it here. */
  readonly sure: boolean;
  readonly byPerson: boolean;
  readonly text: string;
  readonly pieces: readonly Piece[];
}

export const unitNotes = [
  'numeral-skips',
  'numeral-restarts',
  'unmarked-heading',
  'parted-from-notice',
  'joined-across',
  'begins-inside',
] as const;
/**
 * What a person should look at. `numeral-restarts`: its number is not above the one before it in
 * the same place; `parted-from-notice`: the same line held furniture; `joined-across`: furniture
 * stood inside it; `begins-inside`: its beginning seems to be lost.
 */
export type UnitNote = (typeof unitNotes)[number];

/** A heading or sentence of one language. Ids are unique in a proposal over both sides, and stay. */
export interface ProposedUnit {
  readonly id: number;
  readonly kind: 'heading' | 'sentence';
  /** Of a heading: 0 the title of the work, 1 the highest level, and so on; null for a sentence. */
  readonly depth: number | null;
  /** A sentence that begins a paragraph. */
  readonly opens: boolean;
  /** Printed numeral with its marks, which opens `text`; '' where none. */
  readonly label: string;
  /** What the numeral says: 12 for `第十二条`, `XII`, `(12)`, `(l)`; null where none. */
  readonly number: number | null;
  /** Reading text; null where a person has said that words are lost here. Never ''. */
  readonly text: string | null;
  /** Where it stands, in order; none where lost. Pieces are joined by nothing or by one space. */
  readonly pieces: readonly Piece[];
  readonly notes: readonly UnitNote[];
}

export interface ProposedSide {
  /** `und` where nobody stated it and it could not be told: ask. */
  readonly lang: Lang;
  /** Stated, or certain by its script or words. */
  readonly sureOfLang: boolean;
  readonly rightToLeft: boolean;
  /** In the order of the text. */
  readonly units: readonly ProposedUnit[];
}

export const pairDoubts = ['one-sided', 'length', 'counts', 'numerals', 'kinds'] as const;
/**
 * `one-sided`: the other language has nothing; `length`: far longer or shorter than the rest would
 * make one expect; `counts`: one sentence for several; `numerals`, `kinds`: the printed numbers
 * differ, or a heading stands beside a sentence.
 */
export type PairDoubt = (typeof pairDoubts)[number];

/**
 * One row: units of the first side and of the second, ids, in order. Every unit is in exactly one
 * row, rows stand in the order of the text. With one side, `right` is always empty and nothing is
 * doubted.
 */
export interface ProposedPair {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly doubt: PairDoubt | null;
  /** A person has looked and agrees; in a one-sided row: the other language has lost this. */
  readonly checked: boolean;
}

export const foldKinds = ['punctuation', 'quotation-marks'] as const;
export type FoldKind = (typeof foldKinds)[number];

/** A change of characters that is offered, and made only when a person accepts it. */
export interface ProposedFold {
  readonly unit: number;
  /** Code points of the unit's text. */
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  readonly kind: FoldKind;
}

/** How many letters the second language has for one of the first, and how much that varies. */
export interface LengthRatio {
  readonly ratio: number;
  /** Standard deviation of the logarithm, for one sentence. */
  readonly spread: number;
}

export interface ImportProposal {
  /** As given, in NFC. */
  readonly sources: readonly Source[];
  /** Highest first; the last two are paragraph and sentence. Headings have depth 1 to length - 2. */
  readonly levels: readonly Level[];
  readonly sides: readonly ProposedSide[];
  readonly pairs: readonly ProposedPair[];
  readonly furniture: readonly Furniture[];
  readonly folds: readonly ProposedFold[];
  /** Null with one language. */
  readonly lengths: LengthRatio | null;
  /** The next id that is free. */
  readonly nextId: number;
}

export interface ProposeOptions {
  /** Called now and then with a fraction, 0 to 1, never falling. */
  readonly onProgress?: (fraction: number) => void;
}

/** `faulty-text`: `checkText` refuses a block. */
export type ProposeFailure = 'nothing-to-read' | 'too-many-sources' | 'faulty-text';
