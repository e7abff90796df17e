import { frontFields, partChanges, partKinds } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { closed, Instant, Localised, Page, Slug } from './common.ts';
import { Contributor } from './commentary.ts';
import { PlaceView } from './commentary-part.ts';

const ReleaseNumber = Type.String({ pattern: '^[1-9]\\d{0,3}\\.(0|[1-9]\\d{0,3})$' });

/** A release in the list of a commentary: `1.0`. */
export const ReleaseSummary = Type.Object(
  {
    number: Type.String(),
    released: Instant,
    change: Type.String(),
    retracted: Type.Union([Instant, Type.Null()]),
  },
  closed,
);
export type ReleaseSummary = Static<typeof ReleaseSummary>;

export const ReleasedPartSummary = Type.Object(
  {
    n: Type.Integer({ minimum: 1 }),
    kind: Type.Enum([...partKinds]),
    label: Type.String(),
    title: Type.String(),
    words: Type.Integer(),
    /** Addresses where it stands today. */
    at: Type.Array(Type.String()),
  },
  closed,
);
export type ReleasedPartSummary = Static<typeof ReleasedPartSummary>;

/** What was published, and what became of it. */
export const ReleaseView = Type.Object(
  {
    slug: Type.String(),
    number: Type.String(),
    released: Instant,
    /** Of the document as it is stored. */
    sha256: Type.String(),
    work: Type.Object({ slug: Slug, titles: Localised }, closed),
    versions: Type.Record(Type.String(), Type.String()),
    language: Type.String(),
    titles: Localised,
    subtitle: Type.String(),
    abstracts: Localised,
    contributors: Type.Array(Type.Object({ ...Contributor.properties, names: Localised }, closed)),
    licence: Type.Object({ id: Type.String(), statement: Localised }, closed),
    interests: Type.String(),
    statement: Localised,
    change: Type.String(),
    /** The number of the newest that was not retracted, where this is another. */
    successor: Type.Union([Type.String(), Type.Null()]),
    retracted: Type.Union([
      Type.Object({ at: Instant, notice: Type.String() }, closed),
      Type.Null(),
    ]),
    /** All of them, the newest first. */
    releases: Type.Array(ReleaseSummary),
    /** In their order, without their words. */
    parts: Type.Array(ReleasedPartSummary),
  },
  closed,
);
export type ReleaseView = Static<typeof ReleaseView>;

export const ReleasedPart = Type.Object(
  {
    ...ReleasedPartSummary.properties,
    places: Type.Array(PlaceView),
    html: Type.String(),
  },
  closed,
);
export type ReleasedPart = Static<typeof ReleasedPart>;
export const ReleasedPartPage = Page(ReleasedPart);

/** An entry that stands on a clause, and the release it is in. */
export const EntryAt = Type.Object(
  { slug: Type.String(), number: Type.String(), part: ReleasedPart },
  closed,
);
export type EntryAt = Static<typeof EntryAt>;
export const EntryAtPage = Page(EntryAt);

/** A commentary of which something is published on a work. */
export const PublishedCommentary = Type.Object(
  {
    slug: Type.String(),
    number: Type.String(),
    released: Instant,
    titles: Localised,
    language: Type.String(),
  },
  closed,
);
export type PublishedCommentary = Static<typeof PublishedCommentary>;

export const ReleaseQuery = Type.Object({ number: Type.Optional(ReleaseNumber) }, closed);

const Compared = Type.Object(
  {
    ...ReleasedPartSummary.properties,
    /** As it was written. */
    body: Type.String(),
  },
  closed,
);

/** A part that is not as it was; what was added has no `before`, what was removed no `after`. */
export const PartDifferenceView = Type.Object(
  {
    changes: Type.Array(Type.Enum([...partChanges])),
    before: Type.Union([Compared, Type.Null()]),
    after: Type.Union([Compared, Type.Null()]),
  },
  closed,
);
export type PartDifferenceView = Static<typeof PartDifferenceView>;

const Compare = { number: ReleaseNumber, released: Instant };
/** What became of one release in another. */
export const ReleaseDifference = Type.Object(
  {
    slug: Type.String(),
    work: Type.Object({ slug: Slug, titles: Localised }, closed),
    titles: Localised,
    language: Type.String(),
    from: Type.Object(Compare, closed),
    to: Type.Object({ ...Compare, change: Type.String() }, closed),
    /** What of the title page is another. */
    front: Type.Array(Type.Enum([...frontFields])),
    /** How many parts are not as they were, on all pages. */
    parts: Type.Integer(),
    /** In the order of the later release. */
    ...Page(PartDifferenceView).properties,
    /** All there are, the newest first. */
    releases: Type.Array(ReleaseSummary),
  },
  closed,
);
export type ReleaseDifference = Static<typeof ReleaseDifference>;

export const DifferenceQuery = Type.Object({ from: ReleaseNumber, to: ReleaseNumber }, closed);
