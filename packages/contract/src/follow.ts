import { Type, type Static } from 'typebox';
import { LayerName } from './annotation.ts';
import { closed, Instant, Page, Slug, Uuid } from './common.ts';

export const followKinds = ['clause', 'thread', 'person', 'layer', 'work'] as const;
export type FollowKind = (typeof followKinds)[number];

/** A muted thread tells nothing; whatever else is followed cannot be muted. */
export const followStates = ['followed', 'muted'] as const;
export type FollowState = (typeof followStates)[number];

const kind = Type.Enum([...followKinds]);
const state = Type.Enum([...followStates]);
/** The uid of a clause or section, the id of a thread, a handle, a layer, or the slug of a work. */
const target = Type.String({ minLength: 1, maxLength: 64 });

export const FollowPlace = Type.Object({ kind, target }, closed);
export type FollowPlace = Static<typeof FollowPlace>;
export const FollowForm = Type.Object({ state }, closed);

/** How one stands to something that a page shows; what is not followed is absent. */
export const FollowMark = Type.Object({ kind, target, state }, closed);
export type FollowMark = Static<typeof FollowMark>;

export const FollowView = Type.Object(
  {
    id: Uuid,
    kind,
    target,
    state,
    created: Instant,
    /** Where it leads: of a clause, a thread, a work. */
    work: Type.Union([Slug, Type.Null()]),
    address: Type.Union([Type.String(), Type.Null()]),
    /** The first note of a thread. */
    note: Type.Union([Uuid, Type.Null()]),
    /** Of a person. */
    name: Type.Union([Type.String(), Type.Null()]),
    layer: Type.Union([LayerName, Type.Null()]),
    /** What a clause, or the clause of a thread, begins with in each language. */
    words: Type.Array(Type.Object({ lang: Type.String(), text: Type.String() }, closed)),
  },
  closed,
);
export type FollowView = Static<typeof FollowView>;
export const FollowPage = Page(FollowView);
export type FollowPage = Static<typeof FollowPage>;

/** How one wishes to be told. */
export const FollowSettings = Type.Object({ ownThreads: Type.Boolean() }, closed);
export type FollowSettings = Static<typeof FollowSettings>;
