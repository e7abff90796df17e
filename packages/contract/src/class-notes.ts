import { noteKinds } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { closed, Cursor, Instant, Page, Slug, Uuid } from './common.ts';
import { limits } from './limits.ts';

export const OwnNotesQuery = Type.Object(
  {
    cursor: Type.Optional(Cursor),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.pageSizeMax })),
    /** In one assignment alone. */
    assignment: Type.Optional(Uuid),
  },
  closed,
);
export type OwnNotesQuery = Static<typeof OwnNotesQuery>;

/** Where a note stands: waiting for its clauses to open, handed in, below words to all, or in private. */
export const ownPlaces = ['desk', 'clause', 'assignment', 'feedback'] as const;

/** A note of the reader in an assignment of a class, and who answered it. */
export const OwnNote = Type.Object(
  {
    id: Uuid,
    assignment: Type.Object({ id: Uuid, title: Type.String() }, closed),
    work: Slug,
    address: Type.String(),
    kind: Type.Enum([...noteKinds]),
    isReply: Type.Boolean(),
    /** How it begins, as it was written. */
    words: Type.String(),
    /** True while the staff keeps it from others. */
    isHidden: Type.Boolean(),
    place: Type.Enum([...ownPlaces]),
    written: Instant,
    answers: Type.Object(
      {
        count: Type.Integer(),
        /** The newest, as the reader knows their authors; no name: a classmate without one. */
        newest: Type.Array(
          Type.Object(
            { id: Uuid, author: Type.String(), isStaff: Type.Boolean(), at: Instant },
            closed,
          ),
        ),
      },
      closed,
    ),
  },
  closed,
);
export type OwnNote = Static<typeof OwnNote>;
/** The newest first; what was handed in stands by when it was. */
export const OwnNotes = Page(OwnNote);
export type OwnNotes = Static<typeof OwnNotes>;
