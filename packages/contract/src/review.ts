import { allCaseActions, caseCauses, caseKinds, waitingStates } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { AppealTold } from './appeal.ts';
import { closed, Instant, Uuid } from './common.ts';
import { NoteKindName } from './note-kind.ts';

/** Why a note or an edit waits, with the figures of the phase that holds it. */
export const ToldCause = Type.Object(
  {
    phase: Type.Enum([...caseCauses]),
    kind: Type.Optional(Type.Enum(['many', 'newcomer', 'added'])),
    isEdit: Type.Optional(Type.Boolean()),
    /** Listed words that it holds, as far as they may be told. */
    words: Type.Optional(Type.Array(Type.String())),
    length: Type.Optional(Type.Integer()),
    links: Type.Optional(Type.Integer()),
    limit: Type.Optional(Type.Integer()),
    approved: Type.Optional(Type.Integer()),
    needed: Type.Optional(Type.Integer()),
    decided: Type.Optional(Type.Integer()),
    refused: Type.Optional(Type.Integer()),
  },
  closed,
);
export type ToldCause = Static<typeof ToldCause>;

/** A decision as the author is told of it. */
export const DecisionTold = Type.Object(
  {
    id: Uuid,
    action: Type.Enum([...allCaseActions]),
    /** A code of a reason; empty where nothing was refused. */
    reason: Type.String(),
    words: Type.String(),
    at: Instant,
  },
  closed,
);

/** An edit that waits beside what is public, or was handed back. */
export const ProposalView = Type.Object(
  {
    number: Type.Integer(),
    /** The revision it was written over. */
    over: Type.Integer(),
    state: Type.Enum([...waitingStates]),
    body: Type.String(),
    html: Type.String(),
    kind: NoteKindName,
    tags: Type.Array(Type.String()),
    written: Instant,
  },
  closed,
);

/** What moderators have to do with a note, as its author sees it. */
export const ReviewView = Type.Object(
  {
    causes: Type.Array(ToldCause),
    /** Kind of the case that is open and since when; null where none is. */
    kind: Type.Union([Type.Enum([...caseKinds]), Type.Null()]),
    since: Type.Union([Instant, Type.Null()]),
    /** Median wait of the last fifty cases of the work; null before the first. */
    medianMinutes: Type.Union([Type.Integer(), Type.Null()]),
    /** The note that it is to answer. */
    answers: Type.Union([Uuid, Type.Null()]),
    decision: Type.Union([DecisionTold, Type.Null()]),
    /** The decision that keeps the words from readers, until when it can be appealed; else null. */
    appealable: Type.Union([Type.Object({ decision: Uuid, until: Instant }, closed), Type.Null()]),
    /** The appeal from it. */
    appeal: Type.Union([AppealTold, Type.Null()]),
    proposal: Type.Union([ProposalView, Type.Null()]),
  },
  closed,
);
export type ReviewView = Static<typeof ReviewView>;

/** Why everything waits that somebody writes for all at a place, told before they write. */
export const HoldsView = Type.Object(
  {
    why: Type.Enum(['always-hold', 'hold-all', 'newcomer']),
    /** Notes of theirs that stand, up to a hundred, and how many make one who is no newcomer. */
    approved: Type.Integer(),
    needed: Type.Integer(),
    medianMinutes: Type.Union([Type.Integer(), Type.Null()]),
  },
  closed,
);
export type HoldsView = Static<typeof HoldsView>;
