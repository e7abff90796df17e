import type { AnnotationView } from '@glossator/contract';
import { Refusal } from '../../refusal.ts';
import { memberId, permitted, type AnnotationDeps } from './access.ts';
import type { Reader } from './repository.ts';
import { readAnnotation } from './service.ts';
import { insertMark, removeMark } from './useful-statements.ts';

/** Says that a note was useful to the reader, or takes that back; the same again changes nothing. */
export async function markUseful(
  deps: AnnotationDeps,
  reader: Reader,
  id: string,
  useful: boolean,
): Promise<AnnotationView> {
  await permitted(deps, reader, id, 'mark-useful');
  await deps.db.rows(useful ? insertMark : removeMark, [id, memberId(reader.actor)]);
  const note = await readAnnotation(deps, reader, id);
  if (note.marked !== useful)
    throw new Refusal('state-changed', 'The note has changed meanwhile; look at it again.');
  return note;
}
