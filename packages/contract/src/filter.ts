import { layerKinds, noteKinds, resolutions, threadOrders } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { AddressText, closed, Slug } from './common.ts';

const Names = (maxLength: number) =>
  Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength }), { maxItems: 20 }));

/** Which notes are meant, in a query string. Several values of one name: any of them. */
export const partFilter = {
  layer: Type.Optional(Type.Array(Type.Enum([...layerKinds]), { maxItems: 10 })),
  kind: Type.Optional(Type.Array(Type.Enum([...noteKinds]), { maxItems: 10 })),
  tag: Names(200),
  /** Handles of authors. */
  by: Names(60),
  /** Days, the last one included. */
  since: Type.Optional(Type.String({ format: 'date' })),
  until: Type.Optional(Type.String({ format: 'date' })),
  is: Type.Optional(Type.Enum([...resolutions])),
} as const;

/** How threads are listed; as `firstOrder` where it is absent. */
export const OrderName = Type.Enum([...threadOrders]);

/** A clause, section or range of the work, and everything inside. */
const within = { in: Type.Optional(AddressText) } as const;
/** Notes of one work. */
export const WorkFilter = Type.Object({ ...within, ...partFilter }, closed);
export type WorkFilter = Static<typeof WorkFilter>;

export const noteFilter = { work: Type.Optional(Slug), ...within, ...partFilter } as const;
export const NoteFilter = Type.Object(noteFilter);
export type NoteFilter = Static<typeof NoteFilter>;
