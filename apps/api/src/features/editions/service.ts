import type { EditionAdminView } from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { requireAdministrator } from '../../permission.ts';
import { notFound } from '../../refusal.ts';
import { editions, writeAccess } from './repository.ts';

export async function listEditions(db: Db, actor: Actor): Promise<{ items: EditionAdminView[] }> {
  requireAdministrator(actor);
  return { items: await editions(db, null) };
}

/** Who may see the words of an edition. Notes on it stay as they are. */
export async function changeAccess(
  db: Db,
  actor: Actor,
  id: string,
  access: EditionAdminView['access'],
): Promise<EditionAdminView> {
  requireAdministrator(actor);
  await writeAccess(db, id, access);
  const [row] = await editions(db, id);
  if (row === undefined) throw notFound();
  return row;
}
