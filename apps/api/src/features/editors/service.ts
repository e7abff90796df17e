import { limits, type Done, type EditorForm, type EditorView } from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db, Transact } from '../../db/client.ts';
import { ends } from '../../db/instant.ts';
import { requireAdministrator } from '../../permission.ts';
import { notFound } from '../../refusal.ts';
import { memberOf, requireMemberNamed, type Member } from '../accounts/find-member.ts';
import type { Outbox } from '../mail/service.ts';
import { appointEditor, dismissEditor, editorsAfter } from './statements.ts';

export interface EditorDeps {
  readonly db: Db;
  readonly transact: Transact;
  readonly outbox: Outbox;
}

export async function listEditors(
  { db }: Pick<EditorDeps, 'db'>,
  actor: Actor,
  cursor: string | undefined,
  limit: number = limits.pageSize,
) {
  requireAdministrator(actor);
  const [after] = readCursor(cursor, 'uuid') ?? [ends.firstUuid];
  return pageOf(
    await db.rows<EditorView & Record<string, unknown>>(editorsAfter, [after, limit + 1]),
    limit,
    (row): EditorView => row,
    ({ id }) => writeCursor(id),
  );
}

async function tell(
  { outbox }: EditorDeps,
  db: Db,
  kind: 'editor-appointed' | 'editor-dismissed',
  { email, email_key: key, locale }: Member,
): Promise<void> {
  const path = kind === 'editor-appointed' ? '/editing' : '/account';
  await outbox.post(db, { kind, to: { email, key }, locale, path });
}

/** Whoever is an editor already stays it, and is not told twice. */
export async function appoint(deps: EditorDeps, actor: Actor, { who }: EditorForm): Promise<Done> {
  requireAdministrator(actor);
  await deps.transact(async (db) => {
    const member = await requireMemberNamed(db, who);
    const made = await db.rows(appointEditor, [member.id]);
    if (made.length > 0) await tell(deps, db, 'editor-appointed', member);
  });
  return { done: true };
}

export async function dismiss(deps: EditorDeps, actor: Actor, personId: string): Promise<Done> {
  requireAdministrator(actor);
  await deps.transact(async (db) => {
    const gone = await db.rows(dismissEditor, [personId]);
    if (gone.length === 0) throw notFound();
    const member = await memberOf(db, personId);
    if (member !== null) await tell(deps, db, 'editor-dismissed', member);
  });
  return { done: true };
}
