import type { Done, Locale, RosterMade, RosterView } from '@glossator/contract';
import type { Actor, RosterLine } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import { notFound } from '../../refusal.ts';
import { requireInClass } from '../classes/access.ts';
import type { ClassDeps } from '../classes/classes.ts';
import type { Outbox } from '../mail/service.ts';
import { actOf, planFor } from './plan.ts';
import { readRoster, type ReadRoster } from './read.ts';
import * as statements from './statements.ts';

export interface RosterDeps extends ClassDeps {
  readonly outbox: Outbox;
}

/** Whoever brings a roster; letters are in their language, for that of an address is not known. */
export interface Bringer {
  readonly actor: Actor;
  readonly locale: Locale;
}

export interface KeptRoster extends ReadRoster {
  /** What each line would have done when the file came in. */
  readonly acts: readonly string[];
}

/** Reads a file and keeps it for a day. Nothing is done yet. */
export async function openRoster(
  { db }: RosterDeps,
  actor: Actor,
  id: string,
  file: string,
): Promise<RosterMade> {
  const seen = await requireInClass(db, actor, id, 'invite');
  const { encoding, ignored, lines } = readRoster(Buffer.from(file, 'base64'));
  const plan = await planFor(db, id, seen, lines);
  const roster = uuidv7();
  await db.rows(statements.keepRoster, [
    roster,
    id,
    seen.personId,
    encoding,
    ignored,
    JSON.stringify(lines),
    JSON.stringify(plan.lines.map(actOf)),
  ]);
  return { id: roster };
}

/** One's own alone. */
export async function requireRoster(
  db: Db,
  id: string,
  roster: string,
  personId: string,
): Promise<KeptRoster> {
  const [kept] = await db.rows<KeptRoster & Record<string, unknown>>(statements.rosterOf, [
    roster,
    id,
    personId,
  ]);
  if (kept === undefined) throw notFound();
  return kept;
}

export async function readPlan(
  { db }: RosterDeps,
  actor: Actor,
  id: string,
  roster: string,
): Promise<RosterView> {
  const seen = await requireInClass(db, actor, id, 'invite');
  const { encoding, ignored, lines, acts } = await requireRoster(db, id, roster, seen.personId);
  const plan = await planFor(db, id, seen, lines satisfies readonly RosterLine[]);
  return {
    id: roster,
    encoding,
    ignored: [...ignored],
    groups: [...plan.newGroups],
    lines: plan.lines.map((each, n) => ({
      line: each.line,
      email: each.email,
      name: each.name,
      act: each.act,
      problem: each.problem,
      is: each.is,
      becomes: each.becomes,
      changed: actOf(each) !== acts[n],
    })),
    plan: plan.digest,
  };
}

export async function dropRoster(
  { db }: RosterDeps,
  actor: Actor,
  id: string,
  roster: string,
): Promise<Done> {
  const { personId } = await requireInClass(db, actor, id, 'see-people');
  if ((await db.rows(statements.dropRoster, [roster, id, personId])).length === 0) throw notFound();
  return { done: true };
}
