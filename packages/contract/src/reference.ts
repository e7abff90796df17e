import { Type, type Static } from 'typebox';
import { LayerName, PersonView } from './annotation.ts';
import { AddressText, closed, Instant, Localised, Slug, Uuid } from './common.ts';
import { NoteKindName } from './note-kind.ts';
import { limits } from './limits.ts';

/** Beginnings of a clause in each edition that the reader may see. */
const Words = Type.Array(
  Type.Object({ edition: Type.String(), lang: Type.String(), text: Type.String() }, closed),
);

/** What a reference to a clause shows before it is followed. */
export const ClauseCard = Type.Object(
  {
    work: Slug,
    address: Type.String(),
    /** How many segments it spans; the words are those of the first ones. */
    segments: Type.Integer(),
    words: Words,
  },
  closed,
);
export type ClauseCard = Static<typeof ClauseCard>;

/** What a reference to a note shows before it is followed. */
export const NoteCard = Type.Object(
  {
    id: Uuid,
    work: Slug,
    address: Type.String(),
    layer: LayerName,
    kind: NoteKindName,
    author: PersonView,
    created: Instant,
    /** Its beginning, without its marks. */
    text: Type.String(),
  },
  closed,
);
export type NoteCard = Static<typeof NoteCard>;

/** What a handle shows before it is followed. */
export const PersonCard = Type.Object(
  { name: Type.String(), handle: Type.String(), notes: Type.Integer(), more: Type.Boolean() },
  closed,
);
export type PersonCard = Static<typeof PersonCard>;

/** What a reference to an entry of a published commentary shows before it is followed. */
export const EntryCard = Type.Object(
  {
    slug: Slug,
    number: Type.String(),
    /** Of the commentary, by language, and the language in which it is written. */
    titles: Localised,
    language: Type.String(),
    label: Type.String(),
    title: Type.String(),
    /** Its beginning, without its marks. */
    text: Type.String(),
  },
  closed,
);
export type EntryCard = Static<typeof EntryCard>;

/** What is being written is asked with, and the layer it is written for. */
const asked = {
  q: Type.String({ maxLength: 100 }),
  work: Slug,
  layer: LayerName,
} as const;
export const CompletionQuery = Type.Object(asked, closed);
export type CompletionQuery = Static<typeof CompletionQuery>;

export const ClauseCompletion = Type.Object({ address: Type.String(), words: Words }, closed);
export type ClauseCompletion = Static<typeof ClauseCompletion>;
export const ReferenceCompletions = Type.Object(
  { clauses: Type.Array(ClauseCompletion), notes: Type.Array(NoteCard) },
  closed,
);
export type ReferenceCompletions = Static<typeof ReferenceCompletions>;
export const PersonCompletions = Type.Object(
  { people: Type.Array(Type.Object({ name: Type.String(), handle: Type.String() }, closed)) },
  closed,
);
export type PersonCompletions = Static<typeof PersonCompletions>;
export const TagCompletions = Type.Object({ tags: Type.Array(Type.String()) }, closed);
export type TagCompletions = Static<typeof TagCompletions>;

export const PreviewForm = Type.Object(
  // A part of a commentary is longer than a note.
  { work: Slug, body: Type.String({ maxLength: limits.partLength * 2 }) },
  closed,
);
export const Preview = Type.Object(
  {
    /** Sanitised HTML, as the note would have it. */
    html: Type.String(),
    /** Addresses that the work does not have. */
    unknown: Type.Array(Type.String()),
  },
  closed,
);
export type Preview = Static<typeof Preview>;

export const ClauseCardQuery = Type.Object({ at: AddressText }, closed);

/** What an operator of a search is completed with: people, tags, works, or clauses of a work. */
export const searchCompletions = ['by', 'tag', 'work', 'in'] as const;
export const SearchCompletionQuery = Type.Object(
  {
    what: Type.Enum([...searchCompletions]),
    q: Type.String({ maxLength: 100 }),
    /** The work that is searched, where it is one; clauses are those of a work. */
    work: Type.Optional(Slug),
  },
  closed,
);
export type SearchCompletionQuery = Static<typeof SearchCompletionQuery>;
export const SearchCompletion = Type.Object(
  {
    /** What stands behind the operator. */
    value: Type.String(),
    /** What it is: a name, a title, the beginning of a clause; in which language, where known. */
    words: Type.Array(Type.Object({ lang: Type.String(), text: Type.String() }, closed)),
  },
  closed,
);
export type SearchCompletion = Static<typeof SearchCompletion>;
export const SearchCompletions = Type.Object({ items: Type.Array(SearchCompletion) }, closed);
export type SearchCompletions = Static<typeof SearchCompletions>;
