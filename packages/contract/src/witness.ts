import {
  heights,
  reliabilities,
  reliabilityReasons,
  remainderGroups,
  zoneKinds,
} from '@glossator/document';
import { Type, type Static } from 'typebox';
import { ThreadPage } from './annotation.ts';
import { closed, Localised } from './common.ts';
import { ApparatusView, UnitView } from './text.ts';

const Count = Type.Integer({ minimum: 0 });
const Uid = UnitView.properties.uid;
const orNull = <Schema extends Parameters<typeof Type.Array>[0]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

const Numbered = ApparatusView.properties.number;
const Reliability = Type.Enum([...reliabilities]);
const Reasons = Type.Array(Type.Enum([...reliabilityReasons]));
const Height = orNull(Type.Enum([...heights]));

/** A copy that a text was recovered from. */
export const WitnessHead = Type.Object(
  {
    id: Type.String(),
    file: Type.String(),
    sha256: Type.String(),
    codePoints: Count,
    lines: Count,
    pages: Count,
  },
  closed,
);
export type WitnessHead = Static<typeof WitnessHead>;

/** An edition that was made of the copy: the version that was read from it. */
export const WitnessEdition = Type.Object(
  {
    id: Type.String(),
    lang: Type.String(),
    title: Type.String(),
    version: Type.String(),
    withheld: Type.Boolean(),
  },
  closed,
);
export type WitnessEdition = Static<typeof WitnessEdition>;

/** A stretch of the copy that is marked in one way: doubtful readings that cover it, entries after it. */
const Piece = Type.Object(
  { text: Type.String(), doubts: Type.Array(Numbered), after: Type.Array(Numbered) },
  closed,
);

/** What stands in a line of the copy, in order. Columns are null where they would measure hidden words. */
export const WitnessPart = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('segment'),
      edition: Type.String(),
      uid: Uid,
      path: Type.String(),
      /** Which piece of the segment, from 0. */
      piece: Count,
      column: orNull(Count),
      pieces: Type.Array(Piece),
      level: Reliability,
      reasons: Reasons,
      height: Height,
    },
    closed,
  ),
  /** A clause that the copy has not: it stood somewhere after what stands before it here. */
  Type.Object(
    {
      kind: Type.Literal('lost'),
      edition: Type.String(),
      uid: Uid,
      path: Type.String(),
      heading: Type.Boolean(),
      number: orNull(Numbered),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('rest'),
      group: Type.Enum([...remainderGroups]),
      class: Type.String(),
      column: orNull(Count),
      /** Null where it repeats words that this reader may not see. */
      text: orNull(Type.String()),
    },
    closed,
  ),
  /** Clauses whose words this reader may not see, the first and the last. */
  Type.Object(
    {
      kind: Type.Literal('withheld'),
      edition: Type.String(),
      from: Type.String(),
      to: Type.String(),
      segments: Count,
    },
    closed,
  ),
]);
export type WitnessPart = Static<typeof WitnessPart>;

export const WitnessPageView = Type.Object(
  {
    number: Count,
    first: Count,
    last: Count,
    /** What was transcribed on it, furniture included; null where that would measure hidden words. */
    words: orNull(Count),
    hanzi: orNull(Count),
    lines: Type.Array(Type.Object({ line: Count, parts: Type.Array(WitnessPart) }, closed)),
  },
  closed,
);
export type WitnessPageView = Static<typeof WitnessPageView>;

/** A page that is missing. */
export const LostPage = Type.Object(
  {
    /** The page after which it stood. */
    after: Count,
    edition: Type.String(),
    number: Numbered,
    extent: ApparatusView.properties.extent,
    segments: Type.Array(Type.Object({ uid: Uid, path: Type.String() }, closed)),
    /** Null where the edition is withheld. */
    note: orNull(Localised),
    evidence: Type.Array(Localised),
  },
  closed,
);
export type LostPage = Static<typeof LostPage>;

const Work = Type.Object({ slug: Type.String(), titles: Localised }, closed);

