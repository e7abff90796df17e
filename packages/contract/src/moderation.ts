import {
  allCaseActions,
  annotationStates,
  caseCauses,
  caseKinds,
  caseStates,
  flagReasons,
  flagStates,
  queueActions,
  queueKinds,
  refusalReasons,
} from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { PersonView } from './annotation.ts';
import { AppealInCase } from './appeal.ts';
import { AddressText, closed, Instant, Page, Slug, Uuid } from './common.ts';
import { limits } from './limits.ts';
import { NoteKindName } from './note-kind.ts';
import { ToldCause } from './review.ts';
import { TargetView } from './target.ts';

/** As moderators see it: with the list that a word stands in. */
export const CaseCauseView = Type.Object(
  {
    ...ToldCause.properties,
    phase: Type.Enum([...caseCauses]),
    words: Type.Optional(
      Type.Array(Type.Object({ word: Type.String(), list: Type.String() }, closed)),
    ),
  },
  closed,
);

export const ClaimView = Type.Object(
  { by: PersonView, until: Instant, mine: Type.Boolean() },
  closed,
);

/** What is to be decided on: the note as it stands, or what is proposed in its place. */
export const CaseNote = Type.Object(
  {
    id: Uuid,
    thread: Uuid,
    state: Type.Enum([...annotationStates]),
    address: Type.String(),
    /** The part of a commentary that its thread is about. */
    part: TargetView.properties.part,
    /** The term that its thread is about. */
    term: TargetView.properties.term,
    /** The note that it answers, or is to answer. */
    answers: Type.Union([Uuid, Type.Null()]),
    author: PersonView,
    kind: NoteKindName,
    tags: Type.Array(Type.String()),
    body: Type.String(),
    html: Type.String(),
    written: Instant,
    /** The newest revision, which a decision must name. */
    revision: Type.Integer(),
    /** Number of the edit that is proposed; 0 where none is. */
    proposal: Type.Integer(),
    /** What readers read meanwhile, where an edit is proposed. */
    stands: Type.Union([
      Type.Object({ body: Type.String(), html: Type.String() }, closed),
      Type.Null(),
    ]),
  },
  closed,
);

/** What a reader reported, as moderators see it. */
export const FlagInCase = Type.Object(
  {
    id: Uuid,
    by: PersonView,
    reason: Type.Enum([...flagReasons]),
    words: Type.String(),
    /** Address of the clause it is said to belong to; else empty. */
    clause: Type.String(),
    law: Type.String(),
    territory: Type.String(),
    /** The revision that was reported. */
    revision: Type.Integer(),
    state: Type.Enum([...flagStates]),
    at: Instant,
  },
  closed,
);
export type FlagInCase = Static<typeof FlagInCase>;

/** Flags that a case shows; more of them say no more. */
export const flagsShown = 20;

export const CaseView = Type.Object(
  {
    id: Uuid,
    work: Type.String(),
    kind: Type.Enum([...caseKinds]),
    state: Type.Enum([...caseStates]),
    /** A decision must name the one it was made on. */
    version: Type.Integer(),
    priority: Type.Integer(),
    opened: Instant,
    causes: Type.Array(CaseCauseView),
    claim: Type.Union([ClaimView, Type.Null()]),
    note: CaseNote,
    /** How many flags it is about, and the first of them: what is said to be unlawful, then the oldest. */
    flagCount: Type.Integer(),
    flags: Type.Array(FlagInCase),
    /** Others that say nearly the same, and how many of them are open; null where it stands for itself. */
    group: Type.Union([Type.Object({ key: Uuid, size: Type.Integer() }, closed), Type.Null()]),
    /** What its author says, where it is an appeal. */
    appeal: Type.Union([AppealInCase, Type.Null()]),
    /** The last decision on this case that stands. */
    decision: Type.Union([
      Type.Object(
        {
          id: Uuid,
          action: Type.Enum([...allCaseActions]),
          reason: Type.String(),
          words: Type.String(),
          at: Instant,
          by: PersonView,
          /** Until when it can be taken back; null where it cannot. */
          undoUntil: Type.Union([Instant, Type.Null()]),
        },
        closed,
      ),
      Type.Null(),
    ]),
    /** Whether what was decided is kept from the asker, who may be asked for a second look at it. */
    kept: Type.Boolean(),
    abilities: Type.Object({ decide: Type.Boolean(), undo: Type.Boolean() }, closed),
  },
  closed,
);
export type CaseView = Static<typeof CaseView>;

