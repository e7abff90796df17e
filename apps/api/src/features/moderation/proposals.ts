import type { Db } from '../../db/client.ts';
import type { Foreign, Words } from '../annotations/rows.ts';
import * as statements from './case-statements.ts';
import { closeCase } from './cases.ts';
import { lockNote } from './queue-statements.ts';

/** False where another version stands by now, of the note or of what was proposed before. */
export async function putProposal(
  db: Db,
  id: string,
  begun: { readonly number: number; readonly proposal: number },
  { body, html, renderer, seen, kind, tags }: Words,
  said: Foreign['said'] | null,
): Promise<boolean> {
  const rows = await db.rows(statements.putProposal, [
    id,
    begun.number,
    begun.proposal,
    body,
    html,
    renderer,
    seen,
    kind,
    tags,
    said === null ? null : JSON.stringify(said),
  ]);
  return rows.length > 0;
}

/** False where nothing was proposed. */
export async function dropProposal(db: Db, id: string): Promise<boolean> {
  return (await db.rows(statements.dropProposal, [id])).length > 0;
}

/** Nothing is left to decide on it; where none was, nothing changes. The note is locked first, as by who decides. */
export async function withdrawProposal(db: Db, id: string): Promise<void> {
  await db.rows(lockNote, [id]);
  if (!(await dropProposal(db, id))) return;
  await closeCase(db, id, 'edit');
  await closeCase(db, id, 'appeal');
}
