import { Type, type Static } from 'typebox';
import { closed, Uuid } from './common.ts';

/** Where a stream is taken up again; only what the server handed out is understood. */
export const LiveCursor = Type.String({ maxLength: 200 });

/** What a stream's event `change` says: ids alone. */
export const ChangeEvent = Type.Object(
  {
    work: Type.String(),
    what: Type.Enum(['new', 'edited', 'state', 'resolution', 'moved']),
    thread: Uuid,
    annotation: Uuid,
    /** The units where the thread is found. */
    uids: Type.Array(Type.String()),
  },
  closed,
);
export type ChangeEvent = Static<typeof ChangeEvent>;

/** What a stream's event `writing` says: somebody is writing an answer in a thread. */
export const WritingEvent = Type.Object(
  {
    work: Type.String(),
    thread: Uuid,
    person: Type.Object({ id: Uuid, name: Type.String() }, closed),
  },
  closed,
);
export type WritingEvent = Static<typeof WritingEvent>;

/** Says that somebody is writing an answer to a note; seconds later it is forgotten. */
export const WritingNotice = Type.Object({ annotation: Uuid }, closed);
