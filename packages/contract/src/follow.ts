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
/** `mail` stays as it is where it is not named. */
export const FollowForm = Type.Object({ state, mail: Type.Optional(Type.Boolean()) }, closed);
export type FollowForm = Static<typeof FollowForm>;

/** How one stands to something that a page shows; what is not followed is absent. */
export const FollowMark = Type.Object({ kind, target, state }, closed);
export type FollowMark = Static<typeof FollowMark>;

export const FollowView = Type.Object(
  {
    id: Uuid,
    kind,
    target,
    state,
    /** Whether it is told by mail, where its follower has mail at all. */
    mail: Type.Boolean(),
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

/** At once, gathered over some minutes; else at seven in the morning, every day or on Mondays. */
export const mailChoices = ['off', 'soon', 'daily', 'weekly'] as const;
export type MailChoice = (typeof mailChoices)[number];

const settings = {
  ownThreads: Type.Boolean(),
  mail: Type.Enum([...mailChoices]),
  /** By its name in the time zone database. */
  zone: Type.String({ minLength: 1, maxLength: 64 }),
};

/** How one wishes to be told. */
export const FollowSettings = Type.Object(settings, closed);
export type FollowSettings = Static<typeof FollowSettings>;
export const FollowSettingsChange = Type.Partial(Type.Object(settings, closed), {
  ...closed,
  minProperties: 1,
});
export type FollowSettingsChange = Static<typeof FollowSettingsChange>;

/**
 * What a link in a mail ends: all notices by mail, those about one thing followed, or what moderators
 * are told in the morning. Links hold the place in this list: it only grows at its end.
 */
export const unsubscribeScopes = ['all', ...followKinds, 'summary'] as const;
export type UnsubscribeScope = (typeof unsubscribeScopes)[number];
export const UnsubscribeToken = Type.Object(
  { token: Type.String({ minLength: 1, maxLength: 200 }) },
  closed,
);
export const UnsubscribeView = Type.Object({ scope: Type.Enum([...unsubscribeScopes]) }, closed);
export type UnsubscribeView = Static<typeof UnsubscribeView>;
