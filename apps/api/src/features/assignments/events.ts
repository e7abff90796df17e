import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import type { SeenAssignment } from './access.ts';
import { putEvent } from './statements.ts';

/** What the staff did that a student may ask about. */
export const classEvents = [
  'changed',
  'published',
  'taken-back',
  'extended',
  'extension-taken',
  'opened',
] as const;
export type ClassEvent = (typeof classEvents)[number];

/** In the transaction that did it. */
export async function logEvent(
  db: Db,
  { id, classId, personId }: Pick<SeenAssignment, 'id' | 'classId' | 'personId'>,
  what: ClassEvent,
  { about = null, detail = {} }: { readonly about?: string | null; readonly detail?: object } = {},
): Promise<void> {
  await db.rows(putEvent, [uuidv7(), classId, id, personId, about, what, detail]);
}
