import { allCaseActions, queueActions, queueKinds, refusalReasons } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { PersonView } from './annotation.ts';
import { AppealInCase } from './appeal.ts';
import { closed, Instant, Localised, Slug, Uuid } from './common.ts';
import { CaseCauseView, FlagInCase } from './moderation.ts';
import { NoteKindName } from './note-kind.ts';

const Action = Type.Enum([...allCaseActions]);
/** The class of it; empty where nothing is taken from the author. */
const Reason = Type.String();

/** What one would have decided. */
export const SecondLookForm = Type.Object(
  {
    action: Type.Enum([...queueActions]),
    /** Compulsory where something would be taken from the author. */
    reason: Type.Optional(Type.Enum([...refusalReasons])),
  },
  closed,
);
export type SecondLookForm = Static<typeof SecondLookForm>;

/** What was decided and what one would have decided; told when one has said so. */
export const SecondLookResult = Type.Object(
  {
    first: Type.Object({ action: Action, reason: Reason, words: Type.String() }, closed),
    own: Type.Object({ action: Action, reason: Reason, at: Instant }, closed),
    sameAction: Type.Boolean(),
    /** On the decision, and on the reason too. */
    sameReason: Type.Boolean(),
    /** Where all of it stands. */
    case: Uuid,
  },
  closed,
);
export type SecondLookResult = Static<typeof SecondLookResult>;

const head = {
  id: Uuid,
  work: Slug,
  kind: Type.Enum([...queueKinds]),
  address: Type.String(),
} as const;

const Said = Type.Object({ html: Type.String(), written: Instant }, closed);

/**
 * A case as it was when it was decided on. Of the decision it tells nothing, neither when nor by
 * whom, until one has said what one would have decided.
 */
export const SecondLookView = Type.Object(
  {
    ...head,
    opened: Instant,
    causes: Type.Array(CaseCauseView),
    author: PersonView,
    /** Null where its author has taken the words back since. */
    note: Type.Union([
      Type.Object(
        {
          kind: NoteKindName,
          tags: Type.Array(Type.String()),
          body: Type.String(),
          ...Said.properties,
        },
        closed,
      ),
      Type.Null(),
    ]),
    /** What readers read meanwhile, where it was an edit. */
    stood: Type.Union([
      Type.Object({ body: Type.String(), html: Type.String() }, closed),
      Type.Null(),
    ]),
    /** The clause in the versions that the author was shown. */
    words: Type.Array(
      Type.Object({ edition: Type.String(), lang: Type.String(), text: Type.String() }, closed),
    ),
    /** The note it answers, and the one that opened its thread; no words where they are not public. */
    around: Type.Array(Type.Object({ author: PersonView, ...Said.properties }, closed)),
    flags: Type.Array(
      Type.Object(
        {
          by: PersonView,
          reason: FlagInCase.properties.reason,
          words: Type.String(),
          clause: Type.String(),
          law: Type.String(),
          territory: Type.String(),
          at: Instant,
        },
        closed,
      ),
    ),
    appeal: Type.Union([AppealInCase, Type.Null()]),
    /** What was decided before on the same note. */
    before: Type.Array(
      Type.Object({ action: Action, reason: Reason, words: Type.String(), at: Instant }, closed),
    ),
    /** Null until one has said what one would have decided. */
    result: Type.Union([SecondLookResult, Type.Null()]),
  },
  closed,
);
export type SecondLookView = Static<typeof SecondLookView>;

export const SecondLooksView = Type.Object(
  {
    /** What one may be asked about, the oldest first; no more than thirty. */
    waiting: Type.Array(Type.Object({ ...head, opened: Instant }, closed)),
    /** One's own of late, newest first. */
    given: Type.Array(
      Type.Object(
        {
          ...head,
          at: Instant,
          sameAction: Type.Boolean(),
          sameReason: Type.Boolean(),
        },
        closed,
      ),
    ),
    /** Of a hundred decisions on each work one moderates. */
    shares: Type.Array(
      Type.Object({ work: Slug, titles: Localised, percent: Type.Integer() }, closed),
    ),
    abilities: Type.Object({ setShare: Type.Boolean() }, closed),
  },
  closed,
);
export type SecondLooksView = Static<typeof SecondLooksView>;

export const SecondLookShareForm = Type.Object(
  { percent: Type.Integer({ minimum: -1, maximum: 1_000_000 }) },
  closed,
);
export type SecondLookShareForm = Static<typeof SecondLookShareForm>;
