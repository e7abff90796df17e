import { Type, type Static } from 'typebox';
import { LayerName, PersonView } from './annotation.ts';
import { closed, Cursor, Instant, Uuid } from './common.ts';
import { NoteKindName } from './note-kind.ts';
import { noteFilter } from './filter.ts';
import { SupplementLabel } from './text.ts';

export const searchScopes = ['all', 'notes', 'texts'] as const;

export const SearchQuerystring = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 20_000 })),
    scope: Type.Optional(Type.Enum([...searchScopes])),
    cursor: Type.Optional(Cursor),
    ...noteFilter,
  },
  closed,
);
export type SearchQuerystring = Static<typeof SearchQuerystring>;

/** Text in pieces; those that were looked for are marked. */
export const Snippet = Type.Array(
  Type.Object({ text: Type.String(), hit: Type.Boolean() }, closed),
);
export type Snippet = Static<typeof Snippet>;

const ClauseWords = Type.Array(
  Type.Object({ edition: Type.String(), lang: Type.String(), text: Type.String() }, closed),
);

export const TextHit = Type.Object(
  {
    work: Type.String(),
    edition: Type.String(),
    lang: Type.String(),
    supplement: Type.Union([SupplementLabel, Type.Null()]),
    address: Type.String(),
    snippet: Snippet,
    /** Notes on the clause that the reader sees, in whatever language they were written. */
    notes: Type.Integer(),
  },
  closed,
);
export type TextHit = Static<typeof TextHit>;

export const NoteHit = Type.Object(
  {
    id: Uuid,
    thread: Uuid,
    work: Type.String(),
    address: Type.String(),
    layer: LayerName,
    kind: NoteKindName,
    tags: Type.Array(Type.String()),
    author: PersonView,
    created: Instant,
    snippet: Snippet,
    /** The clause it stands on, in each language the reader may see, shortened. */
    clause: ClauseWords,
  },
  closed,
);
export type NoteHit = Static<typeof NoteHit>;

const Facet = Type.Array(
  Type.Object({ value: Type.String(), label: Type.String(), count: Type.Integer() }, closed),
);
export const SearchView = Type.Object(
  {
    texts: Type.Object({ items: Type.Array(TextHit), more: Type.Boolean() }, closed),
    notes: Type.Object(
      {
        items: Type.Array(NoteHit),
        next: Type.Union([Cursor, Type.Null()]),
        total: Type.Integer(),
        /** True where there are more than were counted. */
        more: Type.Boolean(),
      },
      closed,
    ),
    facets: Type.Object({ layer: Facet, kind: Facet, tag: Facet, by: Facet, work: Facet }, closed),
    /** True where no whole word was found, and words were looked for inside others. */
    inside: Type.Boolean(),
  },
  closed,
);
export type SearchView = Static<typeof SearchView>;
