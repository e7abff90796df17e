import { casePriority, type CaseKind, type CaseCause } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import { groupCase } from './groups.ts';
import { closeCase as closeStatement, putCase } from './case-statements.ts';

/** Asks moderators about words that wait: near-identical ones are put together. */
export async function openHeldCase(
  db: Db,
  annotationId: string,
  kind: 'held' | 'edit',
  causes: readonly CaseCause[],
  body: string,
): Promise<void> {
  const made = await putOpen(db, annotationId, kind, causes, casePriority[kind]);
  await groupCase(db, made, body);
}

/** Asks moderators; a case of that kind that is open is brought up to date. */
export async function openCase(
  db: Db,
  annotationId: string,
  kind: CaseKind,
  causes: readonly CaseCause[],
  priority: number = casePriority[kind],
): Promise<string> {
  return (await putOpen(db, annotationId, kind, causes, priority)).id;
}

async function putOpen(
  db: Db,
  annotationId: string,
  kind: CaseKind,
  causes: readonly CaseCause[],
  priority: number,
): Promise<{ readonly id: string; readonly workId: number; readonly isNew: boolean }> {
  const [row] = await db.rows<{ id: string; work_id: number; version: number }>(putCase, [
    uuidv7(),
    annotationId,
    kind,
    priority,
    JSON.stringify(causes),
  ]);
  if (row === undefined) throw new Error('a case was not opened');
  return { id: row.id, workId: row.work_id, isNew: row.version === 1 };
}

export async function closeCase(db: Db, annotationId: string, kind: CaseKind): Promise<void> {
  await db.rows(closeStatement, [annotationId, kind]);
}
