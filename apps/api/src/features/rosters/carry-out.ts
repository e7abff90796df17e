import { limits, type RosterDone } from '@glossator/contract';
import type { PlannedLine, RosterAct, RosterPlace } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import { makeToken } from '../../one-time-token.ts';
import { Refusal } from '../../refusal.ts';
import { archived, requireInClass } from '../classes/access.ts';
import { holdClass } from '../classes/classes.ts';
import { makeGroups, moveToGroups } from '../classes/groups.ts';
import { planFor, type Plan } from './plan.ts';
import { requireRoster, type Bringer, type RosterDeps } from './service.ts';
import * as statements from './statements.ts';

type Carried = PlannedLine & { readonly becomes: RosterPlace };

const of = ({ lines }: Plan, ...acts: readonly RosterAct[]): Carried[] =>
  lines.flatMap((line) =>
    line.act !== null && line.becomes !== null && acts.includes(line.act)
      ? [{ ...line, becomes: line.becomes }]
      : [],
  );

/** A group for each line by its name; null for none. */
type GroupOf = (line: Carried) => string | null;

async function invite(
  { outbox }: RosterDeps,
  db: Db,
  id: string,
  { locale }: Bringer,
  personId: string,
  lines: readonly Carried[],
  groupOf: GroupOf,
): Promise<void> {
  const letters = lines.map((line) => ({ ...line, id: uuidv7(), secret: makeToken() }));
  await db.rows(statements.invite, [
    id,
    personId,
    limits.invitationDays,
    letters.map((each) => each.id),
    letters.map(({ email }) => email),
    letters.map(({ key }) => key),
    letters.map(({ name }) => name),
    letters.map(({ becomes }) => becomes.role),
    letters.map(groupOf),
    letters.map(({ secret }) => secret.hash),
  ]);
  // To everybody alike: a letter does not say whether its address has an account, nor does its absence.
  for (const { email, key, secret } of letters)
    await outbox.post(db, {
      kind: 'class-invitation',
      to: { email, key },
      locale,
      path: `/classes/invitation?token=${secret.token}`,
    });
}

async function place(
  db: Db,
  id: string,
  { members }: Plan,
  lines: readonly Carried[],
  groupOf: GroupOf,
): Promise<void> {
  const placed = lines.map((line) => ({
    person: members.get(line.key)?.id ?? '',
    role: line.becomes.role,
    group: groupOf(line),
  }));
  await db.rows(statements.placeMembers, [
    id,
    placed.map(({ person }) => person),
    placed.map(({ role }) => role),
  ]);
  const out = placed.filter(({ group }) => group === null);
  await db.rows(statements.takeOutOfGroups, [id, out.map(({ person }) => person)]);
  await moveToGroups(
    db,
    id,
    placed.flatMap(({ person, group }) => (group === null ? [] : [[person, group] as const])),
  );
}

/**
 * Does what the plan says that was shown, with the class held. Where anything of it would be otherwise
 * by now nothing is done, and the roster says what.
 */
export async function confirmRoster(
  deps: RosterDeps,
  by: Bringer,
  id: string,
  roster: string,
  shown: string,
): Promise<RosterDone> {
  return deps.transact(async (db) => {
    await holdClass(db, id);
    const seen = await requireInClass(db, by.actor, id, 'invite');
    if (seen.archived !== null) throw archived();
    const { lines } = await requireRoster(db, id, roster, seen.personId);
    const plan = await planFor(db, id, seen, lines);
    if (plan.digest !== shown)
      throw new Refusal('roster-changed', 'The class has changed since this was shown.');
    const groups = new Map([...plan.groups, ...(await makeGroups(db, id, plan.newGroups))]);
    const groupOf: GroupOf = ({ becomes }) =>
      becomes.group === null ? null : (groups.get(becomes.group) ?? null);
    const [invited, revised] = [of(plan, 'invite'), of(plan, 'revise')];
    const [changed, returned] = [of(plan, 'change'), of(plan, 'return')];
    await place(db, id, plan, [...changed, ...returned], groupOf);
    await db.rows(statements.reviseInvitations, [
      id,
      revised.map(({ key }) => key),
      revised.map(({ becomes }) => becomes.role),
      revised.map(groupOf),
    ]);
    await invite(deps, db, id, by, seen.personId, invited, groupOf);
    await db.rows(statements.dropRoster, [roster, id, seen.personId]);
    return {
      invited: invited.length,
      changed: changed.length + revised.length,
      returned: returned.length,
    };
  });
}
