import { marginAudiences, marginRoles } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { closed, Instant, Uuid } from './common.ts';
import { limits } from './limits.ts';

// UTF-16 units here; the service counts code points.
const text = (length: number) => Type.String({ maxLength: length * 2 });
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()]);
const Audience = Type.Enum([...marginAudiences]);
const Version = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

/** A note in the margin of a part of a round. */
export const MarginForm = Type.Object(
  {
    part: Uuid,
    body: text(limits.marginNote),
    /** The words that are meant, as they are read; empty: the part as a whole. */
    words: text(limits.quotationLength),
    /** What stands around them, which decides where they stand more than once. */
    prefix: text(limits.contextLength),
    suffix: text(limits.contextLength),
    audience: Audience,
    /** Made with the form: sending twice makes one note. */
    key: Uuid,
  },
  closed,
);
export type MarginForm = Static<typeof MarginForm>;

export const MarginAnswerForm = Type.Object({ body: text(limits.marginNote), key: Uuid }, closed);
export type MarginAnswerForm = Static<typeof MarginAnswerForm>;

/** `version` is the one it was written over; the audience is that of the thread, and changes with its first note. */
export const MarginChangeForm = Type.Object(
  { body: text(limits.marginNote), audience: Type.Optional(Audience), version: Version },
  closed,
);
export type MarginChangeForm = Static<typeof MarginChangeForm>;

export const MarginRemoval = Type.Object({ removed: Type.Boolean() }, closed);
export const MarginSettlement = Type.Object({ settled: Type.Boolean() }, closed);

export const MarginNoteView = Type.Object(
  {
    id: Uuid,
    as: Type.Enum([...marginRoles]),
    /** Null where it is not told, and where they have gone. */
    person: orNull(Type.Object({ id: Uuid, name: Type.String(), handle: Type.String() }, closed)),
    isOwn: Type.Boolean(),
    /** Markdown, to whoever wrote it; else empty. */
    body: Type.String(),
    /** Empty where it was removed. */
    html: Type.String(),
    version: Version,
    written: Instant,
    /** Null where it stands as it was written. */
    changed: orNull(Instant),
    removed: orNull(Instant),
    /** Authors have been told. */
    isTold: Type.Boolean(),
    abilities: Type.Object(
      { change: Type.Boolean(), remove: Type.Boolean(), restore: Type.Boolean() },
      closed,
    ),
  },
  closed,
);
export type MarginNoteView = Static<typeof MarginNoteView>;

export const MarginThreadView = Type.Object(
  {
    id: Uuid,
    part: Uuid,
    /** Number of the round in which it was begun, and which revision of the part it is on. */
    round: Type.Integer(),
    revision: Type.Integer(),
    /** The number of the reviewer who began it; null where an editor did. */
    reviewer: orNull(Type.Integer()),
    audience: Audience,
    /** Code points of the part as it is read; null: the part as a whole. */
    words: orNull(
      Type.Object(
        {
          start: Type.Integer(),
          end: Type.Integer(),
          exact: Type.String(),
          prefix: Type.String(),
          suffix: Type.String(),
        },
        closed,
      ),
    ),
    settled: orNull(Instant),
    /** In the order in which they were written. */
    notes: Type.Array(MarginNoteView),
    abilities: Type.Object(
      { answer: Type.Boolean(), settle: Type.Boolean(), reopen: Type.Boolean() },
      closed,
    ),
  },
  closed,
);
export type MarginThreadView = Static<typeof MarginThreadView>;

/** How many threads of a round one sees, and how many of them authors have not dealt with. */
export const MarginCount = Type.Object({ all: Type.Integer(), open: Type.Integer() }, closed);
export type MarginCount = Static<typeof MarginCount>;
