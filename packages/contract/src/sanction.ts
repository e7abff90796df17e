import { objectionStates, refusalReasons, sanctionKinds, siteRoles } from '@glossator/domain';
import { Type, type Static, type TSchema } from 'typebox';
import { closed, Instant, Localised, Page, Slug, Uuid } from './common.ts';
import { limits } from './limits.ts';

const Nullable = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()]);
const Name = Nullable(Type.String());

/** What holds of a person now, as they are told it. */
export const SanctionNotice = Type.Object(
  {
    id: Uuid,
    kind: Type.Enum([...sanctionKinds]),
    /** The work it is about; null for the whole site. */
    work: Nullable(Slug),
    reason: Type.Enum([...refusalReasons]),
    words: Type.String(),
    given: Instant,
    /** When it ends by itself; null where somebody has to lift it. */
    until: Nullable(Instant),
  },
  closed,
);
export type SanctionNotice = Static<typeof SanctionNotice>;

/** What is shown of a sanction: one that has come to its end has ended, whatever is stored. */
export const shownSanctionStates = ['unread', 'read', 'in-force', 'ended', 'lifted'] as const;
export type ShownSanctionState = (typeof shownSanctionStates)[number];

const told = {
  ...SanctionNotice.properties,
  /** Of the work, or empty. */
  titles: Localised,
  state: Type.Enum([...shownSanctionStates]),
  read: Nullable(Instant),
  lifted: Nullable(Type.Object({ at: Instant, words: Type.String() }, closed)),
  objection: Type.Object(
    {
      state: Type.Enum([...objectionStates]),
      words: Type.String(),
      stated: Nullable(Instant),
      answer: Type.String(),
      /** False where the time to object is over. */
      open: Type.Boolean(),
    },
    closed,
  ),
};

/** A sanction as its own person reads it. */
export const SanctionView = Type.Object(told, closed);
export type SanctionView = Static<typeof SanctionView>;
export const SanctionPage = Page(SanctionView);
export type SanctionPage = Static<typeof SanctionPage>;

/** The same as moderators read it. */
export const SanctionRecord = Type.Object(
  {
    ...told,
    /** Null where they have left. */
    givenBy: Name,
    liftedBy: Name,
    decidedBy: Name,
    /** Notes hidden with it and still hidden. */
    hidden: Type.Integer({ minimum: 0 }),
    abilities: Type.Object({ lift: Type.Boolean(), hide: Type.Boolean() }, closed),
  },
  closed,
);
export type SanctionRecord = Static<typeof SanctionRecord>;
export const SanctionRecordPage = Page(SanctionRecord);
export type SanctionRecordPage = Static<typeof SanctionRecordPage>;

const Words = Type.String({ maxLength: limits.reasonLength * 2 });

/** Days a mute or a ban may be given for; null is until it is lifted. */
export const sanctionDays = [1, 3, 7, 30, 90, 365] as const;

export const NewSanction = Type.Object(
  {
    kind: Type.Enum([...sanctionKinds]),
    work: Nullable(Slug),
    reason: Type.Enum([...refusalReasons]),
    words: Words,
    days: Nullable(Type.Integer({ minimum: 1, maximum: 3_650 })),
    key: Uuid,
  },
  closed,
);
export type NewSanction = Static<typeof NewSanction>;

export const SanctionWords = Type.Object({ words: Words }, closed);
export type SanctionWords = Static<typeof SanctionWords>;

/** A person as those who moderate know them. */
export const PersonRecord = Type.Object(
  {
    person: Type.Object(
      {
        id: Uuid,
        name: Type.String(),
        handle: Type.String(),
        since: Instant,
        roles: Type.Array(Type.Enum([...siteRoles])),
      },
      closed,
    ),
    /** Public notes by what has become of them. */
    notes: Type.Object(
      { published: Type.Integer({ minimum: 0 }), hidden: Type.Integer({ minimum: 0 }) },
      closed,
    ),
    /** What a ban would end. */
    consequence: Type.Object(
      { sessions: Type.Integer({ minimum: 0 }), tokens: Type.Integer({ minimum: 0 }) },
      closed,
    ),
    inForce: Type.Array(SanctionNotice),
    /** What the asker may give, by kind: for the whole site, and in which works. */
    may: Type.Object(
      {
        site: Type.Array(Type.Enum([...sanctionKinds])),
        works: Type.Array(Type.Object({ slug: Slug, titles: Localised }, closed)),
      },
      closed,
    ),
  },
  closed,
);
export type PersonRecord = Static<typeof PersonRecord>;

/** Decisions about what a person wrote, without those that were taken back. */
export const PersonDecisions = Type.Object(
  {
    approved: Type.Integer({ minimum: 0 }),
    returned: Type.Integer({ minimum: 0 }),
    refused: Type.Integer({ minimum: 0 }),
    /** Hidden because others flagged them. */
    flagged: Type.Integer({ minimum: 0 }),
  },
  closed,
);
export type PersonDecisions = Static<typeof PersonDecisions>;

export const PersonNote = Type.Object(
  { id: Uuid, author: Name, words: Type.String(), at: Instant, own: Type.Boolean() },
  closed,
);
export type PersonNote = Static<typeof PersonNote>;
export const PersonNotePage = Page(PersonNote);
export type PersonNotePage = Static<typeof PersonNotePage>;
export const NewPersonNote = Type.Object({ words: Words, key: Uuid }, closed);
export type NewPersonNote = Static<typeof NewPersonNote>;

/** How many notes were hidden or shown by one request, and how many are left to it. */
export const Hidden = Type.Object(
  { changed: Type.Integer({ minimum: 0 }), left: Type.Integer({ minimum: 0 }) },
  closed,
);
export type Hidden = Static<typeof Hidden>;

/** By the link of the mail: also for somebody who cannot sign in. */
export const ObjectionLink = Type.Object(
  { token: Type.String({ minLength: 20, maxLength: 200 }) },
  closed,
);
export const ObjectionByLink = Type.Object(
  { ...ObjectionLink.properties, words: Type.String({ maxLength: limits.objectionLength * 2 }) },
  closed,
);
export type ObjectionByLink = Static<typeof ObjectionByLink>;
export const NewObjection = Type.Object(
  { words: Type.String({ maxLength: limits.objectionLength * 2 }) },
  closed,
);

/** An objection that waits, with what it is about. */
export const ObjectionView = Type.Object(
  {
    person: Type.Object({ id: Uuid, name: Type.String() }, closed),
    sanction: SanctionRecord,
    abilities: Type.Object({ decide: Type.Boolean() }, closed),
  },
  closed,
);
export type ObjectionView = Static<typeof ObjectionView>;
export const ObjectionPage = Page(ObjectionView);
export type ObjectionPage = Static<typeof ObjectionPage>;

export const ObjectionDecision = Type.Object(
  { action: Type.Enum(['uphold', 'overturn']), words: Words },
  closed,
);
export type ObjectionDecision = Static<typeof ObjectionDecision>;
