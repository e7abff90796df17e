import type { Lang } from '../model.ts';
import type { FoldKind, FurnitureReason, ImportProposal } from './proposal.ts';

/*
 * What a person does to a proposal. Units are named by id, rows by any unit in them, so that a
 * correction means the same wherever rows have moved. `applyCorrection` is pure and gives back
 * what undoes it.
 */

export type Correction =
  /** Parts a unit before a code point of its text. */
  | { readonly do: 'split'; readonly unit: number; readonly at: number }
  /** Joins a unit with the next of its side. */
  | { readonly do: 'merge'; readonly unit: number }
  /** Sentence to heading of the lowest level, heading to the level above. */
  | { readonly do: 'lift'; readonly unit: number }
  /** Heading to the level below, of the lowest level to sentence. */
  | { readonly do: 'lower'; readonly unit: number }
  /** Heading of that depth, or sentence where null. */
  | { readonly do: 'depth'; readonly unit: number; readonly depth: number | null }
  /** Whether a sentence begins a paragraph. */
  | { readonly do: 'paragraph'; readonly unit: number; readonly opens: boolean }
  /** A reading text of one's own; the pieces still say what the source has. */
  | { readonly do: 'text'; readonly unit: number; readonly text: string }
  /** Says that a unit is lost after this one (before all units of the side where null). */
  | {
      readonly do: 'gap';
      readonly side: number;
      readonly after: number | null;
      readonly kind: 'heading' | 'sentence';
    }
  /** Takes away a unit that was put in by `gap`. */
  | { readonly do: 'close'; readonly unit: number }
  | { readonly do: 'drop'; readonly unit: number; readonly reason: FurnitureReason }
  /** Furniture back into the text of a side, as a sentence at its place. */
  | { readonly do: 'restore'; readonly furniture: number; readonly side: number }
  /** Furniture that is furniture: no longer asked. */
  | { readonly do: 'confirm'; readonly furniture: number }
  /** The row of this unit with the next row. */
  | { readonly do: 'join'; readonly unit: number }
  /** The row of this unit into rows of one unit a side, in order. */
  | { readonly do: 'part'; readonly unit: number }
  /** A unit at the edge of its row into the row before or after. */
  | { readonly do: 'move'; readonly unit: number; readonly to: 'previous' | 'next' }
  /** These two stand side by side; rows around them, up to checked ones, are proposed again. */
  | { readonly do: 'pair'; readonly left: number; readonly right: number }
  /** A row is right as it stands; one-sided: the other language has lost this. */
  | { readonly do: 'check'; readonly unit: number; readonly checked: boolean }
  /** Makes offered folds of one kind, in one unit or everywhere. */
  | {
      readonly do: 'fold';
      readonly kind: FoldKind;
      readonly unit: number | null;
    }
  | { readonly do: 'lang'; readonly side: number; readonly lang: Lang }
  /** What a level is called in a language; `level` is an index into `levels`. */
  | {
      readonly do: 'name';
      readonly level: number;
      readonly lang: Lang;
      readonly name: string;
    }
  /** What undoes a correction; made by `applyCorrection` alone. */
  | Undo;

/** For each list: from where, how many go, what comes. */
export interface Splice<T> {
  readonly at: number;
  readonly remove: number;
  readonly insert: readonly T[];
}

export interface Undo {
  readonly do: 'undo';
  readonly sides: readonly {
    readonly lang: Lang;
    readonly sureOfLang: boolean;
    readonly rightToLeft: boolean;
    readonly units: Splice<ImportProposal['sides'][number]['units'][number]>;
  }[];
  readonly pairs: Splice<ImportProposal['pairs'][number]>;
  readonly furniture: Splice<ImportProposal['furniture'][number]>;
  readonly folds: Splice<ImportProposal['folds'][number]>;
  readonly levels: ImportProposal['levels'];
  readonly nextId: number;
}

export interface Corrected {
  readonly proposal: ImportProposal;
  /** `applyCorrection(proposal, undo)` gives the proposal from before. */
  readonly undo: Undo;
}

export const correctionFailures = [
  'no-such-unit',
  'no-such-side',
  'no-such-furniture',
  'no-such-level',
  'not-inside',
  'nothing-after',
  'nothing-before',
  'too-high',
  'too-deep',
  'not-a-sentence',
  'not-a-gap',
  'is-a-gap',
  'not-at-the-edge',
  'would-cross',
  'one-language',
  'empty-text',
  'faulty-text',
  'edited-here',
  'nothing-to-do',
] as const;
/**
 * `not-inside`: a split where nothing would be left on one side; `is-a-gap`: it has no words;
 * `would-cross`: a checked row stands between the two; `edited-here`: a person has written these
 * words, so that they stand nowhere in the source.
 */
export type CorrectionFailure = (typeof correctionFailures)[number];
