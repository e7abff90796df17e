import { limits, type JudgeForm, type StudentWork } from '@glossator/contract';
import { judgeBy, type JudgedCriterion, type Override } from '@glossator/domain';
import { acceptText } from '../../text-input.ts';
import type { Viewer } from '../../plugins/session.ts';
import { Refusal } from '../../refusal.ts';
import { requireAssignment } from '../assignments/access.ts';
import type { GradedStudent, Grading } from './graded.ts';
import { studentIn } from './names.ts';
import { stale, studentsOf, tellEvents, type GradingDeps } from './overview.ts';
import * as statements from './statements.ts';
import { readStudentWork } from './student-work.ts';

export const acceptReason = (words: string, field: string): string =>
  acceptText(words.trim(), { field, max: limits.reasonLength });

/** Points that are set: no more than could be got. */
export function requireWithin(hundredths: number, of: number): void {
  if (hundredths > of)
    throw new Refusal('points-outside', `At most ${String(of / 100)} points can be got here.`, of);
}

/** The copy they are judged by: the one they have, unless the newer one is asked for. */
function criteriaFor(
  { row }: GradedStudent,
  { rubric }: Grading,
  { chosen, newRubric }: JudgeForm,
): readonly JudgedCriterion[] | null {
  const by = newRubric ? rubric : (row.criteria ?? rubric);
  if (by === null) return null;
  if (row.criteria === null && chosen.every((each) => each === null)) return null;
  return judgeBy(by, chosen);
}

function acceptOverride({ override }: JudgeForm): Override | null {
  if (override === null) return null;
  return { ...override, reason: acceptReason(override.reason, 'The reason') };
}

const isSame = (one: Override | null, other: Override | null): boolean =>
  one?.hundredths === other?.hundredths && one?.reason === other?.reason;

/** Judges the work of one student. What was told to them stays until it is released anew. */
export async function judgeStudent(
  deps: GradingDeps,
  viewer: Viewer,
  id: string,
  key: string,
  form: JudgeForm,
): Promise<StudentWork> {
  const seen = await requireAssignment(deps.db, viewer.actor, id, 'grade');
  const override = acceptOverride(form);
  const words = form.comment.trim();
  const comment =
    words === '' ? '' : acceptText(words, { field: 'The comment', max: limits.noteLength });
  const { named, grading, students } = await studentsOf(deps.db, seen);
  const student = studentIn(students, key, named);
  const { row } = student;
  if (!row.present)
    throw new Refusal('not-allowed', 'They are not in the class any more; nothing is changed.');
  const criteria = criteriaFor(student, grading, form);
  if (override !== null) requireWithin(override.hundredths, student.grade.of);
  await deps.transact(async (db) => {
    const changed = await db.rows(statements.judgeStudent, [
      id,
      row.id,
      criteria === null ? null : JSON.stringify(criteria),
      override?.hundredths ?? null,
      override?.reason ?? '',
      comment,
      form.version,
    ]);
    if (changed.length === 0) throw stale();
    const before = row.setTo === null ? null : { hundredths: row.setTo, reason: row.setFor ?? '' };
    if (!isSame(before, override))
      await tellEvents(db, id, seen.personId, [row.id], 'points-set', {
        before,
        after: override,
        computed: student.grade.computed,
      });
  });
  return readStudentWork(deps, viewer, id, key);
}
