import { noteKinds, resolutions } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { LayerName, PersonView } from './annotation.ts';
import { closed, Uuid } from './common.ts';
import { targetKinds } from './target.ts';

const Place = Type.Integer({ minimum: 0 });
const PlaceOrNone = Type.Integer({ minimum: -1 });

/** One thread. Numbers are places in the lists beside it; -1 where there is nothing to tell. */
export const MarkRow = Type.Tuple([
  /** The thread. */
  Uuid,
  /** Its layer, in `layers`. */
  Place,
  /** Its target, in `targetKinds` of this contract. */
  Type.Integer({ minimum: 0, maximum: targetKinds.length - 1 }),
  /** From and to, in `uids`. */
  Place,
  Place,
  /** Its resolution, in `resolutions` of the domain. */
  Type.Integer({ minimum: 0, maximum: resolutions.length - 1 }),
  /** Published notes in it that match what was asked for. */
  Place,
  /** When the newest was written: seconds since 1970. */
  Type.Integer(),
  /** Kind of the first note, in `noteKinds` of the domain; -1 where the reader may not read it. */
  Type.Integer({ minimum: -1, maximum: noteKinds.length - 1 }),
  /** Its author, in `people`; -1 likewise. */
  PlaceOrNone,
  /** Its tags, in `tags`; none likewise. */
  Type.Array(Place),
  /** The words it points at, three numbers each: place in `segments`, start, end in code points. */
  Type.Array(Place),
]);
export type MarkRow = Static<typeof MarkRow>;

/** One segment of one edition version that the reader may read. */
export const MarkedSegment = Type.Object(
  {
    edition: Type.String(),
    version: Type.String(),
    uid: Type.String(),
    /** First 16 hex digits of the digest of its words: offsets mean something in these alone. */
    digest: Type.String(),
  },
  closed,
);
export type MarkedSegment = Static<typeof MarkedSegment>;

/** All threads of a work that a reader sees, without their words. */
export const MarksView = Type.Object(
  {
    layers: Type.Array(LayerName),
    uids: Type.Array(Type.String()),
    people: Type.Array(PersonView),
    tags: Type.Array(Type.String()),
    segments: Type.Array(MarkedSegment),
    /** Newest first. */
    threads: Type.Array(MarkRow),
    /** True where older threads were left out. */
    truncated: Type.Boolean(),
  },
  closed,
);
export type MarksView = Static<typeof MarksView>;
