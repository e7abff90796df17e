import type { Done, ExtensionForm, Extensions, ExtensionView } from '@glossator/contract';
import { extensionError, type Actor, type ExtensionError } from '@glossator/domain';
import { notFound, Refusal } from '../../refusal.ts';
import { forgetExtension, tellExtended } from '../class-news/news.ts';
import { membershipOf } from '../classes/access.ts';
import { requireWithinKeep } from '../retention/keep.ts';
import { acceptMoment } from './accept.ts';
import { requireAssignment } from './access.ts';
import type { AssignmentDeps } from './assignments.ts';
import { logEvent } from './events.ts';
import { dropExtension, extensionsOf, putExtension } from './student-statements.ts';
import { lockAssignment } from './statements.ts';

/** By the names of those who were given them, whatever graders are told: they asked for it by name. */
export async function listExtensions(
  { db }: AssignmentDeps,
  actor: Actor,
  id: string,
): Promise<Extensions> {
  await requireAssignment(db, actor, id, 'see-board');
  const rows = await db.rows<ExtensionView & Record<string, unknown>>(extensionsOf, [id]);
  return { items: rows };
}

const codes = {
  'not-later': 'extension-not-later',
  'close-before-due': 'close-before-due',
} as const satisfies Record<ExtensionError, string>;
const sentences: Readonly<Record<ExtensionError, string>> = {
  'not-later': 'It gives no more time than all have.',
  'close-before-due': 'It would close before it is due.',
};

/** Gives one student more time, in place of what they were given before. */
export async function giveExtension(
  { transact }: AssignmentDeps,
  actor: Actor,
  id: string,
  student: string,
  { due, closes }: ExtensionForm,
): Promise<Done> {
  const given = {
    dueAt: due === null ? null : acceptMoment(due),
    closesAt: closes === null ? null : acceptMoment(closes),
  };
  return transact(async (db) => {
    await db.rows(lockAssignment, [id]);
    const seen = await requireAssignment(db, actor, id, 'extend');
    const member = await membershipOf(db, seen.classId, student);
    if (member?.state !== 'active') throw notFound();
    if (member.role !== 'student')
      throw new Refusal('not-allowed', 'Only students are given more time.');
    const wrong = extensionError(seen.times, given);
    if (wrong !== null) throw new Refusal(codes[wrong], sentences[wrong]);
    await db.rows(putExtension, [id, student, given.dueAt, given.closesAt]);
    await requireWithinKeep(db, seen.classId);
    await tellExtended(db, id, student);
    await logEvent(db, seen, 'extended', {
      about: student,
      detail: { due: given.dueAt, closes: given.closesAt },
    });
    return { done: true };
  });
}

/** What holds for all holds for them again. Twice is no error. */
export async function takeExtension(
  { transact }: AssignmentDeps,
  actor: Actor,
  id: string,
  student: string,
): Promise<Done> {
  return transact(async (db) => {
    await db.rows(lockAssignment, [id]);
    const seen = await requireAssignment(db, actor, id, 'extend');
    const gone = await db.rows(dropExtension, [id, student]);
    await forgetExtension(db, id, student);
    if (gone.length > 0) await logEvent(db, seen, 'extension-taken', { about: student });
    return { done: true };
  });
}
