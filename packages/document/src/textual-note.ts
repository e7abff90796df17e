import type { Agency, Certainty, Lang, Localised, Path, Uid } from './model.ts';

/*
 * A commentary as the package ships it: notes on the text of a work, each at its places. What is
 * stored quotes words; what is resolved knows where they stand, and in which version of an edition.
 */

export const noteCategories = [
  /** The copy has lost words. */
  'loss',
  /** The copy probably says something else than its original. */
  'misreading',
  /** The translation renders nothing for words of the source. */
  'omission',
  /** The translation has words without a counterpart in the source. */
  'addition',
  /** The translation says something else than the source. */
  'shift',
  /** Quantity, or singular and plural. */
  'number',
  'grammar',
  'punctuation',
  /** Spelling, capitals, calques, images: no word of the sense hangs on it. */
  'style',
  /** One term of the source with several renderings, or several with one. */
  'term-drift',
] as const;
export type NoteCategory = (typeof noteCategories)[number];

interface NoteWords {
  /** `T12`: once per commentary, never reused. */
  readonly number: string;
  readonly title: string;
  readonly category: NoteCategory;
  /** Ids of the editions whose text the note judges. */
  readonly editions: readonly string[];
  readonly cause: Agency;
  /** How sure the editors are of what the note says. */
  readonly certainty: Certainty;
  /** Numbers of other notes of this commentary. */
  readonly seeAlso: readonly string[];
}

/** The words of each edition that a note is about; each stands exactly once in its segment. */
export interface StoredPlace {
  /** A path or range; of a segment or limb where words are quoted. */
  readonly at: string;
  readonly words?: Readonly<Record<string, string>>;
}

/** One occurrence of a term; in each path the occurrences stand in the order of the text. */
export interface StoredUse {
  readonly at: Path;
  /** The term, or the compound it stands in. */
  readonly source: string;
  /** What answers to it; null where nothing does, or where that is lost. */
  readonly target: string | null;
  /** Which of several places with these words in the segment, from 1; left out where there is one. */
  readonly nth?: number;
  /** What the term itself is rendered by, in lower case; left out where that is all of `target`. */
  readonly as?: string;
  /** The gap of the target edition in which what answered is lost. */
  readonly gap?: string;
}

export interface StoredTerms {
  readonly source: string;
  readonly target: string;
  readonly forms: readonly string[];
  readonly uses: readonly StoredUse[];
}

export interface StoredNote extends NoteWords {
  readonly places: readonly StoredPlace[];
  /** Entries of the apparatus that the note touches, `zh-cac/G3`. */
  readonly apparatus: readonly string[];
  readonly terms?: StoredTerms;
  /** Markdown, a string for each paragraph. */
  readonly body: readonly string[];
}

export interface CommentaryContributor {
  readonly name: Localised;
  readonly role: 'author';
  /** Of a body without an ORCID null. */
  readonly orcid: string | null;
}

export interface CommentaryWords {
  readonly slug: string;
  /** Of this release: `1.0`. */
  readonly number: string;
  /** ISO 8601, in UTC. */
  readonly released: string;
  readonly work: string;
  /** Version of each edition that the notes quote, by edition id. */
  readonly versions: Readonly<Record<string, string>>;
  readonly lang: Lang;
  readonly titles: Localised;
  readonly abstracts: Localised;
  readonly contributors: readonly CommentaryContributor[];
  /** SPDX identifier, and what it covers and does not cover. */
  readonly licence: { readonly id: string; readonly statement: Localised };
  /** What the publication is not, said plainly. */
  readonly statement: Localised;
}

export interface CommentaryLayers {
  readonly words: CommentaryWords;
  /** Markdown, a string for each block. */
  readonly introduction: readonly string[];
  readonly entries: readonly (readonly StoredNote[])[];
}

/** Words of one edition where they stand: code points of the reading text. */
export interface NoteLocus {
  readonly edition: string;
  readonly uid: Uid;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

export interface NotePlace {
  readonly address: string;
  readonly loci: readonly NoteLocus[];
}

export interface TermUse {
  readonly path: Path;
  readonly source: NoteLocus;
  readonly target: NoteLocus | null;
  readonly as: string | null;
  readonly gap: string | null;
}

export interface NoteTerms {
  readonly source: string;
  readonly target: string;
  readonly forms: readonly string[];
  readonly uses: readonly TermUse[];
}

export interface TextualNote extends NoteWords {
  readonly places: readonly NotePlace[];
  readonly apparatus: readonly { readonly edition: string; readonly number: string }[];
  readonly terms: NoteTerms | null;
  /** Markdown. */
  readonly body: string;
}

export interface ShippedCommentary extends CommentaryWords {
  /** Markdown. */
  readonly introduction: string;
  readonly entries: readonly TextualNote[];
}