/** A copy, page by page. */
export const WitnessView = Type.Object(
  {
    work: Work,
    witness: WitnessHead,
    editions: Type.Array(WitnessEdition),
    /** Bands of every page, from 0 at its head to 1 at its foot. */
    zones: Type.Array(
      Type.Object(
        {
          kind: Type.Enum([...zoneKinds]),
          from: Type.Number(),
          to: Type.Number(),
          reason: Localised,
        },
        closed,
      ),
    ),
    pages: Type.Array(WitnessPageView),
    lostPages: Type.Array(LostPage),
    /** Why what is no text was set aside, by its class. */
    reasons: Type.Record(Type.String(), Localised),
  },
  closed,
);
export type WitnessView = Static<typeof WitnessView>;

export const TraceStep = Type.Object(
  {
    n: Count,
    kind: Type.String(),
    reason: Localised,
    before: Type.String(),
    after: Type.String(),
  },
  closed,
);
export type TraceStep = Static<typeof TraceStep>;

const Character = orNull(Type.Object({ at: Count, char: Type.String() }, closed));

/** Lines of the copy around a character; a part without text is not shown to this reader. */
const CopyLine = Type.Object(
  {
    line: Count,
    parts: Type.Array(Type.Object({ text: orNull(Type.String()), mark: Type.Boolean() }, closed)),
  },
  closed,
);

export const CopyPlace = Type.Object(
  {
    line: Count,
    column: orNull(Count),
    page: Count,
    height: Type.Enum([...heights]),
    zone: orNull(Type.Enum([...zoneKinds])),
  },
  closed,
);
export type CopyPlace = Static<typeof CopyPlace>;

/** One character, from what is read back to the copy. Offsets are code points. */
export const TraceView = Type.Object(
  {
    work: Work,
    witness: WitnessHead,
    /** Those that can be asked for. */
    editions: Type.Array(WitnessEdition),
    segment: orNull(
      Type.Object(
        {
          edition: Type.String(),
          lang: Type.String(),
          version: Type.String(),
          uid: Uid,
          path: Type.String(),
          reading: Type.String(),
          level: Reliability,
          reasons: Reasons,
        },
        closed,
      ),
    ),
    reading: Character,
    /** Where the words are those of a later version: the version read from the copy, and what changed them. */
    released: orNull(
      Type.Object(
        {
          from: Type.String(),
          /** The character in that version; null where the later one brought it. */
          base: Character,
          entry: orNull(Numbered),
        },
        closed,
      ),
    ),
    steps: Type.Array(TraceStep),
    around: Type.Array(TraceStep),
    diplomatic: Character,
    place: orNull(CopyPlace),
    /** What the character belongs to, where it is no segment's. */
    rest: orNull(
      Type.Object({ group: Type.Enum([...remainderGroups]), class: Type.String() }, closed),
    ),
    lines: Type.Array(CopyLine),
    entries: Type.Array(ApparatusView),
  },
  closed,
);
export type TraceView = Static<typeof TraceView>;

const EntryPlace = Type.Object(
  {
    uid: Uid,
    path: Type.String(),
    kind: UnitView.properties.kind,
    /** Null where the copy has no place for it, or none is known. */
    place: orNull(CopyPlace),
  },
  closed,
);

const EntryEdition = Type.Object(
  {
    id: Type.String(),
    lang: Type.String(),
    title: Type.String(),
    version: Type.String(),
    withheld: Type.Boolean(),
  },
  closed,
);

/** All entries of the apparatus, by edition. */
export const ApparatusIndex = Type.Object(
  {
    work: Work,
    hasWitness: Type.Boolean(),
    editions: Type.Array(
      Type.Object(
        {
          ...EntryEdition.properties,
          entries: Type.Array(
            Type.Object({ entry: ApparatusView, places: Type.Array(EntryPlace) }, closed),
          ),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type ApparatusIndex = Static<typeof ApparatusIndex>;

/** One entry of the apparatus with what stands around it. */
export const ApparatusPage = Type.Object(
  {
    work: Work,
    edition: EntryEdition,
    entry: ApparatusView,
    places: Type.Array(
      Type.Object(
        {
          ...EntryPlace.properties,
          /** What the edition reads there; null where it is lost. */
          reading: orNull(Type.String()),
          /** What other editions have for the same clause. */
          others: Type.Array(
            Type.Object(
              { edition: Type.String(), lang: Type.String(), text: Type.String() },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
    /** The copy around its first place. */
    lines: Type.Array(CopyLine),
    witness: orNull(WitnessHead),
    threads: ThreadPage,
    previous: orNull(Numbered),
    next: orNull(Numbered),
  },
  closed,
);
export type ApparatusPage = Static<typeof ApparatusPage>;
