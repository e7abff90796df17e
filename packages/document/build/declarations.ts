import type {
  Agency,
  ApparatusKind,
  Certainty,
  Edition,
  Extent,
  Localised,
  Path,
  ReleaseChange,
  RemainderGroup,
  SetAsideClass,
  UnitRole,
  WitnessPage,
  WitnessZone,
  Work,
} from '../src/index.ts';
import type { TermDeclaration } from './terms.ts';
import type { Place } from './witness.ts';

/*
 * What a person declares about a witness; the build does nothing that is not declared here, and
 * stops where a declaration does not fit the witness.
 */

export interface SetAside {
  readonly group: Exclude<RemainderGroup, 'structure'>;
  readonly class: SetAsideClass;
  readonly reason: Localised;
  readonly places: readonly Place[];
}

/** A block of the copy that holds one heading, or one paragraph or a part of it. */
export interface Block {
  readonly path: Path;
  readonly places: readonly Place[];
  /** Number of the block's first sentence; 1 unless what came before is lost. */
  readonly first?: number;
}

/** A change of punctuation that the reading text makes wherever its rule applies. */
export interface Fold {
  readonly kind: 'fold-punctuation' | 'fold-numeral' | 'fold-quotes' | 'drop-final-stop';
  readonly applies: 'heading' | 'sentence' | 'all';
  /** Where the rule applies; its groups are not used. */
  readonly pattern: RegExp;
  readonly replace: (match: string, before: string, after: string) => string;
  /** How many changes there must be: a rule that fits more or fewer places than read stops the build. */
  readonly expected: number;
  readonly reason: Localised;
}

export interface LociDeclaration {
  /** Segments wholly lost. */
  readonly lost?: readonly Path[];
  /** Words of the reading text, each once in its segment. */
  readonly words?: readonly {
    readonly path: Path;
    readonly quote: string;
    readonly within?: string;
  }[];
  /** Empty places: right after, or right before, words that stand once. */
  readonly empty?: readonly {
    readonly path: Path;
    readonly after?: string;
    readonly before?: string;
  }[];
}

export interface ApparatusDeclaration extends LociDeclaration {
  readonly number: string;
  readonly kind: ApparatusKind;
  readonly cause: Agency;
  readonly extent?: readonly Extent[];
  readonly certainty: Certainty;
  readonly reading?: string;
  readonly note: Localised;
  readonly evidence: readonly Localised[];
}

export type StructuralKind = 'strip-mark' | 'place' | 'join' | 'split' | 'segment' | 'mark-gap';

/** A version made from the one before it. */
export interface ReleaseDeclaration {
  readonly version: string;
  readonly released: string;
  /** What readers are told of it. */
  readonly change: Localised;
  readonly changes: readonly ReleaseChange[];
}

export interface EditionDeclaration {
  readonly edition: Edition;
  readonly version: string;
  readonly released: string;
  readonly headings: readonly Block[];
  readonly paragraphs: readonly Block[];
  readonly labels: RegExp;
  readonly joiner: string;
  /** Why each structural operation is made; one that changes something must have its reason. */
  readonly reasons: Readonly<Partial<Record<StructuralKind, Localised>>>;
  readonly folds: readonly Fold[];
  readonly apparatus: readonly ApparatusDeclaration[];
  readonly releases?: readonly ReleaseDeclaration[];
}

/** Where the original allows two readings: words of the supplement, what else they may render, why. */
export interface TranslatorNote {
  readonly number: string;
  readonly path: Path;
  /** Words of the supplement; `within`: as of doubtful readings. */
  readonly quote: string;
  readonly within?: string;
  /** What they render; stands in the original there. */
  readonly chinese: string;
  /** Of the rendering that was chosen. */
  readonly certainty: Certainty;
  readonly reading: string;
  readonly note: Localised;
  readonly evidence: readonly Localised[];
}

/** How a term is rendered wherever it stands in what is translated. */
export interface TermChoice {
  readonly zh: string;
  /** Forms that render it; each place has one of them. */
  readonly en: readonly string[];
  /** How the edition that is supplemented renders it elsewhere, where that is not followed. */
  readonly against?: { readonly en: string; readonly why: Localised };
}

/** A translation of exactly what another edition has lost; it has no witness of its own. */
export interface SupplementDeclaration {
  readonly edition: Edition & { readonly relation: 'supplement'; readonly supplements: string };
  /** The edition that it translates. */
  readonly from: string;
  readonly version: string;
  readonly released: string;
  readonly labels: RegExp;
  /** Segments lost whole. */
  readonly texts: Readonly<Record<Path, string>>;
  /** Segments lost in part: the part alone, and what it renders. */
  readonly parts: Readonly<
    Record<Path, { readonly text: string; readonly chinese: readonly string[] }>
  >;
  readonly notes: readonly TranslatorNote[];
  readonly terms: readonly TermChoice[];
}

export interface WorkDeclaration {
  readonly work: Work;
  readonly witness: { readonly id: string; readonly file: string; readonly sha256: string };
  readonly pages: readonly WitnessPage[];
  readonly zones: readonly WitnessZone[];
  readonly setAside: readonly SetAside[];
  readonly roles: Readonly<Record<Path, UnitRole>>;
  readonly limbs: readonly Path[];
  readonly editions: readonly EditionDeclaration[];
  readonly supplements: readonly SupplementDeclaration[];
  /** The ledger of terms between two of the editions. */
  readonly ledger: {
    readonly source: string;
    readonly target: string;
    readonly commentary: string;
    readonly terms: readonly TermDeclaration[];
  };
}
