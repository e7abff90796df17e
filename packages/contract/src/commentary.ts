import {
  authorStates,
  commentaryRoles,
  commentaryStates,
  creditRoles,
  licences,
  nextReleases,
} from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { closed, Instant, Localised, Page, Slug, Uuid } from './common.ts';
import { PartSummary } from './commentary-part.ts';
import { limits } from './limits.ts';

const Version = Type.Integer({ minimum: 1 });
// UTF-16 units here; the service counts code points.
const text = (length: number) => Type.String({ maxLength: length * 2 });

export const CommentaryRole = Type.Enum([...commentaryRoles]);
const LicenceName = Type.Enum([...licences]);

/** Somebody in the byline, in words of their own: no account is meant. */
export const Contributor = Type.Object(
  {
    kind: Type.Enum(['person', 'group']),
    /** All of the name, where it has one part only. */
    family: text(limits.contributorName),
    given: text(limits.contributorName),
    /** As they state it; empty where they state none. */
    orcid: Type.String({ maxLength: 60 }),
    affiliation: text(limits.affiliation),
    roles: Type.Array(Type.Enum([...creditRoles]), { maxItems: creditRoles.length }),
  },
  closed,
);
export type Contributor = Static<typeof Contributor>;

/** A release that a commentary was begun from, named as its licence asks. */
export const ReleaseOrigin = Type.Object(
  {
    slug: Type.String(),
    number: Type.String(),
    /** Of its document. */
    sha256: Type.String(),
    language: Type.String(),
    titles: Localised,
    contributors: Type.Array(Type.Object({ ...Contributor.properties, names: Localised }, closed)),
    licence: Type.Object({ id: LicenceName, statement: Localised }, closed),
  },
  closed,
);

/** What a commentary was begun from, for those who write it. */
const CommentaryOrigin = Type.Object(
  {
    /** The nearest first. */
    basedOn: Type.Array(ReleaseOrigin, { minItems: 1 }),
    /** The nearest was retracted or withdrawn since. */
    isTakenDown: Type.Boolean(),
    /** Under what it may be published. */
    licences: Type.Array(LicenceName),
  },
  closed,
);
export type CommentaryOrigin = Static<typeof CommentaryOrigin>;

const frontMatter = {
  title: text(limits.commentaryTitle),
  subtitle: text(limits.commentaryTitle),
  abstract: text(limits.commentaryAbstract),
  /** In which it is written, by BCP 47. */
  language: Type.String({ minLength: 2, maxLength: 35 }),
  licence: Type.Union([LicenceName, Type.Null()]),
  /** Conflicts of interest, or that there are none. */
  interests: text(limits.commentaryInterests),
  contributors: Type.Array(Contributor, { maxItems: limits.contributors }),
} as const;

export const NewCommentary = Type.Object(
  {
    work: Slug,
    /** What it is called in addresses, for good. */
    slug: Type.String({ minLength: 1, maxLength: 64 }),
    title: frontMatter.title,
    language: frontMatter.language,
  },
  closed,
);
export type NewCommentary = Static<typeof NewCommentary>;
export const CommentaryMade = Type.Object({ id: Uuid, slug: Type.String() }, closed);
export type CommentaryMade = Static<typeof CommentaryMade>;

/** All of it is set anew; `version` is the one it was written over. */
export const FrontMatterForm = Type.Object({ ...frontMatter, version: Version }, closed);
export type FrontMatterForm = Static<typeof FrontMatterForm>;
export const FrontMatter = Type.Object({ ...frontMatter, version: Version }, closed);
export type FrontMatter = Static<typeof FrontMatter>;

export const CommentarySummary = Type.Object(
  {
    id: Uuid,
    slug: Type.String(),
    work: Slug,
    title: Type.String(),
    role: CommentaryRole,
    state: Type.Enum(['invited', 'active']),
    /** Where it stands on its way to be published. */
    standing: Type.Enum([...commentaryStates]),
    since: Instant,
    removed: Type.Union([Instant, Type.Null()]),
  },
  closed,
);
export type CommentarySummary = Static<typeof CommentarySummary>;
export const CommentaryPage = Page(CommentarySummary);

export const CommentaryAuthor = Type.Object(
  {
    id: Uuid,
    name: Type.String(),
    handle: Type.String(),
    role: CommentaryRole,
    state: Type.Enum([...authorStates]),
    since: Instant,
    abilities: Type.Object(
      { appoint: Type.Boolean(), remove: Type.Boolean(), leave: Type.Boolean() },
      closed,
    ),
  },
  closed,
);
export type CommentaryAuthor = Static<typeof CommentaryAuthor>;

/** A commentary at work, for those who write it. */
export const CommentaryView = Type.Object(
  {
    id: Uuid,
    slug: Type.String(),
    work: Type.Object({ slug: Slug, titles: Localised }, closed),
    ...FrontMatter.properties,
    founded: Instant,
    changed: Instant,
    removed: Type.Union([Instant, Type.Null()]),
    /** Where it stands on its way to be published, and as what. */
    standing: Type.Enum([...commentaryStates]),
    next: Type.Enum([...nextReleases]),
    /** Null where it was begun anew. */
    origin: Type.Union([CommentaryOrigin, Type.Null()]),
    role: CommentaryRole,
    authors: Type.Array(CommentaryAuthor),
    /** In their order; all of them, for a commentary has an end. */
    parts: Type.Array(PartSummary),
    /** Words and hanzi of all that stands. */
    words: Type.Integer(),
    abilities: Type.Object(
      { write: Type.Boolean(), staff: Type.Boolean(), remove: Type.Boolean() },
      closed,
    ),
  },
  closed,
);
export type CommentaryView = Static<typeof CommentaryView>;

export const CommentaryRemoval = Type.Object({ removed: Type.Boolean() }, closed);
export const AuthorInvitation = Type.Object(
  { handle: Type.String({ minLength: 1, maxLength: 80 }) },
  closed,
);
export const AuthorForm = Type.Object({ role: CommentaryRole }, closed);
