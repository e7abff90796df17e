import { siteRoles } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { closed, Instant, Locale, Page, Uuid } from './common.ts';
import { limits } from './limits.ts';
import { SanctionNotice } from './sanction.ts';

// Generous bounds only: what a password or address must be like is a 422 with a code of its own.
const Name = Type.String({ maxLength: limits.nameLength * 2 });
const Email = Type.String({ maxLength: 400 });
const Password = Type.String({ maxLength: limits.passwordMax * 2 });
export const Token = Type.String({ minLength: 20, maxLength: 200 });

export const Registration = Type.Object(
  {
    name: Name,
    email: Email,
    password: Password,
    locale: Locale,
    invitation: Type.Optional(Token),
  },
  closed,
);
export type Registration = Static<typeof Registration>;

/** Comes into a class at once, by its code; everywhere else only once the address is confirmed. */
export const GuestRegistration = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 40 }),
    name: Name,
    email: Email,
    password: Password,
    locale: Locale,
  },
  closed,
);
export type GuestRegistration = Static<typeof GuestRegistration>;

/** The password again: an address confirmed by its owner must not carry another's password. */
export const Confirmation = Type.Object({ token: Token, password: Password }, closed);
export const Credentials = Type.Object({ email: Email, password: Password }, closed);
export const ResetRequest = Type.Object({ email: Email }, closed);
export const Reset = Type.Object({ token: Token, password: Password }, closed);
export const PasswordChange = Type.Object({ current: Password, password: Password }, closed);
export const ProfileChange = Type.Object(
  { name: Type.Optional(Name), locale: Type.Optional(Locale) },
  { ...closed, minProperties: 1 },
);

export const writingFates = ['anonymise', 'remove'] as const;
export const AccountDeletion = Type.Object(
  { password: Password, writing: Type.Enum([...writingFates]) },
  closed,
);

/** The first administrator, by the link the terminal prints. */
export const Claim = Type.Object(
  { token: Token, name: Name, email: Email, password: Password, locale: Locale },
  closed,
);

/** Who is asking, and what the site lets them do. Sent with every page. */
/** A class that one teaches, looked at as one of its students. */
export const ViewAs = Type.Object(
  {
    class: Type.Object({ id: Uuid, name: Type.String() }, closed),
    /** Name of the student; null: one who has just come and has written nothing. */
    student: Type.Union([Type.String(), Type.Null()]),
    /** Whether assignments are left out because who is who in them is not told yet. */
    leavesOut: Type.Boolean(),
  },
  closed,
);
export type ViewAs = Static<typeof ViewAs>;

export const ViewerView = Type.Object(
  {
    person: Type.Union([
      Type.Object(
        {
          id: Uuid,
          name: Type.String(),
          handle: Type.String(),
          email: Type.String(),
          locale: Locale,
        },
        closed,
      ),
      Type.Null(),
    ]),
    session: Type.Union([Uuid, Type.Null()]),
    /** The one class that the session is for; null: it is for everything. */
    within: Type.Union([Uuid, Type.Null()]),
    /** The class that is looked at as a student; null: everything is seen as oneself. */
    viewAs: Type.Union([ViewAs, Type.Null()]),
    /** A moderator of some works alone is a moderator here; of which is said where it matters. */
    roles: Type.Array(Type.Enum([...siteRoles])),
    /** Unread notices; no more than a hundred are counted. */
    unread: Type.Integer({ minimum: 0 }),
    /** Cases that wait where one moderates; no more than a hundred are counted. */
    waiting: Type.Integer({ minimum: 0 }),
    /** Warnings to be read, and mutes: what holds of them now. */
    sanctions: Type.Array(SanctionNotice),
    abilities: Type.Object(
      {
        'have-account': Type.Boolean(),
        administer: Type.Boolean(),
        moderate: Type.Boolean(),
      },
      closed,
    ),
  },
  closed,
);
export type ViewerView = Static<typeof ViewerView>;

export const SessionView = Type.Object(
  {
    id: Uuid,
    device: Type.String(),
    created: Instant,
    seen: Instant,
    current: Type.Boolean(),
    /** Name of the class that it is confined to, by a link of its staff; null: it is confined to none. */
    within: Type.Union([Type.String(), Type.Null()]),
  },
  closed,
);
export type SessionView = Static<typeof SessionView>;
export const SessionPage = Page(SessionView);
export type SessionPage = Static<typeof SessionPage>;

/** Everything stored about the person who asks, counted; the texts themselves are theirs to read. */
export const StoredView = Type.Object(
  {
    account: Type.Object(
      { name: Type.String(), email: Type.String(), locale: Locale, created: Instant },
      closed,
    ),
    sessions: Type.Integer(),
    notes: Type.Integer(),
    notebookNotes: Type.Integer(),
    revisions: Type.Integer(),
    drafts: Type.Integer(),
    follows: Type.Integer(),
    notices: Type.Integer(),
    usefulMarks: Type.Integer(),
    decisions: Type.Integer(),
    sanctions: Type.Integer(),
  },
  closed,
);
export type StoredView = Static<typeof StoredView>;
