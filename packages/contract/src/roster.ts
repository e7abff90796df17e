import { classRoles, rosterActs, rosterProblems } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { closed, Instant, Uuid } from './common.ts';
import { limits } from './limits.ts';

const ClassRole = Type.Enum([...classRoles]);

/** The bytes of a file in base64: which letters they stand for is found out, and said. */
export const RosterForm = Type.Object(
  { file: Type.String({ maxLength: Math.ceil(limits.rosterBytes / 3) * 4 }) },
  closed,
);
export type RosterForm = Static<typeof RosterForm>;
export const RosterMade = Type.Object({ id: Uuid }, closed);
export type RosterMade = Static<typeof RosterMade>;

export const rosterEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const;
export type RosterEncoding = (typeof rosterEncodings)[number];

const RosterPlace = Type.Object(
  { role: ClassRole, group: Type.Union([Type.String(), Type.Null()]) },
  closed,
);

export const RosterLineView = Type.Object(
  {
    /** In the file, from 1. */
    line: Type.Integer(),
    email: Type.String(),
    name: Type.String(),
    /** Null where it does nothing; `problem` says why. */
    act: Type.Union([Type.Enum([...rosterActs]), Type.Null()]),
    problem: Type.Union([Type.Enum([...rosterProblems]), Type.Null()]),
    is: Type.Union([RosterPlace, Type.Null()]),
    becomes: Type.Union([RosterPlace, Type.Null()]),
    /** True where it is something else than when the file came in. */
    changed: Type.Boolean(),
  },
  closed,
);
export type RosterLineView = Static<typeof RosterLineView>;

/** What a roster would do. Nothing is done before it is confirmed. */
export const RosterView = Type.Object(
  {
    id: Uuid,
    encoding: Type.Enum([...rosterEncodings]),
    /** Headings of columns that say nothing to us. */
    ignored: Type.Array(Type.String()),
    /** Groups that would be made. */
    groups: Type.Array(Type.String()),
    lines: Type.Array(RosterLineView),
    /** Stands for exactly this plan. */
    plan: Type.String(),
  },
  closed,
);
export type RosterView = Static<typeof RosterView>;

export const RosterConfirmation = Type.Object({ plan: Type.String({ maxLength: 64 }) }, closed);
export type RosterConfirmation = Static<typeof RosterConfirmation>;

/** How many people something was done with. */
export const RosterDone = Type.Object(
  { invited: Type.Integer(), changed: Type.Integer(), returned: Type.Integer() },
  closed,
);
export type RosterDone = Static<typeof RosterDone>;

/** Somebody who was invited by their address and has not come in. */
export const ClassInvited = Type.Object(
  {
    id: Uuid,
    email: Type.String(),
    name: Type.String(),
    role: ClassRole,
    group: Type.Union([Type.String(), Type.Null()]),
    state: Type.Enum(['waiting', 'declined']),
    invited: Instant,
    ends: Instant,
  },
  closed,
);
export type ClassInvited = Static<typeof ClassInvited>;
export const ClassInvitedList = Type.Object({ items: Type.Array(ClassInvited) }, closed);
export type ClassInvitedList = Static<typeof ClassInvitedList>;

const InvitationToken = Type.String({ minLength: 1, maxLength: 200 });
export const InvitationForm = Type.Object({ token: InvitationToken }, closed);
export type InvitationForm = Static<typeof InvitationForm>;

/** What a letter of invitation leads to, before one comes in by it. */
export const LetterInvitation = Type.Object(
  {
    name: Type.String(),
    staff: Type.Array(Type.String()),
    role: ClassRole,
    isMember: Type.Boolean(),
  },
  closed,
);
export type LetterInvitation = Static<typeof LetterInvitation>;
