import type { Lang } from '../model.ts';

/*
 * What the importer is given. A file is read into blocks elsewhere; plain text by `blocksOfText`.
 * Every offset in a proposal counts code points of one block's `text`, in NFC with line feeds, as
 * `proposal.sources` holds it.
 */

/** A paragraph, heading, list item or table cell, in the order of the file. */
export interface SourceBlock {
  /**
   * Words alone, without the marks of the file format. A line feed inside is a line that the file
   * wraps inside one paragraph: the importer joins it.
   */
  readonly text: string;
  readonly kind: 'heading' | 'paragraph' | 'item' | 'cell';
  /** Level of a marked heading or nesting of an item, from 1; null where there is none. */
  readonly level: number | null;
  /** A number or letter that the format keeps apart from the words, as it would be printed: `3.` or `(a)`. */
  readonly marker?: string;
  /** Column of a cell from 0. */
  readonly column?: number;
  /** Row of a cell from 0, counted through the whole source: cells of one row are one row's. */
  readonly row?: number;
  /** Words of the block that are links, 0 to 1; left out where the format has no links. */
  readonly linked?: number;
  /** Line from 1 in the source as it is shown. */
  readonly line: number;
}

/** One file or one paste. One or two make a work; one may hold two languages. */
export interface Source {
  readonly name: string;
  /** As a person stated it; null: guess. In a source of two languages this is the first. */
  readonly lang: Lang | null;
  readonly blocks: readonly SourceBlock[];
}

/** A stretch of one block, code points of its text, `end` exclusive. */
export interface Piece {
  readonly source: number;
  readonly block: number;
  readonly start: number;
  readonly end: number;
}
