import { createHash } from 'node:crypto';
import { limits } from '@glossator/contract';
import {
  planRoster,
  type ClassRole,
  type PlannedLine,
  type RosterInvited,
  type RosterLine,
  type RosterMember,
} from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { countsOf } from '../classes/classes.ts';
import { groupsOf } from '../classes/groups.ts';
import * as statements from './statements.ts';

type Row<View> = View & { readonly key: string } & Record<string, unknown>;

export interface Plan {
  readonly lines: readonly PlannedLine[];
  /** Members by the keys of their addresses. */
  readonly members: ReadonlyMap<string, RosterMember>;
  /** Groups by name, of those there are. */
  readonly groups: ReadonlyMap<string, string>;
  /** By name, those that it would make. */
  readonly newGroups: readonly string[];
  /** Stands for exactly this plan. */
  readonly digest: string;
}

/** What of a line tells whether something else would become of it. */
export const actOf = ({ act, problem, is, becomes }: PlannedLine): string =>
  JSON.stringify([act, problem, is, becomes]);

const byKey = <View>(rows: readonly Row<View>[]): ReadonlyMap<string, View> =>
  new Map(rows.map((row) => [row.key, row]));

/** What the lines would do to the class as it stands. */
export async function planFor(
  db: Db,
  id: string,
  by: { readonly personId: string; readonly role: ClassRole },
  lines: readonly RosterLine[],
): Promise<Plan> {
  // One after the other: they may share the connection of a transaction.
  const members = byKey(await db.rows<Row<RosterMember>>(statements.membersByAddress, [id]));
  const invited = byKey(await db.rows<Row<RosterInvited>>(statements.invitedOf, [id]));
  const groups = await groupsOf(db, id);
  const counts = await countsOf(db, id);
  const [sent] = await db.rows<{ sent: number }>(statements.countInvitations, [by.personId]);
  const left = (limit: number, used: number): number => Math.max(0, limit - used);
  const planned = planRoster(lines, {
    role: by.role,
    members,
    invited,
    groups: groups.map(({ name }) => name),
    instructors: counts.instructors,
    room: {
      people: left(limits.classPeople, counts.people + invited.size),
      groups: left(limits.classGroups, groups.length),
      invitations: left(limits.invitationsADay, sent?.sent ?? 0),
    },
  });
  const known = new Map(groups.map((group) => [group.name, group.id]));
  const wanted = planned.flatMap(({ becomes }) => becomes?.group ?? []);
  const digest = createHash('sha256').update(planned.map(actOf).join('\n')).digest('hex');
  return {
    lines: planned,
    members,
    groups: known,
    newGroups: [...new Set(wanted)].filter((name) => !known.has(name)),
    digest,
  };
}
