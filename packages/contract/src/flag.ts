import { flagReasons, flagStates } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { closed, Instant, Page, Uuid } from './common.ts';
import { limits } from './limits.ts';

const Words = Type.String({ maxLength: limits.flagWords * 2 });
const Law = Type.String({ maxLength: limits.flagLaw * 2 });

/** Why somebody reports a note, in the fields of its form. */
const said = {
  reason: Type.Enum([...flagReasons]),
  words: Words,
  /** Address of the clause it belongs to, for `wrong-clause`; else empty. */
  clause: Type.String({ maxLength: 200 }),
  /** Which law it breaks, for `unlawful`; else empty. */
  law: Law,
  /** Where that law holds. */
  territory: Law,
} as const;

export const FlagForm = Type.Object(
  {
    reason: said.reason,
    words: Type.Optional(said.words),
    clause: Type.Optional(said.clause),
    law: Type.Optional(said.law),
    territory: Type.Optional(said.territory),
    /** That what is said of an unlawful note is believed to be true and complete. */
    goodFaith: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type FlagForm = Static<typeof FlagForm>;

/** A flag as its own writer sees it. What was decided is theirs to know once it stands. */
export const FlagView = Type.Object(
  {
    id: Uuid,
    note: Uuid,
    work: Type.String(),
    /** Where the note stands. */
    address: Type.String(),
    ...said,
    state: Type.Enum([...flagStates]),
    flagged: Instant,
    told: Type.Union([Instant, Type.Null()]),
    unread: Type.Boolean(),
  },
  closed,
);
export type FlagView = Static<typeof FlagView>;
export const FlagPage = Type.Object(
  {
    ...Page(FlagView).properties,
    /** Outcomes not yet looked at. */
    unread: Type.Integer({ minimum: 0 }),
  },
  closed,
);
export type FlagPage = Static<typeof FlagPage>;

/** One's own flag of a note, as far as it can still be changed or read. */
export const OwnFlag = Type.Object({ flag: Type.Union([FlagView, Type.Null()]) }, closed);
export type OwnFlag = Static<typeof OwnFlag>;
