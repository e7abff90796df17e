import type { WorkCircle } from '@glossator/contract';
import type { Db, Statement } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import { requireInClass } from '../classes/access.ts';

/** $1 class, $2 works that somebody reads. Index work_class_class. */
export const worksGivenTo: Statement = {
  name: 'works-given-to',
  text: 'select work_id from work_class where class_id = $1 and work_id = any($2::integer[])',
};

/** $1 work, $2 person, $3 the one class of their session. Primary keys of work_class and class_member. */
export const circleOfWork: Statement = {
  name: 'circle-of-work',
  text: `
    select w.owner_id is not distinct from $2::uuid as "isOwn",
      coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name) order by c.name, c.id)
        from work_class k join class c on c.id = k.class_id
        where k.work_id = w.id and ($3::uuid is null or k.class_id = $3)
          and (w.owner_id = $2 or exists (select from class_member m
            where m.class_id = k.class_id and m.person_id = $2 and m.state = 'active'))), '[]') as classes
    from work w where w.id = $1`,
};

/** Of the works that somebody reads though they are not public, those which a class of theirs reads. */
export async function worksReadIn(
  db: Db,
  { actor, works }: Pick<Viewer, 'actor' | 'works'>,
  classId: string,
): Promise<readonly number[]> {
  await requireInClass(db, actor, classId, 'see');
  const rows = await db.rows<{ work_id: number }>(worksGivenTo, [classId, works]);
  return rows.map(({ work_id: id }) => id);
}

/** Who reads a work that is not public, as far as a reader of it knows: its owner, and classes of theirs. */
export async function circleAround(
  db: Db,
  { personId, within }: Viewer['actor'],
  workId: number,
): Promise<WorkCircle> {
  const [row] = await db.rows<WorkCircle & Record<string, unknown>>(circleOfWork, [
    ...[workId, personId, within ?? null],
  ]);
  return row ?? { isOwn: false, classes: [] };
}
