import type { AnswerForm, StudentWork } from '@glossator/contract';
import type { Grade } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import { Refusal } from '../../refusal.ts';
import { requireAssignment } from '../assignments/access.ts';
import { settleContested, tellAnswered } from '../class-news/news.ts';
import type { GradedStudent } from './graded.ts';
import { studentIn } from './names.ts';
import { acceptReason, requireWithin } from './judge.ts';
import { studentsOf, tellEvents, type GradingDeps } from './overview.ts';
import { tellResults } from './release.ts';
import { answerContest } from './result-statements.ts';
import { lockAssignment, setPoints } from './statements.ts';
import { readStudentWork } from './student-work.ts';

/** Sets the points anew, and tells them: what was told before, with the points and their reason. */
async function change(
  db: Db,
  id: string,
  { row, grade }: GradedStudent,
  hundredths: number,
  reason: string,
): Promise<void> {
  requireWithin(hundredths, (row.told ?? grade).of);
  await db.rows(setPoints, [id, row.id, hundredths, reason]);
  if (row.told === null) return;
  const told: Grade = { ...row.told, override: { hundredths, reason }, total: hundredths };
  const comment = row.toldComment ?? '';
  await tellResults(db, id, [{ row: { ...row, comment }, grade: told }], 'contested');
}

/** Answers a student who contests a line: it stands, or the points are set anew. */
export async function answerLine(
  deps: GradingDeps,
  viewer: Viewer,
  id: string,
  key: string,
  contest: string,
  { answer, words, hundredths }: AnswerForm,
): Promise<StudentWork> {
  const seen = await requireAssignment(deps.db, viewer.actor, id, 'grade');
  const reason = acceptReason(words, 'The answer');
  if (answer === 'changed' && hundredths === null)
    throw new Refusal('points-outside', 'Say how many points it is now.');
  await deps.transact(async (db) => {
    await db.rows(lockAssignment, [id]);
    const { named, students } = await studentsOf(db, seen);
    const student = studentIn(students, key, named);
    const values = [id, student.row.id, contest, answer, reason];
    const [answered] = await db.rows<{ line: string }>(answerContest, values);
    if (answered === undefined)
      throw new Refusal('contest-answered', 'Somebody has answered this already; read it again.');
    if (answer === 'changed' && hundredths !== null)
      await change(db, id, student, hundredths, reason);
    if (answer === 'stands') await tellAnswered(db, id, student.row.id);
    await settleContested(db, id);
    const before = student.row.told?.total ?? null;
    await tellEvents(db, id, seen.personId, [student.row.id], 'contest-answered', {
      line: answered.line,
      answer,
      before,
      after: answer === 'changed' ? hundredths : before,
    });
  });
  return readStudentWork(deps, viewer, id, key);
}
