import {
  limits,
  type NewSanction,
  type SanctionPage,
  type SanctionRecord,
} from '@glossator/contract';
import {
  firstSanctionState,
  nextSanctionState,
  sanctionRules,
  type Actor,
  type SanctionKind,
} from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import { makeToken } from '../../one-time-token.ts';
import { requireMember, requireModerator } from '../../permission.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';
import { endSessionsOf } from '../sessions/service.ts';
import { everyone, requireWork } from '../works/text-store.ts';
import type { SanctionDeps } from './deps.ts';
import { recordByStaff } from './record-decision.ts';
import { presentRecord, presentSanction, sanctioningOf } from './presenter.ts';
import {
  countSanctionsOf,
  dropSanctionWords,
  insertSanction,
  lockJudged,
  lockSanction,
  oneSanction,
  openSanctionsOf,
  sanctionByKey,
  sanctionsBefore,
  writeAnswer,
  writeLifted,
  writeRead,
  type JudgedRow,
  type SanctionRow,
} from './repository.ts';
import { tellGiven, tellLifted } from './tell.ts';

const notAllowed = (): Refusal =>
  new Refusal('not-allowed', 'You may not do this to this person here.');

export const wordsFrom = (words: string): string =>
  acceptText(words, { field: 'The explanation', max: limits.reasonLength });

/** The person, locked for whoever else judges them. */
export async function judged(db: Db, personId: string): Promise<JudgedRow> {
  const person = await lockJudged(db, personId);
  if (person === null) throw notFound();
  return person;
}

export const known = async (db: Db, id: string): Promise<SanctionRow> => {
  const row = await oneSanction(db, id);
  if (row === null) throw notFound();
  return row;
};

async function workIdOf({ texts }: SanctionDeps, slug: string | null): Promise<number | null> {
  if (slug === null) return null;
  const work = await requireWork(texts, slug, everyone);
  return work.id;
}

/** Two of a kind for the same place say nothing more; one that should last longer replaces the other. */
async function checkNoneStands(
  db: Db,
  personId: string,
  kind: SanctionKind,
  workId: number | null,
): Promise<void> {
  if (kind === 'warning') return;
  const open = await openSanctionsOf(db, personId);
  if (open.some((each) => each.kind === kind && each.workId === workId))
    throw new Refusal(
      'sanction-stands',
      'One like it is in force already; lift that one before you give another.',
    );
}

/** Warns, mutes or bans somebody, and tells them why. The same key again gives nothing more. */
export async function giveSanction(
  deps: SanctionDeps,
  actor: Actor,
  personId: string,
  input: NewSanction,
): Promise<{ view: SanctionRecord; isNew: boolean }> {
  const giverId = requireModerator(actor);
  const words = wordsFrom(input.words);
  const workId = await workIdOf(deps, input.work);
  const { kind, reason, key } = input;
  const { token, hash } = makeToken();
  return deps.transact(async (db) => {
    const person = await judged(db, personId);
    const about = { personId: person.id, roles: person.roles };
    if (!sanctionRules.give(actor, { kind, workId, person: about })) throw notAllowed();
    const earlier = await sanctionByKey(db, giverId, key);
    if (earlier !== null) {
      if (earlier.person_id !== personId || earlier.kind !== kind)
        throw new Refusal('key-reused', 'This form has been used already; open it again.');
      return { view: presentRecord(await known(db, earlier.id), actor, about), isNew: false };
    }
    await checkNoneStands(db, personId, kind, workId);
    const id = uuidv7();
    await insertSanction(db, {
      ...{ id, personId, kind, workId, reason, words, key },
      givenBy: giverId,
      days: kind === 'warning' ? null : input.days,
      state: firstSanctionState[kind],
      linkHash: hash,
    });
    // What still knows one of them by name finds no session, and a new one is not opened.
    if (kind === 'ban') await endSessionsOf(db, personId);
    const row = await known(db, id);
    await tellGiven(deps, db, person, row, token);
    await recordByStaff(db, row, actor, {
      action: recorded[kind],
      before: '',
      after: row.state,
      words,
    });
    return { view: presentRecord(row, actor, about), isNew: true };
  });
}

/** Ends what holds. The caller has asked whether it may. */
export async function endSanction(
  deps: SanctionDeps,
  db: Db,
  row: SanctionRow,
  person: JudgedRow,
  actorId: string,
  words: string,
): Promise<void> {
  const stored = await lockSanction(db, row.id);
  const next = stored === null || stored.ended ? null : nextSanctionState(stored.state, 'lift');
  if (next === null)
    throw new Refusal('state-changed', 'It does not hold any more; look at the record again.');
  await writeLifted(db, row.id, next, actorId, words);
  await tellLifted(deps, db, person, row, words);
}

const recorded = { warning: 'warn', mute: 'mute', ban: 'ban' } as const satisfies Record<
  SanctionKind,
  string
>;

export async function liftSanction(
  deps: SanctionDeps,
  actor: Actor,
  id: string,
  said: string,
): Promise<SanctionRecord> {
  const actorId = requireModerator(actor);
  const words = wordsFrom(said);
  const { person_id: personId } = await known(deps.db, id);
  return deps.transact(async (db) => {
    const person = await judged(db, personId);
    const about = { personId, roles: person.roles };
    const row = await known(db, id);
    if (!sanctionRules.lift(actor, sanctioningOf(row, about))) throw notAllowed();
    await endSanction(deps, db, row, person, actorId, words);
    // Nothing is left to object to.
    if (row.objection === 'open') await writeAnswer(db, id, 'overturned', actorId, words);
    const view = presentRecord(await known(db, id), actor, about);
    await recordByStaff(db, row, actor, {
      action: 'lift',
      before: row.state,
      after: 'lifted',
      words,
    });
    return view;
  });
}

/** Its person has read a warning. Another's looks like none. */
export async function readWarning({ transact }: SanctionDeps, actor: Actor, id: string) {
  const personId = requireMember(actor);
  await transact(async (db) => {
    const row = await known(db, id);
    if (row.person_id !== personId || row.kind !== 'warning') throw notFound();
    const stored = await lockSanction(db, id);
    // Read already, in another window.
    if (stored?.state === 'read') return;
    const next = stored === null ? null : nextSanctionState(stored.state, 'read');
    if (next === null) throw new Refusal('state-changed', 'This warning was lifted meanwhile.');
    await writeRead(db, id, next);
  });
}

/** What one was given, newest first. */
export async function listOwnSanctions(
  { db }: Pick<SanctionDeps, 'db'>,
  actor: Actor,
  cursor: string | undefined,
  limit: number = limits.pageSize,
): Promise<SanctionPage> {
  const personId = requireMember(actor);
  const place = readCursor(cursor, 'instant', 'uuid');
  const before = place === null ? null : { at: place[0], id: place[1] };
  return pageOf(
    await sanctionsBefore(db, personId, before, limit + 1, { all: true, works: [] }),
    limit,
    presentSanction,
    (last) => writeCursor(last.given, last.id),
  );
}

export const eraseSanctions = dropSanctionWords;
export const countSanctions = countSanctionsOf;
