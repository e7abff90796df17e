import type { ClassRole, MembershipState } from './class-rules.ts';

/** Why a line of a roster does nothing. */
export const rosterProblems = [
  'line-malformed',
  'address-missing',
  'address-malformed',
  'name-malformed',
  'role-unknown',
  'group-malformed',
  'said-before',
  'two-groups',
  'two-roles',
  'group-of-staff',
  'not-yours',
  'last-instructor',
  'declined',
  'class-full',
  'groups-too-many',
  'invitations-too-many',
] as const;
export type RosterProblem = (typeof rosterProblems)[number];

/** What becomes of the person of a line. */
export const rosterActs = ['nothing', 'change', 'return', 'invite', 'wait', 'revise'] as const;
export type RosterAct = (typeof rosterActs)[number];

/** A line as it was read. */
export interface RosterLine {
  /** In the file, from 1. */
  readonly line: number;
  readonly email: string;
  /** What addresses are compared by. */
  readonly key: string;
  readonly name: string;
  /** Null: it says none. */
  readonly role: ClassRole | null;
  readonly group: string | null;
  readonly problem: RosterProblem | null;
}

/** What somebody is in the class; the group by its name. */
export interface RosterPlace {
  readonly role: ClassRole;
  readonly group: string | null;
}

export interface RosterMember extends RosterPlace {
  readonly id: string;
  readonly state: MembershipState;
}

export interface RosterInvited extends RosterPlace {
  readonly state: 'waiting' | 'declined';
}

/** The class before a roster is carried out. */
export interface RosterClass {
  /** What the one who brings it is there. */
  readonly role: ClassRole;
  readonly members: ReadonlyMap<string, RosterMember>;
  readonly invited: ReadonlyMap<string, RosterInvited>;
  readonly groups: readonly string[];
  readonly instructors: number;
  /** How many people, groups and letters there is room for yet. */
  readonly room: { readonly people: number; readonly groups: number; readonly invitations: number };
}

export interface PlannedLine extends RosterLine {
  /** Null where it does nothing, for the problem that it has. */
  readonly act: RosterAct | null;
  readonly is: RosterPlace | null;
  readonly becomes: RosterPlace | null;
}

const same = (name: string): string => name.toLowerCase();

/** Lines of one address: all of them are wrong where they contradict each other, else all but the first. */
function conflict(line: RosterLine, all: readonly RosterLine[]): RosterProblem | null {
  const distinct = (words: readonly (string | null)[]) => new Set(words).size;
  if (distinct(all.map(({ group }) => (group === null ? null : same(group)))) > 1)
    return 'two-groups';
  if (distinct(all.map(({ role }) => role)) > 1) return 'two-roles';
  return line === all[0] ? null : 'said-before';
}

const isSame = (one: RosterPlace, other: RosterPlace): boolean =>
  one.role === other.role && one.group === other.group;

/** What a roster would do, line by line: carried out, it does this and nothing else. */
export function planRoster(
  lines: readonly RosterLine[],
  before: RosterClass,
): readonly PlannedLine[] {
  const byKey = new Map<string, RosterLine[]>();
  for (const line of lines)
    if (line.problem === null) byKey.set(line.key, [...(byKey.get(line.key) ?? []), line]);
  const groups = new Map(before.groups.map((name) => [same(name), name]));
  const room = { ...before.room };
  let { instructors } = before;

  function plan(line: RosterLine): Omit<PlannedLine, keyof RosterLine> | RosterProblem {
    const problem = line.problem ?? conflict(line, byKey.get(line.key) ?? []);
    if (problem !== null) return problem;
    const member = before.members.get(line.key);
    const invited = before.invited.get(line.key);
    const stays = member !== undefined && member.state !== 'left' ? member : undefined;
    const is = stays ?? invited ?? null;
    const role = line.role ?? is?.role ?? 'student';
    if (line.group !== null && role !== 'student') return 'group-of-staff';
    const group =
      line.group === null ? (is?.group ?? null) : (groups.get(same(line.group)) ?? line.group);
    const becomes = { role, group: role === 'student' ? group : null };
    const act = actOf(stays, invited, becomes);
    if (act === null) return 'declined';
    const found = { act, is: is === null ? null : { role: is.role, group: is.group }, becomes };
    if (act === 'nothing' || act === 'wait') return found;
    const isOfStudent = role === 'student' && (is === null || is.role === 'student');
    if (before.role !== 'instructor' && (!isOfStudent || act === 'return')) return 'not-yours';
    const isDemoted =
      stays?.state === 'active' && stays.role === 'instructor' && role !== 'instructor';
    if (isDemoted && instructors === 1) return 'last-instructor';
    const isNew = act === 'invite' || act === 'return';
    if (isNew && room.people === 0) return 'class-full';
    if (act === 'invite' && room.invitations === 0) return 'invitations-too-many';
    const isNewGroup = becomes.group !== null && !groups.has(same(becomes.group));
    if (isNewGroup && room.groups === 0) return 'groups-too-many';
    if (isNew) room.people -= 1;
    if (act === 'invite') room.invitations -= 1;
    if (isNewGroup) room.groups -= 1;
    if (becomes.group !== null && isNewGroup) groups.set(same(becomes.group), becomes.group);
    if (isDemoted) instructors -= 1;
    if (role === 'instructor' && stays?.state === 'active' && stays.role !== 'instructor')
      instructors += 1;
    return found;
  }

  return lines.map((line) => {
    const planned = plan(line);
    return typeof planned === 'string'
      ? { ...line, problem: planned, act: null, is: null, becomes: null }
      : { ...line, ...planned };
  });
}

function actOf(
  member: RosterMember | undefined,
  invited: RosterInvited | undefined,
  becomes: RosterPlace,
): RosterAct | null {
  if (member?.state === 'removed') return 'return';
  if (member !== undefined) return isSame(member, becomes) ? 'nothing' : 'change';
  if (invited === undefined) return 'invite';
  // Whoever said no is not asked again.
  if (invited.state === 'declined') return null;
  return isSame(invited, becomes) ? 'wait' : 'revise';
}
