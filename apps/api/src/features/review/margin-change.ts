import type { MarginChangeForm, MarginThreadView } from '@glossator/contract';
import { marginNoteRules, type Actor } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import { notFound, Refusal } from '../../refusal.ts';
import type { ReviewDeps } from './deps.ts';
import { aboutNote } from './margin.ts';
import { acceptBody, answered, hold, requireThread, type Held } from './margin-hold.ts';
import { notesIn, type NoteRow, type ThreadRow } from './margin-rows.ts';
import * as statements from './margin-statements.ts';

interface HeldNote extends Held {
  readonly thread: ThreadRow;
  readonly notes: readonly NoteRow[];
  readonly note: NoteRow;
}

/** One's own note; 404 to whoever does not see it. */
async function holdNote(db: Db, actor: Actor, commentary: string, id: string): Promise<HeldNote> {
  const held = await hold(db, actor, commentary);
  const [found] = await db.rows<{ thread: string }>(statements.threadOfNote, [id]);
  if (found === undefined) throw notFound();
  const thread = await requireThread(held, commentary, found.thread);
  const notes = await notesIn(db, [thread]);
  const note = notes.find((each) => each.id === id);
  if (note === undefined || !marginNoteRules.see(aboutNote(held.margin, note))) throw notFound();
  return { ...held, thread, notes, note };
}

function requireNoteAct({ margin, note }: HeldNote, act: 'change' | 'remove' | 'restore'): void {
  const about = aboutNote(margin, note);
  if (marginNoteRules[act](about)) return;
  if (!about.isOwn) throw new Refusal('not-allowed', 'Only whoever wrote a note changes it.');
  if (about.isTold)
    throw new Refusal(
      'state-changed',
      'Its authors were told of it: answer in the thread instead.',
    );
  if (!about.reader.isAtWork) throw new Refusal('round-closed', 'This round of review is closed.');
  throw new Refusal('state-changed', 'It was removed, or brought back, meanwhile.');
}

/** Changes a note of which nobody was told, and with the first one who is to be told. */
export async function changeNote(
  deps: ReviewDeps,
  actor: Actor,
  commentary: string,
  id: string,
  form: MarginChangeForm,
): Promise<MarginThreadView> {
  requireMember(actor);
  const body = acceptBody(form.body);
  return deps.transact(async (db) => {
    const held = await holdNote(db, actor, commentary, id);
    const { thread, notes, note, margin } = held;
    requireNoteAct(held, 'change');
    if (note.version !== form.version)
      throw new Refusal('version-stale', 'You changed this note meanwhile.', {
        version: note.version,
        body: note.body,
      });
    const { audience = thread.audience } = form;
    if (audience !== thread.audience) {
      if (note.n !== 1)
        throw new Refusal('not-allowed', 'Who is told is said of the thread as a whole.');
      // Others wrote to editors alone: it is not for one of them to tell the authors.
      if (audience === 'authors' && notes.some(({ authorId }) => authorId !== margin.personId))
        throw new Refusal('audience-wider', 'Others have answered to editors alone.');
      await db.rows(statements.setAudience, [thread.id, audience]);
    }
    if (body !== note.body) await db.rows(statements.changeNote, [id, body]);
    return answered(deps, held, commentary, thread.id);
  });
}

/** Takes a note away of which nobody was told, or brings it back. */
export async function removeNote(
  deps: ReviewDeps,
  actor: Actor,
  commentary: string,
  id: string,
  removed: boolean,
): Promise<MarginThreadView> {
  requireMember(actor);
  return deps.transact(async (db) => {
    const held = await holdNote(db, actor, commentary, id);
    if ((held.note.removed !== null) !== removed) {
      requireNoteAct(held, removed ? 'remove' : 'restore');
      await db.rows(statements.removeNote, [id, removed]);
    }
    return answered(deps, held, commentary, held.thread.id);
  });
}
