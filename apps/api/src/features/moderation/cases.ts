import { casePriority, type CaseKind, type CaseCause } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import { closeCase as closeStatement, putCase } from './case-statements.ts';

/** Asks moderators; a case of that kind that is open is brought up to date. */
export async function openCase(
  db: Db,
  annotationId: string,
  kind: CaseKind,
  causes: readonly CaseCause[],
  priority: number = casePriority[kind],
): Promise<string> {
  const [row] = await db.rows<{ id: string }>(putCase, [
    uuidv7(),
    annotationId,
    kind,
    priority,
    JSON.stringify(causes),
  ]);
  if (row === undefined) throw new Error('a case was not opened');
  return row.id;
}

export async function closeCase(db: Db, annotationId: string, kind: CaseKind): Promise<void> {
  await db.rows(closeStatement, [annotationId, kind]);
}
