import { creditWays, frontFields, partChanges, partKinds, releaseFormats } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { closed, Instant, Localised, Page, Slug } from './common.ts';
import { Contributor, ReleaseOrigin } from './commentary.ts';
import { EditionNames, PlaceView } from './commentary-part.ts';

export const ReleaseNumber = Type.String({ pattern: '^[1-9]\\d{0,3}\\.(0|[1-9]\\d{0,3})$' });

/** A release in the list of a commentary: `1.0`. */
export const ReleaseSummary = Type.Object(
  {
    number: Type.String(),
    released: Instant,
    change: Type.String(),
    retracted: Type.Union([Instant, Type.Null()]),
    /** It is not read any more. */
    withdrawn: Type.Union([Instant, Type.Null()]),
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

/** A container of the text in which something of a release stands, by the words of its heading. */
export const ReleaseSection = Type.Object(
  {
    address: Type.String(),
    /** 1 for the outermost. */
    depth: Type.Integer({ minimum: 1 }),
    /** As the editions have it that the reader may see; nothing where it has no heading. */
    titles: Localised,
  },
  closed,
);
export type ReleaseSection = Static<typeof ReleaseSection>;

/** What was published, and what became of it, without its parts. */
export const ReleaseHead = Type.Object(
  {
    slug: Type.String(),
    number: Type.String(),
    released: Instant,
    /** Of the document as it is stored. */
    sha256: Type.String(),
    work: Type.Object({ slug: Slug, titles: Localised }, closed),
    versions: Type.Record(Type.String(), Type.String()),
    /** Those versions, as one names them. */
    editions: EditionNames,
    language: Type.String(),
    titles: Localised,
    subtitle: Type.String(),
    abstracts: Localised,
    contributors: Type.Array(Type.Object({ ...Contributor.properties, names: Localised }, closed)),
    licence: Type.Object({ id: Type.String(), statement: Localised }, closed),
    interests: Type.String(),
    statement: Localised,
    change: Type.String(),
    /** What it was begun from, the nearest first. */
    basedOn: Type.Array(ReleaseOrigin),
    /** Whom it thanks for words that it quotes. */
    acknowledgements: Type.Array(
      Type.Object(
        {
          how: Type.Enum([...creditWays]),
          /** Empty where its author is not named. */
          credit: Type.String(),
          parts: Type.Array(Type.String()),
        },
        closed,
      ),
    ),
    /** The number of the newest that was not retracted, where this is another. */
    successor: Type.Union([Type.String(), Type.Null()]),
    retracted: Type.Union([
      Type.Object({ at: Instant, notice: Type.String() }, closed),
      Type.Null(),
    ]),
    /** All of them, the newest first. */
    releases: Type.Array(ReleaseSummary),
  },
  closed,
);
export type ReleaseHead = Static<typeof ReleaseHead>;

export const ReleaseView = Type.Object(
  {
    ...ReleaseHead.properties,
    /** Where its parts stand, in the order of the text: two levels of it. */
    sections: Type.Array(ReleaseSection),
    /** As what it can be taken away here. */
    formats: Type.Array(Type.Enum([...releaseFormats])),
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

/** What stands before or behind a part. */
const PartName = Type.Pick(ReleasedPartSummary, ['n', 'kind', 'label', 'title'], closed);
export type PartName = Static<typeof PartName>;

/** The words of a clause on which a part stands as a whole, where they are shown. */
const Passage = Type.Object(
  {
    address: Type.String(),
    words: Type.Array(
      Type.Object({ edition: Type.String(), lang: Type.String(), text: Type.String() }, closed),
    ),
  },
  closed,
);

/** A part by itself: with the release it is in, and what is beside it there. */
export const ReleasedEntry = Type.Object(
  {
    ...ReleasedPart.properties,
    /** Of places where no words are quoted; none where there are many of them. */
    passages: Type.Array(Passage),
    release: ReleaseHead,
    previous: Type.Union([PartName, Type.Null()]),
    next: Type.Union([PartName, Type.Null()]),
  },
  closed,
);
export type ReleasedEntry = Static<typeof ReleasedEntry>;

/** An entry that stands on a clause, and the release it is in; of its places those on that clause. */
export const EntryAt = Type.Object(
  {
    slug: Type.String(),
    number: Type.String(),
    titles: Localised,
    language: Type.String(),
    part: Type.Object(
      {
        ...ReleasedPart.properties,
        /** Null where it is too long to stand beside a text. */
        html: Type.Union([Type.String(), Type.Null()]),
        /** How it begins, as plain words. */
        opening: Type.String(),
      },
      closed,
    ),
  },
  closed,
);
export type EntryAt = Static<typeof EntryAt>;
export const EntryAtPage = Page(EntryAt);

/** A commentary of which something is published: its newest release. */
export const PublishedCommentary = Type.Object(
  {
    slug: Type.String(),
    number: Type.String(),
    released: Instant,
    work: ReleaseHead.properties.work,
    titles: Localised,
    language: Type.String(),
    contributors: ReleaseHead.properties.contributors,
    statement: Localised,
    entries: Type.Integer(),
  },
  closed,
);
export type PublishedCommentary = Static<typeof PublishedCommentary>;
export const PublishedCommentaryPage = Page(PublishedCommentary);

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
/** What is told of a release that is not read any more: `current` of the answer 410. */
export const Withdrawn = Type.Object(
  { slug: Slug, number: ReleaseNumber, at: Instant, notice: Type.String() },
  closed,
);
export type Withdrawn = Static<typeof Withdrawn>;

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
