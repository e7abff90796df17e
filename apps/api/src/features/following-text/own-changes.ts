import {
  limits,
  type TextChangeAnswer,
  type TextChangePage,
  type TextChangeView,
} from '@glossator/contract';
import type { Outcome } from '@glossator/document';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db, Transact } from '../../db/client.ts';
import { ends } from '../../db/instant.ts';
import { requireMember } from '../../permission.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import {
  answerFate,
  confirmedPlaces,
  confirmLoci,
  fateToAnswer,
  openChanges,
  readTexts,
} from './own-statements.ts';
import { followThreads } from './statements.ts';

type ChangeRow = TextChangeView & {
  readonly created: string;
  readonly version_id: number;
} & Record<string, unknown>;

/** Notes of one's own under which the text changed, newest first: theirs alone to read and to answer. */
export async function listChanges(
  db: Db,
  { actor }: Pick<Viewer, 'actor'>,
  cursor: string | undefined,
  limit: number = limits.pageSize,
): Promise<TextChangePage> {
  const personId = requireMember(actor);
  const [created, id, last] = readCursor(cursor, 'instant', 'uuid', 'number') ?? [
    ends.lastInstant,
    ends.lastUuid,
    2 ** 31 - 1,
  ];
  // Whoever reads the list has been told.
  if (cursor === undefined) await db.rows(readTexts, [personId, 'infinity']);
  return pageOf(
    await db.rows<ChangeRow>(openChanges, [personId, created, id, last, limit + 1]),
    limit,
    ({ created: _, version_id: __, ...row }) => row,
    (end) => writeCursor(end.created, end.thread, end.version_id),
  );
}

interface Asked extends Record<string, unknown> {
  readonly version: number;
  readonly outcome: Outcome;
  readonly answer: string;
  readonly kind: string;
}

const isPossible = (answer: TextChangeAnswer['answer'], outcome: Outcome): boolean =>
  answer === 'kept' ||
  (answer === 'stands' && outcome === 'marked') ||
  (answer === 'accepted' && outcome === 'proposed');

/** What was said of words now holds of those that stand there; they become what the thread points at. */
async function confirm(db: Db, thread: string, { version, outcome, kind }: Asked): Promise<void> {
  for (const statement of confirmLoci) await db.rows(statement, [thread, version]);
  const [place] = await db.rows<{ uids: string[] | null }>(confirmedPlaces, [thread, version]);
  const places = place?.uids ?? [];
  const [from] = places;
  // A hinge stands where its two sides stand; marked words were followed when they were found.
  if (from === undefined || outcome !== 'proposed' || kind === 'hinge') return;
  const move = { thread, kind, from, to: places.at(-1) ?? from, places };
  await db.rows(followThreads, [JSON.stringify([move])]);
}

/** 404 for everybody but its author, who alone knows of it. */
export const answerChange = (
  transact: Transact,
  { actor }: Pick<Viewer, 'actor'>,
  { thread, edition, version, answer }: TextChangeAnswer,
): Promise<void> => {
  const personId = requireMember(actor);
  return transact(async (db) => {
    const [asked] = await db.rows<Asked>(fateToAnswer, [personId, thread, edition, version]);
    if (asked === undefined) throw notFound();
    // Sent twice, it is answered once.
    if (asked.answer === answer) return;
    if (asked.answer !== 'none' || !isPossible(answer, asked.outcome))
      throw new Refusal(
        'state-changed',
        'This note has been answered for, or the text has changed again. Look at it once more.',
      );
    if (answer !== 'kept') await confirm(db, thread, asked);
    await db.rows(answerFate, [thread, asked.version, answer]);
  });
};
