import { limits, type EditionAdminView, type SignatureForm } from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { requireAdministrator } from '../../permission.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';
import { editions, sign, unsign, writeAccess } from './repository.ts';

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

async function requireSupplement(db: Db, id: string): Promise<EditionAdminView> {
  const [row] = await editions(db, id);
  if (row === undefined || row.signature === null) throw notFound();
  return row;
}

/** Somebody answers by name for the newest version of a supplement, the one that they have read. */
export async function signVersion(
  db: Db,
  actor: Actor,
  id: string,
  form: SignatureForm,
): Promise<EditionAdminView> {
  const personId = requireAdministrator(actor);
  const name = acceptText(form.name.trim(), { field: 'name', max: limits.nameLength });
  const { version } = await requireSupplement(db, id);
  if (version !== form.version)
    throw new Refusal('version-stale', `There is a newer version, ${version}: read that one.`);
  if (!(await sign(db, id, { version, name }, personId)))
    throw new Refusal('state-changed', 'Somebody has signed this version already.');
  return requireSupplement(db, id);
}

/** It is an unreviewed working translation again. */
export async function takeBackSignature(
  db: Db,
  actor: Actor,
  id: string,
): Promise<EditionAdminView> {
  requireAdministrator(actor);
  await requireSupplement(db, id);
  if (!(await unsign(db, id)))
    throw new Refusal('state-changed', 'Nobody has signed this version.');
  return requireSupplement(db, id);
}
