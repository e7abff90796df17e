import type { ClassSignInLink, ClassSignInView } from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import { hashToken, makeToken } from '../../one-time-token.ts';
import { Refusal } from '../../refusal.ts';
import type { AccountDeps, Origin } from '../accounts/deps.ts';
import { memberOf } from '../accounts/find-member.ts';
import { requireMayOver } from '../classes/members.ts';
import { openSession, type Opened } from '../sessions/service.ts';
import * as statements from './statements.ts';

const record = (db: Db, classId: string, who: string | null, whom: string, what: string) =>
  db.rows(statements.recordEvent, [uuidv7(), classId, who, whom, what]);

/** A link for one of the students, shown to whoever made it and good for half an hour, once. */
export async function makeLink(
  { transact, settings }: AccountDeps,
  actor: Actor,
  classId: string,
  student: string,
): Promise<ClassSignInLink> {
  const { token, hash } = makeToken();
  return transact(async (db) => {
    const personId = await requireMayOver(db, actor, classId, student, 'sign-in');
    await db.rows(statements.dropLinks, [classId, student]);
    const [made] = await db.rows<{ expires: string }>(statements.makeLink, [
      hash,
      classId,
      student,
      personId,
    ]);
    if (made === undefined)
      throw new Refusal('link-refused', 'This person signs in by themselves alone.');
    await record(db, classId, personId, student, 'sign-in-link');
    return { url: `${settings.origin.origin}/classes/sign-in?token=${token}`, ...made };
  });
}

const unusable = (): Refusal =>
  new Refusal('token-unusable', 'This link has been used, is too old, or has been replaced.');

/** Whom a link would sign in, before it is used up. */
export async function readLink({ db }: AccountDeps, token: string): Promise<ClassSignInView> {
  const [found] = await db.rows<ClassSignInView & Record<string, unknown>>(statements.linkByHash, [
    hashToken(token),
  ]);
  if (found === undefined) throw unusable();
  return found;
}

/** Opens a session for that class alone, and tells the student by mail that somebody has. */
export async function signInByLink(
  { transact, outbox }: AccountDeps,
  origin: Origin,
  token: string,
): Promise<{ readonly opened: Opened; readonly classId: string }> {
  return transact(async (db) => {
    const [spent] = await db.rows<{ classId: string; personId: string; madeBy: string | null }>(
      statements.spendLink,
      [hashToken(token)],
    );
    if (spent === undefined) throw unusable();
    const { classId, personId, madeBy } = spent;
    await record(db, classId, madeBy, personId, 'signed-in-by-link');
    // A guest has no address that is known to be theirs.
    const student = await memberOf(db, personId);
    if (student !== null)
      await outbox.post(db, {
        kind: 'class-sign-in',
        to: { email: student.email, key: student.email_key },
        locale: student.locale,
        path: '/account/sessions',
      });
    return {
      opened: await openSession(db, personId, origin, { classId, linkBy: madeBy }),
      classId,
    };
  });
}
