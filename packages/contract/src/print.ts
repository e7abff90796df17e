import { Type, type Static } from 'typebox';
import { LayerName } from './annotation.ts';
import { closed, Instant, Uuid } from './common.ts';
import { NoteKindName } from './note-kind.ts';
import { FocusView, WorkView } from './text.ts';

/** Whose notes go on paper: one’s own notebook, everybody’s, those of one’s classes. */
export const printedNotes = ['mine', 'public', 'class'] as const;
export type PrintedNotes = (typeof printedNotes)[number];

export const PrintedNote = Type.Object(
  {
    id: Uuid,
    /** The unit under which it stands, and the address of its thread. */
    uid: Type.String(),
    address: Type.String(),
    layer: LayerName,
    kind: NoteKindName,
    /** Answers between it and the note that began its thread. */
    depth: Type.Integer({ minimum: 0 }),
    /** '' of somebody who has left. */
    author: Type.String(),
    created: Instant,
    /** The words that it quotes. */
    quote: Type.String(),
    html: Type.String(),
  },
  closed,
);
export type PrintedNote = Static<typeof PrintedNote>;

/** A work or a part of it, with notes, for paper. */
export const PrintView = Type.Object(
  {
    work: WorkView,
    focus: FocusView,
    notes: Type.Array(PrintedNote),
    /** More notes than are printed. */
    more: Type.Boolean(),
  },
  closed,
);
export type PrintView = Static<typeof PrintView>;
