import {
  limits,
  type MarginAnswerForm,
  type MarginForm,
  type MarginThreadView,
} from '@glossator/contract';
import { marginThreadRules, type Actor } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import { notFound, Refusal } from '../../refusal.ts';
import type { ReviewDeps } from './deps.ts';
import { aboutThread, type MarginOf } from './margin.ts';
import { acceptBody, answered, hold, requireThread, type Held } from './margin-hold.ts';
import type { ThreadRow } from './margin-rows.ts';
import * as statements from './margin-statements.ts';
import { acceptWords } from './margin-words.ts';
import { roundReferences } from './round-references.ts';
import { reviewersIn, type RoundRow } from './round-rows.ts';

async function requireRoom(db: Db, round: string, personId: string): Promise<void> {
  const [written] = await db.rows<{ notes: number }>(statements.notesWritten, [round, personId]);
  if ((written?.notes ?? 0) >= limits.marginNotes)
    throw new Refusal('list-full', 'There is no room for more notes of yours in this round.');
}

/** What was sent with the same form before; refused where that said something else. */
async function sentBefore(
  db: Db,
  personId: string,
  { key, body }: { readonly key: string; readonly body: string },
): Promise<string | null> {
  const [known] = await db.rows<{ thread: string; body: string }>(statements.noteByKey, [
    personId,
    key,
  ]);
  if (known === undefined) return null;
  if (known.body !== body)
    throw new Refusal('key-reused', 'This form has made a note already; send this text anew.');
  return known.thread;
}

/** The round that is written in: of those that one reads, and open. */
function requireOpen({ reader, rounds, open }: MarginOf, n: number): RoundRow {
  const round = [...rounds.values()].find((each) => each.n === n);
  if (reader.as === 'author' || reader.as === 'witness')
    throw new Refusal('not-allowed', 'Reviewers and editors write in the margins of a round.');
  if (round === undefined) throw new Refusal('not-allowed', 'Accept to review it first.');
  if (round.id !== open?.id) throw new Refusal('round-closed', 'This round of review is closed.');
  return round;
}

/** Begins a thread on a part of a round, or on words of it. */
export async function beginThread(
  deps: ReviewDeps,
  actor: Actor,
  commentary: string,
  n: number,
  form: MarginForm,
): Promise<MarginThreadView> {
  const personId = requireMember(actor);
  return deps.transact(async (db) => {
    const held = await hold(db, actor, commentary);
    const { part, margin } = held;
    if (!part.rounds.some((each) => each.n === n)) throw notFound();
    const round = requireOpen(margin, n);
    const body = acceptBody(form.body);
    const known = await sentBefore(db, personId, { key: form.key, body });
    if (known !== null) return answered(deps, held, commentary, known);
    await requireRoom(db, round.id, personId);
    const [handedIn] = await db.rows<{ revision: number; body: string }>(statements.partHandedIn, [
      round.submissionId,
      form.part,
    ]);
    if (handedIn === undefined) throw notFound();
    const { references } = await roundReferences(deps, db, part.standing, round);
    const { words: exact, prefix, suffix } = form;
    const words = acceptWords(handedIn.body, references, { exact, prefix, suffix });
    const thread = uuidv7();
    const as = margin.reader.as;
    const own = as === 'reviewer' ? await reviewersIn(db, [round]) : [];
    await db.rows(statements.addThread, [
      ...[thread, round.id, form.part, handedIn.revision],
      own.find((each) => each.personId === personId)?.id ?? null,
      form.audience,
      ...[words?.start ?? null, words?.end ?? null],
      ...[words?.exact ?? '', words?.prefix ?? '', words?.suffix ?? ''],
    ]);
    const note = [uuidv7(), thread, round.id, as, personId, body, form.key, false];
    await db.rows(statements.addNote, note);
    return answered(deps, held, commentary, thread);
  });
}

/** Authors answer once they are told; reviewers and editors while a round is open. */
export async function answerThread(
  deps: ReviewDeps,
  actor: Actor,
  commentary: string,
  thread: string,
  form: MarginAnswerForm,
): Promise<MarginThreadView> {
  const personId = requireMember(actor);
  return deps.transact(async (db) => {
    const held = await hold(db, actor, commentary);
    const { margin } = held;
    const row = await requireThread(held, commentary, thread);
    const body = acceptBody(form.body);
    const known = await sentBefore(db, personId, { key: form.key, body });
    if (known !== null) return answered(deps, held, commentary, known);
    requireThreadAct(held, row, 'answer');
    const { as } = margin.reader;
    // What authors write is told to them all; what reviewers and editors write, by the decision on the round.
    const round = margin.open?.id ?? row.roundId;
    await requireRoom(db, round, personId);
    const note = [uuidv7(), thread, round, as, personId, body, form.key, as === 'author'];
    await db.rows(statements.addNote, note);
    return answered(deps, held, commentary, thread);
  });
}

function requireThreadAct(
  { part, margin }: Held,
  row: ThreadRow,
  act: 'answer' | 'settle' | 'reopen',
): void {
  const about = aboutThread(margin, row);
  if (marginThreadRules[act](about)) return;
  if (part.standing.isRemoved)
    throw new Refusal('commentary-removed', 'The commentary was removed.');
  if (!about.reader.isAtWork && about.reader.as !== 'witness')
    throw new Refusal('round-closed', 'No round of review is open in which you take part.');
  throw new Refusal('not-allowed', 'Authors, editors and whoever began a thread write in it.');
}

/** Authors say that it is dealt with; whoever answers in it says that it is not. */
export async function settleThread(
  deps: ReviewDeps,
  actor: Actor,
  commentary: string,
  thread: string,
  settled: boolean,
): Promise<MarginThreadView> {
  requireMember(actor);
  return deps.transact(async (db) => {
    const held = await hold(db, actor, commentary);
    const row = await requireThread(held, commentary, thread);
    if ((row.settled !== null) !== settled) {
      requireThreadAct(held, row, settled ? 'settle' : 'reopen');
      await db.rows(statements.settleThread, [thread, settled]);
    }
    return answered(deps, held, commentary, thread);
  });
}
