import type { BibliographyItem } from '../bibliography/csl-fields.ts';
import type { CreditRole } from './contributor.ts';
import type { ReleaseOrigin } from './copying.ts';
import type { Licence } from './licence.ts';
import type { Acknowledgement } from './promotion.ts';
import type { PartKind, PlaceKind } from './part.ts';
import { steadied } from './steadied.ts';

/** Text in several languages, by BCP 47 tag. */
type Localised = Readonly<Record<string, string>>;

export interface ReleaseLocus {
  readonly edition: string;
  readonly version: string;
  readonly uid: string;
  /** Code points; both null where the whole segment is meant. */
  readonly start: number | null;
  readonly end: number | null;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface ReleasePlace {
  readonly kind: PlaceKind;
  /** As it was when this was released. */
  readonly address: string;
  readonly from: string;
  readonly to: string;
  readonly loci: readonly ReleaseLocus[];
  readonly entry: { readonly edition: string; readonly number: string } | null;
}

export interface ReleasePart {
  readonly kind: PartKind;
  readonly label: string;
  readonly title: string;
  readonly words: number;
  readonly places: readonly ReleasePlace[];
  /** Markdown. */
  readonly body: string;
}

export interface ReleaseContributor {
  readonly kind: 'person' | 'group';
  readonly family: string;
  readonly given: string;
  readonly orcid: string;
  readonly affiliation: string;
  readonly roles: readonly CreditRole[];
  /** The whole name in other languages. */
  readonly names: Localised;
}

/** All that is published, and nothing of what became of it. */
export interface ReleaseDocument {
  readonly slug: string;
  readonly number: string;
  /** ISO 8601, in UTC. */
  readonly released: string;
  readonly work: { readonly slug: string; readonly titles: Localised };
  /** The version of each edition it was written on. */
  readonly versions: Readonly<Record<string, string>>;
  readonly language: string;
  readonly titles: Localised;
  readonly subtitle: string;
  readonly abstracts: Localised;
  readonly contributors: readonly ReleaseContributor[];
  readonly licence: { readonly id: Licence; readonly statement: Localised };
  readonly interests: string;
  /** Who looked at it before it was published, or that nobody did. */
  readonly statement: Localised;
  /** What is new in it. */
  readonly change: string;
  /** What it was begun from, the nearest first; absent where it was begun anew. */
  readonly basedOn?: readonly ReleaseOrigin[];
  /** The works that its parts cite; absent where they cite none. */
  readonly items?: readonly BibliographyItem[];
  /** Whom it thanks for words that it quotes; absent where there is nobody. */
  readonly acknowledgements?: readonly Acknowledgement[];
  readonly parts: readonly ReleasePart[];
}

const format = 'glossator-commentary/1';

const sorted = (words: Localised): Localised =>
  Object.fromEntries(Object.entries(words).toSorted(([a], [b]) => (a < b ? -1 : 1)));

const placeOf = ({ kind, address, from, to, loci, entry }: ReleasePlace): ReleasePlace => ({
  kind,
  address,
  from,
  to,
  loci: loci.map(({ edition, version, uid, start, end, exact, prefix, suffix }) => ({
    edition,
    version,
    uid,
    start,
    end,
    exact,
    prefix,
    suffix,
  })),
  entry: entry && { edition: entry.edition, number: entry.number },
});

const partOf = ({ kind, label, title, words, places, body }: ReleasePart): ReleasePart => ({
  kind,
  label,
  title,
  words,
  places: places.map(placeOf),
  body,
});

const contributorOf = (each: ReleaseContributor): ReleaseContributor => ({
  kind: each.kind,
  family: each.family,
  given: each.given,
  orcid: each.orcid,
  affiliation: each.affiliation,
  roles: [...each.roles],
  names: sorted(each.names),
});

const originOf = (each: ReleaseOrigin): ReleaseOrigin => ({
  slug: each.slug,
  number: each.number,
  sha256: each.sha256,
  language: each.language,
  titles: sorted(each.titles),
  contributors: each.contributors.map(contributorOf),
  licence: { id: each.licence.id, statement: sorted(each.licence.statement) },
});

/** Nothing at all without one: what was hashed before there were copies must be written as it was. */
const originsOf = (
  basedOn: ReleaseDocument['basedOn'] = [],
): { readonly basedOn?: readonly ReleaseOrigin[] } =>
  basedOn.length === 0 ? {} : { basedOn: basedOn.map(originOf) };

/** Nothing at all without one: what was hashed before there were any must be written as it was. */
const itemsOf = (items: ReleaseDocument['items'] = []): { readonly items?: unknown } =>
  items.length === 0 ? {} : { items: steadied(items.toSorted((a, b) => (a.id < b.id ? -1 : 1))) };

const acknowledgementOf = ({ how, credit, parts }: Acknowledgement): Acknowledgement => ({
  how,
  credit,
  parts: [...parts],
});

/** The document as it is stored and hashed: the same for the same content, whatever the order of its keys. */
export function writeRelease(release: ReleaseDocument): string {
  const { slug, number, released, work, versions, language, titles, subtitle, abstracts } = release;
  const { contributors, licence, interests, statement, change, parts } = release;
  const { acknowledgements = [] } = release;
  const ordered = {
    format,
    slug,
    number,
    released,
    work: { slug: work.slug, titles: sorted(work.titles) },
    versions: sorted(versions),
    language,
    titles: sorted(titles),
    subtitle,
    abstracts: sorted(abstracts),
    contributors: contributors.map(contributorOf),
    licence: { id: licence.id, statement: sorted(licence.statement) },
    interests,
    statement: sorted(statement),
    change,
    ...originsOf(release.basedOn),
    ...itemsOf(release.items),
    // Documents of before have no such key, and must be written as they were.
    ...(acknowledgements.length === 0
      ? {}
      : { acknowledgements: acknowledgements.map(acknowledgementOf) }),
    parts: parts.map(partOf),
  };
  return `${JSON.stringify(ordered, null, 1)}\n`;
}

export interface ReleaseNumber {
  readonly major: number;
  readonly minor: number;
}

/** `1.0` */
export function readReleaseNumber(text: string): ReleaseNumber | null {
  const found = /^([1-9]\d{0,3})\.(0|[1-9]\d{0,3})$/.exec(text);
  return found === null ? null : { major: Number(found[1]), minor: Number(found[2]) };
}

export const writeReleaseNumber = ({ major, minor }: ReleaseNumber): string =>
  `${String(major)}.${String(minor)}`;
