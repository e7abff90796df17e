import { allCaseActions, annotationStates } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { PersonView } from './annotation.ts';
import { closed, Instant, Locale, Localised, Slug, Uuid } from './common.ts';
import { limits } from './limits.ts';
import { CaseView } from './moderation.ts';
import { DecisionTold } from './review.ts';

/** A decision that was made before, as moderators see it. */
export const FormerDecision = Type.Object(
  {
    id: Uuid,
    case: Uuid,
    work: Slug,
    note: Uuid,
    action: Type.Enum([...allCaseActions]),
    reason: Type.String(),
    words: Type.String(),
    at: Instant,
    by: PersonView,
    undone: Type.Boolean(),
  },
  closed,
);
export type FormerDecision = Static<typeof FormerDecision>;

/** What one must know to decide: the text, the talk around, what was before, and the author's record. */
export const CaseContext = Type.Object(
  {
    case: CaseView,
    /** Empty text where an edition has lost the clause. */
    words: Type.Array(
      Type.Object({ edition: Type.String(), lang: Type.String(), text: Type.String() }, closed),
    ),
    /** The note it answers, and the one that opened its thread; no words where it is not public. */
    around: Type.Array(
      Type.Object(
        {
          id: Uuid,
          state: Type.Enum([...annotationStates]),
          author: PersonView,
          html: Type.String(),
          written: Instant,
        },
        closed,
      ),
    ),
    /** The last revision before this one that still has words. */
    former: Type.Union([
      Type.Object({ number: Type.Integer(), body: Type.String() }, closed),
      Type.Null(),
    ]),
    /** On this note, newest first. */
    decisions: Type.Array(FormerDecision),
    author: Type.Object(
      {
        since: Instant,
        /** The language in which they are told. */
        locale: Locale,
        /** Of the works one moderates; no more than a hundred are counted. */
        approved: Type.Integer(),
        returned: Type.Integer(),
        refused: Type.Integer(),
        hidden: Type.Integer(),
        waiting: Type.Integer(),
        /** On their other notes, newest first. */
        decisions: Type.Array(FormerDecision),
      },
      closed,
    ),
  },
  closed,
);
export type CaseContext = Static<typeof CaseContext>;

/** A decision on a note, for its author and for those who keep it in order. */
export const NoteDecision = Type.Object(
  {
    ...DecisionTold.properties,
    undone: Type.Boolean(),
    /** Who decided and where, for those who keep the work; null for its author. */
    staff: Type.Union([Type.Object({ case: Uuid, by: PersonView }, closed), Type.Null()]),
  },
  closed,
);
export type NoteDecision = Static<typeof NoteDecision>;

export const SavedFilter = Type.Object(
  { id: Uuid, name: Type.String(), query: Type.String() },
  closed,
);
export const ReadyReply = Type.Object(
  { id: Uuid, name: Type.String(), words: Type.String() },
  closed,
);

/** A decision of one's own that can still be taken back, or the first of a batch that can. */
export const RecentDecision = Type.Object(
  {
    id: Uuid,
    case: Uuid,
    work: Slug,
    action: Type.Enum([...allCaseActions]),
    author: PersonView,
    until: Instant,
    /** What it was decided together with; null where alone. */
    batch: Type.Union([Type.Object({ id: Uuid, size: Type.Integer() }, closed), Type.Null()]),
  },
  closed,
);
export type RecentDecision = Static<typeof RecentDecision>;

/** What a moderator has at hand. */
export const DeskView = Type.Object(
  {
    works: Type.Array(Type.Object({ slug: Slug, titles: Localised }, closed)),
    filters: Type.Array(SavedFilter),
    replies: Type.Array(ReadyReply),
    decisions: Type.Array(RecentDecision),
  },
  closed,
);
export type DeskView = Static<typeof DeskView>;

const Name = Type.String({ maxLength: limits.nameLength * 2 });
export const NewFilter = Type.Object(
  { name: Name, query: Type.String({ maxLength: 500 }) },
  closed,
);
export type NewFilter = Static<typeof NewFilter>;
export const NewReadyReply = Type.Object(
  { name: Name, words: Type.String({ maxLength: limits.reasonLength * 2 }) },
  closed,
);
export type NewReadyReply = Static<typeof NewReadyReply>;
