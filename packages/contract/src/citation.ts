import {
  citationFiles,
  citationFormats,
  citationStyles,
  linkRelations,
} from '@glossator/domain/cite';
import { Type, type Static } from 'typebox';
import { closed, EditionId } from './common.ts';

/** What is cited: a page below the site's origin. */
const cited = {
  /** `/c/<slug>@1.0/T12`, `/t/<work>@<edition>:1.0.0/4.3.1.2` or `/n/<id>`. */
  of: Type.String({ minLength: 4, maxLength: 600, pattern: '^/[ctn]/' }),
  /** Which edition of a text; by default the first that is pinned, else the original. */
  edition: Type.Optional(EditionId),
} as const;

/** `on` is the day on which it was seen, which the citation then says. */
export const CitationQuery = Type.Object(
  { ...cited, on: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })) },
  closed,
);
export const CitationFileQuery = Type.Object(
  { ...cited, format: Type.Enum([...citationFiles]) },
  closed,
);

const Run = Type.Object(
  {
    text: Type.String(),
    italic: Type.Optional(Type.Literal(true)),
    smallCaps: Type.Optional(Type.Literal(true)),
  },
  closed,
);

export const WrittenCitationView = Type.Object(
  { style: Type.Enum([...citationStyles]), runs: Type.Array(Run), text: Type.String() },
  closed,
);
export type WrittenCitationView = Static<typeof WrittenCitationView>;

/** One of the things that can be meant at an address. */
export const CitedThing = Type.Object(
  {
    what: Type.Enum(['release', 'entry', 'place', 'edition', 'clause', 'note']),
    /** Its number, label, address or edition; its kind says the rest. */
    name: Type.String(),
    /** BCP 47; empty where it is not known. */
    language: Type.String(),
    url: Type.String(),
    /** Of a passage its words with citation, pinned address and digests, as plain text to copy. */
    proof: Type.Union([Type.String(), Type.Null()]),
    citations: Type.Array(WrittenCitationView),
    files: Type.Array(
      Type.Object(
        { format: Type.Enum([...citationFormats]), href: Type.String(), name: Type.String() },
        closed,
      ),
    ),
  },
  closed,
);
export type CitedThing = Static<typeof CitedThing>;

/** How a page is cited, and what its head says of it. */
export const CitationView = Type.Object(
  {
    retracted: Type.Boolean(),
    /** Permanent address of what the page shows. */
    url: Type.String(),
    /** The first is what the page shows. */
    things: Type.Array(CitedThing, { minItems: 1 }),
    tags: Type.Array(Type.Object({ name: Type.String(), content: Type.String() }, closed)),
    /** JSON-LD as it may stand in a script element. */
    jsonLd: Type.String(),
    /** Typed links of the page (Signposting). */
    links: Type.Array(
      Type.Object(
        {
          rel: Type.Enum([...linkRelations]),
          href: Type.String(),
          type: Type.Optional(Type.String()),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type CitationView = Static<typeof CitationView>;
