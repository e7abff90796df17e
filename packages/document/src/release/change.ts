import type { Agency, Certainty, Localised, Path } from '../model.ts';

/*
 * What a text editor declares about the next release of an edition. Changes apply one after the
 * other; each names addresses as those before it have left them.
 */

/** Other words in one segment of one edition. */
export interface Correction {
  readonly kind: 'correct';
  readonly path: Path;
  /** Words of the reading text that stand in it once; the whole text does. */
  readonly before: string;
  readonly after: string;
  readonly cause: Agency;
  readonly certainty: Certainty;
  /** What is wrong with the words, for readers. */
  readonly note: Localised;
  /** Why we think so, one reason each. */
  readonly evidence: readonly Localised[];
  /** Numbers of entries on these words that the correction settles; they are not used again. */
  readonly settles: readonly string[];
}

/** One sentence becomes several, in every edition of the work that has it. */
export interface Split {
  readonly kind: 'split';
  readonly path: Path;
  /** By edition: its words, divided; nothing but spaces may be left out between them. */
  readonly parts: Readonly<Record<string, readonly string[]>>;
  readonly note: Localised;
}

/** Sentences that follow one another become one. */
export interface Merge {
  readonly kind: 'merge';
  readonly paths: readonly Path[];
  readonly note: Localised;
}

/** A sentence keeps its words and identity and comes to stand elsewhere. */
export interface Move {
  readonly kind: 'move';
  readonly path: Path;
  /** The sentence right after which it stands from now on. */
  readonly after: Path;
  readonly note: Localised;
}

/** A sentence is no part of the work any more. */
export interface Deletion {
  readonly kind: 'delete';
  readonly path: Path;
  /** Where what it said is said now; empty where nowhere. */
  readonly successors: readonly Path[];
  readonly note: Localised;
}

export type StructureChange = Split | Merge | Move | Deletion;
export type ReleaseChange = Correction | StructureChange;
export const changeKinds = ['correct', 'split', 'merge', 'move', 'delete'] as const;

export const isStructural = (change: ReleaseChange): change is StructureChange =>
  change.kind !== 'correct';

/** Why a change cannot be made. Each has a sentence in the interface languages. */
export const changeFaults = [
  'nothing-declared',
  'path-unknown',
  'not-a-sentence',
  'not-a-segment',
  'lost',
  'words-not-once',
  'words-same',
  'words-empty',
  'words-unsound',
  'label-gone',
  'reason-missing',
  'evidence-missing',
  'entry-unknown',
  'entry-elsewhere',
  'entry-on-words',
  'limb-on-words',
  'limb-across',
  'parts-too-few',
  'parts-uneven',
  'parts-unlike',
  'entry-across',
  'merge-too-few',
  'merge-apart',
  'no-room',
  'moves-nowhere',
  'successor-itself',
] as const;
export type ChangeFaultCode = (typeof changeFaults)[number];

export interface ChangeFault {
  readonly code: ChangeFaultCode;
  /** What the sentence names: an address, an entry's number, an edition. */
  readonly what: string;
}

/** The first change that cannot be made, by its place in the list. */
export interface Unmade extends ChangeFault {
  readonly change: number;
}
