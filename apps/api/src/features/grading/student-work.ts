import type { StudentWork } from '@glossator/contract';
import { isOfRubric, type Grade } from '@glossator/domain';
import type { Viewer } from '../../plugins/session.ts';
import { readThreads } from '../annotations/threads.ts';
import { requireAssignment, type SeenAssignment } from '../assignments/access.ts';
import { workAround, type Structure } from '../works/text-store.ts';
import { contestsOf } from './contests-of.ts';
import type { NoteRow } from './graded.ts';
import { shownAs, studentIn } from './names.ts';
import { abilitiesOf, headOf, studentsOf, type GradingDeps } from './overview.ts';
import { presentGrade } from './present.ts';

/** The threads of some notes in the order of the text, older first on one clause. */
function threadsInOrder(notes: readonly NoteRow[], structure: Structure): string[] {
  const place = (uid: string): number => structure.byUid.get(uid)?.ord ?? Number.MAX_SAFE_INTEGER;
  const sorted = notes.toSorted((one, other) => place(one.from) - place(other.from));
  return [...new Set(sorted.map(({ thread }) => thread))];
}

/** More time is given by name: beside a pseudonym its end would tell whose it is. */
const timesOfAll = (grade: Grade, { times }: SeenAssignment): Grade => ({
  ...grade,
  count: grade.count === null ? null : { ...grade.count, times },
});

/** Everything that one student wrote in an assignment, and what they would get for it. */
export async function readStudentWork(
  { db, texts }: GradingDeps,
  viewer: Viewer,
  id: string,
  key: string,
): Promise<StudentWork> {
  const seen = await requireAssignment(db, viewer.actor, id, 'see-board');
  const { named, grading, students } = await studentsOf(db, seen);
  const found = studentIn(students, key, named);
  const { row, notes, grade, state } = found;
  const { structure } = await workAround(texts, seen.work);
  const position = students.indexOf(found);
  const keyAt = (n: number): string | null => {
    const other = students[n];
    return other === undefined ? null : shownAs(other.row, named).student;
  };
  return {
    ...headOf(seen, named),
    ...shownAs(row, named),
    before: keyAt(position - 1),
    after: keyAt(position + 1),
    position: position + 1,
    of: students.length,
    work: seen.work,
    state,
    grade: presentGrade(named ? grade : timesOfAll(grade, seen), structure, notes),
    told:
      row.told === null || row.released === null
        ? null
        : { at: row.released, seen: row.seen, total: row.told.total, of: row.told.of },
    rubricChanged:
      grading.rubric !== null && row.criteria !== null && !isOfRubric(row.criteria, grading.rubric),
    comment: row.comment,
    version: row.version,
    threads: await readThreads(db, viewer, structure, threadsInOrder(notes, structure)),
    contests: await contestsOf(db, id, row.id),
    abilities: abilitiesOf(seen),
  };
}
