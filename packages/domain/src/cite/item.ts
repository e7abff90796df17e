/** What a citation tells of one thing: pure data, in the words of whoever published it. */

/** ISO 8601, as much of it as is known: `2026`, `2026-11` or `2026-11-30`. */
export type PartialDate = string;

/** A text in the languages of the interface. */
export interface InBoth {
  readonly en: string;
  readonly 'zh-Hans': string;
}

export interface PersonName {
  readonly kind: 'person';
  readonly family: string;
  readonly given: string;
  /** `van` in `Ludwig van Beethoven`; belongs to the family name and is not sorted under. */
  readonly particle: string;
  /** `Jr.` */
  readonly suffix: string;
  /** The family name comes first wherever the name is not turned round: `Zhang Wei`. */
  readonly familyFirst: boolean;
}

/** A person known by one name, or a group; written as it is, never taken apart. */
export interface LiteralName {
  readonly kind: 'literal' | 'group';
  readonly text: string;
}

export type ContributorName = PersonName | LiteralName;

export const contributorRoles = ['author', 'editor', 'translator'] as const;
export type ContributorRole = (typeof contributorRoles)[number];

export interface Contributor {
  readonly role: ContributorRole;
  readonly name: ContributorName;
  /** `0000-0002-1825-0097`, as its owner states it. */
  readonly orcid: string | null;
}

/** A clause, or a range or hinge of clauses: `4.3.1.2`, and as a citation writes it. */
export interface CitedClause {
  readonly address: string;
  readonly citation: InBoth;
}

/** A clause of the text itself, which has an address of its own. */
export interface CitedPlace extends CitedClause {
  /** Permanent address of the clause in its version. */
  readonly url: string;
}

export interface CitedEntry {
  /** `T12`; empty where it has none, as an introduction. */
  readonly number: string;
  /** Null: the entry has none, and is cited as a place in the whole. */
  readonly title: string | null;
  readonly clause: CitedClause | null;
  /** Permanent address of the entry in its release. */
  readonly url: string;
}

export interface Licence {
  readonly name: string;
  readonly url: string;
}

/**
 * A release of a commentary, or a version of an edition: whole; one entry of it; or one clause of
 * it. Contributors are those of what is cited, and for an entry also the editors of the whole.
 * A note of a reader has its text for its whole, and is an entry of it whose title says where it is.
 */
export interface CitedItem {
  readonly kind: 'commentary' | 'edition' | 'note';
  /** Stable, and unique in the installation: `ncss-2016/textual-notes@1.0`. */
  readonly id: string;
  readonly contributors: readonly Contributor[];
  readonly title: string;
  readonly subtitle: string | null;
  /** The text that is commented on or edited; null where the title says it. */
  readonly work: { readonly titles: InBoth; readonly url: string } | null;
  readonly entry: CitedEntry | null;
  /** A place in the whole, where no entry is cited. */
  readonly clause: CitedPlace | null;
  /** `1.1`, `1.0.0` */
  readonly version: string;
  readonly issued: PartialDate | null;
  readonly accessed: PartialDate | null;
  readonly retracted: { readonly on: PartialDate | null } | null;
  readonly site: { readonly name: string; readonly url: string };
  readonly publisher: string | null;
  /** Permanent address of the whole in this version. */
  readonly url: string;
  /** Bare: `10.5555/12345678`. Of the very thing that is cited. */
  readonly doi: string | null;
  /** BCP 47. */
  readonly language: string;
  readonly licence: Licence | null;
  readonly abstract: string | null;
  /** What it was begun from; of the whole. */
  readonly basedOn: readonly { readonly title: string; readonly url: string }[];
  readonly keywords: readonly string[];
}

export const isChinese = ({ language }: Pick<CitedItem, 'language'>): boolean =>
  /^zh(-|$)/iu.test(language);