export const CasePage = Type.Object(
  {
    ...Page(CaseView).properties,
    /** How many are open of each kind, in the works asked for. */
    counts: Type.Object(
      Object.fromEntries(queueKinds.map((kind) => [kind, Type.Integer()])) as Record<
        (typeof queueKinds)[number],
        ReturnType<typeof Type.Integer>
      >,
      closed,
    ),
    /** Since when the oldest waits. */
    oldest: Type.Union([Instant, Type.Null()]),
  },
  closed,
);
export type CasePage = Static<typeof CasePage>;

/** Which cases a list has; all of them where it says nothing. */
export const caseFilter = {
  work: Type.Optional(Slug),
  kind: Type.Optional(Type.Array(Type.Enum([...queueKinds]))),
  /** `me`: those that the asker has claimed; `nobody`: those that are free. */
  claimed: Type.Optional(Type.Enum(['me', 'nobody'])),
  author: Type.Optional(Uuid),
  /** All open cases of one group; without it a group shows by its first. */
  group: Type.Optional(Uuid),
  /** A clause of the work, or a part of it with all that is inside. */
  at: Type.Optional(AddressText),
} as const;
export const CaseFilter = Type.Object(caseFilter, closed);
export type CaseFilter = Static<typeof CaseFilter>;

export const DecisionForm = Type.Object(
  {
    action: Type.Enum([...queueActions]),
    /** Compulsory where something is taken from the author. */
    reason: Type.Optional(Type.Enum([...refusalReasons])),
    /** What the author is told; compulsory there as well, but for spam. */
    words: Type.Optional(Type.String({ maxLength: limits.reasonLength * 2 })),
    version: Type.Integer({ minimum: 1 }),
    revision: Type.Integer({ minimum: 1 }),
    proposal: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  closed,
);
export type DecisionForm = Static<typeof DecisionForm>;

/** Cases at most that are decided together at once; of a larger group the rest is left. */
export const mostTogether = 200;

/** One decision on many cases: those that are named as they were seen, or a group. */
export const BatchForm = Type.Object(
  {
    cases: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: Uuid,
            version: Type.Integer({ minimum: 1 }),
            revision: Type.Integer({ minimum: 1 }),
            proposal: Type.Optional(Type.Integer({ minimum: 0 })),
          },
          closed,
        ),
        { minItems: 1, maxItems: mostTogether },
      ),
    ),
    group: Type.Optional(Uuid),
    action: DecisionForm.properties.action,
    reason: DecisionForm.properties.reason,
    words: DecisionForm.properties.words,
  },
  closed,
);
export type BatchForm = Static<typeof BatchForm>;

export const BatchLine = Type.Object(
  {
    case: Uuid,
    work: Type.String(),
    address: Type.String(),
    author: PersonView,
    /** The first words. */
    excerpt: Type.String(),
    before: Type.String(),
    after: Type.String(),
    /** Why nothing is done to it: a code of refusal; null where it is decided. */
    refused: Type.Union([Type.String(), Type.Null()]),
    /** Whether its author is told, when the time to take it back is over, */
    told: Type.Boolean(),
    /** and by mail as well. */
    mailed: Type.Boolean(),
  },
  closed,
);
export const BatchView = Type.Object(
  {
    /** Null of what was only tried. */
    id: Type.Union([Uuid, Type.Null()]),
    lines: Type.Array(BatchLine),
    /** How many more the group has. */
    left: Type.Integer(),
    undoUntil: Type.Union([Instant, Type.Null()]),
  },
  closed,
);
export type BatchView = Static<typeof BatchView>;
