import { Type, type Static } from 'typebox';
import { DraftView, ThreadPage } from './annotation.ts';
import { ViewerView } from './account.ts';
import { closed, Page } from './common.ts';
import { FollowMark } from './follow.ts';
import { LiveCursor } from './live.ts';
import { HoldsView } from './review.ts';
import { FocusView, Tallies, WorkSummary, WorkView } from './text.ts';

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
    abilities: Type.Object({ 'start-thread': Type.Boolean() }, closed),
  },
  closed,
);
export type ReadingView = Static<typeof ReadingView>;

export const WorkPage = Page(WorkSummary);
export type WorkPage = Static<typeof WorkPage>;

export const HomeView = Type.Object({ viewer: ViewerView, works: WorkPage }, closed);
export type HomeView = Static<typeof HomeView>;
