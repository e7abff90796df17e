import { Type, type Static } from 'typebox';
import { closed, Localised } from './common.ts';

const Count = Type.Integer({ minimum: 0 });
const Words = Type.Object(
  { before: Type.String(), exact: Type.String(), after: Type.String() },
  closed,
);

const LedgerSide = Type.Object(
  {
    edition: Type.String(),
    /** The version that is read now, and the one that the ledger was made of. */
    version: Type.String(),
    made: Type.String(),
    title: Type.String(),
    lang: Type.String(),
    /** This reader is not shown its words: no rendering is told. */
    withheld: Type.Boolean(),
  },
  closed,
);

const RenderingView = Type.Object({ rendering: Type.String(), count: Count }, closed);

/** One place of a term along the text. */
export const TermMark = Type.Object(
  {
    path: Type.String(),
    /** How far into the text it stands: 0 to 1. */
    at: Type.Number({ minimum: 0, maximum: 1 }),
    /** Which of the renderings; null where nothing renders it, or that is lost. */
    rendering: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
    lost: Type.Boolean(),
    /** The words that it is about stand in a former version alone. */
    changed: Type.Boolean(),
  },
  closed,
);
export type TermMark = Static<typeof TermMark>;

export const LedgerTermView = Type.Object(
  {
    term: Type.String(),
    definition: Localised,
    preferred: Type.String(),
    /** The note that discusses it; null where none does. */
    note: Type.Union([
      Type.Object({ commentary: Type.String(), label: Type.String() }, closed),
      Type.Null(),
    ]),
    renderings: Type.Array(RenderingView),
    /** Places where what rendered it is lost, and where nothing renders it. */
    lost: Count,
    unrendered: Count,
    /** Places whose words are others in the versions that are read now; counted nowhere else. */
    changed: Count,
    /** 0 to 1: the chance that two places are rendered differently; null where that is not told. */
    drift: Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()]),
    marks: Type.Array(TermMark),
  },
  closed,
);
export type LedgerTermView = Static<typeof LedgerTermView>;

const head = {
  work: Type.String(),
  titles: Localised,
  source: LedgerSide,
  target: LedgerSide,
};

/** All terms of a work, or those of one clause, in the order of their first place. */
export const TermLedgerView = Type.Object({ ...head, terms: Type.Array(LedgerTermView) }, closed);
export type TermLedgerView = Static<typeof TermLedgerView>;

export const TermUseView = Type.Object(
  {
    path: Type.String(),
    citation: Type.Object({ en: Type.String(), 'zh-Hans': Type.String() }, closed),
    source: Words,
    target: Type.Union([Words, Type.Null()]),
    rendering: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
    /** The gap in which what rendered it is lost. */
    gap: Type.Union([Type.String(), Type.Null()]),
    /** Words of either side that stand no more are told as the version has them that it was made of. */
    changed: Type.Boolean(),
    sourceStands: Type.Boolean(),
    targetStands: Type.Boolean(),
  },
  closed,
);
export type TermUseView = Static<typeof TermUseView>;

/** One term with every place where it stands. */
export const LedgerTermPage = Type.Object(
  {
    ...head,
    row: LedgerTermView,
    uses: Type.Array(TermUseView),
    previous: Type.Union([Type.String(), Type.Null()]),
    next: Type.Union([Type.String(), Type.Null()]),
  },
  closed,
);
export type LedgerTermPage = Static<typeof LedgerTermPage>;
