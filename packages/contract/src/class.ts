import { classRoles, membershipStates } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { ClassRetention, TypedDay } from './class-retention.ts';
import { closed, Instant, Page, Uuid } from './common.ts';
import { limits } from './limits.ts';

export const ClassRole = Type.Enum([...classRoles]);

export const ClassForm = Type.Object(
  {
    name: Type.String({ maxLength: limits.classNameLength * 2 }),
    description: Type.String({ maxLength: limits.classTextLength * 2 }),
    /** By its name in the time zone database. */
    zone: Type.String({ minLength: 1, maxLength: 64 }),
  },
  closed,
);
export type ClassForm = Static<typeof ClassForm>;

/** How a class begins: perhaps with a day until which it keeps what is written in it. */
export const FoundForm = Type.Object(
  { ...ClassForm.properties, keepUntil: Type.Optional(TypedDay) },
  closed,
);
export type FoundForm = Static<typeof FoundForm>;

/** Another class with the same assignments, as drafts whose times are so many days later. */
export const CopyForm = Type.Object(
  {
    name: Type.String({ maxLength: limits.classNameLength * 2 }),
    days: Type.Integer({ minimum: 0, maximum: limits.copyDays }),
  },
  closed,
);
export type CopyForm = Static<typeof CopyForm>;

export const ArchiveForm = Type.Object({ archived: Type.Boolean() }, closed);
export type ArchiveForm = Static<typeof ArchiveForm>;

/** How long a code is good for, and for how many. */
export const CodeForm = Type.Object(
  {
    days: Type.Integer({ minimum: 1, maximum: limits.codeDays }),
    places: Type.Integer({ minimum: 1, maximum: limits.classPeople }),
  },
  closed,
);
export type CodeForm = Static<typeof CodeForm>;

/** What brings somebody in; `ends` and `places` say how long and for how many it still does. */
export const ClassCode = Type.Object(
  { code: Type.String(), ends: Instant, places: Type.Integer() },
  closed,
);
export type ClassCode = Static<typeof ClassCode>;

export const ClassSummary = Type.Object(
  {
    id: Uuid,
    name: Type.String(),
    role: ClassRole,
    joined: Instant,
    archived: Type.Union([Instant, Type.Null()]),
    /** Since when what it held is deleted. */
    erased: Type.Union([Instant, Type.Null()]),
  },
  closed,
);
export type ClassSummary = Static<typeof ClassSummary>;
export const ClassPage = Page(ClassSummary);

export const ClassView = Type.Object(
  {
    id: Uuid,
    name: Type.String(),
    description: Type.String(),
    zone: Type.String(),
    founded: Instant,
    archived: Type.Union([Instant, Type.Null()]),
    /** Since when what it held is deleted. */
    erased: Type.Union([Instant, Type.Null()]),
    retention: ClassRetention,
    role: ClassRole,
    /** Those who instruct or assist, by name. */
    staff: Type.Array(
      Type.Object({ name: Type.String(), handle: Type.String(), role: ClassRole }, closed),
    ),
    students: Type.Integer(),
    /** Of the students the reader is with; null where they are in none. */
    group: Type.Union([Type.String(), Type.Null()]),
    /** Null where there is none that is still good, and for whoever may not invite. */
    code: Type.Union([ClassCode, Type.Null()]),
    abilities: Type.Object(
      {
        'see-people': Type.Boolean(),
        'view-as': Type.Boolean(),
        change: Type.Boolean(),
        invite: Type.Boolean(),
        archive: Type.Boolean(),
        retain: Type.Boolean(),
        copy: Type.Boolean(),
        group: Type.Boolean(),
        assign: Type.Boolean(),
        leave: Type.Boolean(),
      },
      closed,
    ),
  },
  closed,
);
export type ClassView = Static<typeof ClassView>;

/** Whose eyes a class is looked at with: one of its students, or one who has just come and written nothing. */
export const ViewAsForm = Type.Object({ student: Type.Union([Uuid, Type.Null()]) }, closed);
export type ViewAsForm = Static<typeof ViewAsForm>;

export const ClassMember = Type.Object(
  {
    id: Uuid,
    name: Type.String(),
    handle: Type.String(),
    role: ClassRole,
    state: Type.Enum([...membershipStates]),
    joined: Instant,
    group: Type.Union([Uuid, Type.Null()]),
    /** True until they have confirmed their address: they are in this class and nowhere else. */
    isGuest: Type.Boolean(),
    abilities: Type.Object(
      {
        appoint: Type.Boolean(),
        remove: Type.Boolean(),
        leave: Type.Boolean(),
        'sign-in': Type.Boolean(),
      },
      closed,
    ),
  },
  closed,
);
export type ClassMember = Static<typeof ClassMember>;
/** The staff first, then students by name; all of them, for a class has an end. */
export const ClassMembers = Type.Object({ items: Type.Array(ClassMember) }, closed);
export type ClassMembers = Static<typeof ClassMembers>;

export const MemberForm = Type.Object({ role: ClassRole }, closed);
export type MemberForm = Static<typeof MemberForm>;

export const CodeText = Type.String({ minLength: 1, maxLength: 40 });

/** What a code leads to, before one comes in by it. */
export const ClassInvitation = Type.Object(
  { id: Uuid, name: Type.String(), staff: Type.Array(Type.String()), isMember: Type.Boolean() },
  closed,
);
export type ClassInvitation = Static<typeof ClassInvitation>;
export const ClassJoined = Type.Object({ id: Uuid }, closed);
export type ClassJoined = Static<typeof ClassJoined>;
