import type { BibliographyItem } from '../bibliography/csl-fields.ts';
import type { CreditRole } from './contributor.ts';
import type { ReleaseOrigin } from './copying.ts';
import type { Licence } from './licence.ts';
import type { Acknowledgement } from './promotion.ts';
import type { ReleaseDocument, ReleasePart, ReleasePlace } from './release.ts';

type Localised = Readonly<Record<string, string>>;

/** Words that are others in an edition than when a part was written. */
export interface ChangedWords {
  /** The edition, with the version that was its newest then. */
  readonly pin: string;
  /** Addresses of the clauses, those that are gone among them. */
  readonly clauses: readonly string[];
}

/** A place as it is found now. */
export interface DraftPlace extends ReleasePlace {
  /** A unit it names has left the text. */
  readonly isGone: boolean;
  /** Edition by edition. */
  readonly changed: readonly ChangedWords[];
}

/** A clause, a section or a span that the words of a part refer to. */
export interface DraftReference {
  readonly address: string;
  readonly changed: readonly ChangedWords[];
}

/** A part at its newest revision. */
export interface DraftPart extends Omit<ReleasePart, 'places'> {
  readonly id: string;
  readonly places: readonly DraftPlace[];
  readonly refers: readonly DraftReference[];
  /** References in it that lead nowhere, as they were written. */
  readonly unresolved: readonly string[];
  /** Keys of the works that it cites, each once. */
  readonly cites: readonly string[];
  /** Quotations in it that nobody consented to, as they were written. */
  readonly unconsented: readonly string[];
  /** Numbers of those that it quotes. */
  readonly quoted: readonly number[];
}

/** A commentary as it is being written, with all that a release is made from. */
export interface CommentaryDraft {
  readonly slug: string;
  readonly work: ReleaseDocument['work'];
  /** The newest version of each edition of the work. */
  readonly versions: Localised;
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  readonly abstract: string;
  readonly licence: Licence | null;
  readonly interests: string;
  readonly contributors: readonly {
    readonly kind: 'person' | 'group';
    readonly family: string;
    readonly given: string;
    readonly orcid: string;
    readonly affiliation: string;
    readonly roles: readonly CreditRole[];
  }[];
  /** What it was begun from, the nearest first. */
  readonly basedOn: readonly ReleaseOrigin[];
  /** The nearest was retracted or withdrawn since. */
  readonly isOriginTakenDown: boolean;
  /** What its parts may cite. */
  readonly items: readonly BibliographyItem[];
  /** Whom it thanks for words that it quotes. */
  readonly acknowledgements: readonly Acknowledgement[];
  /** Those that stand, in their order. */
  readonly parts: readonly DraftPart[];
}

/** What is said of this release alone. */
export interface Publication {
  readonly number: string;
  /** ISO 8601, in UTC. */
  readonly released: string;
  readonly change: string;
  readonly statement: Localised;
}

/** The items that its parts cite, by their keys. */
export function itemsCited({ items, parts }: Pick<CommentaryDraft, 'items' | 'parts'>) {
  const cited = new Set(parts.flatMap(({ cites }) => cites));
  return items.filter(({ id }) => cited.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The document of a release; null without a licence, under which nothing can be published. */
export function composeRelease(
  draft: CommentaryDraft,
  { number, released, change, statement }: Publication,
): ReleaseDocument | null {
  const { slug, work, versions, language, title, subtitle, abstract, licence, interests } = draft;
  if (licence === null) return null;
  const items = itemsCited(draft);
  return {
    ...{ slug, number, released, work, versions, language },
    titles: { [language]: title },
    subtitle,
    abstracts: { [language]: abstract },
    contributors: draft.contributors.map((each) => ({ ...each, names: {} })),
    licence: { id: licence, statement: {} },
    interests,
    statement,
    change,
    ...(draft.basedOn.length === 0 ? {} : { basedOn: draft.basedOn }),
    ...(items.length === 0 ? {} : { items }),
    ...(draft.acknowledgements.length === 0 ? {} : { acknowledgements: draft.acknowledgements }),
    parts: draft.parts.map(({ kind, label, title: heading, words, places, body }) => ({
      ...{ kind, label, title: heading, words, body },
      places: places.map(({ isGone: _, changed: __, ...place }) => place),
    })),
  };
}
