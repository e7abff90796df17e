import { Type, type Static } from 'typebox';
import { closed, EditionId, Localised, Slug, Uuid, VersionNumber } from './common.ts';
import { limits } from './limits.ts';

const Offset = Type.Integer({ minimum: 0, maximum: 1_000_000 });
// UTF-16 units here; the service counts code points.
const Exact = Type.String({ minLength: 1, maxLength: limits.quotationLength * 2 });
const Context = Type.String({ maxLength: limits.contextLength * 2 });

/** Words of one segment of one edition version. Offsets are code points, `end` exclusive. */
const Passage = {
  edition: EditionId,
  version: VersionNumber,
  /** Path of the segment. */
  at: Type.String({ minLength: 1, maxLength: 85 }),
} as const;
export const RangeLocus = Type.Object(
  { ...Passage, start: Offset, end: Offset, exact: Exact, prefix: Context, suffix: Context },
  closed,
);
export type RangeLocus = Static<typeof RangeLocus>;
/** The whole of a segment. */
export const WholeLocus = Type.Object(Passage, closed);
/** “The words you mean”: they must stand exactly once in the clause. */
const Words = Type.Object({ edition: EditionId, version: VersionNumber, words: Exact }, closed);
const HingeSide = Type.Union([RangeLocus, WholeLocus, Words]);

/** What is meant more closely than the clause that is addressed. */
export const Pointing = Type.Union([
  /** One row a segment, in document order, all of one edition version. */
  Type.Object(
    {
      kind: Type.Literal('range'),
      loci: Type.Array(RangeLocus, { minItems: 1, maxItems: limits.lociOfRange }),
    },
    closed,
  ),
  /** One side of a hinge alone. */
  Type.Object({ kind: Type.Literal('words'), ...Words.properties }, closed),
  /** Between two editions of a clause. */
  Type.Object(
    { kind: Type.Literal('hinge'), loci: Type.Array(HingeSide, { minItems: 2, maxItems: 2 }) },
    closed,
  ),
  /** An entry of an edition's apparatus. */
  Type.Object(
    {
      kind: Type.Literal('entry'),
      edition: EditionId,
      number: Type.String({ pattern: '^[A-Z]\\d{1,6}$' }),
    },
    closed,
  ),
  /** A part of a release that stands on the clause addressed, by its label. */
  Type.Object(
    {
      kind: Type.Literal('part'),
      slug: Slug,
      number: Type.String({ pattern: '^[1-9]\\d{0,3}\\.(0|[1-9]\\d{0,3})$' }),
      label: Type.String({ minLength: 1, maxLength: 12 }),
    },
    closed,
  ),
  /** A term of the ledger, which stands in the clause addressed. */
  Type.Object(
    { kind: Type.Literal('term'), term: Type.String({ minLength: 1, maxLength: 64 }) },
    closed,
  ),
  /** Another note, for another audience than its own. */
  Type.Object({ kind: Type.Literal('note'), annotation: Uuid }, closed),
]);
export type Pointing = Static<typeof Pointing>;

export const targetKinds = [
  'segment',
  'span',
  'container',
  'range',
  'hinge',
  'entry',
  'note',
] as const;
export type TargetKind = (typeof targetKinds)[number];

export const LocusView = Type.Object(
  {
    edition: Type.String(),
    version: Type.String(),
    uid: Type.String(),
    /** Both null where the whole segment is meant. */
    start: Type.Union([Type.Integer(), Type.Null()]),
    end: Type.Union([Type.Integer(), Type.Null()]),
    /** Empty where the reader may not see the edition. */
    exact: Type.String(),
    prefix: Type.String(),
    suffix: Type.String(),
    /** Of the whole segment in that version; null where it is lost. */
    sha256: Type.Union([Type.String(), Type.Null()]),
  },
  closed,
);
export type LocusView = Static<typeof LocusView>;

export const TargetView = Type.Object(
  {
    kind: Type.Enum([...targetKinds]),
    /** Canonical address today. */
    address: Type.String(),
    from: Type.String(),
    to: Type.String(),
    loci: Type.Array(LocusView),
    entry: Type.Union([
      Type.Object({ edition: Type.String(), number: Type.String() }, closed),
      Type.Null(),
    ]),
    /** The part of a commentary a thread is about, beside its clause; null where there is none. */
    part: Type.Union([
      Type.Object(
        {
          slug: Type.String(),
          /** Of the release in which it was read. */
          number: Type.String(),
          label: Type.String(),
          /** Empty where the commentary was withdrawn, as are the titles of it. */
          title: Type.String(),
          titles: Localised,
          language: Type.String(),
          withdrawn: Type.Boolean(),
        },
        closed,
      ),
      Type.Null(),
    ]),
    /**
     * The term a thread is about, beside its clause; null where there is none, or the reader does not
     * see the text whose word it is.
     */
    term: Type.Union([Type.String(), Type.Null()]),
    /** The note a thread is about; null where there is none, or the reader does not see it. */
    about: Type.Union([Uuid, Type.Null()]),
  },
  closed,
);
export type TargetView = Static<typeof TargetView>;
