import { countedActions, flagReasons, phaseNames, refusalReasons } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { closed, Localised, Slug } from './common.ts';
import { LedgerHead } from './ledger.ts';

/** A month of the calendar in UTC, such as `2026-03`. */
export const Month = Type.String({ pattern: '^20[0-9]{2}-(0[1-9]|1[0-2])$' });

/** Both months are part of the period; where one is left out it goes as far as there is anything. */
export const TransparencyQuery = Type.Object(
  { work: Type.Optional(Slug), from: Type.Optional(Month), to: Type.Optional(Month) },
  closed,
);
export type TransparencyQuery = Static<typeof TransparencyQuery>;

const Count = Type.Integer({ minimum: 0 });
/** A count told by its step of five, because what is counted is no public matter. */
export const About = Type.Object({ atLeast: Count, atMost: Count }, closed);
export type About = Static<typeof About>;
/** In percent, in steps of five as well; null of fewer than five. */
const Share = Type.Union([Type.Integer({ minimum: 0, maximum: 100, multipleOf: 5 }), Type.Null()]);

const Action = Type.Enum([...countedActions]);

/** Decisions of the ledger in one period. One that was taken back is counted apart, in no other figure. */
export const DecisionFigures = Type.Object(
  {
    standing: Count,
    takenBack: Count,
    actions: Type.Array(Type.Object({ action: Action, count: Count }, closed)),
    /** By the class of the reason, of what returned, refused or hid something. */
    reasons: Type.Array(
      Type.Object({ reason: Type.Enum([...refusalReasons]), count: Count }, closed),
    ),
    /** Whole seconds that notes and edits had waited; null where none was decided. */
    waits: Type.Union([
      Type.Object({ decided: Count, median: Count, ninetieth: Count }, closed),
      Type.Null(),
    ]),
    months: Type.Array(
      Type.Object(
        {
          month: Month,
          actions: Type.Array(Type.Object({ action: Action, count: Count }, closed)),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type DecisionFigures = Static<typeof DecisionFigures>;

/** What came in, of the months of the period that are over. */
export const IntakeFigures = Type.Object(
  {
    /** The last of those months. */
    through: Month,
    atOnce: About,
    held: About,
    /** What held them; several may hold one note. */
    causes: Type.Array(Type.Object({ phase: Type.Enum([...phaseNames]), count: About }, closed)),
    edits: About,
    resubmitted: About,
    flagged: About,
    appeals: About,
    /** Reports whose outcome stands, by the reason that was given, and how many of them were upheld. */
    flags: Type.Array(
      Type.Object({ reason: Type.Enum([...flagReasons]), judged: About, upheld: About }, closed),
    ),
    /** What somebody else would have decided, who did not know what was. */
    secondLooks: Type.Object(
      {
        given: About,
        /** The share of them that came to the same decision, and to the same reason too. */
        sameAction: Share,
        sameReason: Share,
      },
      closed,
    ),
  },
  closed,
);
export type IntakeFigures = Static<typeof IntakeFigures>;

export const TransparencyReport = Type.Object(
  {
    work: Type.Union([Slug, Type.Null()]),
    from: Month,
    to: Month,
    /** The months there may be something to tell of: the first one, and the present one. */
    first: Month,
    now: Month,
    decisions: DecisionFigures,
    /** Null where no month of the period is over. */
    intake: Type.Union([IntakeFigures, Type.Null()]),
    /** What waited when the last month ended; null where the period does not reach to it. */
    waiting: Type.Union([
      Type.Object(
        {
          through: Month,
          open: About,
          /** How many whole days the oldest had waited; null where too few did to tell of one. */
          oldestDays: Type.Union([Count, Type.Null()]),
        },
        closed,
      ),
      Type.Null(),
    ]),
    /** The end of the log of the whole site, when the period ended. */
    head: LedgerHead,
    works: Type.Array(Type.Object({ slug: Type.String(), titles: Localised }, closed)),
  },
  closed,
);
export type TransparencyReport = Static<typeof TransparencyReport>;
