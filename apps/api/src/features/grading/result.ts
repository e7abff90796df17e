import type { ContestForm, OwnResult } from '@glossator/contract';
import { linesOf, type Actor, type Grade } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import { Refusal } from '../../refusal.ts';
import { requireAssignment } from '../assignments/access.ts';
import { tellContested } from '../class-news/news.ts';
import { archived } from '../classes/access.ts';
import { workAround } from '../works/text-store.ts';
import { contestsOf } from './contests-of.ts';
import type { NoteRow } from './graded.ts';
import { acceptReason } from './judge.ts';
import type { GradingDeps } from './overview.ts';
import { presentGrade } from './present.ts';
import { insertContest, markSeen, resultsOfStudent } from './result-statements.ts';
import { lockAssignment, studentNotes } from './statements.ts';

interface ResultRow extends Record<string, unknown> {
  readonly id: string;
  readonly grade: Grade;
  readonly comment: string;
  readonly released: string;
  readonly seen: string | null;
  readonly ended: string | null;
  readonly by: 'undone' | 'replaced' | null;
}

const resultsOf = (db: Db, id: string, personId: string): Promise<ResultRow[]> =>
  db.rows<ResultRow>(resultsOfStudent, [id, personId]);

/** One's own result. That it was sent is kept: who takes a release back is told who has read it. */
export async function readResult(
  { db, texts }: GradingDeps,
  actor: Actor,
  id: string,
): Promise<OwnResult> {
  const seen = await requireAssignment(db, actor, id, 'take-part');
  const rows = await resultsOf(db, id, seen.personId);
  const now = rows.find(({ ended }) => ended === null);
  if (now !== undefined) await db.rows(markSeen, [now.id]);
  const { structure } = await workAround(texts, seen.work);
  const values = [id, [seen.personId], seen.rule.leastLength];
  const notes = now === undefined ? [] : await db.rows<NoteRow>(studentNotes, values);
  const earlier = rows.flatMap(({ grade, released, seen: read, ended, by }) =>
    read === null || ended === null || by === null
      ? []
      : [{ released, total: grade.total, of: grade.of, ended, by }],
  );
  return {
    result:
      now === undefined
        ? null
        : {
            released: now.released,
            grade: presentGrade(now.grade, structure, notes),
            comment: now.comment,
          },
    earlier,
    contests: await contestsOf(db, id, seen.personId),
    abilities: { contest: now !== undefined && seen.archived === null },
  };
}

/** Contests one line of what one was told. */
export async function contestLine(
  deps: GradingDeps,
  actor: Actor,
  id: string,
  { line, words }: ContestForm,
): Promise<OwnResult> {
  const seen = await requireAssignment(deps.db, actor, id, 'take-part');
  if (seen.archived !== null) throw archived();
  const accepted = acceptReason(words, 'What you contest');
  await deps.transact(async (db) => {
    // What is contested stands: it is neither taken back nor replaced meanwhile.
    await db.rows(lockAssignment, [id]);
    const now = (await resultsOf(db, id, seen.personId)).find(({ ended }) => ended === null);
    if (now === undefined)
      throw new Refusal(
        'result-gone',
        'There is no result to contest; it may have been taken back.',
      );
    if (!linesOf(now.grade).includes(line))
      throw new Refusal('line-unknown', 'Your result has no such line; read it again.');
    const made = await db.rows(insertContest, [uuidv7(), now.id, line, accepted]);
    if (made.length === 0)
      throw new Refusal('contest-made', 'You have contested this line already.');
    await tellContested(db, id);
  });
  return readResult(deps, actor, id);
}
