import { gateKinds, nameChoices } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { DraftView, ThreadPage } from './annotation.ts';
import { ViewerView } from './account.ts';
import { ClassRole } from './class.ts';
import { closed, Instant, Page, Uuid } from './common.ts';
import { FollowMark } from './follow.ts';
import { LiveCursor } from './live.ts';
import { WorkCircle } from './own-work.ts';
import { HoldsView } from './review.ts';
import { FocusView, Tallies, WorkSummary, WorkView } from './text.ts';

/** What stands around the text while an assignment is read; times as they hold for the reader. */
export const AssignmentReading = Type.Object(
  {
    id: Uuid,
    class: Type.Object({ id: Uuid, name: Type.String() }, closed),
    zone: Type.String(),
    role: ClassRole,
    title: Type.String(),
    /** The question as HTML; empty where none is asked. */
    question: Type.String(),
    opens: Instant,
    due: Type.Union([Instant, Type.Null()]),
    closes: Type.Union([Instant, Type.Null()]),
    /** Whether the reader writes here now. */
    writes: Type.Boolean(),
    gate: Type.Object(
      {
        kind: Type.Enum([...gateKinds]),
        notes: Type.Union([Type.Integer(), Type.Null()]),
        at: Type.Union([Instant, Type.Null()]),
      },
      closed,
    ),
    leastLength: Type.Integer(),
    notesAsked: Type.Integer(),
    repliesAsked: Type.Integer(),
    per: Type.Enum(['clause', 'assignment']),
    /** In which it is read. */
    languages: Type.Array(Type.String()),
    names: Type.Enum([...nameChoices]),
    /** What a student is called here before the others; null where names are told, and for the staff. */
    pseudonym: Type.Union([Type.String(), Type.Null()]),
    /** In the order of the text. What the staff reads is always open. */
    clauses: Type.Array(
      Type.Object(
        {
          uid: Type.String(),
          address: Type.String(),
          open: Type.Boolean(),
          cause: Type.Union([Type.String(), Type.Null()]),
          at: Type.Union([Instant, Type.Null()]),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type AssignmentReading = Static<typeof AssignmentReading>;

/** One page of the reader, in one answer. */
export const ReadingView = Type.Object(
  {
    viewer: ViewerView,
    /** Absent where the client said that it has this text already. */
    work: Type.Optional(WorkView),
    /** Changes when the words of the work do, or who may see them. */
    textTag: Type.String(),
    /** Where live updates of this page are taken up. */
    live: LiveCursor,
    focus: FocusView,
    tallies: Tallies,
    /** Threads on exactly what is focused, in the order asked for; empty where the whole work is. */
    threads: ThreadPage,
    /** Threads on a wider passage around it. */
    wider: ThreadPage,
    /** The reader's own drafts for this place and for the notes shown. */
    drafts: Type.Array(DraftView),
    /** What the reader follows of the work, the clause and the threads shown. */
    follows: Type.Array(FollowMark),
    /** Why public notes of the reader wait here; null where it depends on what they write. */
    holds: Type.Union([HoldsView, Type.Null()]),
    /** The assignment that is read and written in; null elsewhere. */
    assignment: Type.Union([AssignmentReading, Type.Null()]),
    /** Who else reads the work; null where it is public. */
    circle: Type.Union([WorkCircle, Type.Null()]),
    abilities: Type.Object({ 'start-thread': Type.Boolean() }, closed),
  },
  closed,
);
export type ReadingView = Static<typeof ReadingView>;

export const WorkPage = Page(WorkSummary);
export type WorkPage = Static<typeof WorkPage>;

export const HomeView = Type.Object({ viewer: ViewerView, works: WorkPage }, closed);
export type HomeView = Static<typeof HomeView>;
