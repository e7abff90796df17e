import { Type, type Static } from 'typebox';
import { closed, Instant, Page, Slug, Uuid } from './common.ts';
import { noteFilter } from './filter.ts';

export const exchangeLimits = {
  /** Bytes of a request that brings a file: escaping makes the file itself larger. */
  requestBytes: 24 * 1024 * 1024,
  fileBytes: 16 * 1024 * 1024,
  notes: 10_000,
  /** Nesting of JSON. */
  depth: 40,
  /** Brackets, braces and commas: some two hundred a note. */
  marks: 2_000_000,
  fileName: 200,
} as const;

/** Notes of another program, into the sender's own notebook. */
export const NewImport = Type.Object(
  {
    work: Slug,
    fileName: Type.String({ maxLength: exchangeLimits.fileName }),
    /** The file's text; bounded by the request. */
    text: Type.String({ minLength: 1 }),
  },
  closed,
);
export type NewImport = Static<typeof NewImport>;

export const importStates = ['preview', 'running', 'done', 'cancelled'] as const;
export const importOutcomes = ['waiting', 'written', 'known', 'left-out'] as const;
/** Why a note is left out. Nothing is guessed. */
export const leftOutReasons = [
  'malformed',
  'duplicate',
  'no-text',
  'too-long',
  'characters',
  'page-note',
  'not-found',
  'ambiguous',
  'parent-missing',
  'reply-loop',
  'refused',
  'cancelled',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

export const ImportView = Type.Object(
  {
    id: Uuid,
    work: Type.String(),
    source: Type.Enum(['hypothesis', 'w3c']),
    fileName: Type.String(),
    state: Type.Enum([...importStates]),
    created: Instant,
    total: Type.Integer(),
    waiting: Type.Integer(),
    written: Type.Integer(),
    /** Brought by an earlier import. */
    known: Type.Integer(),
    leftOut: Type.Integer(),
    /** How many of the waiting were told by what is around their words. */
    byContext: Type.Integer(),
    /** Notes that lose tags. */
    cut: Type.Integer(),
  },
  closed,
);
export type ImportView = Static<typeof ImportView>;
export const CurrentImport = Type.Object({ import: Type.Union([ImportView, Type.Null()]) }, closed);
export type CurrentImport = Static<typeof CurrentImport>;

export const ImportRowView = Type.Object(
  {
    n: Type.Integer(),
    foreignId: Type.String(),
    outcome: Type.Enum([...importOutcomes]),
    reason: Type.Union([Type.Enum([...leftOutReasons]), Type.Null()]),
    /** Where it would stand; null where nowhere. */
    address: Type.Union([Type.String(), Type.Null()]),
    certainty: Type.Enum(['words', 'context', 'address', 'reply', 'none']),
    quote: Type.String(),
    /** The beginning of what it says. */
    body: Type.String(),
    author: Type.String(),
    cutTags: Type.Array(Type.String()),
  },
  closed,
);
export type ImportRowView = Static<typeof ImportRowView>;
export const ImportRowPage = Page(ImportRowView);
export type ImportRowPage = Static<typeof ImportRowPage>;

export const exportFormats = ['markdown', 'csv', 'w3c', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Which notes of a work are written out; all that the reader sees where nothing is said. */
export const ExportQuery = Type.Object(
  {
    format: Type.Enum([...exportFormats]),
    ...noteFilter,
    work: Slug,
    /** Language of the words that the program itself adds. */
    lang: Type.Optional(Type.Enum(['en', 'zh-Hans'])),
  },
  closed,
);
export type ExportQuery = Static<typeof ExportQuery>;
