export const classRoles = ['instructor', 'assistant', 'student'] as const;
export type ClassRole = (typeof classRoles)[number];

export const membershipStates = ['active', 'left', 'removed'] as const;
export type MembershipState = (typeof membershipStates)[number];

/** What a question of permission in a class is about. */
export interface InClass {
  /** What the actor is there; null for whoever is no member now. */
  readonly role: ClassRole | null;
  readonly isArchived: boolean;
  /** True once what it held is deleted: it is archived, and stays so. */
  readonly isErased: boolean;
}

/** One of its people, seen by the actor. */
export interface AboutMember extends InClass {
  readonly isSelf: boolean;
  readonly theirs: { readonly role: ClassRole; readonly state: MembershipState };
  /** True where nobody else instructs. */
  readonly isLastInstructor: boolean;
}

const isOf =
  (...roles: readonly ClassRole[]) =>
  ({ role }: InClass): boolean =>
    role !== null && roles.includes(role);
const isStaffOf = isOf('instructor', 'assistant');
const instructs = isOf('instructor');

/** Each ability in a class and who has it. What is archived is only read, and left. */
export const classRules = {
  see: isOf(...classRoles),
  /** The list of people, with what they are. */
  'see-people': (about: InClass) => isStaffOf(about) && !about.isErased,
  /** What one of its students sees of it, to read alone. */
  'view-as': (about: InClass) => isStaffOf(about) && !about.isErased,
  /** Its name, its description, its time zone. */
  change: (about: InClass) => instructs(about) && !about.isArchived,
  /** The code by which others come in. */
  invite: (about: InClass) => isStaffOf(about) && !about.isArchived,
  archive: (about: InClass) => instructs(about) && !about.isErased,
  /** Say until when it keeps what its students write and get. */
  retain: (about: InClass) => instructs(about) && !about.isErased,
  /** Found another with what it was set, and nobody's notes. */
  copy: instructs,
  /** Groups of its students, and who is in which. */
  group: (about: InClass) => isStaffOf(about) && !about.isArchived,
  /** Set what the class is to read and write. */
  assign: (about: InClass) => instructs(about) && !about.isArchived,
} as const satisfies Record<string, (about: InClass) => boolean>;
export type ClassAbility = keyof typeof classRules;

/** Each ability over one member. A class is never left without an instructor. */
export const memberRules = {
  /** Make another of them, or let them back in who were removed. Who left comes back by themselves. */
  appoint: (about: AboutMember) =>
    instructs(about) &&
    !about.isArchived &&
    about.theirs.state !== 'left' &&
    !about.isLastInstructor,
  remove: (about: AboutMember) =>
    !about.isSelf &&
    !about.isErased &&
    about.theirs.state === 'active' &&
    (instructs(about) || (isStaffOf(about) && about.theirs.role === 'student')),
  /** Make a link by which a student comes into this class, who cannot sign in. */
  'sign-in': (about: AboutMember) =>
    isStaffOf(about) &&
    !about.isArchived &&
    !about.isSelf &&
    about.theirs.role === 'student' &&
    about.theirs.state === 'active',
  leave: (about: AboutMember) =>
    about.isSelf && about.theirs.state === 'active' && !about.isLastInstructor,
} as const satisfies Record<string, (about: AboutMember) => boolean>;
export type MemberAbility = keyof typeof memberRules;

export function classAbilities(
  about: InClass,
): Readonly<Record<Exclude<ClassAbility, 'see'>, boolean>> {
  return {
    'see-people': classRules['see-people'](about),
    'view-as': classRules['view-as'](about),
    change: classRules.change(about),
    invite: classRules.invite(about),
    archive: classRules.archive(about),
    retain: classRules.retain(about),
    copy: classRules.copy(about),
    group: classRules.group(about),
    assign: classRules.assign(about),
  };
}

export function memberAbilities(about: AboutMember): Readonly<Record<MemberAbility, boolean>> {
  return {
    appoint: memberRules.appoint(about),
    remove: memberRules.remove(about),
    'sign-in': memberRules['sign-in'](about),
    leave: memberRules.leave(about),
  };
}
