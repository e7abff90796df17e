import {
  limits,
  type Done,
  type EditorForm,
  type EditorOffice,
  type EditorView,
} from '@glossator/contract';
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

const roles = { commentaries: 'editor', texts: 'text-editor' } as const;
const places = { commentaries: '/editing', texts: '/editing/texts' } as const;

interface ListQuery {
  readonly office?: EditorOffice | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export async function listEditors(
  { db }: Pick<EditorDeps, 'db'>,
  actor: Actor,
  { office = 'commentaries', cursor, limit = limits.pageSize }: ListQuery,
) {
  requireAdministrator(actor);
  const [after] = readCursor(cursor, 'uuid') ?? [ends.firstUuid];
  return pageOf(
    await db.rows<EditorView & Record<string, unknown>>(editorsAfter, [
      after,
      limit + 1,
      roles[office],
    ]),
    limit,
    (row): EditorView => row,
    ({ id }) => writeCursor(id),
  );
}

async function tell(
  { outbox }: EditorDeps,
  db: Db,
  what: 'appointed' | 'dismissed',
  office: EditorOffice,
  { email, email_key: key, locale }: Member,
): Promise<void> {
  const path = what === 'appointed' ? places[office] : '/account';
  const kind = `${roles[office]}-${what}` as const;
  await outbox.post(db, { kind, to: { email, key }, locale, path });
}

/** Whoever is an editor already stays it, and is not told twice. */
export async function appoint(deps: EditorDeps, actor: Actor, form: EditorForm): Promise<Done> {
  requireAdministrator(actor);
  const { who, office = 'commentaries' } = form;
  await deps.transact(async (db) => {
    const member = await requireMemberNamed(db, who);
    const made = await db.rows(appointEditor, [member.id, roles[office]]);
    if (made.length > 0) await tell(deps, db, 'appointed', office, member);
  });
  return { done: true };
}

export async function dismiss(
  deps: EditorDeps,
  actor: Actor,
  personId: string,
  office: EditorOffice = 'commentaries',
): Promise<Done> {
  requireAdministrator(actor);
  await deps.transact(async (db) => {
    const gone = await db.rows(dismissEditor, [personId, roles[office]]);
    if (gone.length === 0) throw notFound();
    const member = await memberOf(db, personId);
    if (member !== null) await tell(deps, db, 'dismissed', office, member);
  });
  return { done: true };
}
