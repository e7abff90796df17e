import type { Db } from '../../db/client.ts';
import type { Statement } from '../../db/client.ts';

/*
 * $1 person. Their staff may go on showing what they got: the points and the name they had then. What
 * was judged, said and contested goes, and with it what was told and is no more.
 */
const statements: readonly Statement[] = [
  { name: 'grade-erase', text: 'delete from grade where person_id = $1' },
  {
    name: 'grade-results-erase-ended',
    text: 'delete from grade_result where person_id = $1 and ended_at is not null',
  },
  {
    name: 'grade-contests-erase',
    text: `
      delete from grade_contest c using grade_result r
      where r.person_id = $1 and c.result_id = r.id`,
  },
  {
    name: 'grade-results-erase',
    text: `
      update grade_result set comment = '', mail_at = null, grade = jsonb_build_object(
        'count', null, 'rubric', null, 'override', null, 'computed', grade->'total',
        'total', grade->'total', 'of', grade->'of')
      where person_id = $1`,
  },
];

export async function eraseGrades(db: Db, personId: string): Promise<void> {
  for (const statement of statements) await db.rows(statement, [personId]);
}
