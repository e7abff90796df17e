import type { ViewAs as Presented } from '@glossator/contract';
import { classRules, type Actor, type ClassRole } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import type { ViewAsClaim } from '../../plugins/session.ts';
import { isOutside } from '../classes/access.ts';
import { classViewed } from './statements.ts';

/** Whose eyes a class is looked at with. */
export interface ViewAs {
  readonly class: { readonly id: string; readonly name: string };
  /** Null: one who has just come in and has written nothing. */
  readonly student: { readonly id: string; readonly name: string } | null;
  /** Whether assignments are none to them because names are not told in them yet. */
  readonly leavesOut: boolean;
}

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly name: string;
  readonly role: ClassRole;
  readonly isArchived: boolean;
  readonly isErased: boolean;
  readonly student: string | null;
  readonly studentName: string | null;
  readonly hasBlind: boolean;
}

/**
 * What a session asks to look with, as far as its person may: null where they do not teach the class (any
 * more), or where there is no such student. Asked with every request: a right that ends, ends at once.
 */
export async function findViewAs(
  db: Db,
  { actor }: { readonly actor: Actor },
  [classId, student]: ViewAsClaim,
): Promise<ViewAs | null> {
  if (actor.personId === null || isOutside(actor, classId)) return null;
  const [row] = await db.rows<Row>(classViewed, [classId, actor.personId, student]);
  if (row === undefined || !classRules['view-as'](row)) return null;
  if (student !== null && row.student === null) return null;
  return {
    class: { id: row.id, name: row.name },
    student: row.student === null ? null : { id: row.student, name: row.studentName ?? '' },
    leavesOut: row.student !== null && row.hasBlind,
  };
}

export const presentViewAs = ({ class: of, student, leavesOut }: ViewAs): Presented => ({
  class: of,
  student: student?.name ?? null,
  leavesOut,
});
