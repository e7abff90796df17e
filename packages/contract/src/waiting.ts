import { Type, type Static } from 'typebox';
import { AnnotationView } from './annotation.ts';
import { closed, Instant, Page } from './common.ts';

/** A note of one's own that waits for a moderator or was handed back, or whose edit does or was. */
export const WaitingItem = Type.Object(
  {
    note: AnnotationView,
    work: Type.String(),
    address: Type.String(),
    /** When the note, or the edit, was written. */
    written: Instant,
  },
  closed,
);
export type WaitingItem = Static<typeof WaitingItem>;

export const WaitingPage = Page(WaitingItem);
export type WaitingPage = Static<typeof WaitingPage>;
