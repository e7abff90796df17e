import type { BibliographyItem } from './csl-fields.ts';

/** Why a passage of what was pasted is no item. */
export const bibliographyProblems = [
  'too-long',
  'too-many',
  'not-recognised',
  'outside',
  'unclosed',
  'brace-missing',
  'comma-missing',
  'key-missing',
  'equals-missing',
  'value-missing',
  'syntax',
  'unknown-string',
  'unknown-type',
  'tag-malformed',
  'not-an-item',
  'empty',
] as const;
export type BibliographyProblem = (typeof bibliographyProblems)[number];

/** A stretch of the text that was pasted, from a line of it (the first is 1). */
export interface Passage {
  readonly text: string;
  readonly line: number;
}

export interface ReadItem extends Passage {
  readonly item: BibliographyItem;
}

export interface UnreadPassage extends Passage {
  readonly problem: BibliographyProblem;
  /** Where in the whole text the trouble was met: in the passage, or right behind it. */
  readonly at: number;
  /** The word that is meant: the name that stands for nothing, the type that nobody knows. */
  readonly word: string;
}

export const unread = (
  passage: Passage,
  problem: BibliographyProblem,
  { at = passage.line, word = '' }: { readonly at?: number; readonly word?: string } = {},
): UnreadPassage => ({ text: passage.text, line: passage.line, problem, at, word });

export type Read = ReadItem | UnreadPassage;

export const isItem = (read: Read): read is ReadItem => 'item' in read;
export const isUnread = (read: Read): read is UnreadPassage => !isItem(read);
