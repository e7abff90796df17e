import { Type, type Static } from 'typebox';
import { workStandings } from '@glossator/domain';
import { closed, Localised, Uuid } from './common.ts';

const Uid = Type.String({ pattern: '^s-[0-9a-hjkmnp-tv-z]{8}$' });
const Count = Type.Integer({ minimum: 0 });

export const editionAccess = ['public', 'signed-in', 'withheld'] as const;
export type EditionAccess = (typeof editionAccess)[number];

/** That words are those of a supplement, and who answers for it; null where nobody does yet. */
export const SupplementLabel = Type.Object(
  { signedBy: Type.Union([Type.String(), Type.Null()]) },
  closed,
);
export type SupplementLabel = Static<typeof SupplementLabel>;

export const WorkSummary = Type.Object(
  {
    slug: Type.String(),
    /** What is not public is told to those alone who may read it. */
    standing: Type.Enum([...workStandings]),
    abbreviation: Type.String(),
    titles: Localised,
    issuer: Localised,
    issued: Type.String(),
    editions: Type.Array(
      Type.Object({ id: Type.String(), lang: Type.String(), version: Type.String() }, closed),
    ),
    segments: Count,
    notes: Count,
  },
  closed,
);
export type WorkSummary = Static<typeof WorkSummary>;

export const UnitView = Type.Object(
  {
    uid: Uid,
    path: Type.String(),
    kind: Type.Enum(['container', 'heading', 'sentence', 'limb']),
    role: Type.Enum(['none', 'title', 'run-in-heading', 'run-in-label']),
    parent: Type.Union([Uid, Type.Null()]),
  },
  closed,
);
export type UnitView = Static<typeof UnitView>;

export const SegmentTextView = Type.Object(
  {
    /** Null where lost, or where the reader may not see the edition. */
    reading: Type.Union([Type.String(), Type.Null()]),
    label: Type.String(),
    condition: Type.Enum(['intact', 'damaged', 'lost', 'corrupt', 'outside', 'part']),
    sha256: Type.Union([Type.String(), Type.Null()]),
  },
  closed,
);
export type SegmentTextView = Static<typeof SegmentTextView>;

const Locus = Type.Object(
  {
    uid: Uid,
    start: Type.Union([Count, Type.Null()]),
    end: Type.Union([Count, Type.Null()]),
    lemma: Type.String(),
  },
  closed,
);

export const ApparatusView = Type.Object(
  {
    number: Type.String(),
    kind: Type.Enum(['gap', 'supplied', 'sic', 'corr', 'surplus', 'note']),
    loci: Type.Array(Locus),
    cause: Type.Enum(['page-loss', 'banner', 'transcriber', 'translator', 'unknown']),
    extent: Type.Array(
      Type.Object(
        {
          quantity: Type.Number(),
          unit: Type.Enum(['hanzi', 'word', 'character', 'sentence', 'heading', 'page']),
          estimated: Type.Boolean(),
        },
        closed,
      ),
    ),
    certainty: Type.Enum(['high', 'medium', 'low']),
    reading: Type.Union([Type.String(), Type.Null()]),
    note: Localised,
    evidence: Type.Array(Localised),
    /** What the copy has, where a release has corrected it. */
    copy: Type.Optional(Type.String()),
    settles: Type.Optional(Type.Array(Type.String())),
    /** Words of it quote an edition that this reader is not shown, and are left out. */
    withheld: Type.Optional(Type.Literal(true)),
  },
  closed,
);
export type ApparatusView = Static<typeof ApparatusView>;

export const EditionView = Type.Object(
  {
    id: Type.String(),
    lang: Type.String(),
    relation: Type.Enum(['source', 'translation', 'supplement']),
    /** Of a supplement: the edition whose gaps it fills. */
    supplements: Type.Union([Type.String(), Type.Null()]),
    /** Who answers for this version of a supplement; null where it is an unreviewed working translation. */
    signedBy: Type.Union([Type.String(), Type.Null()]),
    title: Type.String(),
    responsible: Type.Array(Type.String()),
    source: Localised,
    rights: Localised,
    access: Type.Enum([...editionAccess]),
    /** True where this reader may not see the words: texts are null, apparatus is empty. */
    withheld: Type.Boolean(),
    version: Type.String(),
    versions: Type.Array(Type.String()),
    /** True where the address pins this version. */
    pinned: Type.Boolean(),
    released: Type.String(),
    sha256: Type.String(),
    /** By uid, for every segment of the work; of a supplement those that it gives. */
    texts: Type.Record(Type.String(), SegmentTextView),
    limbs: Type.Record(
      Type.String(),
      Type.Object({ sentence: Uid, start: Count, end: Count }, closed),
    ),
    apparatus: Type.Array(ApparatusView),
  },
  closed,
);
export type EditionView = Static<typeof EditionView>;

export const LevelView = Type.Object(
  {
    key: Type.String(),
    names: Localised,
    numerals: Type.Record(
      Type.String(),
      Type.Enum(['decimal', 'roman-upper', 'hanzi', 'ordinal-hanzi']),
    ),
    /** How citations write a number of this level, the first as we write it; `#` is the numeral. */
    cite: Type.Optional(Type.Record(Type.String(), Type.Array(Type.String()))),
  },
  closed,
);

/** A work with its units in document order and the chosen version of every edition. */
export const WorkView = Type.Object(
  {
    slug: Type.String(),
    standing: Type.Enum([...workStandings]),
    key: Type.String(),
    abbreviation: Type.String(),
    titles: Localised,
    issuer: Localised,
    issued: Type.String(),
    rights: Localised,
    levels: Type.Array(LevelView),
    /** The copy that it was recovered from can be looked at. */
    hasWitness: Type.Boolean(),
    /** Its terms and their renderings are listed. */
    hasTerms: Type.Boolean(),
    units: Type.Array(UnitView),
    editions: Type.Array(EditionView),
    /** What fills gaps of one of them: never read as its text, nor counted with it. */
    supplements: Type.Array(EditionView),
  },
  closed,
);
export type WorkView = Static<typeof WorkView>;

/** What an address names. */
export const FocusView = Type.Object(
  {
    /** Canonical form of the address asked for. */
    address: Type.String(),
    kind: Type.Enum(['work', 'segment', 'limb', 'container', 'span']),
    uid: Type.Union([Uid, Type.Null()]),
    /** The segments it covers, in document order. */
    segments: Type.Array(Uid),
    /** The innermost containers around it, outermost first. */
    containers: Type.Array(Uid),
    previous: Type.Union([Type.String(), Type.Null()]),
    next: Type.Union([Type.String(), Type.Null()]),
  },
  closed,
);
export type FocusView = Static<typeof FocusView>;

/** Published notes by uid that this reader may see. */
export const Tallies = Type.Record(Type.String(), Count);
export type Tallies = Static<typeof Tallies>;

export const UnitLocation = Type.Object(
  { work: Type.String(), path: Type.String(), uid: Uid, kind: UnitView.properties.kind },
  closed,
);
export const AnnotationLocation = Type.Object(
  {
    work: Type.String(),
    address: Type.String(),
    thread: Uuid,
    /** The assignment it stands in; null outside classes. */
    assignment: Type.Union([Uuid, Type.Null()]),
  },
  closed,
);
export type AnnotationLocation = Static<typeof AnnotationLocation>;

/** The address that a citation names. */
export const CitedAddress = Type.Object({ address: Type.String() }, closed);
export type CitedAddress = Static<typeof CitedAddress>;
