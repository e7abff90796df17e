import { allCaseActions } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { PersonView } from './annotation.ts';
import { closed, Instant, locales, Uuid } from './common.ts';
import { BatchLine, CaseView, mostTogether } from './moderation.ts';

const Many = Type.Array(Uuid, { maxItems: mostTogether });

/** Cases to be decided on together: by their ids, and all that is open of some groups. */
export const ChoiceQuery = Type.Object(
  { case: Type.Optional(Many), group: Type.Optional(Many) },
  closed,
);
export type ChoiceQuery = Static<typeof ChoiceQuery>;

export const ChoiceView = Type.Object(
  {
    /** Also those that are decided by now: whoever chose them is told. No more than can be decided at once. */
    items: Type.Array(CaseView),
    /** How many more were chosen. */
    left: Type.Integer(),
    /** How many of their authors read each language. */
    readers: Type.Object(
      Object.fromEntries(locales.map((locale) => [locale, Type.Integer()])) as Record<
        (typeof locales)[number],
        ReturnType<typeof Type.Integer>
      >,
      closed,
    ),
  },
  closed,
);
export type ChoiceView = Static<typeof ChoiceView>;

/** What was decided together, as it stands now. */
export const BatchRecord = Type.Object(
  {
    id: Uuid,
    action: Type.Enum([...allCaseActions]),
    reason: Type.String(),
    words: Type.String(),
    by: PersonView,
    at: Instant,
    /** Until when something of it can be taken back by the asker; null where nothing can. */
    undoUntil: Type.Union([Instant, Type.Null()]),
    lines: Type.Array(
      Type.Object(
        {
          ...Type.Pick(BatchLine, ['case', 'work', 'address', 'author', 'excerpt']).properties,
          /** Where the decision put the note. */
          after: Type.String(),
          undone: Type.Boolean(),
          /** Whether the asker can still take it back. */
          canUndo: Type.Boolean(),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type BatchRecord = Static<typeof BatchRecord>;
