import { appealStates, allCaseActions } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { closed, Instant, Uuid } from './common.ts';
import { limits } from './limits.ts';

export const AppealForm = Type.Object(
  {
    /** The decision that was on the screen. */
    decision: Uuid,
    words: Type.String({ minLength: 1, maxLength: limits.objectionLength * 2 }),
  },
  closed,
);
export type AppealForm = Static<typeof AppealForm>;

const clock = {
  words: Type.String(),
  since: Instant,
  /** Until when it is to be answered. */
  due: Instant,
  overdue: Type.Boolean(),
} as const;

/** An appeal as its author follows it. */
export const AppealTold = Type.Object(
  {
    ...clock,
    state: Type.Enum([...appealStates]),
    /** True while nobody but who decided may decide on it. */
    alone: Type.Boolean(),
  },
  closed,
);

/** The same as those read it who decide, with what it is against. */
export const AppealInCase = Type.Object(
  {
    ...clock,
    against: Type.Object(
      {
        action: Type.Enum([...allCaseActions]),
        reason: Type.String(),
        words: Type.String(),
        at: Instant,
      },
      closed,
    ),
  },
  closed,
);
export type AppealInCase = Static<typeof AppealInCase>;
