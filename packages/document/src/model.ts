import type { TermLedger } from './terms.ts';
import type { WitnessRecord } from './witness.ts';

/**
 * The text model: strings and numbers only. A work has units (segments, limbs, containers); an
 * edition version gives each segment its text, or null where the edition has lost it.
 */

/** BCP 47 tag of a text's language. */
export type Lang = string;
/** Address inside a work: `4.3.1.2`; data, not identity. */
export type Path = string;
/** Permanent identity of a unit: `s-` and eight Crockford base32 characters. */
export type Uid = `s-${string}`;

export type Localised = Readonly<Record<Lang, string>>;

/** How the numbers of one level are printed in one language, e.g. `（三）` or `(3)` or `IV`. */
export type NumeralStyle = 'decimal' | 'roman-upper' | 'hanzi' | 'ordinal-hanzi';

export interface Level {
  readonly key: string;
  readonly names: Localised;
  readonly numerals: Readonly<Record<Lang, NumeralStyle>>;
  /**
   * How a citation writes this level, `#` standing for the numeral: the first form is written, all
   * are read. Left out: the level's name and the numeral.
   */
  readonly cite?: Readonly<Record<Lang, readonly string[]>>;
}

export interface Work {
  /** Stable scholarly key, e.g. `cn/cac/2016-12-27/ncss`. */
  readonly key: string;
  readonly slug: string;
  /** Short form used in citations, e.g. `NCSS`. */
  readonly abbreviation: string;
  readonly titles: Localised;
  readonly issuer: Localised;
  /** ISO date of issue. */
  readonly issued: string;
  readonly levels: readonly Level[];
  readonly rights: Localised;
}

export type SegmentKind = 'heading' | 'sentence';
export type UnitKind = SegmentKind | 'limb' | 'container';
export type UnitRole = 'title' | 'run-in-heading' | 'run-in-label';

export interface Unit {
  readonly uid: Uid;
  readonly path: Path;
  readonly kind: UnitKind;
  /** Document order over all units of the work; a container comes right before its first segment. */
  readonly ord: number;
  readonly role: UnitRole | null;
  /** The smallest container around a segment or container, or the sentence of a limb. */
  readonly parent: Uid | null;
}

/** An address that once named something else, or a retired unit. */
export interface Alias {
  readonly path: Path;
  readonly uid: Uid;
  readonly successors: readonly Uid[];
  readonly reason: 'renumbered' | 'split' | 'merged' | 'moved' | 'spurious';
}

/**
 * The last two are of supplements alone: `outside` is what such an edition does not give, `part` a
 * segment of which it gives what the edition that it supplements has lost.
 */
export type Condition = 'intact' | 'damaged' | 'lost' | 'corrupt' | 'outside' | 'part';

export interface SegmentText {
  readonly uid: Uid;
  /** Text for readers after declared operations; null where lost or outside, never ''. */
  readonly reading: string | null;
  /**
   * Text as the witness has it (NFC), without Markdown marks; null where `reading` is. A supplement
   * has no witness: the same as `reading`.
   */
  readonly diplomatic: string | null;
  /** The printed numeral that opens a heading's reading text, e.g. `（三）`; '' where none. */
  readonly label: string;
  readonly condition: Condition;
  /** sha256 (hex) of the UTF-8 reading text; null where `reading` is. */
  readonly sha256: string | null;
}

/** Code points inside the reading text of one sentence. */
export interface LimbRange {
  readonly uid: Uid;
  readonly sentence: Uid;
  readonly start: number;
  readonly end: number;
}

/** `note`: of the translator, where the original allows two readings. */
export type ApparatusKind = 'gap' | 'supplied' | 'sic' | 'corr' | 'surplus' | 'note';
export type Certainty = 'high' | 'medium' | 'low';
export type Agency = 'page-loss' | 'banner' | 'transcriber' | 'translator' | 'unknown';

/** Offsets are code points of the reading text; both null on a lost segment. */
export interface Locus {
  readonly uid: Uid;
  readonly start: number | null;
  readonly end: number | null;
  /** Equals the reading text between start and end; '' where nothing stands. */
  readonly lemma: string;
}

export interface Extent {
  readonly quantity: number;
  readonly unit: 'hanzi' | 'word' | 'character' | 'sentence' | 'heading' | 'page';
  readonly estimated: boolean;
}

export interface ApparatusEntry {
  /** `G1`, `S2`, `E3`, `N4`: once per edition, never reused. */
  readonly number: string;
  readonly kind: ApparatusKind;
  readonly loci: readonly Locus[];
  readonly cause: Agency;
  readonly extent: readonly Extent[];
  readonly certainty: Certainty;
  /**
   * What an editor would read here, or how else it may be translated; part of no reading text, unless
   * `copy` is there.
   */
  readonly reading: string | null;
  /** The words that stood here before a release corrected them; absent where nothing was corrected. */
  readonly copy?: string;
  /** Entries of earlier versions that this one took the place of. */
  readonly settles?: readonly string[];
  /** Plain words for readers, in the interface languages. */
  readonly note: Localised;
  /** Why we think so, one reason each, in the interface languages. */
  readonly evidence: readonly Localised[];
  /**
   * Words of it quote an edition that is not shown here, and are left out: the digest of the version is
   * of the entry with them. Never stored; absent where all is told.
   */
  readonly withheld?: true;
}

export interface Edition {
  readonly id: string;
  readonly lang: Lang;
  readonly relation: 'source' | 'translation' | 'supplement';
  /** Of a supplement: the edition whose gaps it fills; it is never merged with it. */
  readonly supplements?: string;
  readonly title: string;
  readonly responsible: readonly string[];
  readonly source: Localised;
  readonly rights: Localised;
}

export interface EditionVersion {
  readonly edition: Edition;
  readonly version: string;
  readonly released: string;
  /** sha256 (hex) over the committed layers of this edition version. */
  readonly sha256: string;
  /** One entry per segment of the work, in document order. */
  readonly texts: readonly SegmentText[];
  readonly limbs: readonly LimbRange[];
  readonly apparatus: readonly ApparatusEntry[];
}

export interface AlignmentLink {
  readonly id: string;
  /** Uids per edition id; an empty list where that edition has nothing. */
  readonly sides: Readonly<Record<string, readonly Uid[]>>;
  readonly type: '1:1' | '1:0' | '0:1' | 'n:m';
  readonly method: 'structure' | 'hand';
  readonly certainty: Certainty;
}

/** A work as the package ships it. */
export interface ShippedWork {
  readonly work: Work;
  readonly units: readonly Unit[];
  readonly aliases: readonly Alias[];
  readonly versions: readonly EditionVersion[];
  readonly alignment: readonly AlignmentLink[];
  /** The copy that the text was recovered from, and what was done with it; a work may have none. */
  readonly witness?: WitnessRecord;
  readonly terms?: TermLedger;
}

/** A stretch of one line of a witness, code-point offsets in the whole witness. */
export interface WitnessSpan {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}
